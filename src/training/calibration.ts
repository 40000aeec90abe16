/** What learners say of their own answers, against how these are. Pure. */
import type { Certainty } from '../quiz/behaviour.ts'
import { certaintyPoints } from '../quiz/certainty.ts'
import type { Marked } from '../quiz/statistics.ts'

/** How right a learner is when saying to be this sure. */
export interface Calibration {
  readonly sure: Certainty
  readonly said: number
  readonly right: number
  /**
   * Whether the right share lies where saying so pays best (80 % for sure, 67 % for fairly sure: see `certaintyPoints`).
   * Undefined with fewer answers than can tell.
   */
  readonly verdict?: 'too-sure' | 'well-judged' | 'surer-than-said'
}

/** Between which shares saying so pays best. */
export const BANDS: Readonly<Record<Certainty, readonly [least: number, most: number]>> = { 3: [0.8, 1], 2: [2 / 3, 0.8], 1: [0, 2 / 3] }

/** Answers with one certainty from which on its share is judged. */
const TELLING = 5

/** The surest first. A partly right answer counts as wrong: who was sure was mistaken. */
export function calibrationOf(tries: readonly Marked[]): Calibration[] {
  return ([3, 2, 1] as const).map(sure => {
    const own = tries.filter(tried => tried.sure === sure)
    const right = own.filter(({ earned, possible }) => earned === possible).length
    const [least, most] = BANDS[sure]
    const share = right / own.length
    const verdict = share < least ? 'too-sure' : share > most ? 'surer-than-said' : 'well-judged'
    return { sure, said: own.length, right, ...(own.length >= TELLING && { verdict }) }
  })
}

/** Mean of the points for being sure: −6 to 3. Undefined when nothing was said. */
export function meanCertainty(calibration: readonly Calibration[]): number | undefined {
  const said = calibration.reduce((sum, one) => sum + one.said, 0)
  const points = calibration.reduce(
    (sum, one) => sum + one.right * certaintyPoints(one.sure, true) + (one.said - one.right) * certaintyPoints(one.sure, false),
    0
  )
  return said === 0 ? undefined : points / said
}
