/** The claim of the review page, played: fewer questions, kept longer. `npm run bench:retention` prints the whole table. */
import { expect, test } from 'vitest'
import { fsrs6 } from '../../src/training/fsrs6.ts'
import { fsrs, LONGEST, RETENTION } from '../../src/training/reviewMemory.ts'
import { asFsrs, COURSE, EXPONENTIAL, fixed, POWER, simulate } from '../../src/training/simulate.ts'

const algorithm = fsrs6(RETENTION, LONGEST)
const scheduler = fsrs(algorithm)
const course = { ...COURSE, learners: 16 }
const FIXED = { growing: [1, 3, 7, 14, 30, 60, 120], weekly: [7], fortnightly: [14], monthly: [30] }

for (const model of [asFsrs(algorithm), EXPONENTIAL, POWER]) {
  test(`reviews keep nine in ten, for less than those usual fixed intervals that keep as much (forgetting: ${model.name})`, () => {
    const ours = simulate(course, model, scheduler)
    expect(ours.known).toBeGreaterThanOrEqual(RETENTION)
    const others = Object.values(FIXED).map(steps => simulate(course, model, fixed(steps)))
    const asGood = others.filter(({ known }) => known >= ours.known)
    expect(asGood.length).toBeGreaterThan(0)
    for (const { reviews } of asGood) expect(reviews).toBeGreaterThan(ours.reviews)
  })
}

test('the same seed plays the same year', () => {
  const short = { ...COURSE, learners: 2, days: 60 }
  expect(simulate(short, POWER, scheduler)).toEqual(simulate(short, POWER, scheduler))
})

test('a day has no more reviews than the cap', () => {
  const day = { ...COURSE, learners: 1, days: 30, perDay: 50, cap: 3 }
  expect(simulate(day, POWER, fixed([1])).reviews).toBeLessThanOrEqual(30 * 3)
})
