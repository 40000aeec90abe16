import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell, Row } from '../../src/trainer/matrix.ts'
import { urgentFirst } from '../../src/trainer/matrix.ts'
import {
  decodeMonths,
  decodeTerm,
  decodeTerms,
  monthsLater,
  passesIn,
  SOON,
  standingOf,
  termFor,
  validityOf,
  withValidity
} from '../../src/trainer/validity.ts'
import { TWELVE } from '../training/assignments.ts'
import { FULL } from '../training/receipts.ts'

const at = (text: string) => Date.parse(text)
const DAY = 86_400_000

test.each([
  ['2026-03-15T10:00:00Z', 12, '2027-03-15T10:00:00Z'],
  ['2026-01-31T10:00:00Z', 1, '2026-02-28T10:00:00Z'],
  ['2024-02-29T10:00:00Z', 12, '2025-02-28T10:00:00Z'],
  ['2026-12-31T23:59:00Z', 2, '2027-02-28T23:59:00Z']
])('%s and %d months is %s', (from, months, then) => {
  expect(new Date(monthsLater(at(from), months)).toISOString()).toBe(new Date(then).toISOString())
})

test('more months are never earlier, and a month is 28 to 31 days', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 120 }),
      (from, months) => {
        const [one, two] = [monthsLater(from.getTime(), months), monthsLater(from.getTime(), months + 1)]
        expect(Math.round((two - one) / DAY)).toBeGreaterThanOrEqual(28)
        expect(Math.round((two - one) / DAY)).toBeLessThanOrEqual(31)
      }
    )
  )
})

test('a pass is told of a month before it ends, and after; for ever is never', () => {
  const passed = at('2026-01-10T08:00:00Z')
  const until = at('2027-01-10T08:00:00Z')
  expect(validityOf(passed, 0, until + DAY)).toBeUndefined()
  expect(validityOf(passed, 12, until - SOON - 1)).toEqual({ until })
  expect(validityOf(passed, 12, until - SOON)).toEqual({ until, standing: 'expiring' })
  expect(validityOf(passed, 12, until)).toEqual({ until, standing: 'expiring' })
  expect(validityOf(passed, 12, until + 1)).toEqual({ until, standing: 'expired' })
})

const [module] = FULL.modules
if (!module) throw new Error('there is no module')
const issued = (id: string, hash: string) => ({ assignment: { ...TWELVE, id, modules: [7] }, hash })
const [OLD, NEW] = [issued('0011223344556677', '1111111111111111'), issued('8899aabbccddeeff', '2222222222222222')]
const handed = (from: typeof OLD, ended: number, passed = true) => ({
  seal: `${ended}`,
  at: ended,
  receipt: {
    ...FULL,
    staff: 'a1',
    assignment: from.assignment.id.slice(0, 8),
    hash: from.hash,
    modules: [{ ...module, place: 0, ended, passed }]
  }
})
const CELL: Cell = { percent: 90, passed: true, attempts: 1, minutes: 9, ended: at('2025-01-01T00:00:00Z'), late: false, differs: false }
const ROW: Row = { staff: 'A1', name: '', team: '', stranger: false, state: 'done', overdue: false, cells: [CELL], devices: 1 }

test('passing it once more under another assignment makes it valid again; what was handed in before stays as it was', () => {
  const first = handed(OLD, CELL.ended)
  const again = handed(NEW, at('2026-06-01T00:00:00Z'))
  const failed = handed(NEW, at('2026-07-01T00:00:00Z'), false)
  const now = at('2026-07-02T00:00:00Z')
  const standing = (counted: readonly (typeof first)[]) =>
    withValidity([ROW], [7], passesIn(counted, [OLD, NEW]), 12, now).map(row => [standingOf(row), row.cells[0]?.ended])
  expect(standing([first])).toEqual([['expired', CELL.ended]])
  expect(standing([first, failed])).toEqual([['expired', CELL.ended]])
  expect(standing([first, again])).toEqual([[undefined, CELL.ended]])
  expect(withValidity([ROW], [7], passesIn([first], [OLD]), 0, now)).toEqual([ROW])
})

