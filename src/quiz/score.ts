/**
 * Marks one answer. No DOM, no store, no clock, no chance; nothing throws. The same code runs at build, in the page
 * and in a trainer's console.
 *
 * `validate` is apart from `score`: submitting too early is "not answered", not "wrong". The learner is asked again
 * and loses nothing.
 */
import type { ChoicesKeyed } from './choice/choices.ts'
import type { GapKeyed } from './gap/gap.ts'
import type { MarkKeyed } from './mark/mark.ts'
import type { Marker, Part } from './marker.ts'
import type { NumberKeyed } from './number/number.ts'
import type { OrderKeyed } from './order/order.ts'
import type { PlaceKeyed } from './place/place.ts'
import type { Response } from './question.ts'
import type { ReplyKeyed } from './reply/reply.ts'
import type { ScenarioKeyed } from './scenario/scenario.ts'

export type State = 'unanswered' | 'wrong' | 'partly' | 'right'

export interface Score {
  readonly state: State
  /** Whole points, 0 to `possible`. */
  readonly earned: number
  readonly possible: number
  readonly parts: readonly Part[]
}

/** As much of a question as marking needs: a question of the bank, or one as a page shows it. */
export type Keyed = ChoicesKeyed | OrderKeyed | PlaceKeyed | MarkKeyed | GapKeyed | NumberKeyed | ReplyKeyed | ScenarioKeyed

/** Marks an answer with the marker of the question's kind: `MARKERS[question.kind]`, or what a page has loaded. */
export function scoreWith(marker: Marker<Keyed>, question: Keyed, response: Response): Score {
  const possible = marker.possible(question)
  const { earned, parts } = marker.mark(question, response)
  if (!marker.answered(question, response)) return { state: 'unanswered', earned: 0, possible, parts }
  return { state: earned <= 0 ? 'wrong' : earned < possible ? 'partly' : 'right', earned, possible, parts }
}

function greatestCommon(a: number, b: number): number {
  return b === 0 ? a : greatestCommon(b, a % b)
}

/**
 * Per cent of an attempt, a whole number rounded down: the mean of earned / possible, so that each question weighs the
 * same. Computed over the common denominator, so that two thirds and one third are exactly one.
 */
export function percentOf(scores: readonly Pick<Score, 'earned' | 'possible'>[]): number {
  if (scores.length === 0) return 0
  const denominator = scores.reduce((all, { possible }) => (all / greatestCommon(all, possible)) * possible, 1)
  const earned = scores.reduce((sum, mark) => sum + mark.earned * (denominator / mark.possible), 0)
  return Math.floor((100 * earned) / (denominator * scores.length))
}
