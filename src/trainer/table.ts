/** The matrix as texts: what the screen shows and what the spreadsheet file holds are these, and nothing else. */
import type { Cell, Row } from './matrix.ts'

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
}

export interface TableRow {
  readonly texts: readonly string[]
  /** How each cell looks: of modules only. */
  readonly looks: readonly (Look | undefined)[]
}
/** `none`: nothing was reported. */
export type Look = 'passed' | 'late' | 'failed' | 'none'

export interface Table {
  readonly head: readonly string[]
  readonly rows: readonly TableRow[]
}

function textOf(cell: Cell | undefined, words: TableWords): string {
  if (!cell) return '—'
  return [`${cell.passed ? '✓' : '✗'} ${cell.percent}%`, ...(cell.late ? [words.late] : []), ...(cell.differs ? [words.differs] : [])].join(
    ' · '
  )
}

const lookOf = (cell: Cell | undefined): Look => (!cell ? 'none' : !cell.passed ? 'failed' : cell.late ? 'late' : 'passed')

/** `titles`: of the modules. `timeOf`: a moment as the trainer reads it. */
export function tableOf(rows: readonly Row[], titles: readonly string[], words: TableWords, timeOf: (at: number) => string): Table {
  const { staff, name, team, state, last, devices, remark } = words
  return {
    head: [staff, name, team, state, ...titles, last, devices, remark],
    rows: rows.map(row => {
      const remarks = [...(row.overdue ? [words.overdue] : []), ...(row.stranger ? [words.stranger] : [])]
      const before = [row.staff, row.name, row.team, words.states[row.state]]
      const after = [row.last === undefined ? '—' : timeOf(row.last), String(row.devices), remarks.join(' · ')]
      return {
        texts: [...before, ...row.cells.map(cell => textOf(cell, words)), ...after],
        looks: [...before.map(() => undefined), ...row.cells.map(lookOf), ...after.map(() => undefined)]
      }
    })
  }
}

export interface Filter {
  /** Empty: all of them. */
  readonly team: string
  readonly state: Row['state'] | 'overdue' | ''
}

export function filtered(rows: readonly Row[], { team, state }: Filter): Row[] {
  return rows.filter(
    row => (team === '' || row.team === team) && (state === '' || (state === 'overdue' ? row.overdue : row.state === state))
  )
}