test('what was not passed does not expire', () => {
  const [row] = withValidity([{ ...ROW, cells: [{ ...CELL, passed: false }, undefined] }], [7, 8], new Map(), 1, at('2030-01-01T00:00:00Z'))
  expect(row && standingOf(row)).toBeUndefined()
})

test('who must do it again comes before who is done, and after who has not begun', () => {
  const expired: Row = { ...ROW, staff: 'E', cells: [{ ...CELL, validity: { until: 0, standing: 'expired' } }] }
  const expiring: Row = { ...ROW, staff: 'F', cells: [{ ...CELL, validity: { until: 0, standing: 'expiring' } }] }
  const rows: Row[] = [
    ROW,
    expiring,
    expired,
    { ...ROW, staff: 'B', state: 'absent' },
    { ...ROW, staff: 'O', state: 'working', overdue: true }
  ]
  expect(urgentFirst(rows).map(({ staff }) => staff)).toEqual(['O', 'B', 'E', 'F', 'A1'])
})

test.each([
  [12, 12],
  [0, 0],
  [120, 120],
  [121, 0],
  [-1, 0],
  [1.5, 0],
  ['12', 0],
  [undefined, 0]
])('%j kept as months is read as %d', (kept, months) => {
  expect(decodeMonths(kept)).toBe(months)
})

test.each([
  ['2026-05-01T08:00:00Z', '03-01', '2027-03-01T15:59:00Z'],
  ['2026-01-10T08:00:00Z', '03-01', '2026-03-01T15:59:00Z'],
  // Passed while the end was being told of: it counts for the year that follows.
  ['2026-02-20T08:00:00Z', '03-01', '2027-03-01T15:59:00Z'],
  ['2026-03-01T15:59:00Z', '03-01', '2027-03-01T15:59:00Z'],
  ['2026-12-20T08:00:00Z', '01-01', '2028-01-01T15:59:00Z'],
  ['2026-05-01T08:00:00Z', '02-29', '2027-02-28T15:59:00Z'],
  ['2027-05-01T08:00:00Z', '02-29', '2028-02-29T15:59:00Z']
])('passed on %s, to the end of %s each year in Shanghai, it is valid until %s', (passed, term, until) => {
  expect(validityOf(at(passed), term, at(passed), 480)?.until).toBe(at(until))
})

test('whoever has just passed is never told that it ends soon, and has at most a year and a month', () => {
  const day = fc.integer({ min: 0, max: 365 }).map(days => new Date(Date.UTC(2024, 0, 1) + days * DAY).toISOString().slice(5, 10))
  fc.assert(
    fc.property(
      fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2060-01-01T00:00:00Z') }),
      day,
      fc.integer({ min: -56, max: 56 }),
      (passed, term, quarters) => {
        const { until = 0, standing } = validityOf(passed, term, passed, quarters * 15) ?? {}
        expect(standing).toBeUndefined()
        expect(until - passed).toBeGreaterThan(SOON)
        expect(until - passed).toBeLessThanOrEqual(SOON + 367 * DAY)
      }
    )
  )
})

test('an assignment has a term of its own, or the console’s; for ever is a term too', () => {
  const terms = decodeTerms({
    '0011223344556677': 6,
    '8899aabbccddeeff': '03-01',
    aaaaaaaaaaaaaaaa: 0,
    bad: 3,
    bbbbbbbbbbbbbbbb: '02-30',
    cccccccccccccccc: -1
  })
  expect([...terms]).toEqual([
    ['0011223344556677', 6],
    ['8899aabbccddeeff', '03-01'],
    ['aaaaaaaaaaaaaaaa', 0]
  ])
  const kept = { valid: 12, terms }
  expect(['0011223344556677', '8899aabbccddeeff', 'aaaaaaaaaaaaaaaa', 'dddddddddddddddd'].map(id => termFor(kept, id))).toEqual([
    6,
    '03-01',
    0,
    12
  ])
  for (const bad of [undefined, null, 'x', [], 5]) expect(decodeTerms(bad).size).toBe(0)
  for (const bad of ['13-01', '00-10', '04-31', '1-1', '03-01 ', 121, 1.5, null]) expect(decodeTerm(bad)).toBeUndefined()
})
