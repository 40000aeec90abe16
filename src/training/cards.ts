/**
 * Cards: how well a learner remembers each question, worked out from the attempts. Nothing of it is stored.
 *
 * The first answer to a question in an attempt is one review of its card, whether in practice, a check, an exam or a
 * review. A later try is none: it picks from what is left, with the reason for the mistake just read.
 */
import type { Answer, Attempt } from './attempt.ts'
import type { Day } from './day.ts'
import { type Rating, ratingOf } from './rating.ts'

/** When to ask again. `Memory` is what it needs to know of one card. */
export interface Scheduler<Memory> {
  /** Memory after an answer that came `days` after the one before; `before` is undefined at the first. */
  after(before: Memory | undefined, days: number, rating: Rating): Memory
  /** Whole days until it is asked again, at least 1. */
  interval(memory: Memory): number
  /** How likely it is still known after so many days. */
  recall(memory: Memory, days: number): number
}

export interface Card<Memory> {
  readonly question: string
  /** Revision of the question that was answered last. */
  readonly revision: number
  /** Day of the last answer. */
  readonly last: Day
  readonly due: Day
  readonly memory: Memory
}

export interface Calendar {
  readonly today: Day
  dayOf(at: number): Day
}

interface First {
  readonly attempt: string
  readonly question: string
  readonly answer: Answer
}

/** First answers in the order in which they were given. A question that was handed in without an answer says nothing. */
function firstsOf(attempts: Iterable<Attempt>): First[] {
  return [...attempts]
    .flatMap(({ id, answers }) => [...answers].flatMap(([question, [answer]]) => (answer ? [{ attempt: id, question, answer }] : [])))
    .filter(({ answer }) => answer.response.length > 0)
    .sort((a, b) => a.answer.at - b.answer.at || (a.attempt < b.attempt ? -1 : 1))
}

/** An answer from a clock that runs ahead counts as given today: otherwise its card would not come back for years. */
export function cardsOf<Memory>(
  attempts: Iterable<Attempt>,
  scheduler: Scheduler<Memory>,
  { today, dayOf }: Calendar
): ReadonlyMap<string, Card<Memory>> {
  const cards = new Map<string, Card<Memory>>()
  for (const { question, answer } of firstsOf(attempts)) {
    const known = cards.get(question)
    // An older question was answered elsewhere: it says nothing about today's.
    if (known && answer.revision < known.revision) continue
    // With a new key, what was known before is no help: the card begins anew.
    const before = known?.revision === answer.revision ? known : undefined
    const last = Math.max(before?.last ?? 0, Math.min(dayOf(answer.at), today))
    const memory = scheduler.after(before?.memory, last - (before?.last ?? last), ratingOf(answer))
    cards.set(question, { question, revision: answer.revision, last, due: last + scheduler.interval(memory), memory })
  }
  return cards
}
