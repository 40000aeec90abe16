/**
 * FSRS-6: how well something is remembered, from the days between answers and how they went.
 *
 * The formulas and their default parameters are those of `ts-fsrs` 5 with no chance and no steps within a day
 * (https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm). That library stands in the tests, which hold
 * these few lines to its results; with it a review would be heavier than a page with a quiz may be.
 */
import { AGAIN, HARD } from './rating.ts'

export interface Strength {
  /** Days after which the chance of remembering has fallen to 90 %. */
  readonly stability: number
  /** 1 to 10. */
  readonly difficulty: number
}

/** As the library names it: no clock, and no chance. */
export interface Algorithm {
  /** Strength after an answer that came `days` after the one before; `before` is null at the first. */
  next_state(before: Strength | null, days: number, rating: number): Strength
  /** Whole days until it is asked again, at least 1. */
  next_interval(stability: number, days: number): number
  /** How likely it is still known, 0 to 1. */
  forgetting_curve(days: number, stability: number): number
}

const EASY = 4

/** Stability after a first answer, in days, by rating. */
const FIRST = [0.212, 1.2931, 2.3065, 8.2956]
const [DIFFICULTY, DIFFICULTY_BY_RATING, STEP, REVERSION] = [6.4133, 0.8334, 3.0194, 0.001]
const [GAIN, GAIN_BY_STABILITY, GAIN_BY_FORGETTING] = [1.8722, 0.1666, 0.796]
const [LAPSE, LAPSE_BY_DIFFICULTY, LAPSE_BY_STABILITY, LAPSE_BY_FORGETTING] = [1.4835, 0.0614, 0.2629, 1.6483]
const [HARDER, EASIER] = [0.6014, 1.8729]
const DECAY = -0.1542

const LEAST = 0.001
const MOST = 36_500

/** Eight decimals, as the library rounds: otherwise the last ones would drift apart over a year. */
const rounded = (value: number) => Math.round(value * 1e8) / 1e8
const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)

const FACTOR = rounded(Math.exp(Math.log(0.9) / DECAY) - 1)

const firstDifficulty = (rating: number) => rounded(DIFFICULTY - Math.exp((rating - 1) * DIFFICULTY_BY_RATING) + 1)

function recall(days: number, stability: number): number {
  return rounded((1 + (FACTOR * days) / stability) ** DECAY)
}

function nextDifficulty(difficulty: number, rating: number): number {
  const moved = difficulty + rounded((-STEP * (rating - 3) * (10 - difficulty)) / 9)
  return within(rounded(REVERSION * firstDifficulty(EASY) + (1 - REVERSION) * moved), 1, 10)
}

function afterRecall({ difficulty, stability }: Strength, known: number, rating: number): number {
  const gain = Math.exp(GAIN) * (11 - difficulty) * stability ** -GAIN_BY_STABILITY * (Math.exp((1 - known) * GAIN_BY_FORGETTING) - 1)
  const factor = rating === HARD ? HARDER : rating === EASY ? EASIER : 1
  return rounded(within(stability * (1 + gain * factor), LEAST, MOST))
}

/** Never more than before: nobody remembers better for having forgotten. */
function afterLapse({ difficulty, stability }: Strength, known: number): number {
  const left =
    LAPSE * difficulty ** -LAPSE_BY_DIFFICULTY * ((stability + 1) ** LAPSE_BY_STABILITY - 1) * Math.exp((1 - known) * LAPSE_BY_FORGETTING)
  return Math.min(Math.max(rounded(stability), LEAST), rounded(within(left, LEAST, MOST)))
}

/** `retention`: asked again when it is known with this probability, 0 to 1; `longest`: most days until then. */
export function fsrs6(retention: number, longest: number): Algorithm {
  const modifier = rounded((retention ** (1 / DECAY) - 1) / FACTOR)
  return {
    next_state(before, days, rating) {
      if (!before) return { difficulty: within(firstDifficulty(rating), 1, 10), stability: Math.max(FIRST[rating - 1] ?? 0, 0.1) }
      const known = recall(days, before.stability)
      const stability = rating === AGAIN ? afterLapse(before, known) : afterRecall(before, known, rating)
      return { difficulty: nextDifficulty(before.difficulty, rating), stability }
    },
    next_interval: stability => within(Math.round(stability * modifier), 1, longest),
    forgetting_curve: recall
  }
}
