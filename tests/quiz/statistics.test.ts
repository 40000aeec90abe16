/** Item statistics: worked by hand on a small class, and against a plain reading of each definition on any class. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChoicesKeyed } from '../../src/quiz/choice/choices.ts'
import type { PlaceKeyed } from '../../src/quiz/place/place.ts'
import { correlation, FEW, FIRM, firstTries, type ItemStatistics, itemStatistics, median, type Tried } from '../../src/quiz/statistics.ts'

const choices = (id: string): ChoicesKeyed & { id: string } => ({
  id,
  kind: 'single',
  choices: [
    { id: 'a', key: true },
    { id: 'b', key: false },
    { id: 'c', key: false }
  ]
})

const tried = (learner: string, question: string, taken: string, more: Partial<Tried> = {}): Tried => ({
  learner,
  question,
  response: [taken],
  earned: taken === 'a' ? 1 : 0,
  possible: 1,
  ...more
})

/** Ten learners, four questions each: `aabc` is right, right, wrong, wrong. */
function classOf(...answers: readonly string[]): Tried[] {
  return answers.flatMap((taken, learner) => [...taken].map((choice, index) => tried(`l${learner}`, `q${index}`, choice)))
}
const TEN = classOf('aaaa', 'aaab', 'aaba', 'aaac', 'abac', 'abbb', 'baab', 'babc', 'bbbb', 'bbcb')
const QUESTIONS = ['q0', 'q1', 'q2', 'q3'].map(choices)
const of = (statistics: readonly ItemStatistics[], question: string) => {
  const found = statistics.find(one => one.question === question)
  if (!found || found.trust === 'none') throw new Error(`Nothing is told of ${question}`)
  return found
}

describe('worked by hand', () => {
  const statistics = itemStatistics(TEN, QUESTIONS)
  const first = of(statistics, 'q0')

  test('facility: six of ten are right', () => expect(first.facility).toBeCloseTo(0.6))

  test('item–rest correlation: marks against the mean of the other three questions', () => {
    // Rests of the ten, in thirds: 3 2 2 2 1 0 | 2 1 0 0; right, the first six. Means 10/6 and 3/4 of a third.
    // cov = 0.6 × 0.4 × (10/6 − 3/4) = 0.22; sd of the marks √0.24, of the rests √(27/10 − 1.3²) = √1.01.
    expect(first.discrimination).toBeCloseTo(0.22 / Math.sqrt(0.24 * 1.01))
  })

  test('upper–lower: three of ten are 27 %, and ties share the last places', () => {
    // Best rest 3: right. Then four learners with 2 for two places, three of them right: (1 + 2 × 3/4) / 3.
    // Worst rest 0: three learners for three places, one of them right: 1/3.
    expect(first.upperLower).toBeCloseTo((1 + 1.5) / 3 - 1 / 3)
  })

  test('distractors: five of ten took b of the last question, three took c', () => {
    const { taken } = of(statistics, 'q3')
    expect(taken.map(({ id, count, share, working }) => [id, count, share, working])).toEqual([
      ['a', 2, 0.2, false],
      ['b', 5, 0.5, true],
      ['c', 3, 0.3, true]
    ])
  })

  test('a wrong choice that the better learners take stands out', () => {
    const misleading = classOf('aaab', 'aaab', 'aaab', 'aaab', 'bbba', 'bbba', 'bbba', 'bbba', 'abbc', 'babc')
    const { discrimination, taken } = of(itemStatistics(misleading, QUESTIONS), 'q3')
    expect(discrimination).toBeLessThan(0)
    expect(taken.find(({ id }) => id === 'b')?.discrimination).toBeGreaterThan(0.5)
  })

  test('the median of the seconds that were measured', () => {
    const timed = TEN.map((one, index) => (one.question === 'q0' && index % 8 === 0 ? { ...one, took: index + 1 } : one))
    expect(of(itemStatistics(timed, QUESTIONS), 'q0').seconds).toBe(17)
    expect(of(statistics, 'q0').seconds).toBeUndefined()
    expect([median([]), median([4]), median([9, 1]), median([3, 1, 2])]).toEqual([undefined, 4, 5, 2])
  })

  test('who was sure and wrong', () => {
    const sure = TEN.map(one => ({ ...one, sure: 3 as const }))
    expect(of(itemStatistics(sure, QUESTIONS), 'q0').sure).toEqual({ said: 10, wrong: 4 })
  })
})

test('part marks count as parts, and a placement is told by item and group', () => {
  const place: PlaceKeyed & { id: string } = {
    id: 'p',
    kind: 'sort',
    groups: [{ id: 'x' }, { id: 'y' }],
    items: [
      { id: 'i', group: 'x' },
      { id: 'j', group: 'y' }
    ]
  }
  const half = Array.from(
    { length: 10 },
    (_, learner): Tried => ({ learner: `l${learner}`, question: 'p', response: ['i=x', 'j=x'], earned: 1, possible: 2 })
  )
  const { facility, taken } = of(itemStatistics(half, [place]), 'p')
  expect(facility).toBe(0.5)
  expect(taken.map(({ id, key, count }) => [id, key, count])).toEqual([
    ['i=x', true, 10],
    ['i=y', false, 0],
    ['j=x', false, 10],
    ['j=y', true, 0]
  ])
})

