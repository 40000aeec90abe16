/**
 * The record as a file that can be read without this handbook: JSON Lines, one event a line, then the assignments that
 * were taken on, after a first line that says how many there are and what their hash is. A backup can hold anything when it comes back: it is decoded
 * strictly, and a refusal has a reason and changes nothing.
 */
import { type Digest, type Refusal, type Seal, sealed, unsealed } from '../device/sealed.ts'
import type { Enrolment } from './enrolment.ts'
import { decodeEnrolment } from './enrolmentRow.ts'
import { decodeEvent, FORMAT, type LogEvent } from './event.ts'

/** Largest file that is read, in characters. About 50,000 events. */
export const LARGEST = 20_000_000

export type Backup =
  | { readonly type: 'backup'; readonly events: readonly LogEvent[]; readonly enrolments: readonly Enrolment[] }
  | { readonly type: 'refused'; readonly why: Refusal }

/** With assignments in it. A handbook that knows of none says that the file is newer, and changes nothing. */
const WITH_ENROLMENTS = FORMAT + 1
const SEAL: Seal = { format: 'service-handbook-record', v: WITH_ENROLMENTS, largest: LARGEST }

export function toBackup(log: readonly LogEvent[], digest: Digest, enrolments: readonly Enrolment[] = []): Promise<string> {
  const v = enrolments.length > 0 ? WITH_ENROLMENTS : FORMAT
  return sealed({ ...SEAL, v }, [...log, ...enrolments.map(enrolment => ({ enrolment }))], digest)
}

const enrolmentIn = (line: unknown) => decodeEnrolment((line as { readonly enrolment?: unknown } | null | undefined)?.enrolment)

export async function fromBackup(text: string, digest: Digest): Promise<Backup> {
  const read = await unsealed(text, SEAL, digest)
  if (read.type === 'refused') return read
  const events: LogEvent[] = []
  const enrolments: Enrolment[] = []
  for (const line of read.lines) {
    const event = decodeEvent(line)
    const enrolment = event ? undefined : enrolmentIn(line)
    if (event) events.push(event)
    else if (enrolment) enrolments.push(enrolment)
    else return { type: 'refused', why: 'not-a-backup' }
  }
  return { type: 'backup', events, enrolments }
}
