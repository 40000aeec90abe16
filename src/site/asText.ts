/** Where questions stand as plain text: a few of a module on each page, and the long ones on pages of their own. */
import type { Lang } from '../lang/text.ts'
import type { Kind, Question } from '../quiz/question.ts'
import { exerciseAddress, moduleAddress } from './address.ts'

/** Questions on one page: few enough for the budget of a page. */
export const TOGETHER = 4

const LONG: readonly Kind[] = ['mark', 'scenario']

/** A transcript or a scenario fills a page. */
export function isLong({ kind }: Pick<Question, 'kind'>): boolean {
  return LONG.includes(kind)
}

/** Of a module's questions those that stand together. */
export function inText(questions: readonly Question[]): Question[] {
  return questions.filter(question => !isLong(question))
}

/** The place of one question; `together` are those of its module that stand together. */
export function textAddress(lang: Lang, question: Question, together: readonly Question[]): string {
  if (isLong(question)) return `${exerciseAddress(lang, question.id)}text/`
  const part = Math.floor(Math.max(0, together.indexOf(question)) / TOGETHER) + 1
  return `${moduleAddress(lang, question.module)}questions/${part}/#${question.id}`
}
