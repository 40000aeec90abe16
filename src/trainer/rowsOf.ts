/** The rows of an assignment that is in this console. */
import type { AskedPage } from '../training/askedPages.ts'
import { matrixOf, type Row } from './matrix.ts'
import type { Person } from './roster.ts'
import type { CountedRow, HandedOut } from './rows.ts'

export function countedUnder({ assignment, hash }: HandedOut, counted: readonly CountedRow[]): CountedRow[] {
  return counted.filter(({ receipt }) => receipt.hash === hash && assignment.id.startsWith(receipt.assignment))
}

/** `asked`: pages that this site asks to be acknowledged. */
export function rowsOf(
  handed: HandedOut,
  roster: readonly Person[],
  counted: readonly CountedRow[],
  now: number,
  asked: readonly AskedPage[]
): Row[] {
  return matrixOf(handed.assignment, roster, countedUnder(handed, counted), now, asked)
}
