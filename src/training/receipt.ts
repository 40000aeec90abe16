/**
 * What a learner hands back: the results of an assignment as this device reports them. Nothing in it says more than the
 * learner sees before sending it.
 *
 * It is signed with the key of the device, so that a score that was altered on its way is noticed; sealed to the
 * trainer's key, so that only the trainer can read it; and it names the receipt before it, so that a missing one is. It
 * can't prove what happened on a device that its owner controls: answers that were forged there, or a clock set back.
 *
 * Format 1 of the body, in this order: version (1 byte), flags (1), the first bytes of the assignment's id (4) and of its hash (8), counter
 * (varying), hash of the receipt before (8, zeros for the first), made (4, minutes since 2024 UTC), zone (1, quarters of
 * an hour plus 128), revision of the handbook (6), staff number, name (1 + UTF-8 each), the device's public key (33),
 * modules (1 + each of them), signature (64, ECDSA P-256 with SHA-256 over the context and all before, r and s, IEEE
 * P1363). A module: its place in the assignment (1), best result in per cent with 128 for passed (1), attempts (1), which
 * of them was the best (1), minutes before `made` that it ended (varying), minutes that all took (varying), questions (1),
 * their results (2 bits each: right, partly, wrong, not answered).
 *
 * Format 2 tells of pages that were acknowledged as well, after the modules: 1 + each of them, at least one. A page: its
 * place among the assignment's pages (1), language (1: Chinese, English), revision (varying), the first bytes of the hash
 * of the text that was shown (4), minutes before `made` that it was said (varying).
 */
import type { Lang } from '../lang/text.ts'
import { fromHex, toHex } from './assignment.ts'
import { crc32, type Reader, read, type Writer, writer } from './bytes.ts'

export const RECEIPT_VERSION = 1
const WITH_PAGES = 2
/** By their numbers in the format, whatever languages the handbook has. */
const LANGUAGES: readonly Lang[] = ['zh', 'en']
/** Bytes of UTF-8. */
export const LONGEST_STAFF = 24
export const LONGEST_NAME = 48
export const NO_RECEIPT = '0'.repeat(16)
/** Before what is signed, so that a signature for something else is none for a receipt. */
const CONTEXT = new TextEncoder().encode('service-handbook receipt 1')

export const RESULTS = ['right', 'partly', 'wrong', 'unanswered'] as const
export type QuestionResult = (typeof RESULTS)[number]

export interface ModuleResult {
  /** Its place in the assignment, from 0. */
  readonly place: number
  readonly percent: number
  readonly passed: boolean
  /** How often it was tried, and which try was the best (from 1): the draw's seed follows from that. */
  readonly attempts: number
  readonly best: number
  /** When the best attempt ended: epoch milliseconds, whole minutes. */
  readonly ended: number
  /** Minutes that all attempts took together. */
  readonly minutes: number
  /** Results of the best attempt's questions in the order in which they were drawn. */
  readonly results: readonly QuestionResult[]
}

/** A page that was said to be read and followed. */
export interface PageSaid {
  /** Its place among the assignment's pages, from 0. */
  readonly place: number
  readonly lang: Lang
  readonly revision: number
  /** The first 4 bytes of the hash of the text that was shown, as hex. */
  readonly hash: string
  /** Epoch milliseconds, whole minutes. */
  readonly at: number
}

export interface Receipt {
  /** The first 4 bytes of the assignment's id, as hex. */
  readonly assignment: string
  /** The first 8 bytes of the SHA-256 of the assignment's bytes, as hex: an edited link has another. */
  readonly hash: string
  /** 1 for the first receipt of this device for this assignment. */
  readonly counter: number
  /** Hash of the sealed receipt before, like `hash`. */
  readonly previous: string
  readonly made: number
  readonly zone: number
  readonly revision: string
  readonly staff: string
  readonly name: string
  /** Compressed point of the device's key for signatures, 66 hex digits. */
  readonly device: string
  readonly modules: readonly ModuleResult[]
  /** Of the pages that the assignment asks for; without it, none was acknowledged. */
  readonly pages?: readonly PageSaid[]
}

export interface SignedReceipt {
  readonly receipt: Receipt
  readonly signature: Uint8Array
  /** What the signature is of. */
  readonly signed: Uint8Array
}

const EPOCH = Date.UTC(2024, 0, 1)
const MINUTE = 60_000
const QUARTER = 15
const SIGNATURE = 64
/** A tab may have come along with a pasted name; other control characters no field takes. */
const CONTROL = /[^\P{Cc}\t]/u
const PASSED = 128

function writeModule(out: Writer, made: number, module: ModuleResult): void {
  const { place, percent, passed, attempts, best, ended, minutes, results } = module
  if (percent > 100 || best < 1 || best > attempts || ended > made) throw new RangeError('This result makes no sense')
  out.number(place, 1)
  out.number(percent + (passed ? PASSED : 0), 1)
  out.number(attempts, 1)
  out.number(best, 1)
  out.varying((made - ended) / MINUTE)
  out.varying(minutes)
  out.number(results.length, 1)
  for (let at = 0; at < results.length; at += 4) {
    const four = results.slice(at, at + 4).map(result => RESULTS.indexOf(result))
    out.number(
      four.reduce((byte, value, index) => byte | (value << (2 * index)), 0),
      1
    )
  }
}

function writePage(out: Writer, made: number, { place, lang, revision, hash, at }: PageSaid): void {
  if (revision < 1 || at < EPOCH || !/^[0-9a-f]{8}$/.test(hash)) throw new RangeError('This acknowledgement makes no sense')
  out.number(place, 1)
  out.number(LANGUAGES.indexOf(lang), 1)
  out.varying(revision)
  out.bytes(fromHex(hash))
  out.varying((made - at) / MINUTE)
}

