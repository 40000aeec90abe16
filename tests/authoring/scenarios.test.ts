import { expect, test } from 'vitest'
import { readLibrary } from '../../src/authoring/library.ts'
import { scenarios } from '../../src/authoring/scenarios.ts'
import { copyOf, remove } from './valid.ts'

function report(fixture?: string): string[] {
  const root = copyOf(fixture)
  const lines = scenarios(readLibrary(root).questions)
  remove(root)
  return lines
}

test('the report tells the length of a scenario, how many paths it has, and where the best and the worst lead', () => {
  const path = (move: string) => [1, 2, 3, 4, 5, 6, 7, 8].map(n => `${move}-${n}`).join(' > ')
  expect(report('not-in-ledger.kinds')).toEqual([
    'Scenarios: 1',
    '',
    'call-round: nodes 8, choices 8 to 8, paths 256, failing 0',
    `  best  good   4 of 4, trust 10 (4, 7), order 5 (3, 5): ${path('ask')}`,
    `  worst poor   0 of 4, trust 0 (4, 7), order 0 (3, 5): ${path('sell')}`
  ])
})

test('a scenario that goes round is named and not followed', () => {
  expect(report('endless-path')).toEqual([
    'Scenarios: 1',
    '',
    'call-round: nodes 8, and its paths can’t be followed: npm run check says why.'
  ])
})

test('a bank without scenarios says so', () => expect(report()).toEqual(['Scenarios: 0']))
