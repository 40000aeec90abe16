/** How well search answers what staff type. `npm run bench:search` prints the figures by type. */
import { expect, test } from 'vitest'
import { figuresByType, judgedIn, lookups } from './judged.ts'

const search = lookups()

test('the right place is among the first three, whatever way it is asked for', () => {
  const judged = judgedIn('judged.yaml')
  expect(judged.length).toBeGreaterThanOrEqual(150)
  const figures = figuresByType(judged, search)
  expect(figures.filter(({ hit3 }) => hit3 < 0.9).map(({ type, hit3 }) => `${type} ${hit3}`)).toEqual([])
  const all = figures.at(-1)
  expect(all?.hit3).toBeGreaterThanOrEqual(0.95)
  expect(all?.nothing).toBeLessThanOrEqual(0.02)
})

test.each(['unseen.yaml', 'second-unseen.yaml', 'third-unseen.yaml'])(
  'queries that nobody had in mind are mostly answered too: %s',
  file => {
    const all = figuresByType(judgedIn(file), search).at(-1)
    expect(all?.hit3).toBeGreaterThanOrEqual(0.9)
    expect(all?.nothing).toBeLessThanOrEqual(0.02)
  }
)

test('no query stands in two sets', () => {
  const all = ['judged.yaml', 'unseen.yaml', 'second-unseen.yaml', 'third-unseen.yaml'].flatMap(file =>
    judgedIn(file).map(({ lang, query }) => `${lang} ${query}`)
  )
  expect(all.filter((query, index) => all.indexOf(query) !== index)).toEqual([])
})
