import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawByPlan } from '../../src/quiz/plan.ts'
import { type Attempt, attemptsOf } from '../../src/training/attempt.ts'
import type { Happened } from '../../src/training/event.ts'
import { attemptsAt, entryOf, hasPassed, missedMusts, type Terms, timeLeft } from '../../src/training/exam.ts'
import { answered, logOf } from './events.ts'

const TERMS: Terms = { pass: 80, mustPass: ['r1'], minutes: 30, attempts: 2, coolDown: 12 }
const HOUR = 3_600_000

function begun(id: string): Happened {
  const items = ['q1', 'q2'].map(question => ({ question, revision: 1, choices: [] }))
  return {
    type: 'started',
    attempt: id,
    behaviour: 'exam',
    module: 'exam-1',
    page: 'exam',
    limit: 1800,
    draw: { generator: 'sfc32@1', seed: 's', items }
  }
}
function over(id: string, percent: number, barred?: true): Happened {
  return { type: 'finished', attempt: id, percent, pass: 80, ...(barred && { barred }) }
}
const mineIn = (...happened: Happened[]) => attemptsAt(attemptsOf(logOf(...happened)), 'exam-1')
const lastOf = (attempts: readonly Attempt[]) => attempts.at(-1)?.finished?.at ?? 0

describe('who may begin', () => {
  test('a newcomer has all attempts left', () => expect(entryOf([], TERMS, 0)).toEqual({ type: 'begin', left: 2 }))
  test('an exam under way is gone on with, whatever the cool-down', () => {
    const mine = mineIn(begun('a'), over('a', 10), begun('b'))
    expect(entryOf(mine, TERMS, lastOf(mine))).toMatchObject({ type: 'resume', attempt: { id: 'b' } })
  })
  test('after one that was not passed there is a wait, and then the rest', () => {
    const mine = mineIn(begun('a'), over('a', 79))
    const end = lastOf(mine)
    expect(entryOf(mine, TERMS, end + 11 * HOUR)).toEqual({ type: 'wait', until: end + 12 * HOUR, left: 1 })
    expect(entryOf(mine, TERMS, end + 12 * HOUR)).toEqual({ type: 'begin', left: 1 })
  })
  test('a clock that was set back a year makes nobody wait a year', () => {
    const mine = mineIn(begun('a'), over('a', 79))
    expect(entryOf(mine, TERMS, lastOf(mine) - 365 * 24 * HOUR)).toEqual({ type: 'begin', left: 1 })
  })
  test('when all attempts are used the trainer is asked', () => {
    const mine = mineIn(begun('a'), over('a', 10), begun('b'), over('b', 10))
    expect(entryOf(mine, TERMS, lastOf(mine) + 100 * HOUR)).toEqual({ type: 'spent' })
  })
  test('what was passed once stays passed', () => {
    const mine = mineIn(begun('a'), over('a', 90), begun('b'), over('b', 10))
    expect(entryOf(mine, TERMS, lastOf(mine))).toMatchObject({ type: 'passed', attempt: { id: 'a' } })
  })
})

describe('passing', () => {
  test('points are not enough where a rule that must be kept was broken', () => {
    const [attempt] = mineIn(begun('a'), answered('a', 'q1', 0), answered('a', 'q2', 1), over('a', 95, true))
    expect(attempt && hasPassed(attempt)).toBe(false)
    const rule = (id: string) => ({ id, name: id, href: '/' })
    const questions = [
      { id: 'q1', rules: [rule('r1')] },
      { id: 'q2', rules: [rule('r2')] }
    ]
    expect(attempt && missedMusts(attempt, questions, ['r1', 'r2'])).toEqual(['r1'])
  })
})

describe('the clock', () => {
  const attempt = { startedAt: 1000, at: 1000, limit: 60 }
  test('runs from the start, whether the page is open or not', () => expect(timeLeft(attempt, 31_000)).toBe(30_000))
  test('never falls below nothing', () => expect(timeLeft(attempt, 1e9)).toBe(0))
  test('gives no more time when it is set back', () => expect(timeLeft({ ...attempt, at: 41_000 }, 1000)).toBe(20_000))
  test('an exam without a limit is never over', () => expect(timeLeft({ startedAt: 0, at: 0 }, 1e12)).toBe(Number.POSITIVE_INFINITY))
})

describe('a draw by plan', () => {
  const bank = Array.from({ length: 12 }, (_, index) => ({ id: `q${index}`, revision: 1, rules: [`r${index % 3}`], ids: ['x', 'y'] }))
  const plan = [
    { count: 2, from: ['q0', 'q1', 'q2', 'q3'] },
    { count: 3, from: ['q3', 'q4', 'q5', 'q6', 'q7'] }
  ]
  test('takes from each line what it says, and nothing twice', () => {
    fc.assert(
      fc.property(fc.string(), seed => {
        const drawn = drawByPlan(bank, plan, seed).items.map(item => item.question)
        expect(new Set(drawn).size).toBe(5)
        expect(drawn.filter(id => plan[0]?.from.includes(id)).length).toBeGreaterThanOrEqual(2)
        expect(drawByPlan([...bank].reverse(), plan, seed)).toEqual(drawByPlan(bank, plan, seed))
      })
    )
  })
  test('a second attempt asks what the first did not, as far as there is something', () => {
    const seen = new Set(['q0', 'q1', 'q4', 'q5'])
    const drawn = drawByPlan(bank, plan, 'seed', seen).items.map(item => item.question)
    expect(drawn.filter(id => seen.has(id)).length).toBeLessThanOrEqual(1)
    expect(drawn).toHaveLength(5)
  })
})