/** What is signed: the context and the body. Throws a RangeError for what no receipt can hold. */
export function bodyOf(receipt: Receipt): Uint8Array {
  const { assignment, hash, counter, previous, made, zone, revision, staff, name, device, modules, pages = [] } = receipt
  const out = writer()
  out.number(pages.length > 0 ? WITH_PAGES : RECEIPT_VERSION, 1)
  out.number(0, 1)
  for (const hex of [assignment, hash]) out.bytes(fromHex(hex))
  out.varying(counter)
  out.bytes(fromHex(previous))
  out.number((made - EPOCH) / MINUTE, 4)
  out.number(zone / QUARTER + 128, 1)
  out.bytes(fromHex(revision))
  out.text(staff)
  out.text(name)
  out.bytes(fromHex(device))
  out.number(modules.length, 1)
  for (const module of modules) writeModule(out, made, module)
  if (pages.length > 0) out.number(pages.length, 1)
  for (const page of pages) writePage(out, made, page)
  return out.done()
}

/** What the device's key signs, and the trainer checks. */
export function toSign(body: Uint8Array): Uint8Array {
  const signed = new Uint8Array(CONTEXT.length + body.length)
  signed.set(CONTEXT)
  signed.set(body, CONTEXT.length)
  return signed
}

/** Never throws. Undefined for what `bodyOf` with a signature behind it does not write. */
export function decodeReceipt(bytes: Uint8Array): SignedReceipt | undefined {
  if (bytes.length <= SIGNATURE) return undefined
  const body = bytes.subarray(0, -SIGNATURE)
  const receipt = read(body, reader => {
    const version = reader.number(1)
    if ((version !== RECEIPT_VERSION && version !== WITH_PAGES) || reader.number(1) !== 0) return undefined
    const hex = (count: number) => toHex(reader.bytes(count))
    const head = { assignment: hex(4), hash: hex(8), counter: reader.varying(), previous: hex(8) }
    const made = EPOCH + reader.number(4) * MINUTE
    const zone = (reader.number(1) - 128) * QUARTER
    const who = { revision: hex(6), staff: reader.text(), name: reader.text(), device: hex(33) }
    const modules = Array.from({ length: reader.number(1) }, (): ModuleResult | undefined => {
      const place = reader.number(1)
      const mark = reader.number(1)
      const attempts = reader.number(1)
      const best = reader.number(1)
      const ended = made - reader.varying() * MINUTE
      const minutes = reader.varying()
      const count = reader.number(1)
      const packed = reader.bytes(Math.ceil(count / 4))
      const results = resultsIn(packed, count)
      const percent = mark % PASSED
      if (percent > 100 || best < 1 || best > attempts || ended < EPOCH || !results) return undefined
      return { place, percent, passed: mark >= PASSED, attempts, best, ended, minutes, results }
    })
    if (who.staff === '' || CONTROL.test(who.staff + who.name)) return undefined
    if (head.counter < 1 || Math.abs(zone) > 14 * 60 || !modules.every(module => module !== undefined)) return undefined
    const places = new Set(modules.map(module => module.place))
    if (places.size < modules.length) return undefined
    if (version === RECEIPT_VERSION) return { ...head, made, zone, ...who, modules }
    const pages = pagesIn(reader, made)
    return pages && { ...head, made, zone, ...who, modules, pages }
  })
  return receipt && { receipt, signature: bytes.slice(-SIGNATURE), signed: toSign(body) }
}

function pagesIn(reader: Reader, made: number): PageSaid[] | undefined {
  const pages = Array.from({ length: reader.number(1) }, (): PageSaid | undefined => {
    const place = reader.number(1)
    const lang = LANGUAGES[reader.number(1)]
    const revision = reader.varying()
    const hash = toHex(reader.bytes(4))
    const at = made - reader.varying() * MINUTE
    return lang && revision >= 1 && at >= EPOCH ? { place, lang, revision, hash, at } : undefined
  })
  if (pages.length === 0 || !pages.every(page => page !== undefined)) return undefined
  return new Set(pages.map(({ place }) => place)).size === pages.length ? pages : undefined
}

/** Undefined where bits beyond the last question are set: the same results have one form. */
function resultsIn(packed: Uint8Array, count: number): QuestionResult[] | undefined {
  const results: QuestionResult[] = []
  for (let place = 0; place < packed.length * 4; place++) {
    const value = ((packed[place >> 2] ?? 0) >> (2 * (place & 3))) & 3
    if (place < count) results.push(RESULTS[value] ?? 'unanswered')
    else if (value !== 0) return undefined
  }
  return results
}

const asTyped = (staff: string) => staff.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** Staff numbers are typed by hand: spaces, letter case and full-width forms make no difference, nor do signs that nobody sees. */
export function sameStaff(staff: string): string {
  return asTyped(staff.replace(/\p{Cf}/gu, ''))
}

/** The work of one person under one assignment on one device: what seeds of its attempts begin with. */
export function seedsOf(hash: string, device: string, staff: string): string {
  // With signs that nobody sees, as ever: seeds that were drawn by stay the same.
  const person = crc32(new TextEncoder().encode(asTyped(staff)))
  return `${hash}.${device.slice(2, 18)}.${person.toString(16).padStart(8, '0')}.`
}

/** The seed of an attempt (from 1) under an assignment: it follows from who works where, so a copied receipt does not fit. */
export function seedOf(seeds: string, module: string, attempt: number): string {
  return `${seeds}${module}.${attempt}`
}
