/** How sure people said they were, against how their answers are. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whole } from '../../src/device/work.ts'
import type { Certainty } from '../../src/quiz/behaviour.ts'
import type { Marked } from '../../src/quiz/statistics.ts'
import { KNOW_WORDS } from '../../src/trainer/knowWords.ts'
import { sureLine, surenessOf, sureRuleSheet, sureSheet, sureTexts, wilson } from '../../src/trainer/sureness.ts'

const WORDS = KNOW_WORDS.en

/** Of people `from` and on, each of whom answers `question` once: so many answers, the first `right` of them right. */
function answers(question: string, sure: Certainty | undefined, right: number, n: number, from = 0): Marked[] {
  return Array.from({ length: n }, (_, index) => ({
    learner: `S${from + index}`,
    question,
    earned: index < right ? 2 : 1,
    possible: 2,
    ...(sure && { sure })
  }))
}
const ruleOf = (question: string) => `rule of ${question}`
const of = (tries: readonly Marked[]) => whole(surenessOf(tries, ruleOf))

test('31 of 40 sure answers are right, and of the wrong ones 9 were given surely: the rules are named', () => {
  const found = of([
    ...answers('q1', 3, 28, 30),
    ...answers('q2', 3, 3, 10),
    ...answers('q1', 1, 5, 8, 50),
    ...answers('q3', undefined, 0, 4)
  ])
  expect(found).toMatchObject({ answers: 52, said: 48 })
  expect(sureTexts(found, WORDS)).toEqual([
    'Of 40 answers they were sure of, 31 were right.',
    expect.stringContaining('Of 12 wrong answers')
  ])
  expect(sureTexts(found, WORDS)[1]).toContain(' 9 were given surely')
  expect(found.rules).toEqual([
    { rule: 'rule of q2', said: 10, wrong: 7, people: ['S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9'] },
    { rule: 'rule of q1', said: 30, wrong: 2, people: ['S28', 'S29'] }
  ])
  const { head, rows } = sureRuleSheet(found.rules, new Map(), String, WORDS)
  expect(rows[1]).toEqual(['rule of q1', '2', '30', 'S28, S29'])
  expect(head).toHaveLength(4)
})

test.each([
  [3, 0, 9, 'few'],
  [3, 4, 10, 'too-sure'],
  [3, 7, 10, 'unclear'],
  [3, 9, 10, 'well-judged'],
  [2, 7, 10, 'well-judged'],
  [2, 39, 40, 'surer-than-said'],
  [1, 10, 10, 'surer-than-said'],
  [1, 8, 10, 'unclear']
] as const)('at certainty %d, %d right of %d: %s', (sure, right, n, verdict) => {
  expect(of(answers('q', sure, right, n)).levels).toMatchObject([{ sure, said: n, right, verdict }])
})

test('only the first answer of a person to a question counts, and a second tells nothing', () => {
  const found = of([...answers('q', 3, 0, 12), ...answers('q', 1, 12, 12)])
  expect(found).toMatchObject({ answers: 12, said: 12, levels: [{ sure: 3, said: 12, right: 0 }] })
})

test('nothing was said: nothing is told', () => {
  const found = of(answers('q', undefined, 3, 12))
  expect(found).toEqual({ answers: 12, said: 0, levels: [], rules: [] })
  expect([sureTexts(found, WORDS), sureLine(found.levels, WORDS)]).toEqual([[], ''])
})

test('nobody was sure and wrong: it is said, and no rule is named', () => {
  const found = of([...answers('q', 3, 12, 12), ...answers('r', 1, 0, 2)])
  expect(found.rules).toEqual([])
  expect(sureTexts(found, WORDS)[1]).toBe('Of 2 wrong answers for which they said how sure they were, none was given surely.')
})

test('a row has the numbers with their range, a person has a line', () => {
  const { levels } = of([...answers('q', 3, 8, 10), ...answers('r', 1, 1, 3)])
  expect(sureSheet(levels, WORDS).rows).toEqual([
    ['Sure', '10', '8', '80%', '49%–94%', WORDS.sureVerdicts['well-judged']],
    ['Guessing', '3', '1', '33%', '6%–79%', WORDS.sureVerdicts.few]
  ])
  expect(sureLine(levels, WORDS)).toContain('“Sure”: 8 of 10 right; “Guessing”: 1 of 3 right')
})

test('the range holds the share, stays within 0 and 1, and narrows with more answers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (n, k) => {
      const right = k % (n + 1)
      const [from, to] = wilson(right, n)
      expect(from >= 0 && from <= right / n + 1e-9 && to >= right / n - 1e-9 && to <= 1).toBe(true)
      const [more, less] = wilson(right * 4, n * 4)
      expect(less - more).toBeLessThan(to - from)
    })
  )
})
