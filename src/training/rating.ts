/** How well a question was known, as FSRS grades it. */
import type { Answer } from './attempt.ts'

export type Rating = 1 | 2 | 3 | 4
export const AGAIN = 1
export const HARD = 2
export const GOOD = 3

/**
 * Never 4 (easy), not even for who was sure: people who always say so would be asked far too late, and those who judge
 * themselves well would save a few reviews (`npm run bench:retention` prints both).
 */
export function ratingOf({ earned, possible, hints = 0, sure }: Pick<Answer, 'earned' | 'possible' | 'hints' | 'sure'>): Rating {
  if (earned === 0) return AGAIN
  return earned < possible || hints > 0 || sure === 1 ? HARD : GOOD
}
