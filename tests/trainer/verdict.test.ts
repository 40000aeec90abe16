import { describe, expect, test } from 'vitest'
import { type Counted, filesOf, judge, type Known, type Verdict } from '../../src/trainer/verdict.ts'
import type { Assignment } from '../../src/training/assignment.ts'
import { NO_RECEIPT, type Receipt, sameStaff } from '../../src/training/receipt.ts'
import { TWELVE } from '../training/assignments.ts'
import { FULL } from '../training/receipts.ts'

const HASH = '8899aabbccddeeff'
const NOW = Date.UTC(2026, 11, 10, 9, 0)
const DAY = 86_400_000
const ROSTER = new Map([
  ['A10432', '欧阳慧'],
  ['B2', '王磊']
])
const FIRST: Receipt = { ...FULL, counter: 1, previous: NO_RECEIPT }

const counted = (receipt: Receipt, seal: string): Counted => ({ receipt, seal, at: NOW - 1000 })
function verdictOn(receipt: Receipt, over: Partial<Known> = {}, seal = 'new', assignment: Assignment = TWELVE): Verdict {
  return judge(receipt, seal, { assignments: [{ assignment, hash: HASH }], files: filesOf(), roster: ROSTER, now: NOW, ...over })
}
function said(verdict: Verdict): readonly string[] {
  return verdict.type === 'refused' ? [verdict.why] : verdict.told
}

test('an honest receipt in time is counted, and nothing is told', () => {
  expect(verdictOn(FIRST)).toEqual({ type: 'counted', told: [], assignment: TWELVE })
})

describe('attacks and accidents, each named', () => {
  const second: Receipt = { ...FIRST, counter: 2, previous: 'seal1' }
  const module = FIRST.modules[0]
  if (!module) throw new Error('there is no module')
  const page = { place: 0, lang: 'zh', revision: 1, hash: '0a1b2c3d', at: FIRST.made } as const
  const cases: readonly [string, Receipt, string[], Partial<Known>?, Assignment?][] = [
    ['the same one again', FIRST, ['duplicate'], { files: filesOf([counted(FIRST, 'new')]) }],
    ['one for an assignment of somebody else', { ...FIRST, assignment: 'ffffffff' }, ['unknown-assignment']],
    ['a pass mark or a date changed in the link', { ...FIRST, hash: '0000000000000000' }, ['edited-link']],
    ['a module that was not assigned', { ...FIRST, modules: [{ ...module, place: 12 }] }, ['unknown-module']],
    ['a page where none was assigned', { ...FIRST, pages: [page] }, ['unknown-module']],
    ['a page that was not assigned', { ...FIRST, pages: [{ ...page, place: 1 }] }, ['unknown-module'], {}, { ...TWELVE, pages: [7] }],
    [
      'a page acknowledged before it was assigned',
      { ...FIRST, pages: [{ ...page, at: TWELVE.issued - 99 * DAY }] },
      [],
      {},
      { ...TWELVE, pages: [7] }
    ],
    ['a page acknowledged too late', { ...FIRST, pages: [page] }, ['late'], {}, { ...TWELVE, due: page.at - 1, pages: [7] }],
    ['results from before the assignment', { ...FIRST, modules: [{ ...module, ended: TWELVE.issued - DAY }] }, ['before-assignment']],
    ['an older one after a newer one', FIRST, ['older'], { files: filesOf([counted({ ...second, previous: 'new' }, 'seal2')]) }],
    [
      'one that a newer one does not know of',
      FIRST,
      ['older', 'broken-chain'],
      { files: filesOf([counted({ ...second, previous: 'x' }, 'seal2')]) }
    ],
    [
      'one that follows another than the last',
      { ...second, previous: 'x' },
      ['broken-chain'],
      { files: filesOf([counted(FIRST, 'seal1')]) }
    ],
    ['two with the same number', FIRST, ['broken-chain'], { files: filesOf([counted(FIRST, 'seal1')]) }],
    ['one after a missing one', { ...second, counter: 4 }, ['gap'], { files: filesOf([counted(FIRST, 'seal1')]) }],
    ['a first one that is not the first', second, ['gap']],
    ['one of somebody who is not in the roster', { ...FIRST, staff: 'Z9' }, ['not-on-roster']],
    ['one under a number that is another’s', { ...FIRST, staff: 'B2' }, ['other-name']],
    [
      'one person with two devices',
      { ...FIRST, device: `02${'11'.repeat(32)}` },
      ['new-device'],
      { files: filesOf([counted(FIRST, 'seal1')]) }
    ],
    [
      'one device for two people',
      { ...FIRST, staff: 'B2', name: '王磊' },
      ['shared-device'],
      { files: filesOf([counted(FIRST, 'seal1')]) }
    ],
    ['another revision of the handbook', { ...FIRST, revision: '000000000000' }, ['other-revision']],
    [
      'one finished a minute late',
      { ...FIRST, modules: [{ ...module, ended: FULL.made }] },
      ['late'],
      {},
      { ...TWELVE, due: FULL.made - 60_000 }
    ],
    ['a clock that is ahead', { ...FIRST, made: NOW + 2 * DAY }, ['clock-ahead']],
    ['passed below the pass mark', { ...FIRST, modules: [{ ...module, percent: 79 }] }, ['impossible']],
    ['a score with every answer wrong', { ...FIRST, modules: [{ ...module, percent: 90, results: ['wrong', 'wrong'] }] }, ['impossible']],
    ['all points with an answer wrong', { ...FIRST, modules: [{ ...module, percent: 100, results: ['right', 'partly'] }] }, ['impossible']],
    ['more attempts than allowed', { ...FIRST, modules: [{ ...module, attempts: 4 }] }, ['too-many-attempts']]
  ]
  test.each(cases)('%s', (_, receipt, expected, over, assignment) => {
    expect(said(verdictOn(receipt, over, 'new', assignment))).toEqual(expected)
  })
})

