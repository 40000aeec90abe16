/** A loss is written on the witness when it is found, and stays there, whatever is answered, until the learner has decided. */
import type { Witness } from './witness.ts'
import { decodeWitness } from './witnessRead.ts'

export interface Loss {
  /** Events that were missing when the loss was found. */
  readonly lost: number
  readonly witness: Witness
}

/** What the witness knows of a log that has `rows` events. `keep` stores the witness with the loss on it. */
export function lossIn(stored: string | null, rows: number, keep: (text: string) => void): Loss | undefined {
  const witness = decodeWitness(stored)
  if (!witness) return undefined
  const lost = witness.lost ?? witness.count - rows
  if (lost <= 0) return undefined
  if (!witness.lost) keep(JSON.stringify({ ...JSON.parse(stored ?? ''), lost }))
  return { lost, witness }
}
