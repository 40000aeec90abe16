/**
 * What home needs to say how many questions are due, without the log and without FSRS: of each card the days of its last
 * and its next answer, kept in local storage. The review page writes it exactly. Other pages add their answers by a rule
 * of thumb: exact for a first answer, and put right by the review page for a later one.
 */
import type { Day } from './day.ts'
import { AGAIN, HARD, type Rating } from './rating.ts'

export interface DueList {
  /** Questions asked in reviews on the day of the last one. */
  readonly done: { readonly day: Day; readonly count: number }
  readonly cards: ReadonlyMap<string, { readonly last: Day; readonly due: Day }>
}

export const NOTHING_DUE: DueList = { done: { day: 0, count: 0 }, cards: new Map() }

/** Most questions a day that a learner may choose. */
export const CAPS = [10, 20, 40] as const

export function capFrom(setting: string | undefined): number {
  return CAPS.find(cap => String(cap) === setting) ?? 20
}

export function encodeDue({ done, cards }: DueList): string {
  return JSON.stringify({ v: 1, done: [done.day, done.count], cards: [...cards].map(([question, { last, due }]) => [question, last, due]) })
}

const isDay = (value: unknown): value is Day => Number.isSafeInteger(value)

/** Built anew from what is well formed: local storage may hold anything. */
export function decodeDue(stored: string | undefined): DueList {
  try {
    const { v, done, cards } = JSON.parse(stored ?? '')
    if (v !== 1 || !isDay(done[0]) || !isDay(done[1])) return NOTHING_DUE
    const entries = (cards as unknown[]).flatMap(card => {
      const [question, last, due] = Array.isArray(card) ? card : []
      return typeof question === 'string' && isDay(last) && isDay(due) ? [[question, { last, due }] as const] : []
    })
    return { done: { day: done[0], count: Math.max(0, done[1]) }, cards: new Map(entries) }
  } catch {
    return NOTHING_DUE
  }
}

export function doneOn({ done }: DueList, today: Day): number {
  return done.day === today ? done.count : 0
}

/** Questions that are still to be reviewed today. */
export function dueOn(list: DueList, today: Day, cap: number): number {
  const due = [...list.cards.values()].filter(card => card.due <= today).length
  return Math.min(due, Math.max(0, cap - doneOn(list, today)))
}

/** Days after a first answer until the next one, as FSRS has them; by rating. */
export const FIRST_DAYS: Readonly<Record<Rating, number>> = { 1: 1, 2: 1, 3: 2, 4: 8 }

/** A later answer: after a mistake tomorrow; otherwise longer than before by what it was waited for, thrice if known well. */
function laterDays(before: number, waited: number, rating: Rating): number {
  return rating === AGAIN ? 1 : before + waited * (rating === HARD ? 1 : 3)
}

export interface Reviewed {
  readonly question: string
  readonly rating: Rating
  readonly today: Day
  readonly inReview: boolean
}

export function withAnswer(list: DueList, { question, rating, today, inReview }: Reviewed): DueList {
  const before = list.cards.get(question)
  const days = before ? laterDays(before.due - before.last, today - before.last, rating) : FIRST_DAYS[rating]
  const cards = new Map(list.cards).set(question, { last: today, due: today + Math.max(1, days) })
  return { cards, done: inReview ? { day: today, count: doneOn(list, today) + 1 } : list.done }
}
