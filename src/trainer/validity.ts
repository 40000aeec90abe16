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

/** Months, 0 for ever; or the day of each year on which passes end, as `03-01`. */
export type Term = number | string

const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** Month and day of a term that ends on one. */
function dayIn(term: unknown): readonly [month: number, day: number] | undefined {
  const [, month, day] = typeof term === 'string' ? (/^(\d\d)-(\d\d)$/.exec(term) ?? []).map(Number) : []
  return month && day && day <= (LONGEST_MONTH[month - 1] ?? 0) ? [month, day] : undefined
}

/** What was kept as a term; undefined for what is none. */
export function decodeTerm(value: unknown): Term | undefined {
  if (dayIn(value)) return value as string
  return value === 0 || decodeMonths(value) > 0 ? (value as number) : undefined
}

/** Of assignments that have a term of their own, by their ids. */
export type Terms = ReadonlyMap<string, Term>

export function decodeTerms(value: unknown): Terms {
  const terms = Object.entries(typeof value === 'object' && value !== null ? value : {}).slice(0, 10_000)
  return new Map(
    terms.flatMap(([id, value]): [string, Term][] => {
      const term = decodeTerm(value)
      return /^[0-9a-f]{16}$/.test(id) && term !== undefined ? [[id, term]] : []
    })
  )
}

/** An assignment's own term, else the console's. */
export function termFor({ valid, terms }: { readonly valid: number; readonly terms: Terms }, id: string): Term {
  return terms.get(id) ?? valid
}

const DAY = 86_400_000
const MINUTE = 60_000
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

/** The end of that day, by a clock so many minutes east of UTC; the 28th of February where there is no 29th. */
function endOf(year: number, [month, day]: readonly [number, number], zone: number): number {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return Date.UTC(year, month - 1, Math.min(day, last), 23, 59) - zone * MINUTE
}

/** Who passes while the end is being told of has passed for the year that follows. */
function untilOf(passed: number, term: Term, zone: number): number | undefined {
  if (typeof term === 'number') return term > 0 ? monthsLater(passed, term) : undefined
  const day = dayIn(term)
  if (!day) return undefined
  const year = new Date(passed).getUTCFullYear()
  return [year, year + 1, year + 2].map(one => endOf(one, day, zone)).find(end => end - passed > SOON)
}

/** `zone`: minutes east of UTC, where a day of the year ends. */
export function validityOf(passed: number, term: Term, now: number, zone = 0): Validity | undefined {
  const until = untilOf(passed, term, zone)
  if (until === undefined) return undefined
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
export function withValidity(
  rows: readonly Row[],
  modules: readonly Code[],
  passes: Passes,
  term: Term,
  now: number,
  zone = 0
): readonly Row[] {
  if (term === 0) return rows
  return rows.map(row => ({
    ...row,
    cells: row.cells.map((cell, place) => {
      const passed = cell?.passed ? (passes.get(keyOf(row.staff, modules[place] ?? 0)) ?? cell.ended) : undefined
      const validity = passed === undefined ? undefined : validityOf(passed, term, now, zone)
      return cell && validity ? { ...cell, validity } : cell
    })
  }))
}

/** The worst of a row: one expired module is enough. */
export function standingOf({ cells }: Row): Standing | undefined {
  const standings = cells.map(cell => cell?.validity?.standing)
  return standings.includes('expired') ? 'expired' : standings.includes('expiring') ? 'expiring' : undefined
}
