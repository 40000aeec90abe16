/** Answers that came with receipts: opened, marked again, and what was found is written down. Loaded when there are some. */
import { type AnswersFile, decodeAnswers } from '../training/answers.ts'
import { openAnswers, shortHash } from '../training/sealing.store.ts'
import { breathe, type Console, type Outcome } from './console.store.ts'
import { type Bank, type MarkedAgain, rescored, retold, toldOf } from './rescore.ts'
import type { CountedRow } from './rows.ts'
import { keptTries, triesText } from './tries.ts'

type Came = Extract<AnswersFile, { type: 'file' }>

/** Milliseconds of work before the page may breathe. */
const BREATH = 16
/** Written together. */
const BATCH = 40

interface Marked {
  readonly told: readonly MarkedAgain[]
  /** The device signed none of it for this receipt: it says nothing about the one whose receipt that is, and is only reported. */
  readonly foreign?: true
  /** What is kept of the answers; of none that were altered or earn something else. */
  readonly tries?: string
}

/** The verdict on the answers of a counted receipt; undefined where none of the trainer's keys is left for it. */
async function mark({ sealed }: Came, row: CountedRow, console: Console, bank: Bank): Promise<Marked | undefined> {
  const { keys, assignments } = console.$state.get()
  const { receipt, seal } = row
  const issued = assignments.find(({ assignment, hash }) => hash === receipt.hash && assignment.id.startsWith(receipt.assignment))
  const key = keys.find(({ hex }) => hex === issued?.assignment.key)
  if (!issued || !key) return undefined
  const opened = await openAnswers(sealed, key.pair, key.hex, receipt.device)
  // Anybody can put other lines behind a receipt.
  if (opened.type === 'refused') return { told: ['answers-altered'], foreign: true }
  const answers = decodeAnswers(opened.answers)
  if (answers.type === 'refused') return { told: ['answers-altered'] }
  if (answers.receipt !== seal) return { told: ['answers-altered'], foreign: true }
  const told = toldOf(rescored(receipt, issued.assignment, answers.events, bank))
  if (told.includes('score-differs')) return { told }
  return { told, tries: triesText(keptTries(answers.events, [...bank.questions.values()].flat())) }
}

/**
 * What is told of each receipt whose answers came, by its seal. Those of a receipt that is not counted are passed over: the
 * receipt was refused with its reason. Marking the same again writes nothing.
 */
export async function rescore(
  files: readonly Came[],
  console: Console,
  bank: Bank,
  onProgress: (done: number, all: number) => void = () => undefined
): Promise<ReadonlyMap<string, readonly MarkedAgain[]>> {
  const found = new Map<string, readonly MarkedAgain[]>()
  let batch = new Map<string, readonly MarkedAgain[]>()
  let tries = new Map<string, string>()
  const write = async () => {
    const told = batch
    batch = new Map()
    const kept = tries
    tries = new Map()
    await console.record(async () => {
      const outcomes = console.$state.get().counted.flatMap((row): Outcome[] => {
        const fresh = told.get(row.seal)
        const all = fresh && retold(row.told, fresh)
        if (!all || all.join() === row.told.join()) return []
        return [{ what: 'rescored', seal: row.seal, told: fresh, row: { ...row, told: all } }]
      })
      return { made: undefined, outcomes }
    })
    if (kept.size > 0) await console.keepTries(kept)
  }
  const rows = new Map(console.$state.get().counted.map(row => [row.seal, row]))
  let breath = performance.now()
  for (const [index, came] of files.entries()) {
    if (performance.now() - breath > BREATH) {
      onProgress(index, files.length)
      await breathe()
      breath = performance.now()
    }
    const row = rows.get(await shortHash(came.receipt))
    const marked = row && (await mark(came, row, console, bank))
    if (!row || !marked) continue
    found.set(row.seal, marked.told)
    if (marked.foreign) continue
    batch.set(row.seal, marked.told)
    if (marked.tries !== undefined) tries.set(row.seal, marked.tries)
    if (batch.size === BATCH) await write()
  }
  await write()
  return found
}
