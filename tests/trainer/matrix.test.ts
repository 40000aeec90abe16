import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cell, matrixOf, totalsOf, urgentFirst } from '../../src/trainer/matrix.ts'
import type { Counted } from '../../src/trainer/verdict.ts'
import type { Assignment } from '../../src/training/assignment.ts'
import type { ModuleResult, PageSaid } from '../../src/training/receipt.ts'
import { TWELVE } from '../training/assignments.ts'
import { FULL } from '../training/receipts.ts'

const HOUR = 3_600_000
const DUE = Date.UTC(2026, 11, 11, 10)
const ASSIGNMENT: Assignment = { ...TWELVE, due: DUE, modules: [1, 2] }
const ROSTER = [
  { staff: 'A1', name: '欧阳慧', team: '前台' },
  { staff: 'B2', name: '王磊', team: '维修' }
]

const result = (place: number, over: Partial<ModuleResult> = {}): ModuleResult => ({
  place,
  percent: 90,
  passed: true,
  attempts: 1,
  best: 1,
  ended: DUE - HOUR,
  minutes: 10,
  results: [],
  ...over
})
const handedIn = (modules: ModuleResult[], over: Partial<Counted['receipt']> = {}): Counted => ({
  seal: JSON.stringify([modules, over]),
  at: 0,
  receipt: { ...FULL, staff: 'A1', name: '慧慧', counter: 1, modules, ...over }
})
const matrix = (counted: readonly Counted[], now = DUE - HOUR) => matrixOf(ASSIGNMENT, ROSTER, counted, now)

describe('rows', () => {
  test('everybody in the roster has one, by the roster’s name; who handed nothing in is absent', () => {
    const rows = matrix([handedIn([result(0), result(1)])])
    expect(rows.map(({ name, state, overdue }) => [name, state, overdue])).toEqual([
      ['欧阳慧', 'done', false],
      ['王磊', 'absent', false]
    ])
  })
  test('after the due instant who is not done is overdue, and comes first', () => {
    const rows = urgentFirst(
      matrix([handedIn([result(0)]), handedIn([result(0), result(1)], { staff: 'B2', device: `02${'11'.repeat(32)}` })], DUE + 1)
    )
    expect(rows.map(({ staff, state, overdue }) => [staff, state, overdue])).toEqual([
      ['A1', 'working', true],
      ['B2', 'done', false]
    ])
  })
  test('one that is not in the roster is shown as a stranger; without a roster nobody is', () => {
    const one = handedIn([result(0)], { staff: 'Z9', name: '过客' })
    expect(matrix([one]).at(-1)).toMatchObject({ staff: 'Z9', name: '过客', stranger: true, state: 'working' })
    expect(matrixOf(ASSIGNMENT, [], [one], 0)).toMatchObject([{ staff: 'Z9', stranger: false }])
  })
})

describe('cells', () => {
  const cell = (...counted: readonly Counted[]): Cell | undefined => matrix(counted)[0]?.cells[0]
  test('a newer receipt of the same device takes the place of the older, in whatever order they came', () => {
    const older = handedIn([result(0, { percent: 40, passed: false })], { counter: 1 })
    const newer = handedIn([result(0, { attempts: 2, minutes: 25 })], { counter: 2 })
    expect(cell(older, newer)).toEqual(cell(newer, older))
    expect(cell(older, newer)).toMatchObject({ percent: 90, passed: true, attempts: 2, minutes: 25, differs: false })
  })
  test('what a device reports after the assignment was taken on anew counts beside what it reported before', () => {
    const failed = result(0, { percent: 40, passed: false, attempts: 2, minutes: 20 })
    const before = handedIn([failed, result(1)], { counter: 4 })
    const anew = handedIn([result(0)], { counter: 1, made: FULL.made + 60_000 })
    for (const order of [
      [before, anew],
      [anew, before]
    ]) {
      const [row] = matrix(order)
      expect(row).toMatchObject({ state: 'done', devices: 1 })
      expect(row?.cells).toMatchObject([
        { percent: 90, passed: true, attempts: 2, minutes: 20, differs: false },
        { passed: true, attempts: 1 }
      ])
    }
  })
  test('two devices: the first pass counts, attempts and minutes are added, and the difference is told', () => {
    const phone = handedIn([result(0, { percent: 95, ended: DUE + HOUR })], { device: `02${'11'.repeat(32)}` })
    const laptop = handedIn([result(0, { percent: 85, ended: DUE - HOUR, attempts: 3 })])
    expect(cell(phone, laptop)).toEqual({
      percent: 95,
      passed: true,
      attempts: 4,
      minutes: 20,
      ended: DUE - HOUR,
      late: false,
      differs: true
    })
  })
  test('a pass is never undone by a failure with more points', () => {
    const barred = handedIn([result(0, { percent: 98, passed: false })], { device: `02${'11'.repeat(32)}` })
    expect(cell(barred, handedIn([result(0, { percent: 82 })]))).toMatchObject({ passed: true, percent: 82 })
  })
  test('passed after the due instant is late, on it is not', () => {
    expect(cell(handedIn([result(0, { ended: DUE + 60_000 })]))?.late).toBe(true)
    expect(cell(handedIn([result(0, { ended: DUE })]))?.late).toBe(false)
    expect(matrix([handedIn([result(0, { ended: DUE + 60_000 }), result(1)])])[0]?.state).toBe('done-late')
  })
})

