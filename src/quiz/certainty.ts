/** What being sure is worth. */
import type { Certainty } from './behaviour.ts'

/**
 * Points for being sure: 1, 2, 3 when right, 0, −2, −6 when wrong, so that saying how sure one is pays best (Gardner-Medwin,
 * certainty-based marking; "sure" pays from 80 % on, "fairly" from 67 %). A partly right answer counts as wrong: who was
 * sure was mistaken. These points never decide whether a check is passed.
 */
export function certaintyPoints(sure: Certainty, right: boolean): number {
  return right ? sure : { 1: 0, 2: -2, 3: -6 }[sure]
}
