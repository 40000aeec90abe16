/**
 * The ledger as a file, which can be checked without the site: `npm run -s verify FILE`. JSON Lines: a head with the number
 * of entries and the hash of the last, then one entry a line as a list of number, time, what, of, told, hash of the entry
 * before, own hash. The own hash is the SHA-256 of that list without it, as `JSON.stringify` writes it. Format 1.
 *
 * Whoever can write a file can write a whole new chain. What can't be made up is the last hash that somebody noted at the
 * time: a ledger that was cut, or written anew, no longer has it where it was.
 */
import { type Checked, type Digest, type Entry, KINDS, verify } from './ledger.ts'

export const LEDGER_VERSION = 1
const FORMAT = 'service-handbook ledger'
/** Characters that are still read: some million entries. */
export const LARGEST = 400_000_000
const HASH = /^[0-9a-f]{64}$/
const WORD = /^[\w-]{1,80}$/
const MOST_TOLD = 40
/** As few digits of a hash as somebody may have noted. Fewer prove nothing: a chain can be written until they fit. */
const NOTED = /^[0-9a-f]{16,64}$/

export function toLedgerFile(entries: readonly Entry[]): string {
  const head = { format: FORMAT, v: LEDGER_VERSION, count: entries.length, last: entries.at(-1)?.hash ?? null }
  const lines = entries.map(({ number, at, what, of, told, previous, hash }) => [number, at, what, of, told, previous, hash])
  return `${[head, ...lines].map(line => JSON.stringify(line)).join('\n')}\n`
}

/** `damaged`: what can't be read stands in this line of the file. */
export type ReadLedger =
  | { readonly type: 'ledger'; readonly entries: readonly Entry[]; readonly count: number; readonly last: string | null }
  | { readonly type: 'refused'; readonly why: 'not-one' | 'newer' | 'too-large' }
  | { readonly type: 'damaged'; readonly line: number }

/** Never throws. */
export function readLedger(text: string): ReadLedger {
  if (text.length > LARGEST) return { type: 'refused', why: 'too-large' }
  const [first = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
  const head = parse(first) as { format?: unknown; v?: unknown; count?: unknown; last?: unknown } | null | undefined
  if (typeof head !== 'object' || head === null || head.format !== FORMAT) return { type: 'refused', why: 'not-one' }
  if (typeof head.v === 'number' && head.v > LEDGER_VERSION) return { type: 'refused', why: 'newer' }
  const { v, count, last } = head
  const isHead = v === LEDGER_VERSION && Number.isSafeInteger(count) && (last === null || isText(last, HASH))
  if (!isHead) return { type: 'damaged', line: 1 }
  const entries: Entry[] = []
  for (const [index, line] of lines.entries()) {
    const entry = decodeEntry(parse(line))
    if (!entry) return { type: 'damaged', line: index + 2 }
    entries.push(entry)
  }
  return { type: 'ledger', entries, count: count as number, last: last as string | null }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const isText = (value: unknown, form: RegExp): value is string => typeof value === 'string' && form.test(value)
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

/** Of a backup: undefined where one of them can't be read, or does not follow from the one before. */
export async function decodeLedger(rows: unknown, digest: Digest): Promise<readonly Entry[] | undefined> {
  if (!Array.isArray(rows)) return undefined
  const entries: Entry[] = []
  for (const row of rows as unknown[]) {
    const { number, at, what, of, told, previous, hash } = (row ?? {}) as Record<string, unknown>
    const entry = decodeEntry([number, at, what, of, told, previous, hash])
    if (!entry) return undefined
    entries.push(entry)
  }
  return (await verify(entries, digest)).type === 'whole' ? entries : undefined
}

function decodeEntry(value: unknown): Entry | undefined {
  if (!Array.isArray(value) || value.length !== 7) return undefined
  const [number, at, what, of, told, previous, hash] = value as unknown[]
  if (!isWhole(number) || !isWhole(at) || !KINDS.some(kind => kind === what) || !isText(of, WORD)) return undefined
  if (!Array.isArray(told) || told.length > MOST_TOLD || !told.every(one => isText(one, WORD))) return undefined
  if (!isText(previous, HASH) || !isText(hash, HASH)) return undefined
  return { number, at, what: what as Entry['what'], of, told, previous, hash }
}

/** `cut`: all that is there follows, and the head tells of more, or of another end. */
export type CheckedFile =
  | (Extract<Checked, { type: 'whole' }> & { readonly last: string | null; readonly counts: Readonly<Record<string, number>> })
  | Extract<Checked, { type: 'broken' }>
  | { readonly type: 'cut'; readonly entries: number; readonly said: number }
  | Exclude<ReadLedger, { type: 'ledger' }>

export async function checkLedger(text: string, digest: Digest): Promise<CheckedFile> {
  const read = readLedger(text)
  if (read.type !== 'ledger') return read
  const { entries, count, last } = read
  const checked = await verify(entries, digest)
  if (checked.type === 'broken') return checked
  if (entries.length !== count || (entries.at(-1)?.hash ?? null) !== last) return { type: 'cut', entries: entries.length, said: count }
  const counts = new Map<string, number>()
  for (const { what } of entries) counts.set(what, (counts.get(what) ?? 0) + 1)
  return { ...checked, last, counts: Object.fromEntries(counts) }
}

/** What the command prints, and whether all is well. `noted`: a hash that somebody wrote down earlier. */
export function verdictOnFile(
  checked: CheckedFile,
  text: string,
  noted?: string
): { readonly good: boolean; readonly lines: readonly string[] } {
  const bad = (...lines: string[]) => ({ good: false, lines })
  if (checked.type === 'refused') {
    if (checked.why === 'newer') return bad('A newer handbook wrote this ledger: check it with that version.')
    return bad(checked.why === 'too-large' ? 'The file is too large to be a ledger.' : 'This is no ledger of the trainer’s console.')
  }
  if (checked.type === 'damaged') return bad(`Line ${checked.line} can’t be read: it was changed or cut.`)
  if (checked.type === 'broken')
    return bad(
      `The chain is broken at entry ${checked.at} (line ${checked.at + 1}): it was changed, moved, put in, or one before it was taken out.`
    )
  if (checked.type === 'cut')
    return bad(`The end is missing: there are ${checked.entries} entries where the head tells of ${checked.said}.`)
  const { entries, counts, last } = checked
  const held = Object.entries(counts).map(([what, count]) => `  ${what}: ${count}`)
  const whole = [`The ledger is whole: ${entries} entries.`, ...held, `Last hash: ${last ?? 'none'}`]
  const wanted = noted?.toLowerCase()
  if (wanted === undefined) return { good: true, lines: whole }
  if (!NOTED.test(wanted)) return bad('A noted hash has 16 to 64 hex digits: fewer prove nothing.')
  const at = hashesIn(text).findIndex(hash => hash.startsWith(wanted))
  if (at < 0)
    return bad(
      `The chain is whole (${entries} entries), but no entry has the hash ${noted}: this is another ledger, or it was written anew.`
    )
  const after = entries - at - 1
  const follows = after === 0 ? 'It is the last entry.' : `${after} ${after === 1 ? 'entry follows' : 'entries follow'} it.`
  return { good: true, lines: [...whole, `The noted hash ${noted} is in it, as entry ${at + 1}. ${follows}`] }
}

function hashesIn(text: string): string[] {
  const read = readLedger(text)
  return read.type === 'ledger' ? read.entries.map(({ hash }) => hash) : []
}
