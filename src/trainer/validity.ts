/**
 * How long a pass is valid. Nothing that was handed in is changed by it: it is worked out anew whenever it is shown, from
 * the newest pass of a module that any assignment has brought. Months are those of UTC, so that every clock agrees.
 */
import type { Code } from '../training/assignment.ts'
import { sameStaff } from '../training/receipt.ts'
import type { Row } from './matrix.ts'
import type { Counted, Issued } from './verdict.ts'

export type Standing = 'expiring' | 'expired'

export interface Validity {
  /** Epoch milliseconds. */
  readonly until: number
  /** Undefined while nothing needs to be done. */
  readonly standing?: Standing
}

export const MOST_MONTHS = 120
/** What was kept as a number of months; 0 for what is none. */
export function decodeMonths(value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= MOST_MONTHS ? (value as number) : 0
}

const DAY = 86_400_000
/** An end is told of so long before. */
export const SOON = 30 * DAY

/** The same day and time some months later; the last of its month where it has no such day. */
export function monthsLater(at: number, months: number): number {
  const from = new Date(at)
  const then = new Date(at)
  then.setUTCDate(1)
  then.setUTCMonth(from.getUTCMonth() + months)
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate()
  then.setUTCDate(Math.min(from.getUTCDate(), last))
  return then.getTime()
}

/** `months`: 0 for ever. */
export function validityOf(passed: number, months: number, now: number): Validity | undefined {
  if (months <= 0) return undefined
  const until = monthsLater(passed, months)
  if (now > until) return { until, standing: 'expired' }
  return until - now <= SOON ? { until, standing: 'expiring' } : { until }
}

/** When each person last passed each module, under whatever assignment. */
export type Passes = ReadonlyMap<string, number>
const keyOf = (staff: string, module: Code) => `${module} ${sameStaff(staff)}`

export function passesIn(counted: readonly Counted[], issued: readonly Issued[]): Passes {
  const modulesOf = new Map(issued.map(({ assignment, hash }) => [`${hash} ${assignment.id.slice(0, 8)}`, assignment.modules]))
  const passes = new Map<string, number>()
  for (const { receipt } of counted) {
    const modules = modulesOf.get(`${receipt.hash} ${receipt.assignment}`) ?? []
    for (const { place, passed, ended } of receipt.modules) {
      const module = modules[place]
      if (!passed || module === undefined) continue
      const key = keyOf(receipt.staff, module)
      passes.set(key, Math.max(ended, passes.get(key) ?? 0))
    }
  }
  return passes
}

/** The rows of an assignment with these modules; what was passed says until when that is valid. */
export function withValidity(rows: readonly Row[], modules: readonly Code[], passes: Passes, months: number, now: number): readonly Row[] {
  if (months <= 0) return rows
  return rows.map(row => ({
    ...row,
    cells: row.cells.map((cell, place) => {
      const passed = cell?.passed ? (passes.get(keyOf(row.staff, modules[place] ?? 0)) ?? cell.ended) : undefined
      const validity = passed === undefined ? undefined : validityOf(passed, months, now)
      return cell && validity ? { ...cell, validity } : cell
    })
  }))
}

/** The worst of a row: one expired module is enough. */
export function standingOf({ cells }: Row): Standing | undefined {
  const standings = cells.map(cell => cell?.validity?.standing)
  return standings.includes('expired') ? 'expired' : standings.includes('expiring') ? 'expiring' : undefined
}