test('the totals add up, whatever was handed in', () => {
  const any = fc.record({
    who: fc.constantFrom('A1', 'B2', 'Z9'),
    place: fc.nat({ max: 1 }),
    passed: fc.boolean(),
    counter: fc.integer({ min: 1, max: 5 })
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), list => {
      const rows = matrix(list.map(({ who, place, passed, counter }) => handedIn([result(place, { passed })], { staff: who, counter })))
      const { people, done, working, absent } = totalsOf(rows)
      expect(done + working + absent).toBe(people)
      expect(new Set(rows.map(row => row.staff)).size).toBe(people)
      expect(urgentFirst(rows)).toHaveLength(people)
    })
  )
})

describe('pages that are to be acknowledged', () => {
  const PAGES: Assignment = { ...ASSIGNMENT, modules: [1], pages: [7, 8] }
  const text = { revision: 3, since: 2, hash: 'aaaaaaaa' }
  const SITE = [7, 8].map(code => ({ id: `visit/${code}`, code, texts: { zh: text, en: text } }))
  const said = (place: number, over: Partial<PageSaid> = {}): PageSaid => ({
    place,
    lang: 'zh',
    revision: 3,
    hash: 'aaaaaaaa',
    at: DUE - HOUR,
    ...over
  })
  const row = (pages: readonly PageSaid[], ...others: readonly PageSaid[][]) => {
    const devices = [pages, ...others].map((pages, index) => handedIn([result(0)], { pages, device: `02${String(index).repeat(64)}` }))
    return matrixOf(PAGES, ROSTER, devices, DUE - HOUR, SITE)[0]
  }

  test('nobody is done before all of them are acknowledged', () => {
    expect(row([])?.state).toBe('working')
    expect(row([said(0)])).toMatchObject({ state: 'working', pages: [{ standing: 'said', revision: 3, at: DUE - HOUR }, undefined] })
    expect(row([said(0), said(1)])?.state).toBe('done')
    expect(row([said(0), said(1, { at: DUE + 1 })])).toMatchObject({ state: 'done-late', pages: [{ late: false }, { late: true }] })
  })
  test('an older text does not count; an earlier revision of the same meaning does', () => {
    expect(row([said(0), said(1, { revision: 1, hash: 'bbbbbbbb' })])).toMatchObject({
      state: 'working',
      pages: [{}, { standing: 'older' }]
    })
    expect(row([said(0), said(1, { revision: 2, hash: 'bbbbbbbb' })])).toMatchObject({ state: 'done', pages: [{}, { standing: 'said' }] })
  })
  test.each([{ hash: 'bbbbbbbb' }, { revision: 4 }])('a text that is not here under its revision is told: %o', over => {
    expect(row([said(0, over), said(1)])).toMatchObject({ state: 'done', pages: [{ standing: 'other' }, { standing: 'said' }] })
  })
  test('of two devices the newest text counts, from the first time it was said', () => {
    const both = row([said(0, { revision: 1 }), said(1)], [said(0, { at: DUE - 2 * HOUR })])
    expect(both).toMatchObject({ state: 'done', pages: [{ revision: 3, at: DUE - 2 * HOUR }, { revision: 3 }] })
  })
  test('without pages a row has none', () => expect(matrix([handedIn([result(0)])])[0]).not.toHaveProperty('pages'))
})