test('a second receipt that follows the first is counted without a word', () => {
  expect(said(verdictOn({ ...FIRST, counter: 2, previous: 'seal1' }, { files: filesOf([counted(FIRST, 'seal1')]) }))).toEqual([])
})

test('two people who take turns on one device each have a chain of their own', () => {
  const files = filesOf()
  const hand = (staff: string, name: string, counter: number, previous: string, seal: string) => {
    const receipt = { ...FIRST, staff, name, counter, previous }
    const told = said(verdictOn(receipt, { files }, seal))
    files.add(counted(receipt, seal))
    return told
  }
  expect(hand('A10432', '欧阳慧', 1, NO_RECEIPT, 'a1')).toEqual([])
  expect(hand('B2', '王磊', 1, NO_RECEIPT, 'b1')).toEqual(['shared-device'])
  expect(hand('A10432', '欧阳慧', 2, 'a1', 'a2')).toEqual(['shared-device'])
  expect(hand('b 2', '王磊', 2, 'b1', 'b2')).toEqual(['shared-device'])
  expect(hand('B2', '王磊', 3, 'b2', 'b3')).toEqual(['shared-device'])
})

test('an assignment that was taken on anew starts another chain, which goes on like the first', () => {
  const again = { ...FIRST, made: FIRST.made + 60_000 }
  const files = filesOf(
    ['seal1', 'seal2', 'seal3'].map((seal, at) => counted({ ...FIRST, counter: at + 1, previous: at ? `seal${at}` : NO_RECEIPT }, seal))
  )
  expect(said(verdictOn(again, { files }, 'again1'))).toEqual(['restarted'])
  files.add(counted(again, 'again1'))
  const next = { ...again, counter: 2, previous: 'again1' }
  expect(said(verdictOn(next, { files }, 'again2'))).toEqual([])
  expect(said(verdictOn({ ...next, previous: 'x' }, { files }, 'other'))).toEqual(['broken-chain'])
})

test('a result that can be is told nothing of: barred in spite of its points, and questions that were withdrawn', () => {
  const [module] = FIRST.modules
  if (!module) throw new Error('there is no module')
  for (const fine of [
    { percent: 95, passed: false },
    { percent: 100, results: ['right', 'unanswered'] },
    { percent: 100, results: [] }
  ] as const)
    expect(said(verdictOn({ ...FIRST, modules: [{ ...module, ...fine }] }))).toEqual([])
})

test('a clock that was set right between two receipts breaks no chain', () => {
  const files = filesOf([counted({ ...FIRST, made: FIRST.made + 60_000 }, 'seal1')])
  expect(said(verdictOn({ ...FIRST, counter: 2, previous: 'seal1' }, { files }))).toEqual([])
})

test('without a roster nobody is a stranger', () => {
  const { roster: _, ...known } = { roster: ROSTER, assignments: [{ assignment: TWELVE, hash: HASH }], files: filesOf(), now: NOW }
  expect(said(judge({ ...FIRST, staff: 'Z9' }, 'new', known))).toEqual([])
})

test('a staff number is the same however it was typed', () => {
  expect(sameStaff(' ａ104 32')).toBe('A10432')
  expect(said(verdictOn({ ...FIRST, staff: 'a 10432' }))).toEqual([])
})

test('a clock a few minutes ahead, and work finished on the stroke, are no offence', () => {
  expect(said(verdictOn({ ...FIRST, made: NOW + 10 * 60_000 }))).toEqual([])
  const [module] = FIRST.modules
  if (!module) throw new Error('there is no module')
  expect(said(verdictOn({ ...FIRST, modules: [{ ...module, ended: FULL.made }] }, {}, 'new', { ...TWELVE, due: FULL.made }))).toEqual([])
})
