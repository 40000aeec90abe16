/**
 * Who has done what under one assignment: a row for each person, a cell for each module. Screen, print and CSV are made
 * of this and nothing else, so that they can't differ.
 */
import type { Assignment } from '../training/assignment.ts'
import { type ModuleResult, sameStaff } from '../training/receipt.ts'
import type { Person } from './roster.ts'
import { standingOf, type Validity } from './validity.ts'
import type { Counted, Told } from './verdict.ts'

export interface Cell {
  readonly percent: number
  readonly passed: boolean
  /** Of all devices together. */
  readonly attempts: number
  readonly minutes: number
  /** When the attempt that counts ended: the first that passed, or the best. */
  readonly ended: number
  readonly late: boolean
  /** Two devices report different results for it; the better counts. */
  readonly differs: boolean
  /** Where a pass is valid for a time only. */
  readonly validity?: Validity
}

export type RowState =
  /** All modules are passed. */
  | 'done'
  /** All are passed, and one of them after it was due. */
  | 'done-late'
  | 'working'
  /** Nothing was handed in. */
  | 'absent'

export interface Row extends Person {
  /** Not in the roster. */
  readonly stranger: boolean
  readonly state: RowState
  /** It is past due and not all is passed. */
  readonly overdue: boolean
  /** In the order of the assignment's modules; undefined where nothing was reported. */
  readonly cells: readonly (Cell | undefined)[]
  readonly devices: number
  /** Something told of a receipt speaks against its results. */
  readonly doubted?: true
  /** When the newest receipt was made. */
  readonly last?: number
}

/** A receipt, with what is told of it where that is known. */
export interface Reported extends Counted {
  readonly told?: readonly Told[]
}

const DOUBTS: readonly Told[] = ['score-differs', 'answers-altered', 'other-draw', 'broken-chain', 'impossible']
const isDoubted = ({ told = [] }: Reported) => told.some(one => DOUBTS.includes(one))

function isBetter(one: ModuleResult, than: ModuleResult): boolean {
  if (one.passed !== than.passed) return one.passed
  if (one.passed) return one.ended < than.ended
  return one.percent > than.percent
}

/**
 * What each device has reported of each module, over all its receipts: mostly the newest tells all that the older ones told, but
 * one that was made after the assignment had been taken on anew is numbered from 1 again, and no result is lost by that.
 */
function ofDevices(receipts: readonly Counted[]): Map<number, ModuleResult>[] {
  const devices = new Map<string, Map<number, ModuleResult>>()
  for (const { receipt } of receipts) {
    const own = devices.get(receipt.device) ?? new Map<number, ModuleResult>()
    devices.set(receipt.device, own)
    for (const module of receipt.modules) {
      const other = own.get(module.place)
      const counts = other && !isBetter(module, other) ? other : module
      const attempts = Math.max(module.attempts, other?.attempts ?? 0)
      own.set(module.place, { ...counts, attempts, minutes: Math.max(module.minutes, other?.minutes ?? 0) })
    }
  }
  return [...devices.values()]
}

function cellOf(results: readonly ModuleResult[], due: number | undefined): Cell | undefined {
  const [first, ...others] = results
  if (!first) return undefined
  const counts = others.reduce((best, one) => (isBetter(one, best) ? one : best), first)
  return {
    percent: Math.max(...results.map(result => (result.passed === counts.passed ? result.percent : 0))),
    passed: counts.passed,
    attempts: results.reduce((sum, result) => sum + result.attempts, 0),
    minutes: results.reduce((sum, result) => sum + result.minutes, 0),
    ended: counts.ended,
    late: due !== undefined && counts.passed && counts.ended > due,
    differs: others.some(other => other.percent !== first.percent || other.passed !== first.passed)
  }
}

function rowOf(person: Person, stranger: boolean, receipts: readonly Reported[], { modules, due }: Assignment, now: number): Row {
  const devices = ofDevices(receipts)
  const cells = modules.map((_, place) =>
    cellOf(
      devices.flatMap(own => own.get(place) ?? []),
      due
    )
  )
  const isDone = cells.length > 0 && cells.every(cell => cell?.passed)
  const state: RowState = receipts.length === 0 ? 'absent' : !isDone ? 'working' : cells.some(cell => cell?.late) ? 'done-late' : 'done'
  const row = { ...person, stranger, state, overdue: due !== undefined && now > due && !isDone, cells, devices: devices.length }
  if (receipts.length === 0) return row
  const last = Math.max(...receipts.map(({ receipt }) => receipt.made))
  return { ...row, ...(receipts.some(isDoubted) && { doubted: true as const }), last }
}

/**
 * Rows for everybody in the roster, then for those who handed in and are not in it. `counted`: receipts of this assignment
 * only. Names of the roster go before names that were typed.
 */
export function matrixOf(assignment: Assignment, roster: readonly Person[], counted: readonly Reported[], now: number): Row[] {
  const byStaff = new Map<string, Reported[]>()
  for (const one of counted) {
    const key = sameStaff(one.receipt.staff)
    byStaff.set(key, [...(byStaff.get(key) ?? []), one])
  }
  const rows = roster.map(person => rowOf(person, false, byStaff.get(sameStaff(person.staff)) ?? [], assignment, now))
  const known = new Set(roster.map(({ staff }) => sameStaff(staff)))
  const strangers = [...byStaff].flatMap(([key, own]) => {
    const last = own.at(-1)?.receipt
    return known.has(key) || !last ? [] : [rowOf({ staff: last.staff, name: last.name, team: '' }, roster.length > 0, own, assignment, now)]
  })
  return [...rows, ...strangers]
}

/**
 * What needs somebody's attention first: overdue and absent, overdue, absent, working, then who is done, but before them those
 * whose pass has expired or soon will; else as they were.
 */
export function urgentFirst(rows: readonly Row[]): Row[] {
  const order = ['absent', 'working', 'expired', 'expiring', 'done-late', 'done']
  const isDone = ({ state }: Row) => state === 'done' || state === 'done-late'
  const urgency = (row: Row) => (row.overdue ? 0 : order.length) + order.indexOf((isDone(row) && standingOf(row)) || row.state)
  return rows.toSorted((a, b) => urgency(a) - urgency(b))
}

export interface Totals {
  readonly people: number
  readonly done: number
  readonly late: number
  readonly working: number
  readonly absent: number
  readonly overdue: number
}

export function totalsOf(rows: readonly Row[]): Totals {
  const count = (is: (row: Row) => boolean) => rows.filter(is).length
  return {
    people: rows.length,
    done: count(row => row.state === 'done' || row.state === 'done-late'),
    late: count(row => row.state === 'done-late'),
    working: count(row => row.state === 'working'),
    absent: count(row => row.state === 'absent'),
    overdue: count(row => row.overdue)
  }
}
