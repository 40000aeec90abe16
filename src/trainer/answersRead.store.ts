/** Reads receipts question by question, a few at a time, so that the page can go on; what was read once is kept. */
import { breathe } from './console.store.ts'
import type { CountedRow, HandedOut } from './rows.ts'
import { countedUnder } from './rowsOf.ts'
import { attemptsOf, inOrder, type ModuleBank, type ReadAttempt } from './understood.ts'

export interface AnswersRead {
  readonly attempts: readonly ReadAttempt[]
  /** Receipts of another revision of the handbook: what their questions were can't be told. */
  readonly others: number
}

/** Milliseconds of work before the page may breathe. */
const BREATH = 16

const known = new WeakMap<CountedRow, readonly ReadAttempt[]>()

/** Gives up, with undefined, once `isOver` says so. */
export async function readAnswers(
  assignments: readonly HandedOut[],
  counted: readonly CountedRow[],
  banks: readonly ModuleBank[],
  revision: string,
  isOver: () => boolean,
  onProgress: (done: number, all: number) => void
): Promise<AnswersRead | undefined> {
  const rows = assignments.flatMap(handed => inOrder(countedUnder(handed, counted)).map(row => ({ row, handed })))
  const attempts: ReadAttempt[] = []
  let breath = performance.now()
  for (const [index, { row, handed }] of rows.entries()) {
    if (performance.now() - breath > BREATH) {
      onProgress(index, rows.length)
      await breathe()
      if (isOver()) return undefined
      breath = performance.now()
    }
    const own = known.get(row) ?? attemptsOf(row, handed.assignment, handed.hash, banks, revision)
    known.set(row, own)
    attempts.push(...own)
  }
  return { attempts, others: rows.filter(({ row }) => row.receipt.revision !== revision).length }
}
