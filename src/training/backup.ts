/**
 * The record as a file that can be read without this handbook: JSON Lines, one event a line, after a first line that
 * says how many there are and what their hash is. A backup can hold anything when it comes back: it is decoded
 * strictly, and a refusal has a reason and changes nothing.
 */
import { type Digest, type Refusal, type Seal, sealed, unsealed } from '../device/sealed.ts'
import { decodeEvent, FORMAT, type LogEvent } from './event.ts'

/** Largest file that is read, in characters. About 50,000 events. */
export const LARGEST = 20_000_000

export type Backup = { readonly type: 'backup'; readonly events: readonly LogEvent[] } | { readonly type: 'refused'; readonly why: Refusal }

const SEAL: Seal = { format: 'service-handbook-record', v: FORMAT, largest: LARGEST }

export function toBackup(log: readonly LogEvent[], digest: Digest): Promise<string> {
  return sealed(SEAL, log, digest)
}

export async function fromBackup(text: string, digest: Digest): Promise<Backup> {
  const read = await unsealed(text, SEAL, digest)
  if (read.type === 'refused') return read
  const events = read.lines.map(decodeEvent)
  return events.every(event => event !== undefined) ? { type: 'backup', events } : { type: 'refused', why: 'not-a-backup' }
}
