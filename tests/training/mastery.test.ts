import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Certainty } from '../../src/quiz/behaviour.ts'
import { attemptsOf } from '../../src/training/attempt.ts'
import { calibrationOf, meanCertainty } from '../../src/training/calibration.ts'
import type { Happened } from '../../src/training/event.ts'
import { type AskedNow, LEVELS, type Mastery, masteryOf, type RuleNow, standingOf, weakest } from '../../src/training/mastery.ts'
import { triesOf } from '../../src/training/tries.ts'
import { answered, logOf, started } from './events.ts'

const NOW = 1_800_000_000_000
const DAY = 86_400_000
const RULES: RuleNow[] = [{ id: 'form' }, { id: 'smile' }]
const QUESTIONS: AskedNow[] = [
  { id: 'q1', revision: 1, rules: ['form'] },
  { id: 'q2', revision: 1, rules: ['form', 'smile'] },
  { id: 'q3', revision: 1, rules: ['form'] },
  { id: 'q4', revision: 1, rules: ['smile'] }
]

interface Given {
  earned?: number
  possible?: number
  hints?: number
  sure?: Certainty
  days?: number
  revision?: number
  turn?: number
  blank?: boolean
}

/** A log in which each question was answered in an attempt of its own. */
function attempts(...given: readonly (readonly [question: string, answer?: Given])[]) {
  return attemptsOf(
    given
      .flatMap(([question, { earned = 1, possible = 1, hints, sure, days = 0, revision = 1, turn = 1, blank = false } = {}], index) => {
        const answer: Happened = {
          type: 'answered',
          attempt: `t${index}`,
          question,
          revision,
          try: turn,
          response: blank ? [] : ['a'],
          earned,
          possible,
          ...(hints !== undefined && { hints }),
          ...(sure && { sure })
        }
        return [started(`t${index}`, 'm', [question], 'practice'), answer].map(event => ({ event, at: NOW - days * DAY }))
      })
      .map(({ event, at }, index) => ({ ...event, v: 1, id: `e${index}`, at, zone: 0, device: 'd' }) as const)
  )
}

const of = (given: ReturnType<typeof attempts>, rule = 'form', rules = RULES, questions = QUESTIONS): Mastery => {
  const found = masteryOf(given, questions, rules, NOW).find(one => one.rule === rule)
  if (!found) throw new Error(`No mastery of ${rule}`)
  return found
}

describe('levels', () => {
  test('never asked is none, and says so', () =>
    expect(of(attempts())).toEqual({ rule: 'form', level: 'none', right: 0, of: 0, outdated: 0 }))
  test('one right answer is a beginning', () => expect(of(attempts(['q1', {}])).level).toBe('growing'))
  test('two right answers are firm', () =>
    expect(of(attempts(['q1', {}], ['q2', {}]))).toEqual({ rule: 'form', level: 'firm', share: 1, right: 2, of: 2, outdated: 0, at: NOW }))
  test('three of four are firm, two of four growing, one of four weak', () => {
    const questions = ['a', 'b', 'c', 'd'].map(id => ({ id, revision: 1, rules: ['form'] }))
    const level = (right: number) =>
      of(attempts(...questions.map(({ id }, index) => [id, { earned: index < right ? 1 : 0 }] as const)), 'form', RULES, questions).level
    expect([3, 2, 1, 0].map(level)).toEqual(['firm', 'growing', 'weak', 'weak'])
  })
  test('a partly right answer earns its part, and is not counted among the right ones', () =>
    expect(of(attempts(['q1', { earned: 2, possible: 4 }]))).toMatchObject({ level: 'growing', share: 0.5, right: 0, of: 1 }))
})

