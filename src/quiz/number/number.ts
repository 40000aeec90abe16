/** Marks a number, a per cent, a day or a file number. A response is the one text that was typed. */
import type { Lasting, Marker, OfKind } from '../marker.ts'
import type { NumberForm, Response } from '../question.ts'

export interface NumberKeyed extends OfKind<'number'> {
  readonly form: NumberForm
  readonly answer: string
  readonly tolerance?: number
}

/** Full-width digits, points and signs as narrow ones. */
function narrow(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[。．]/g, '.')
    .replace(/[－−–—]/g, '-')
    .trim()
}

/** Days as the keyboard or a date picker writes them: 2026-03-05, 2026/3/5, 2026.3.5, 20260305, 2026年3月5日. */
function readDay(typed: string): string | undefined {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(typed) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(typed) ?? []
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : undefined
}

/** A number alone or with a unit behind it; commas between thousands, and one decimal point. */
function readFigure(typed: string): string | undefined {
  const [, digits] = /^(-?\d{1,3}(?:[,\s]\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s*(?:%|[\p{L}.]{0,12})$/u.exec(typed) ?? []
  return digits?.replace(/[,\s]/g, '')
}

/** What was typed, as `form` writes it; undefined for anything that is none. */
export function read(typed: string, form: NumberForm): string | undefined {
  const text = narrow(typed).slice(0, 40)
  if (form === 'date') return readDay(text)
  if (form === 'file-number') return /^\d[\d\s-]*$/.test(text) ? text.replace(/[\s-]/g, '') : undefined
  return readFigure(text)
}

/** The answers that `typed` is as good as: equal, or for numbers no further off than the tolerance. */
export function isEqual(question: NumberKeyed, typed: string, answer: string): boolean {
  const value = read(typed, question.form)
  if (value === undefined) return false
  if (question.form === 'date' || question.form === 'file-number') return value === answer
  // In whole steps of a billionth, so that 0.1 + 0.2 is 0.3.
  const steps = (text: string | number) => Math.round(Number(text) * 1e9)
  return Math.abs(steps(value) - steps(answer)) <= steps(question.tolerance ?? 0)
}

function typedOf(response: Response): string {
  return response[0] ?? ''
}

/** 1 within the tolerance, 0 outside. What can't be read as such a number is no answer. */
export const number: Marker<NumberKeyed> = {
  complete: (question, response) => read(typedOf(response), question.form) !== undefined,
  answered: (question, response) => read(typedOf(response), question.form) !== undefined,
  possible: () => 1,
  mark(question, response) {
    const right = isEqual(question, typedOf(response), question.answer)
    return { earned: right ? 1 : 0, parts: [{ id: 'answer', taken: true, right }] }
  }
}

export const numberLasting: Lasting<NumberKeyed> = {
  ids: () => [],
  key: ({ form, answer, tolerance = 0 }) => [form, answer, tolerance]
}
