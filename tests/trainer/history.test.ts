import { expect, test } from 'vitest'
import { historyOf } from '../../src/trainer/history.ts'
import type { CountedRow } from '../../src/trainer/rows.ts'
import type { ModuleResult, Receipt } from '../../src/training/receipt.ts'
import { TWELVE } from '../training/assignments.ts'
import { FULL } from '../training/receipts.ts'

const MINUTE = 60_000
const FIRST = { assignment: { ...TWELVE, title: 'first', modules: [11, 22], pages: [33], due: FULL.made }, hash: FULL.hash }
const SECOND = { assignment: { ...TWELVE, id: 'ffeeddccbbaa9988', title: 'second', modules: [22] }, hash: '2222222222222222' }

const result = (more: Partial<ModuleResult> = {}): ModuleResult => ({
  place: 0,
  percent: 60,
  passed: false,
  attempts: 1,
  best: 1,
  ended: FULL.made - 60 * MINUTE,
  minutes: 9,
  results: ['right', 'wrong'],
  ...more
})
let seals = 0
function row(modules: readonly ModuleResult[], more: Partial<Receipt> = {}): CountedRow {
  const receipt = { ...FULL, assignment: FIRST.assignment.id.slice(0, 8), staff: 'A1', modules, ...more }
  return { seal: String(seals++), code: '', opened: new Uint8Array(), told: [], at: FULL.made, receipt }
}
const read = (...counted: CountedRow[]) => historyOf(' a1 ', counted, [FIRST, SECOND])

test('a better attempt stands beside the one before, and a receipt that repeats one adds nothing but how many there were', () => {
  const weak = result()
  const strong = result({ percent: 95, passed: true, attempts: 3, best: 3, ended: FULL.made - 5 * MINUTE })
  const { attempts, receipts } = read(
    row([strong], { made: FULL.made + 2, counter: 3 }),
    row([weak], { made: FULL.made, counter: 1 }),
    row([{ ...weak, attempts: 2 }], { made: FULL.made + 1, counter: 2 })
  )
  expect(attempts.map(({ percent, best, attempts: all }) => [percent, best, all])).toEqual([
    [60, 1, 2],
    [95, 3, 3]
  ])
  expect(receipts.map(({ row: one }) => one.receipt.counter)).toEqual([1, 2, 3])
})

test('attempts of all assignments and devices stand in the order of time', () => {
  const other = { device: `02${'ab'.repeat(32)}` }
  const { attempts } = read(
    row([result({ ended: 3 * MINUTE })]),
    row([result({ ended: 1 * MINUTE })], other),
    row([result({ ended: 2 * MINUTE })], { hash: SECOND.hash, assignment: SECOND.assignment.id.slice(0, 8) })
  )
  expect(attempts.map(({ ended, title, module, device }) => [ended / MINUTE, title, module, device])).toEqual([
    [1, 'first', 11, 'abababab'],
    [2, 'second', 22, 'cdcdcdcd'],
    [3, 'first', 11, 'cdcdcdcd']
  ])
})

test('two results that name the same attempt and differ are both shown', () => {
  expect(read(row([result()]), row([result({ percent: 99 })])).attempts).toHaveLength(2)
})

test('another person, and an assignment that is not here, have no part in it', () => {
  expect(read(row([result()], { staff: 'B2' }), row([result()], { hash: '3333333333333333' }))).toEqual({
    attempts: [],
    pages: [],
    receipts: []
  })
})

test('a page is told once, as its first receipt tells of it; a later revision stands beside it', () => {
  const page = { place: 0, lang: 'zh', revision: 1, hash: '0a1b2c3d', at: FULL.made - 9 * MINUTE } as const
  const newer = { ...page, revision: 2, at: FULL.made + MINUTE }
  const { pages } = read(
    row([], { pages: [newer], made: FULL.made + 3 }),
    row([], { pages: [page], made: FULL.made + 1 }),
    row([], { pages: [page, { ...page, place: 9 }], made: FULL.made + 2 })
  )
  expect(pages.map(({ page, revision, title, late }) => [page, revision, title, late])).toEqual([
    [33, 1, 'first', false],
    [33, 2, 'first', true]
  ])
})

test('what ended after it was due is late', () => {
  const { attempts } = read(row([result(), result({ place: 1, ended: FULL.made + MINUTE })]))
  expect(attempts.map(({ late }) => late)).toEqual([false, true])
})
