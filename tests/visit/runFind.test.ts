import { expect, test } from 'vitest'
import type { RunEntry } from '../../src/visit/paper.ts'
import { matching, sameOrder, sorted } from '../../src/visit/runFind.ts'
import { HOSTILE, runOf } from './papers.ts'

const noted = (text: string): RunEntry => ({ id: text, at: 1, type: 'note', step: 'a', text })
const finished = (at: number): RunEntry => ({ id: 'f', at, type: 'finished' })
const RUNS = [
  runOf('a', { order: 'JF-001', customer: '滨江花园 李女士', changed: 1 }),
  runOf('b', { order: 'ＪＦ－００２', customer: 'Jinling Hotel', changed: 3, entries: [noted('蓝屏 Blue screen')] }),
  runOf('c', { order: '7', changed: 9, entries: [finished(5), { id: 's', at: 2, type: 'skipped', step: 'b', reason: 'catch a plane' }] }),
  runOf('d', { order: '8', changed: 2, entries: [finished(8), noted('gone'), { id: 'u', at: 9, type: 'undone', entry: 'gone' }] })
]
const found = (asked: string) => matching(RUNS, asked).map(({ id }) => id)

test.each([
  ['jf-00', ['a', 'b']],
  ['李女士', ['a']],
  ['BLUE  screen', ['b']],
  ['screen jinling', ['b']],
  ['plane', ['c']],
  ['gone', []],
  ['', ['a', 'b', 'c', 'd']],
  ['.*', []]
] as const)('“%s” finds a run by its order, customer, notes and reasons', (asked, ids) => {
  expect(found(asked)).toEqual(ids)
})

test('hostile texts are found as they are', () => {
  for (const text of HOSTILE) expect(matching([runOf('h', { customer: text })], text)).toHaveLength(1)
})

test('runs under way stand by the last change, done ones by their end', () => {
  const { underWay, done } = sorted(RUNS)
  expect(underWay.map(({ id }) => id)).toEqual(['b', 'a'])
  expect(done.map(({ id }) => id)).toEqual(['d', 'c'])
})

test('a second run of an order is noticed, whatever the width of its letters; no order is none', () => {
  expect(sameOrder(RUNS, ' jf-002 ')?.id).toBe('b')
  expect(sameOrder(RUNS, '7')?.id).toBe('c')
  expect(sameOrder(RUNS, 'JF-00')).toBeUndefined()
  expect(sameOrder([runOf('e', { order: '' })], ' ')).toBeUndefined()
})
