/** Who should have done it. Without a roster a console can't know who is missing. */
import { sameStaff } from '../training/receipt.ts'

export interface Person {
  readonly staff: string
  readonly name: string
  readonly team: string
}

export const COLUMNS = ['staff', 'name', 'team'] as const
export type Column = (typeof COLUMNS)[number]

/** Which column of a table holds what; a column that is not there has no number. */
export type Mapping = Readonly<Partial<Record<Column, number>>>

/** What the heads of columns are called where people keep their lists. */
const HEADS: Readonly<Record<Column, RegExp>> = {
  staff: /工号|员工号|员工编号|编号|人员编号|^(staff|employee|emp|personnel|payroll)?\s*(no|nr|number|id|code)?\.?$|staff|employee/i,
  name: /姓名|名字|^(full\s*)?name$/i,
  team: /部门|班组|小组|团队|岗位|team|department|dept|group|site/i
}

export const LARGEST_ROSTER = 50_000
const LONGEST = 80

/** Guesses by the first row: a list without heads has the staff number first, then the name, then the team. */
export function guessMapping(rows: readonly (readonly string[])[]): { readonly mapping: Mapping; readonly heads: boolean } {
  const first = rows[0] ?? []
  const taken = new Set<number>()
  const mapping: Partial<Record<Column, number>> = {}
  for (const column of ['name', 'team', 'staff'] as const) {
    const at = first.findIndex((head, index) => !taken.has(index) && head.trim() !== '' && HEADS[column].test(head.trim()))
    if (at < 0) continue
    taken.add(at)
    mapping[column] = at
  }
  if (mapping.name !== undefined || (mapping.staff !== undefined && !/\d/.test(first[mapping.staff] ?? ''))) return { mapping, heads: true }
  return { mapping: { staff: 0, ...(first.length > 1 && { name: 1 }), ...(first.length > 2 && { team: 2 }) }, heads: false }
}

/** A title above the heads is looked through for so many rows. */
const TITLES = 10

/** The table without empty rows at its top, and without a title above its heads. `above`: how many rows were left out. */
export function belowTitle<T extends readonly string[]>(rows: readonly T[]): { readonly rows: readonly T[]; readonly above: number } {
  const isEmpty = (row: readonly string[]) => row.every(cell => cell.trim() === '')
  const heads = rows.slice(0, TITLES).findIndex(row => {
    const { mapping, heads } = guessMapping([row])
    return heads && mapping.staff !== undefined && mapping.name !== undefined
  })
  const above = heads >= 0 ? heads : rows.findIndex(row => !isEmpty(row))
  return above < 0 ? { rows: [], above: 0 } : { rows: rows.slice(above), above }
}

export interface RosterRead {
  readonly people: readonly Person[]
  /** Staff numbers that stand there more than once: the first counts. */
  readonly repeated: readonly string[]
  /** Rows without a staff number, counted from 1 with the head. */
  readonly incomplete: readonly number[]
  /** Rows of people without a name, or without a team, though the table has such a column. */
  readonly nameless: readonly number[]
  readonly teamless: readonly number[]
}

/** A table of texts as people. Cells are cut at 80 characters; rows after 50,000 are left out. */
export function rosterOf(rows: readonly (readonly string[])[], mapping: Mapping, heads: boolean): RosterRead {
  const people = new Map<string, Person>()
  const repeated = new Set<string>()
  const incomplete: number[] = []
  const nameless: number[] = []
  const teamless: number[] = []
  for (const [index, row] of rows.slice(0, LARGEST_ROSTER + 1).entries()) {
    if ((heads && index === 0) || row.every(cell => cell.trim() === '')) continue
    const cell = (column: Column) => {
      const at = mapping[column]
      return at === undefined ? '' : (row[at] ?? '').normalize('NFKC').trim().slice(0, LONGEST)
    }
    const staff = cell('staff')
    const key = sameStaff(staff)
    if (key === '') incomplete.push(index + 1)
    else if (people.has(key)) repeated.add(staff)
    else {
      const person = { staff, name: cell('name'), team: cell('team') }
      people.set(key, person)
      if (mapping.name !== undefined && person.name === '') nameless.push(index + 1)
      if (mapping.team !== undefined && person.team === '') teamless.push(index + 1)
    }
  }
  return { people: [...people.values()], repeated: [...repeated], incomplete, nameless, teamless }
}
