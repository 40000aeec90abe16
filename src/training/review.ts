/** Which cards are asked on a day, and how many on the days to come. */
import { type Attempt, type Attempts, openAttempt, standing as stillAsked } from './attempt.ts'
import type { Calendar, Card, Scheduler } from './cards.ts'
import type { Day } from './day.ts'

/** Questions that a review may ask. */
export type Reviewable = ReadonlyMap<string, { readonly module: string; readonly revision: number }>

export interface Due {
  readonly question: string
  readonly module: string
  /** It was changed since it was answered: then what is remembered is the old one. */
  readonly changed: boolean
  /** Day of the last answer. */
  readonly last: Day
  readonly due: Day
  /** How likely it is still known. */
  readonly recall: number
}

/**
 * Every card whose question is still asked, the least remembered first. A changed question is due now, before all others.
 */
export function standingCards<Memory>(cards: Iterable<Card<Memory>>, bank: Reviewable, scheduler: Scheduler<Memory>, today: Day): Due[] {
  const standing = [...cards].flatMap(({ question, revision, last, due, memory }) => {
    const now = bank.get(question)
    if (!now) return []
    const changed = now.revision > revision
    const recall = changed ? 0 : scheduler.recall(memory, Math.max(0, today - last))
    return [{ question, module: now.module, changed, last, due: changed ? Math.min(due, today) : due, recall }]
  })
  return standing.sort((a, b) => a.recall - b.recall || (a.question < b.question ? -1 : 1))
}

/** What is asked today of the cards in this order: `done` were asked already, `cap` may be. */
export function queueOf(standing: readonly Due[], today: Day, cap: number, done: number): Due[] {
  return standing.filter(({ due }) => due <= today).slice(0, Math.max(0, cap - done))
}

/** Questions on each of the days from today on: what does not fit under the cap waits for the next day. */
export function forecast(due: readonly Day[], today: Day, cap: number, done: number, days = 14): number[] {
  let waiting = 0
  return Array.from({ length: days }, (_, ahead) => {
    waiting += due.filter(day => (ahead === 0 ? day <= today : day === today + ahead)).length
    const asked = Math.min(waiting, ahead === 0 ? Math.max(0, cap - done) : cap)
    waiting -= asked
    return asked
  })
}

function* reviewed(attempts: Iterable<Attempt>) {
  for (const { behaviour, answers } of attempts) {
    if (behaviour === 'review') for (const [first] of answers.values()) if (first) yield first
  }
}

/** Questions that were asked in reviews on a day. */
export function reviewedOn(attempts: Iterable<Attempt>, day: Day, dayOf: (at: number) => Day): number {
  return [...reviewed(attempts)].filter(({ at }) => dayOf(at) === day).length
}

/** How many answers in reviews were right, of how many. */
export function kept(attempts: Iterable<Attempt>): { readonly right: number; readonly of: number } {
  const answers = [...reviewed(attempts)]
  return { right: answers.filter(({ earned, possible }) => earned === possible).length, of: answers.length }
}

/** A review that was begun today and not finished. One of an earlier day is over: what it left is due again by itself. */
export function openReview(attempts: Attempts, { today, dayOf }: Calendar): Attempt | undefined {
  const open = openAttempt(attempts, 'review', 'review')
  return open && dayOf(open.startedAt) === today ? open : undefined
}

/** What an open review asks, answered or not, in its order. */
export function drawnIn(open: Attempt, standing: readonly Due[], bank: Reviewable): Due[] {
  const revisions = new Map([...bank].map(([question, { revision }]) => [question, revision]))
  return stillAsked(open, revisions).flatMap(({ question }) => standing.find(card => card.question === question) ?? [])
}
