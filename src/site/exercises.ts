/**
 * Questions that have a page of their own: those that take longer than ticking a choice. A trainer can send one by its
 * address, and a learner can do it again alone.
 */
import type { Lang } from '../lang/text.ts'
import { hasChoices, type Kind, type Question } from '../quiz/question.ts'
import { theShelf } from './library.ts'

export function exercises(): Question[] {
  return theShelf().library.questions.filter(question => !hasChoices(question))
}

/** Those that a module offers by name: a visit or a call to play, a transcript to mark, a reply to write. */
export function namedExercises(module: string): Question[] {
  const order: readonly Kind[] = ['scenario', 'mark', 'reply']
  return exercises()
    .filter(question => question.module === module && order.includes(question.kind))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

const KIND_NAMES: Readonly<Record<Lang, Readonly<Partial<Record<Kind, string>>>>> = {
  zh: {
    order: '排顺序',
    match: '配对',
    sort: '分类',
    mark: '找错处',
    gap: '补全',
    number: '算一算',
    reply: '自己说',
    scenario: '情景演练'
  },
  en: {
    order: 'Put in order',
    match: 'Match',
    sort: 'Sort',
    mark: 'Find the mistakes',
    gap: 'Complete',
    number: 'Work it out',
    reply: 'Your own words',
    scenario: 'Scenario'
  }
}

export function kindName(lang: Lang, kind: Kind): string {
  return KIND_NAMES[lang][kind] ?? ''
}

/** The question's own title; where it has none, the name of its kind. */
export function titleOf(lang: Lang, question: Question): string {
  return 'title' in question ? question.title[lang] : kindName(lang, question.kind)
}

/** The beginning of a situation, by which pages of one kind are told apart in a list of tabs or results. */
export function beginningOf(lang: Lang, question: Question): string {
  const most = lang === 'zh' ? 22 : 50
  const text = question.situation[lang]
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return `${lang === 'zh' ? cut : cut.slice(0, cut.lastIndexOf(' '))}…`
}