describe('what an answer is worth', () => {
  test('the latest answer to a question replaces the earlier ones', () => {
    expect(of(attempts(['q1', { earned: 0, days: 3 }], ['q1', {}]))).toMatchObject({ right: 1, of: 1, share: 1 })
    expect(of(attempts(['q1', { days: 3 }], ['q1', { earned: 0 }]))).toMatchObject({ right: 0, of: 1, share: 0 })
  })
  test('a second try at the same question says nothing: the reasons were read', () => {
    const log = logOf(started('t', 'm', ['q1'], 'practice'), answered('t', 'q1', 0), answered('t', 'q1', 1, 2))
    expect(masteryOf(attemptsOf(log), QUESTIONS, RULES, NOW)[0]).toMatchObject({ right: 0, of: 1, level: 'weak' })
  })
  test('each hint halves it, and so does a guess', () => {
    expect(of(attempts(['q1', { hints: 1 }])).share).toBe(0.5)
    expect(of(attempts(['q1', { hints: 2 }])).share).toBe(0.25)
    expect(of(attempts(['q1', { sure: 1 }])).share).toBe(0.5)
    expect(of(attempts(['q1', { sure: 2 }])).share).toBe(1)
  })
  test('an answer ninety days ago weighs half of one today', () => {
    // (1 × 1/2 + 0 × 1) / (1/2 + 1)
    expect(of(attempts(['q1', { days: 90 }], ['q3', { earned: 0 }])).share).toBeCloseTo(1 / 3)
  })
  test('time alone makes firm knowledge less certain and never weak', () => {
    const level = (days: number) => of(attempts(['q1', { days }], ['q2', { days }])).level
    expect([0, 80, 100, 2000].map(level)).toEqual(['firm', 'firm', 'growing', 'growing'])
  })
  test('a question says less of its other rules than of its main one', () => {
    // q2 names smile second of two: half. (0 × 1/2 + 1 × 1) / (1/2 + 1)
    expect(of(attempts(['q2', { earned: 0 }], ['q4', {}]), 'smile').share).toBeCloseTo(2 / 3)
  })
  test('a question handed in blank says nothing', () => expect(of(attempts(['q1', { earned: 0, blank: true }])).level).toBe('none'))
  test('a clock that was set ahead makes no answer worth more than one today', () =>
    expect(of(attempts(['q1', { days: -400 }], ['q3', { earned: 0 }])).share).toBeCloseTo(0.5))
})

describe('changes', () => {
  test('a new revision of its questions asks for a refresh, and counts the outdated answers apart', () => {
    const now = QUESTIONS.map(question => ({ ...question, revision: 2 }))
    expect(of(attempts(['q1', {}], ['q2', {}]), 'form', RULES, now)).toMatchObject({ level: 'refresh', right: 0, of: 0, outdated: 2 })
  })
  test('answers after the change lift it again', () => {
    const now = QUESTIONS.map(question => (question.id === 'q1' ? { ...question, revision: 2 } : question))
    const given = attempts(['q1', { revision: 2 }], ['q2', {}])
    expect(of(given, 'form', RULES, now).level).toBe('firm')
  })
  test('a rule whose page changed after the answer asks for a refresh', () => {
    const rules = [{ id: 'form', changed: NOW - 5 * DAY }, { id: 'smile' }]
    expect(of(attempts(['q1', { days: 9 }], ['q2', { days: 9 }]), 'form', rules).level).toBe('refresh')
    expect(of(attempts(['q1', { days: 2 }], ['q2', { days: 2 }]), 'form', rules).level).toBe('firm')
    expect(of(attempts(['q2', { days: 9 }]), 'smile', rules).level).toBe('growing')
  })
  test('a change makes nothing look better than it was', () => {
    const now = QUESTIONS.map(question => (question.id === 'q1' ? { ...question, revision: 2 } : question))
    expect(of(attempts(['q1', { earned: 0 }], ['q3', {}]), 'form', RULES, now).level).toBe('growing')
    expect(of(attempts(['q1', { earned: 0 }], ['q3', { earned: 0 }]), 'form', RULES, now).level).toBe('weak')
  })
  test('a question that was withdrawn says nothing any more', () => expect(of(attempts(['gone', {}])).level).toBe('none'))
})

describe('together', () => {
  const mastery = (rule: string, share: number, of: number, level: Mastery['level']): Mastery => ({
    rule,
    share,
    of,
    level,
    right: Math.round(share * of),
    outdated: 0
  })
  const some = [
    mastery('a', 0, 1, 'weak'),
    mastery('b', 1, 5, 'firm'),
    mastery('c', 0, 3, 'weak'),
    { rule: 'd', level: 'none', right: 0, of: 0, outdated: 0 } as const,
    mastery('e', 0.5, 2, 'growing')
  ]
  test('the weakest first: the more answers speak against a rule, the sooner it is named', () =>
    expect(weakest(some, 5).map(({ rule }) => rule)).toEqual(['c', 'a', 'e']))
  test('no more than asked for', () => expect(weakest(some, 1)).toHaveLength(1))
  test('a module counts its rules by level', () =>
    expect(standingOf(some, ['a', 'b', 'd', 'unknown'])).toEqual({
      rules: 3,
      levels: { none: 1, weak: 1, refresh: 0, growing: 0, firm: 1 }
    }))
})

