/**
 * What a trainer hands out: which modules, until when, to what mark. A link carries it in its fragment, which no browser
 * sends to a server; a QR code carries the same bytes as digits. It is public: whoever has the link can read it, so it
 * never holds a learner's name.
 *
 * Format 1, in this order: version (1 byte), flags (1), id (8), issued and due (4 each, minutes since 2024 UTC; due 0:
 * none), the trainer's zone (1, quarters of an hour east of UTC plus 128), pass mark (1, per cent; 0: each module's own),
 * attempts (1; 0: any number), revision of the catalogue (6), modules (1 + 3 each), rules that must be kept (1 + 3 each),
 * title, by whom and note (1 + UTF-8 each), the trainer's public key (33, a compressed point of P-256, SEC 1) and a
 * CRC-32 of all before (4). Format 2 asks pages to be acknowledged as well: they stand after the rules in the same form, at
 * least one. In any later format the version stays first and the CRC-32 last.
 */
import { crc32, fromBase64url, fromDigits, read, toBase64url, toDigits, writer } from './bytes.ts'

/** Three bytes that stand for a module, a rule or a page: the first of the SHA-256 of its id. A build fails where two are the same. */
export type Code = number

export interface Assignment {
  /** 8 random bytes as 16 hex digits. */
  readonly id: string
  /** Epoch milliseconds, whole minutes. */
  readonly issued: number
  readonly due?: number
  /** Minutes east of UTC where the trainer is when it is due, in quarters of an hour. */
  readonly zone: number
  /** Per cent that each module needs; without it, each module's own mark. */
  readonly pass?: number
  /** How often a module may be tried; without it, as often as one likes. */
  readonly attempts?: number
  /** Twelve hex digits: the revision of the handbook it was made with. */
  readonly revision: string
  readonly modules: readonly Code[]
  /** A module is not passed where a question of one of these was answered wrongly. */
  readonly mustPass: readonly Code[]
  /** Pages to be read and acknowledged; without it, none. */
  readonly pages?: readonly Code[]
  readonly title: string
  readonly by: string
  readonly note: string
  /** Compressed point of P-256, 66 hex digits. Receipts are sealed to it. */
  readonly key: string
}

export const VERSION = 1
const WITH_PAGES = 2
export const MOST_MODULES = 40
export const MOST_RULES = 20
export const MOST_PAGES = 12
/** Bytes of UTF-8. */
export const LONGEST = { title: 60, by: 30, note: 200 } as const
/** Nothing that is longer is read, in characters: the longest assignment as digits has fewer. */
export const LARGEST = 1600
/** Lines and words that a pasted code may be broken into. */
const MOST_PIECES = 100

/** Why something is no assignment: none of it was read, it was changed or cut on its way, or a newer handbook wrote it. */
export type AssignmentRefusal = 'not-one' | 'damaged' | 'newer'
export type ReadAssignment =
  | { readonly type: 'assignment'; readonly assignment: Assignment; readonly bytes: Uint8Array }
  | { readonly type: 'refused'; readonly why: AssignmentRefusal }

export type AssignmentFault =
  | 'no-module'
  | 'too-many-modules'
  | 'too-many-rules'
  | 'too-many-pages'
  | 'repeated'
  | 'title-too-long'
  | 'by-too-long'
  | 'note-too-long'

const EPOCH = Date.UTC(2024, 0, 1)
const MINUTE = 60_000
const QUARTER = 15

const utf8 = (text: string) => new TextEncoder().encode(text)

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += HEX[byte]
  return text
}

export function fromHex(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length >> 1)
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(text.slice(2 * at, 2 * at + 2), 16)
  return bytes
}

/** What keeps an assignment from being made, for the trainer to see before it is handed out. */
export function faultsOf({ modules, mustPass, pages = [], title, by, note }: Assignment): AssignmentFault[] {
  const faults: AssignmentFault[] = []
  if (modules.length === 0) faults.push('no-module')
  if (modules.length > MOST_MODULES) faults.push('too-many-modules')
  if (mustPass.length > MOST_RULES) faults.push('too-many-rules')
  if (pages.length > MOST_PAGES) faults.push('too-many-pages')
  if ([modules, mustPass, pages].some(codes => new Set(codes).size < codes.length)) faults.push('repeated')
  if (utf8(title).length > LONGEST.title) faults.push('title-too-long')
  if (utf8(by).length > LONGEST.by) faults.push('by-too-long')
  if (utf8(note).length > LONGEST.note) faults.push('note-too-long')
  return faults
}

