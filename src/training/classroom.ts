/**
 * A class under way: what was drawn, where it stands, how many hands each choice had. It says nothing about anybody, and
 * it is no part of a learner's record. Pure.
 */
import { isPaperKind, type Selection } from './selection.ts'

/** Hands for each choice of each question, by their ids. */
export type Hands = Readonly<Record<string, Readonly<Record<string, number>>>>

export interface Classroom extends Selection {
  /** Milliseconds UTC when something last happened. */
  readonly at: number
  /** Place of the question on the screen; one past the last is the end. */
  readonly place: number
  readonly hands: Hands
  /** It was ended; it can still be gone back to. */
  readonly over?: boolean
}

/** More is a key that got stuck. */
const MOST = 999
/** A class goes on after the page was closed for so long; later it is offered no more. */
export const LASTING = 12 * 3_600_000

export function handsOf(hands: Hands, question: string, choice: string): number {
  return hands[question]?.[choice] ?? 0
}

export function totalOf(hands: Hands, question: string): number {
  return Object.values(hands[question] ?? {}).reduce((sum, count) => sum + count, 0)
}

/** One hand more or less, never below none. */
export function withHand(hands: Hands, question: string, choice: string, by: 1 | -1): Hands {
  const count = Math.min(MOST, Math.max(0, handsOf(hands, question, choice) + by))
  return { ...hands, [question]: { ...hands[question], [choice]: count } }
}

export function withCount(hands: Hands, question: string, counts: Hands[string]): Hands {
  return { ...hands, [question]: counts }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function readHands(value: unknown): Hands {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).map(([question, counts]) => [
      question,
      Object.fromEntries(
        Object.entries(isRecord(counts) ? counts : {}).flatMap(([choice, count]) =>
          typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= MOST ? [[choice, count]] : []
        )
      )
    ])
  )
}

/** The class that was kept, if it can be gone on with. */
export function readClassroom(kept: string | undefined, now: number): Classroom | undefined {
  let value: unknown
  try {
    value = JSON.parse(kept ?? '')
  } catch {
    return
  }
  if (!isRecord(value)) return
  const { seed, count, kinds, at, place, hands, over } = value
  if (typeof seed !== 'string' || seed === '' || typeof at !== 'number' || Math.abs(now - at) > LASTING) return
  if (!Number.isInteger(count) || !Number.isInteger(place) || Number(count) < 1 || Number(place) < 0 || !Array.isArray(kinds)) return
  return {
    seed,
    count: Number(count),
    kinds: kinds.filter(isPaperKind),
    at,
    place: Number(place),
    hands: readHands(hands),
    over: over === true
  }
}