test('a marked piece counts whatever rule was named for it', () => {
  const marked = Array.from(
    { length: 10 },
    (_, learner): Tried => ({ learner: `l${learner}`, question: 'm', response: [`w1=r${learner % 2}`], earned: 1, possible: 2 })
  )
  const question = { id: 'm', kind: 'mark', turns: [{ says: [{ id: 'w1', breaks: 'r0' }, { id: 'w2' }] }] } as const
  expect(of(itemStatistics(marked, [question]), 'm').taken.map(({ id, key, count }) => [id, key, count])).toEqual([
    ['w1', true, 10],
    ['w2', false, 0]
  ])
})

test('only the first try of each learner at each question counts', () => {
  const again = [...TEN, ...TEN.map(one => ({ ...one, response: ['a'], earned: 1 }))]
  expect(itemStatistics(again, QUESTIONS)).toEqual(itemStatistics(TEN, QUESTIONS))
  expect(firstTries(again)).toEqual(TEN)
})

test(`nothing is told below ${FEW} first tries, and it is uncertain below ${FIRM}`, () => {
  const trust = (learners: number) =>
    itemStatistics(
      Array.from({ length: learners }, (_, learner) => tried(`l${learner}`, 'q0', 'a')),
      QUESTIONS
    )
  expect(trust(9)).toEqual([{ question: 'q0', n: 9, trust: 'none' }])
  expect(trust(10)[0]?.trust).toBe('uncertain')
  expect(trust(29)[0]?.trust).toBe('uncertain')
  expect(trust(30)[0]?.trust).toBe('firm')
})

test('where all did alike there is no discrimination, and no answer is no statistics', () => {
  const alike = classOf(...Array.from({ length: 10 }, () => 'aab'))
  expect(of(itemStatistics(alike, QUESTIONS), 'q0').discrimination).toBeUndefined()
  expect(itemStatistics([], QUESTIONS)).toEqual([])
  expect(correlation([])).toBeUndefined()
})

/** Learners who answered some of five questions, some of them in part. */
const anyClass = fc
  .array(fc.array(fc.record({ taken: fc.constantFrom('a', 'b', 'c'), earned: fc.nat({ max: 4 }) }), { minLength: 1, maxLength: 5 }), {
    minLength: 10,
    maxLength: 40
  })
  .map(rows =>
    rows.flatMap((row, learner) =>
      row.map(
        ({ taken, earned }, index): Tried => ({
          learner: `l${learner}`,
          question: `q${index}`,
          response: [taken],
          earned,
          possible: 4
        })
      )
    )
  )

/** Each definition read literally: every mean over all pairs, no totals kept. */
function naively(tries: readonly Tried[], question: string) {
  const mine = tries.filter(one => one.question === question)
  const rows = mine.flatMap(one => {
    const others = tries.filter(other => other.learner === one.learner && other.question !== question)
    const rest = others.reduce((sum, other) => sum + other.earned / other.possible, 0) / others.length
    return others.length === 0 ? [] : [{ mark: one.earned / one.possible, rest }]
  })
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const products = mean(rows.map(({ mark, rest }) => mark * rest)) - mean(rows.map(({ mark }) => mark)) * mean(rows.map(({ rest }) => rest))
  const deviation = (values: number[]) => Math.sqrt(Math.max(0, mean(values.map(value => value ** 2)) - mean(values) ** 2))
  const [marks, others] = [deviation(rows.map(({ mark }) => mark)), deviation(rows.map(({ rest }) => rest))]
  return {
    facility: mean(mine.map(one => one.earned / one.possible)),
    discrimination: marks > 1e-6 && others > 1e-6 ? products / (marks * others) : undefined
  }
}

test('any class: the same as each definition read literally', () => {
  fc.assert(
    fc.property(anyClass, tries => {
      for (const one of itemStatistics(tries, [...QUESTIONS, choices('q4')])) {
        if (one.trust === 'none') continue
        const { facility, discrimination } = naively(tries, one.question)
        expect(one.facility).toBeCloseTo(facility, 9)
        if (discrimination === undefined) expect(one.discrimination ?? 0).toBeCloseTo(0, 2)
        else expect(one.discrimination).toBeCloseTo(discrimination, 5)
      }
    })
  )
})

test('any class: every number keeps its bounds, the shares of a single choice add up, and the order of learners means nothing', () => {
  fc.assert(
    fc.property(anyClass, tries => {
      const statistics = itemStatistics(tries, QUESTIONS)
      for (const one of statistics) {
        if (one.trust === 'none') continue
        const { facility, discrimination = 0, upperLower = 0, taken } = one
        expect(facility >= 0 && facility <= 1 && Math.abs(discrimination) <= 1 && Math.abs(upperLower) <= 1 + 1e-9).toBe(true)
        expect(taken.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
      }
      const rounded = (all: readonly ItemStatistics[]) =>
        JSON.stringify(all, (_, value) => (typeof value === 'number' ? value.toFixed(6) : value))
      expect(rounded(itemStatistics([...tries].reverse(), QUESTIONS)).replace(/-0\.000000/g, '0.000000')).toBe(
        rounded(statistics).replace(/-0\.000000/g, '0.000000')
      )
    })
  )
})

test('ten thousand learners are counted at once', () => {
  const many = Array.from({ length: 10_000 }, (_, learner) =>
    [...'abca'].map((taken, index) => tried(`l${learner}`, `q${index}`, taken))
  ).flat()
  expect(itemStatistics(many, QUESTIONS).map(({ n }) => n)).toEqual([10_000, 10_000, 10_000, 10_000])
})
