/** The days on which a learner practised, month by month. */
import type { Attempt } from './attempt.ts'
import type { Day } from './day.ts'

/** Questions answered on each day; later tries of the same attempt add nothing. */
export function practisedOn(attempts: Iterable<Attempt>, dayOf: (at: number) => Day): ReadonlyMap<Day, number> {
  const days = new Map<Day, number>()
  for (const { answers } of attempts) {
    for (const [first] of answers.values()) {
      if (first && first.response.length > 0) days.set(dayOf(first.at), (days.get(dayOf(first.at)) ?? 0) + 1)
    }
  }
  return days
}

export interface Month {
  /** Its first day. */
  readonly first: Day
  /** Questions answered on each of its days up to today. */
  readonly days: readonly number[]
}

const LENGTH_OF_DAY = 86_400_000

/** The last twelve months, the current one first. */
export function monthsOf(practised: ReadonlyMap<Day, number>, today: Day, count = 12): Month[] {
  const now = new Date(today * LENGTH_OF_DAY)
  const firstOf = (back: number) => Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1) / LENGTH_OF_DAY
  return Array.from({ length: count }, (_, back) => {
    const first = firstOf(back)
    const length = Math.min(firstOf(back - 1), today + 1) - first
    return { first, days: Array.from({ length }, (_none, index) => practised.get(first + index) ?? 0) }
  })
}

/** 0 for none to 3 for many. */
export function levelOf(answers: number): 0 | 1 | 2 | 3 {
  return answers === 0 ? 0 : answers < 5 ? 1 : answers < 15 ? 2 : 3
}
