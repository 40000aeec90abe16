/** The bank in one language as item statistics need it: keys, and what each answer says in words. Build time only. */
import { type Lang, localeOf } from '../lang/text.ts'
import { askOf } from '../quiz/options.ts'
import type { Choice, Question } from '../quiz/question.ts'
import { inLang } from '../quiz/shown.ts'
import type { ItemBank, ItemEntry } from '../training/items.ts'
import { ITEM_WORDS } from '../training/itemWords.ts'
import { inText, textAddress } from './asText.ts'
import { kindName } from './exercises.ts'
import { to } from './here.ts'
import { theShelf } from './library.ts'

export function itemBank(lang: Lang): ItemBank {
  const { library } = theShelf()
  const titles = new Map(library.modules.map(({ id, title }) => [id, title[lang]]))
  const together = new Map(library.modules.map(({ id }) => [id, inText(theShelf().questionsIn(id))]))
  return {
    locale: localeOf(lang),
    words: ITEM_WORDS[lang],
    items: library.questions.map(question => ({
      id: question.id,
      revision: question.revision,
      kind: kindName(lang, question.kind),
      module: titles.get(question.module) ?? question.module,
      ask: askedIn(question, lang),
      href: to(textAddress(lang, question, together.get(question.module) ?? [])),
      question: takenIn(question),
      labels: Object.fromEntries(labelsOf(question, lang))
    }))
  }
}

function askedIn(question: Question, lang: Lang): string {
  if (question.kind === 'replace') return question.banned[lang]
  return (askOf(question) ?? question.situation)[lang]
}

/** As much of a question as its statistics look at: what can be taken, and what of it is the key. */
function takenIn(question: Question): ItemEntry['question'] {
  const { id, kind } = question
  const keyed = ({ id, key }: Choice) => ({ id, key })
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'replace':
      return { id, kind, choices: question.choices.map(keyed) } as ItemEntry['question']
    case 'gap':
      return {
        id,
        kind,
        gaps: question.gaps.map(gap => ({ id: gap.id, ...(gap.choices && { choices: gap.choices.map(keyed) }) }))
      } as ItemEntry['question']
    case 'match':
    case 'sort':
      return {
        id,
        kind,
        groups: question.groups.map(group => ({ id: group.id })),
        items: question.items.map(item => ({ id: item.id, group: item.group }))
      } as ItemEntry['question']
    case 'mark':
      return {
        id,
        kind,
        turns: question.turns.map(({ says }) => ({ says: says.map(({ id, breaks }) => ({ id, ...(breaks && { breaks }) })) }))
      } as ItemEntry['question']
    default:
      return { id, kind } as unknown as ItemEntry['question']
  }
}

function labelsOf(question: Question, lang: Lang): (readonly [string, string])[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'replace':
      return question.choices.map(({ id, text }) => [id, text[lang]])
    case 'gap':
      return question.gaps.flatMap(gap => (gap.choices ?? []).map(({ id, text }) => [`${gap.id}=${id}`, text[lang]] as const))
    case 'match':
    case 'sort': {
      const { items, groups } = inLang(question, lang)
      return [...items.map(({ id, text }) => [id, text] as const), ...groups.map(({ id, text }) => [`=${id}`, text] as const)]
    }
    case 'mark':
      return question.turns.flatMap(({ says }) => says.map(({ id, text }) => [id, text[lang]] as const))
    default:
      return []
  }
}
