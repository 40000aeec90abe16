/** A module's questions as a class or a sheet fetches them. Build time only. */
import { revisionOf } from '../authoring/catalogue.ts'
import type { Lang } from '../lang/text.ts'
import { paperOf } from '../quiz/papers.ts'
import { KINDS, type Question } from '../quiz/question.ts'
import { QUIZ_WORDS } from '../quiz/words.ts'
import type { ClassRule, ClassSet } from '../training/classSet.ts'
import { CLASS_WORDS } from '../training/classWords.ts'
import type { Available } from '../training/selection.ts'
import { pageAddress } from './address.ts'
import { to } from './here.ts'
import { theShelf } from './library.ts'
import type { Books } from './shelf.ts'
import { shownIn } from './shownIn.ts'
import { BADGES } from './words.ts'

/** The same for all modules of a build. */
const revisions = new WeakMap<Books, string>()
function revision(): string {
  const { library } = theShelf()
  const known = revisions.get(library) ?? revisionOf(library)
  revisions.set(library, known)
  return known
}

/** Questions that a class can discuss and a sheet can hold: a scenario is neither read out nor filled in. */
export function classQuestions(module: string): Question[] {
  return theShelf()
    .questionsIn(module)
    .filter(({ kind }) => kind !== 'scenario')
}

/** How many of each kind, in the order of the kinds. */
export function availableIn(module: string): Available {
  const questions = classQuestions(module)
  return KINDS.flatMap(kind => {
    const count = questions.filter(question => question.kind === kind).length
    return kind !== 'scenario' && count > 0 ? [{ kind, count }] : []
  })
}

function ruleIn(lang: Lang, id: string): ClassRule | undefined {
  const shelf = theShelf()
  const rule = shelf.rule(id)
  if (!rule) return
  const home = shelf.homeOf(id)
  return {
    name: rule.name[lang],
    text: rule.text[lang],
    ...(rule.origin !== 'standard' && { badge: BADGES[lang][rule.origin].label }),
    href: to(home ? pageAddress(lang, home, id) : `/${lang}/rules/`)
  }
}

export function classSet(lang: Lang, module: string): ClassSet {
  const questions = shownIn(lang, classQuestions(module)).flatMap(question => paperOf(question, lang) ?? [])
  const ids = new Set(questions.flatMap(({ rules }) => rules))
  const rules = Object.fromEntries([...ids].flatMap(id => [[id, ruleIn(lang, id)] as const]).filter(([, rule]) => rule !== undefined))
  return {
    revision: revision(),
    title: theShelf().module(module)?.title[lang] ?? '',
    questions,
    rules: rules as Record<string, ClassRule>,
    words: { ...CLASS_WORDS[lang], quiz: QUIZ_WORDS[lang] }
  }
}
