/**
 * The matrix as texts: what the screen shows, what is printed and what the spreadsheet file holds are these, and nothing else.
 */
import { fill } from '../lang/text.ts'
import type { Cell, PageCell, Row } from './matrix.ts'
import { urgentFirst } from './matrix.ts'
import { standingOf } from './validity.ts'

export interface TableWords {
  readonly staff: string
  readonly name: string
  readonly team: string
  readonly state: string
  readonly last: string
  readonly devices: string
  readonly remark: string
  readonly states: Readonly<Record<Row['state'], string>>
  readonly overdue: string
  readonly stranger: string
  readonly late: string
  readonly differs: string
  readonly expired: string
  readonly expiring: string
  readonly validUntil: string
  readonly validOver: string
  readonly pageSaid: string
  readonly pageNot: string
  readonly pageOlder: string
  readonly pageOther: string
}

export interface TableRow {
  readonly texts: readonly string[]
  /** How each cell looks: of modules and pages only. */
  readonly looks: readonly (Look | undefined)[]
}
/** `none`: nothing was reported. `old`: passed, and that is no longer valid; or said of an older text. */
export type Look = 'passed' | 'late' | 'failed' | 'none' | 'old'

export interface Table {
  readonly head: readonly string[]
  readonly rows: readonly TableRow[]
}

/** A moment as the trainer reads it: to the minute, or its day. */
export interface Times {
  timeOf(at: number): string
  dayOf(at: number): string
}

function textOf(cell: Cell | undefined, words: TableWords, { dayOf }: Times): string {
  if (!cell) return '—'
  const { passed, percent, late, differs, validity } = cell
  const valid =
    validity?.standing && fill(validity.standing === 'expired' ? words.validOver : words.validUntil, { day: dayOf(validity.until) })
  return [
    `${passed ? '✓' : '✗'} ${percent}%`,
    ...(late ? [words.late] : []),
    ...(differs ? [words.differs] : []),
    ...(valid ? [valid] : [])
  ].join(' · ')
}

function lookOf(cell: Cell | undefined): Look {
  if (!cell) return 'none'
  if (!cell.passed) return 'failed'
  if (cell.validity?.standing === 'expired') return 'old'
  return cell.late ? 'late' : 'passed'
}

function pageText(page: PageCell | undefined, words: TableWords, { dayOf }: Times): string {
  if (!page) return words.pageNot
  const { standing, at, revision, late } = page
  return [
    `${standing === 'older' ? '✗' : '✓'} ${fill(words.pageSaid, { day: dayOf(at), n: revision })}`,
    ...(late ? [words.late] : []),
    ...(standing === 'older' ? [words.pageOlder] : standing === 'other' ? [words.pageOther] : [])
  ].join(' · ')
}

function pageLook(page: PageCell | undefined): Look {
  if (!page) return 'none'
  if (page.standing !== 'said') return 'old'
  return page.late ? 'late' : 'passed'
}

/** `titles`: of the modules, then of the pages. */
export function tableOf(rows: readonly Row[], titles: readonly string[], words: TableWords, times: Times): Table {
  const { staff, name, team, state, last, devices, remark } = words
  return {
    head: [staff, name, team, state, ...titles, last, devices, remark],
    rows: rows.map(row => {
      const { pages = [] } = row
      const standing = standingOf(row)
      const remarks = [
        ...(row.overdue ? [words.overdue] : []),
        ...(standing ? [words[standing]] : []),
        ...(row.stranger ? [words.stranger] : [])
      ]
      const before = [row.staff, row.name, row.team, words.states[row.state]]
      const after = [row.last === undefined ? '—' : times.timeOf(row.last), String(row.devices), remarks.join(' · ')]
      return {
        texts: [
          ...before,
          ...row.cells.map(cell => textOf(cell, words, times)),
          ...pages.map(page => pageText(page, words, times)),
          ...after
        ],
        looks: [...before.map(() => undefined), ...row.cells.map(lookOf), ...pages.map(pageLook), ...after.map(() => undefined)]
      }
    })
  }
}

/** What is asked of a row beside its own state. */
export const STATES = ['overdue', 'absent', 'working', 'done', 'done-late', 'expired', 'expiring'] as const

export interface Filter {
  /** Empty: all of them. */
  readonly team: string
  readonly state: (typeof STATES)[number] | ''
  /** Only who last handed in from then on, and before then: epoch milliseconds. Who handed nothing in has no such time. */
  readonly from?: number | undefined
  readonly before?: number | undefined
}

function hasState(row: Row, state: Filter['state']): boolean {
  if (state === '') return true
  if (state === 'overdue') return row.overdue
  return state === 'expired' || state === 'expiring' ? standingOf(row) === state : row.state === state
}

export function within(at: number | undefined, { from, before }: Pick<Filter, 'from' | 'before'>): boolean {
  if (from === undefined && before === undefined) return true
  return at !== undefined && (from === undefined || at >= from) && (before === undefined || at < before)
}

export function filtered(rows: readonly Row[], filter: Filter): Row[] {
  return rows.filter(row => (filter.team === '' || row.team === filter.team) && hasState(row, filter.state) && within(row.last, filter))
}

/** Who is shown, in this order: on the screen a hundred at a time, on paper and in the file all of them. */
export function shownRows(rows: readonly Row[], filter: Filter): Row[] {
  return urgentFirst(filtered(rows, filter))
}