describe('certainty', () => {
  const tries = (sure: Certainty, right: number, said: number) =>
    Array.from({ length: said }, (_, index) => ({
      learner: 'me',
      question: `q${index}`,
      response: ['a'],
      earned: index < right ? 2 : 1,
      possible: 2,
      sure
    }))
  test('right share for each certainty, with a partly right answer counted as wrong', () =>
    expect(calibrationOf([...tries(3, 3, 5), ...tries(2, 1, 2)])).toEqual([
      { sure: 3, said: 5, right: 3, verdict: 'too-sure' },
      { sure: 2, said: 2, right: 1 },
      { sure: 1, said: 0, right: 0 }
    ]))
  test('where saying so pays best it is well judged', () => {
    const verdict = (sure: Certainty, right: number) => calibrationOf(tries(sure, right, 10)).find(one => one.sure === sure)?.verdict
    expect([8, 7].map(right => verdict(3, right))).toEqual(['well-judged', 'too-sure'])
    expect([9, 7, 6].map(right => verdict(2, right))).toEqual(['surer-than-said', 'well-judged', 'too-sure'])
    expect([7, 6, 0].map(right => verdict(1, right))).toEqual(['surer-than-said', 'well-judged', 'well-judged'])
  })
  test('mean points: sure and wrong costs six', () => {
    // 3 right at 3, 2 wrong at −6, 1 right at 2, 1 wrong at −2.
    expect(meanCertainty(calibrationOf([...tries(3, 3, 5), ...tries(2, 1, 2)]))).toBeCloseTo((9 - 12 + 2 - 2) / 7)
    expect(meanCertainty(calibrationOf([]))).toBeUndefined()
  })
})

test('tries of a record: the first of each attempt, in the order of time, at the present revision', () => {
  const given = attempts(['q1', { days: 1, sure: 3 }], ['q1', { days: 2, earned: 0 }], ['q2', { revision: 2 }])
  const tries = triesOf(
    given,
    'me',
    new Map([
      ['q1', 1],
      ['q2', 1]
    ])
  )
  expect(tries.map(({ learner, question, earned, sure }) => [learner, question, earned, sure])).toEqual([
    ['me', 'q1', 0, undefined],
    ['me', 'q1', 1, 3]
  ])
})

const anyGiven = fc.array(
  fc.tuple(
    fc.constantFrom('q1', 'q2', 'q3', 'q4', 'gone'),
    fc.record({
      earned: fc.nat({ max: 4 }),
      possible: fc.constant(4),
      hints: fc.nat({ max: 3 }),
      sure: fc.constantFrom<Certainty>(1, 2, 3),
      days: fc.integer({ min: -10, max: 500 }),
      revision: fc.constantFrom(1, 2)
    })
  ),
  { maxLength: 12 }
)

test('whatever the record holds: shares between 0 and 1, no more right than asked, and a level that there is', () => {
  fc.assert(
    fc.property(anyGiven, given => {
      for (const { level, share = 0, right, of } of masteryOf(attempts(...given), QUESTIONS, RULES, NOW)) {
        expect(LEVELS).toContain(level)
        expect(share >= 0 && share <= 1 && right <= of).toBe(true)
      }
    })
  )
})

test('one more right answer never lowers the share, one more wrong answer never raises it', () => {
  fc.assert(
    fc.property(anyGiven, given => {
      const fresh = given
        .filter(([question]) => question !== 'q1')
        .map(([question, answer]) => [question, { ...answer, revision: 1 }] as const)
      const before = of(attempts(...fresh)).share ?? 0.5
      const after = (earned: number) => of(attempts(...fresh, ['q1', { earned, possible: 1 }])).share ?? 0
      if (fresh.some(([question]) => question === 'q2' || question === 'q3')) {
        expect(after(1)).toBeGreaterThanOrEqual(before - 1e-9)
        expect(after(0)).toBeLessThanOrEqual(before + 1e-9)
      }
    })
  )
})
