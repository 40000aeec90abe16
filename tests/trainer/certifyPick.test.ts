/** Whose certificate is ticked at first, in which order, and why somebody can't have one. */
import { expect, test } from 'vitest'
import { candidatesOf } from '../../src/trainer/certify.ts'
import { byName, isTicked, withoutOf } from '../../src/trainer/certifyPick.ts'
import type { Cell, Row } from '../../src/trainer/matrix.ts'
import type { HandedOut } from '../../src/trainer/rows.ts'
import { NOW, plan } from './handing.ts'

const HANDED: HandedOut = { assignment: plan(`02${'11'.repeat(32)}`), hash: '0123456789abcdef', code: '' }
const CELL: Cell = { percent: 90, passed: true, attempts: 1, minutes: 9, ended: NOW, late: false, differs: false }
const row = (staff: string, more: Partial<Row> = {}): Row => {
  return { staff, name: staff, team: '', stranger: false, state: 'done', overdue: false, cells: [CELL], devices: 1, ...more }
}
const NOBODY = new Set<string>()

test('who is not on the list is only ticked by hand; without a list all are ticked', () => {
  const [own, other] = [row('A1'), row('X9', { stranger: true })].map(row => ({ row, until: undefined }))
  if (!own || !other) throw new Error()
  expect([own, other].map(one => isTicked(one, true, NOBODY))).toEqual([true, false])
  expect([own, other].map(one => isTicked(one, true, new Set(['A1', 'X9'])))).toEqual([false, true])
  expect([own, other].map(one => isTicked(one, false, NOBODY))).toEqual([true, true])
})

test('whose receipts raise doubts is listed, and only ticked by hand', () => {
  const rows = [row('A1'), row('B2', { doubted: true })]
  const candidates = candidatesOf(HANDED, rows)
  const [one] = candidates.doubted
  if (!one) throw new Error()
  expect(isTicked(one, true, NOBODY)).toBe(false)
  expect(isTicked(one, false, NOBODY)).toBe(false)
  expect(isTicked(one, true, new Set(['B2']))).toBe(true)
  expect(withoutOf(HANDED, rows, candidates)).toEqual([])
})

test('they stand by name, and of one name by staff number as a number', () => {
  const people = [row('10', { name: 'Zoë' }), row('9', { name: 'Zoë' }), row('3', { name: 'Ann' }), row('Bo', { name: '' })].map(row => ({
    row
  }))
  expect(byName(people, 'en-GB').map(({ row }) => row.staff)).toEqual(['3', 'Bo', '9', '10'])
  const named = ['赵敏', '陈一', '王磊'].map(name => ({ row: row(name) }))
  expect(byName(named, 'zh-CN').map(({ row }) => row.name)).toEqual(['陈一', '王磊', '赵敏'])
})

test('everybody else has a reason', () => {
  const expired: Cell = { ...CELL, validity: { until: NOW - 1, standing: 'expired' } }
  const rows = [
    row('A1'),
    row('B2', { cells: [CELL, expired] }),
    row('C3', { name: '字'.repeat(41) }),
    row('D4', { state: 'working' }),
    row('E5', { state: 'absent', cells: [undefined] })
  ]
  expect(withoutOf(HANDED, rows, candidatesOf(HANDED, rows)).map(({ row, why }) => [row.staff, why])).toEqual([
    ['B2', 'expired'],
    ['C3', 'too-long'],
    ['D4', 'working'],
    ['E5', 'absent']
  ])
})
