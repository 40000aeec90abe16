/** Numbers that are worked out in slices are those that are worked out at once; and the page is let go on in between. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whole } from '../../src/device/work.ts'
import { KNOW_WORDS } from '../../src/trainer/knowWords.ts'
import { peopleOf } from '../../src/trainer/people.ts'
import { questionNumbers, ruleSheet } from '../../src/trainer/reports.ts'
import { inSlices } from '../../src/trainer/slices.store.ts'
import { answersIn, type ReadAttempt, weaknesses } from '../../src/trainer/understood.ts'
import { RESULTS } from '../../src/training/receipt.ts'

const QUESTIONS = Array.from({ length: 8 }, (_, index) => ({ id: `q${index}`, revision: 1, rules: [`r${index % 3}`], ids: [] }))
const attempt: fc.Arbitrary<ReadAttempt> = fc.record({
  staff: fc.constantFrom('A1', 'B2', 'C3', 'D4', 'E5', 'F6', 'G7', 'H8', 'J9', 'K10', 'L11', 'M12'),
  module: fc.constantFrom('speech', 'visit'),
  ended: fc.integer({ min: 0, max: 5 }),
  questions: fc.shuffledSubarray(QUESTIONS, { minLength: 4, maxLength: 4 }),
  results: fc.array(fc.constantFrom(...RESULTS), { minLength: 4, maxLength: 4 })
})

function* all(attempts: readonly ReadAttempt[]) {
  const earliest = yield* answersIn(attempts, 'earliest')
  const weak = yield* weaknesses(yield* answersIn(attempts, 'newest'))
  const sheet = yield* ruleSheet(weak, peopleOf([], []), rule => rule, KNOW_WORDS.en)
  return { numbers: yield* questionNumbers(earliest, QUESTIONS), weak, sheet }
}

/** A clock by which every step takes longer than a slice. */
function slow() {
  let at = 0
  return () => (at += 20)
}

test('worked out in the smallest slices, the numbers are the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { maxLength: 40 }), async attempts => {
      expect(await inSlices(all(attempts), () => false, slow())).toEqual(whole(all(attempts)))
    }),
    { numRuns: 50 }
  )
})

test('of ten thousand people no stretch of work is long: it can be put down after every few hundred things', () => {
  const attempts = Array.from(
    { length: 20_000 },
    (_, index): ReadAttempt => ({
      staff: `A${index >> 1}`,
      module: index % 2 === 0 ? 'speech' : 'visit',
      ended: index,
      questions: QUESTIONS,
      results: QUESTIONS.map((_, at) => (at % 3 === index % 3 ? 'wrong' : 'right'))
    })
  )
  let steps = 0
  const work = all(attempts)
  while (!work.next().done) steps++
  // 160,000 answers are gone through seven times.
  expect(steps).toBeGreaterThan(1500)
})

test('in between, other things happen; nothing is given once it is over', async () => {
  let others = 0
  const timer = setInterval(() => others++)
  function* long() {
    for (let step = 0; step < 20; step++) yield
    return 'done'
  }
  expect(await inSlices(long(), () => false, slow())).toBe('done')
  clearInterval(timer)
  expect(others).toBeGreaterThan(0)
  let slices = 0
  expect(await inSlices(long(), () => ++slices === 3, slow())).toBeUndefined()
  expect(slices).toBe(3)
})
