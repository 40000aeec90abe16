/**
 * Who has done what under one assignment: a row for each person, a cell for each module. Screen, print and CSV are made
 * of this and nothing else, so that they can't differ.
 */
import type { AskedPage } from '../training/askedPages.ts'
import type { Assignment } from '../training/assignment.ts'
import { type ModuleResult, type PageSaid, sameStaff } from '../training/receipt.ts'
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

/** A page that was acknowledged, as this site sees it. */
export interface PageCell extends Omit<PageSaid, 'place'> {
  /** `older`: the meaning has changed since. `other`: this site has another text under that revision. */
  readonly standing: 'said' | 'older' | 'other'
  readonly late: boolean
}

export type RowState =
  /** All modules are passed, and all pages acknowledged. */
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
  /** In the order of the assignment's pages; undefined where nothing was said. */
  readonly pages?: readonly (PageCell | undefined)[]
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

/** A page that this site does not have can't be compared. */
function standingOfPage({ lang, revision, hash }: PageSaid, page: AskedPage | undefined): PageCell['standing'] {
  const text = page?.texts[lang]
  if (!text) return 'said'
  if (revision < text.since) return 'older'
  return revision > text.revision || (revision === text.revision && hash !== text.hash) ? 'other' : 'said'
}

/** Of several devices the newest text counts, from the first time it was said. */
function pageCellOf(all: readonly PageSaid[], page: AskedPage | undefined, due: number | undefined): PageCell | undefined {
  const [first] = all.toSorted((a, b) => b.revision - a.revision || a.at - b.at)
  if (!first) return undefined
  const { lang, revision, hash, at } = first
  return { lang, revision, hash, at, standing: standingOfPage(first, page), late: due !== undefined && at > due }
}

function rowOf(
  person: Person,
  stranger: boolean,
  receipts: readonly Reported[],
  { modules, pages = [], due }: Assignment,
  around: Around
): Row {
  const { now, asked } = around
  const devices = ofDevices(receipts)
  const cells = modules.map((_, place) =>
    cellOf(
      devices.flatMap(own => own.get(place) ?? []),
      due
    )
  )
  const said = pages.map((code, place) =>
    pageCellOf(
      receipts.flatMap(({ receipt }) => (receipt.pages ?? []).filter(page => page.place === place)),
      asked.find(page => page.code === code),
      due
    )
  )
  // Whoever has said it of another text is not asked again on the learner's page: that is told, and counts.
  const isDone = cells.length > 0 && cells.every(cell => cell?.passed) && said.every(page => page && page.standing !== 'older')
  const isLate = [...cells, ...said].some(cell => cell?.late)
  const state: RowState = receipts.length === 0 ? 'absent' : !isDone ? 'working' : isLate ? 'done-late' : 'done'
  const row = {
    ...person,
    stranger,
    state,
    overdue: due !== undefined && now > due && !isDone,
    cells,
    ...(said.length > 0 && { pages: said }),
    devices: devices.length
  }
  if (receipts.length === 0) return row
  const last = Math.max(...receipts.map(({ receipt }) => receipt.made))
  return { ...row, ...(receipts.some(isDoubted) && { doubted: true as const }), last }
}

interface Around {
  readonly now: number
  /** Pages that this site asks to be acknowledged. */
  readonly asked: readonly AskedPage[]
}

/**
 * Rows for everybody in the roster, then for those who handed in and are not in it. `counted`: receipts of this assignment
 * only. Names of the roster go before names that were typed.
 */
export function matrixOf(
  assignment: Assignment,
  roster: readonly Person[],
  counted: readonly Reported[],
  now: number,
  asked: readonly AskedPage[] = []
): Row[] {
  const around = { now, asked }
  const byStaff = new Map<string, Reported[]>()
  for (const one of counted) {
    const key = sameStaff(one.receipt.staff)
    byStaff.set(key, [...(byStaff.get(key) ?? []), one])
  }
  const rows = roster.map(person => rowOf(person, false, byStaff.get(sameStaff(person.staff)) ?? [], assignment, around))
  const known = new Set(roster.map(({ staff }) => sameStaff(staff)))
  const strangers = [...byStaff].flatMap(([key, own]) => {
    const last = own.at(-1)?.receipt
    return known.has(key) || !last
      ? []
      : [rowOf({ staff: last.staff, name: last.name, team: '' }, roster.length > 0, own, assignment, around)]
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
