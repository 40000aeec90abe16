/**
 * All answers behind a receipt, so that the console can mark them again with the same code. A receipt in a link or a QR
 * code has no room for them; a file has.
 *
 * The file is three lines of text: what it is, the receipt (`r=` and base64url, as in a link), and the answers (`w=` and
 * base64url), signed with the device's key and sealed to the trainer's like the receipt. Inside they are JSON Lines: a head
 * with the receipt's hash and the number of events, then the events as the record keeps them, only of this enrolment's
 * attempts, without answers in progress. Format 1.
 */
import { fromBase64url, toBase64url } from './bytes.ts'
import { decodeEvent, type LogEvent } from './event.ts'

export const ANSWERS_VERSION = 1
/** Nothing longer is read, in characters: some thirty attempts at each of forty modules fit. */
export const LARGEST = 16_000_000
export const MOST_EVENTS = 30_000

const NAME = 'service-handbook answers'

/** `newer`: a newer handbook wrote it. `damaged`: cut or changed on its way. */
export type AnswersRefusal = 'not-one' | 'newer' | 'too-large' | 'damaged'
export type AnswersFile =
  | { readonly type: 'file'; readonly receipt: Uint8Array; readonly sealed: Uint8Array }
  | { readonly type: 'refused'; readonly why: AnswersRefusal }
export type Answers =
  | { readonly type: 'answers'; readonly receipt: string; readonly events: readonly LogEvent[] }
  | { readonly type: 'refused'; readonly why: AnswersRefusal }

export function toAnswersFile(receipt: Uint8Array, sealed: Uint8Array): string {
  return `${NAME} ${ANSWERS_VERSION}\nr=${toBase64url(receipt)}\nw=${toBase64url(sealed)}\n`
}

/** Never throws. */
export function fromAnswersFile(text: string): AnswersFile {
  const refused = (why: AnswersRefusal): AnswersFile => ({ type: 'refused', why })
  if (text.length > LARGEST) return refused('too-large')
  const [head = '', first = '', second = '', ...rest] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
  const version = versionIn(head)
  if (version === undefined) return refused('not-one')
  if (version > ANSWERS_VERSION) return refused('newer')
  const bytes = (line: string, mark: string) => (line.startsWith(mark) ? fromBase64url(line.slice(mark.length)) : undefined)
  const [receipt, sealed] = [bytes(first, 'r='), bytes(second, 'w=')]
  return receipt && sealed && rest.length === 0 ? { type: 'file', receipt, sealed } : refused('damaged')
}

function versionIn(head: string): number | undefined {
  const [, digits] = /^service-handbook answers (\d{1,4})$/.exec(head) ?? []
  return digits === undefined || Number(digits) < 1 ? undefined : Number(digits)
}

/** The events of the attempts whose seeds begin so: all that is needed to mark them again. */
export function answersUnder(seeds: string, log: readonly LogEvent[]): LogEvent[] {
  const mine = new Set(
    log.flatMap(event =>
      event.type === 'started' && event.behaviour === 'check' && event.draw.seed.startsWith(seeds) ? event.attempt : []
    )
  )
  return log.filter(event => 'attempt' in event && event.type !== 'chose' && mine.has(event.attempt))
}

/** What is sealed. `receipt`: the short hash of the sealed receipt that it belongs to. */
export function toAnswers(receipt: string, events: readonly LogEvent[]): string {
  const head = { format: NAME, v: ANSWERS_VERSION, receipt, count: events.length }
  return [head, ...events].map(line => JSON.stringify(line)).join('\n')
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Never throws; built anew from what is known and well formed, and refused whole where anything is not. */
export function decodeAnswers(text: string): Answers {
  const refused = (why: AnswersRefusal): Answers => ({ type: 'refused', why })
  if (text.length > LARGEST) return refused('too-large')
  const [first = '', ...rest] = text.split('\n')
  const head = parse(first) as { format?: unknown; v?: unknown; receipt?: unknown; count?: unknown } | null | undefined
  if (typeof head !== 'object' || head === null || head.format !== NAME) return refused('not-one')
  if (typeof head.v === 'number' && head.v > ANSWERS_VERSION) return refused('newer')
  if (head.v !== ANSWERS_VERSION || typeof head.receipt !== 'string' || !/^[0-9a-f]{16}$/.test(head.receipt)) return refused('damaged')
  if (rest.length !== head.count || rest.length > MOST_EVENTS) return refused('damaged')
  const events = rest.map(line => decodeEvent(parse(line)))
  return events.every(event => event !== undefined) ? { type: 'answers', receipt: head.receipt, events } : refused('damaged')
}
