/** The rows of an assignment that is in this console. */
import { matrixOf, type Row } from './matrix.ts'
import type { Person } from './roster.ts'
import type { CountedRow, HandedOut } from './rows.ts'

export function countedUnder({ assignment, hash }: HandedOut, counted: readonly CountedRow[]): CountedRow[] {
  return counted.filter(({ receipt }) => receipt.hash === hash && assignment.id.startsWith(receipt.assignment))
}

export function rowsOf(handed: HandedOut, roster: readonly Person[], counted: readonly CountedRow[], now: number): Row[] {
  return matrixOf(handed.assignment, roster, countedUnder(handed, counted), now)
}
