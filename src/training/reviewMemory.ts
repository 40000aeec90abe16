/** How a review remembers: FSRS-6 as the scheduler of cards. */
import type { Scheduler } from './cards.ts'
import { type Algorithm, fsrs6, type Strength } from './fsrs6.ts'

export type { Strength } from './fsrs6.ts'

/** A question is asked again when it is known with this probability. */
export const RETENTION = 0.9

/** Standards are asked at least once a year; in days. */
export const LONGEST = 365

/** No chance in the intervals; a second answer on the same day adds nothing. */
export function fsrs(algorithm: Algorithm = fsrs6(RETENTION, LONGEST)): Scheduler<Strength> {
  return {
    after: (before, days, rating) => algorithm.next_state(before ?? null, days, rating),
    interval: ({ stability }) => algorithm.next_interval(stability, 0),
    recall: ({ stability }, days) => algorithm.forgetting_curve(days, stability)
  }
}
