/** Opens receipts, judges them and writes them down, a few at a time, so that the page can go on. */
import { toHex } from '../training/assignment.ts'
import { toBase64url } from '../training/bytes.ts'
import { openReceipt } from '../training/sealing.store.ts'
import { sha256Of } from '../training/sha256.ts'
import type { TrainerKey } from './cabinet.store.ts'
import { breathe, type Console, type Outcome } from './console.store.ts'
import { receiptsIn } from './inbox.ts'
import { type Reason, TOLD } from './reasons.ts'
import type { CountedRow } from './rows.ts'
import { filesOf, judge, type Told } from './verdict.ts'

/** What became of one receipt. */
export interface Line {
  readonly seal: string
  readonly type: 'counted' | 'refused'
  /** Reason or remarks. */
  readonly told: readonly (Reason | Told)[]
  /** Whose it says it is; unknown where it can't be opened. */
  readonly staff?: string
  readonly name?: string
}

export interface Report {
  readonly lines: readonly Line[]
  /** Codes that were cut or changed so that nothing can be read. */
  readonly damaged: number
}

/** Written together. Larger ones are quicker on the whole, and keep the page waiting. */
const BATCH = 200
/** Opened at the same time: while the browser works on one, the next is read. */
const TOGETHER = 16
/** Milliseconds of work before the page may breathe. */
const BREATH = 12

/** A receipt as it came. */
interface Came {
  readonly seal: string
  readonly sealed: Uint8Array
}

const came = (sealed: Uint8Array): Came => ({ seal: toHex(sha256Of(sealed).subarray(0, 8)), sealed })

type Opened = Awaited<ReturnType<typeof openOne>>

async function openOne({ seal, sealed }: Came, keys: readonly TrainerKey[]) {
  // The head names the key; without one that fits, any says why it can't be opened.
  const named = toHex(sealed.subarray(1, 5))
  const key = keys.find(({ hex }) => hex.slice(2, 10) === named) ?? keys[0]
  const opened = key ? await openReceipt(sealed, key.pair, key.hex) : ({ type: 'refused', why: 'other-trainer' } as const)
  return { seal, code: toBase64url(sealed), opened }
}

/** What was told of a receipt, and when it came, where it was counted before: by its seal. */
export type Past = ReadonlyMap<string, { readonly at: number; readonly told: readonly Told[] }>

/** Judges a batch in its order; each receipt is judged with those before it counted. */
function judged(batch: readonly Opened[], { known, refusedBefore, now }: Console, past: Past): { lines: Line[]; outcomes: Outcome[] } {
  const lines: Line[] = []
  const outcomes: Outcome[] = []
  const all = known()
  // Those of this batch are not on the disk yet.
  const fresh = filesOf()
  const files = {
    has: (seal: string) => all.files.has(seal) || fresh.has(seal),
    ofDevice: (device: string) => [...all.files.ofDevice(device), ...fresh.ofDevice(device)],
    ofStaff: (staff: string) => [...all.files.ofStaff(staff), ...fresh.ofStaff(staff)],
    add: fresh.add
  }
  const refuse = (seal: string, code: string, why: Reason, who: Partial<Line> = {}) => {
    lines.push({ ...who, seal, type: 'refused', told: [why] })
    // A second copy is nothing new, nor is a receipt that was refused for the same reason.
    if (why === 'duplicate' || refusedBefore(seal) === why || outcomes.some(one => one.seal === seal)) return
    outcomes.push({ what: 'refused', seal, told: [why], row: { seal, code, why, at: now() } })
  }
  for (const { seal, code, opened } of batch) {
    if (opened.type === 'refused') {
      refuse(seal, code, opened.why)
      continue
    }
    const { receipt } = opened.opened
    const who = { staff: receipt.staff, name: receipt.name }
    const verdict = judge(receipt, seal, { ...all, files })
    if (verdict.type === 'refused') {
      refuse(seal, code, verdict.why, who)
      continue
    }
    const before = past.get(seal)
    const told = before ? TOLD.filter(one => verdict.told.includes(one) || before.told.includes(one)) : verdict.told
    const row = { seal, code, receipt, at: Math.min(before?.at ?? now(), now()), told, opened: opened.plain }
    files.add(row)
    lines.push({ ...who, seal, type: 'counted', told })
    outcomes.push({ what: 'counted', seal, told, row })
  }
  return { lines, outcomes }
}

/** One that is here already need not be opened again. */
function alreadyHere({ seal }: Came, here: ReadonlyMap<string, CountedRow>): Line | undefined {
  const row = here.get(seal)
  return row && { seal, type: 'refused', told: ['duplicate'], staff: row.receipt.staff, name: row.receipt.name }
}

/** `onProgress` is called with how many of all are done. Rejects where the disk does: batches before are kept, none is half kept. */
export async function importFound(
  sealed: readonly Uint8Array[],
  console: Console,
  onProgress: (done: number, all: number) => void = () => undefined,
  past: Past = new Map()
): Promise<Line[]> {
  const here = new Map(console.$state.get().counted.map(row => [row.seal, row]))
  const lines: Line[] = []
  let batch: Opened[] = []
  const write = async () => {
    const opened = batch
    batch = []
    const made = await console.record(async () => {
      const { lines, outcomes } = judged(opened, console, past)
      return { made: lines, outcomes }
    })
    lines.push(...made)
  }
  const { keys } = console.$state.get()
  let breath = performance.now()
  let waiting: Came[] = []
  const open = async () => {
    const some = waiting
    waiting = []
    batch.push(...(await Promise.all(some.map(one => openOne(one, keys)))))
  }
  for (const [index, bytes] of sealed.entries()) {
    if (performance.now() - breath > BREATH) {
      onProgress(index, sealed.length)
      await breathe()
      breath = performance.now()
    }
    const one = came(bytes)
    const line = alreadyHere(one, here)
    if (line) lines.push(line)
    else waiting.push(one)
    if (waiting.length === TOGETHER) await open()
    if (batch.length >= BATCH) await write()
  }
  await open()
  await write()
  return lines
}

/** All receipts in a text. */
export async function importReceipts(
  text: string,
  console: Console,
  onProgress?: (done: number, all: number) => void,
  past?: Past
): Promise<Report> {
  const { sealed, damaged } = receiptsIn(text)
  return { lines: await importFound(sealed, console, onProgress, past), damaged }
}