/** Throws a RangeError for an assignment that has faults, or a field out of its range. */
export function encodeAssignment(assignment: Assignment): Uint8Array {
  const [fault] = faultsOf(assignment)
  if (fault) throw new RangeError(fault)
  const { id, issued, due, zone, pass, attempts, revision, modules, mustPass, pages = [], title, by, note, key } = assignment
  const out = writer()
  const minutes = (at: number) => (at - EPOCH) / MINUTE
  out.number(pages.length > 0 ? WITH_PAGES : VERSION, 1)
  out.number(0, 1)
  out.bytes(exactly(fromHex(id), 8))
  out.number(minutes(issued), 4)
  out.number(due === undefined ? 0 : minutes(due), 4)
  out.number(zone / QUARTER + 128, 1)
  out.number(pass ?? 0, 1)
  out.number(attempts ?? 0, 1)
  out.bytes(exactly(fromHex(revision), 6))
  for (const codes of pages.length > 0 ? [modules, mustPass, pages] : [modules, mustPass]) {
    out.number(codes.length, 1)
    for (const code of codes) out.number(code, 3)
  }
  for (const text of [title, by, note]) out.text(text)
  out.bytes(exactly(fromHex(key), 33))
  return sealed(out.done())
}

function exactly(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new RangeError(`${bytes.length} bytes where there must be ${length}`)
  return bytes
}

/** With its CRC-32 behind it. */
function sealed(body: Uint8Array): Uint8Array {
  const out = writer()
  out.bytes(body)
  out.number(crc32(body), 4)
  return out.done()
}

/** Never throws, whatever the bytes are. */
export function decodeAssignment(bytes: Uint8Array): ReadAssignment {
  const refused = (why: AssignmentRefusal): ReadAssignment => ({ type: 'refused', why })
  if (bytes.length < 6) return refused('not-one')
  const body = bytes.subarray(0, -4)
  if (read(bytes.subarray(-4), reader => reader.number(4)) !== crc32(body)) return refused('damaged')
  if ((bytes[0] ?? 0) > WITH_PAGES) return refused('newer')
  const assignment = read(body, reader => {
    const version = reader.number(1)
    if (version < VERSION || reader.number(1) !== 0) return undefined
    const id = toHex(reader.bytes(8))
    const issued = EPOCH + reader.number(4) * MINUTE
    const due = reader.number(4)
    const zone = (reader.number(1) - 128) * QUARTER
    const pass = reader.number(1)
    const attempts = reader.number(1)
    const revision = toHex(reader.bytes(6))
    const codes = () => Array.from({ length: reader.number(1) }, () => reader.number(3))
    const modules = codes()
    const mustPass = codes()
    const pages = version === WITH_PAGES ? codes() : undefined
    const [title, by, note] = [reader.text(), reader.text(), reader.text()]
    const key = toHex(reader.bytes(33))
    if (pass > 100 || Math.abs(zone) > 14 * 60 || pages?.length === 0) return undefined
    const found: Assignment = {
      id,
      issued,
      ...(due > 0 && { due: EPOCH + due * MINUTE }),
      zone,
      ...(pass > 0 && { pass }),
      ...(attempts > 0 && { attempts }),
      revision,
      modules,
      mustPass,
      ...(pages && { pages }),
      title,
      by,
      note,
      key
    }
    return faultsOf(found).length === 0 && /^0[23]/.test(key) ? found : undefined
  })
  return assignment ? { type: 'assignment', assignment, bytes } : refused('not-one')
}

/** The mark before the bytes in a link's fragment: letters, or digits from a QR code. */
const LETTERS = 'a='
const NUMBERS = 'd='

/** The fragment of a link, without `#`. */
export function toFragment(bytes: Uint8Array): string {
  return LETTERS + toBase64url(bytes)
}

/** The same as digits, which a QR code packs more densely than letters. */
export function toDigitFragment(bytes: Uint8Array): string {
  return NUMBERS + toDigits(bytes)
}

/**
 * Reads what a learner was sent: a whole link, its fragment, or only the code, as pasted from a chat that broke it into
 * lines or put words around it. Never throws.
 */
export function readAssignment(pasted: string): ReadAssignment {
  if (pasted.length > LARGEST * 4) return { type: 'refused', why: 'not-one' }
  const [, mark, behind] = /(?:^|[#\s])([ad])=([\w\s-]+)/.exec(pasted) ?? []
  const pieces = (behind ?? pasted).trim().split(/\s+/).slice(0, MOST_PIECES)
  let worst: ReadAssignment = { type: 'refused', why: mark === undefined ? 'not-one' : 'damaged' }
  // Words may follow the code: it ends where its checksum is right.
  for (let joined = ''; pieces.length > 0; ) {
    joined += pieces.shift()
    const bytes = joined.length > LARGEST ? undefined : mark === 'd' ? fromDigits(joined) : fromBase64url(joined)
    const found: ReadAssignment = bytes ? decodeAssignment(bytes) : worst
    if (found.type === 'assignment') return found
    if (found.why === 'newer' || (found.why === 'damaged' && joined.length > 60)) worst = found
  }
  return worst
}
