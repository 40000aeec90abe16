import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { possibleOf, score, validate } from '../../src/quiz/markers.ts'
import { isEqual, type NumberKeyed, read } from '../../src/quiz/number/number.ts'
import { written } from '../../src/quiz/number/written.ts'
import { NUMBER_FORMS } from '../../src/quiz/question.ts'

const rate: NumberKeyed = { kind: 'number', form: 'percent', answer: '85', tolerance: 0.5 }
const due: NumberKeyed = { kind: 'number', form: 'date', answer: '2026-03-05' }
const file: NumberKeyed = { kind: 'number', form: 'file-number', answer: '040214001' }
const sum: NumberKeyed = { kind: 'number', form: 'number', answer: '1200' }

describe('what was typed', () => {
  test.each([
    ['85', rate],
    ['85%', rate],
    [' ８５．４ ％ ', rate],
    ['84.5', rate],
    ['1,200', sum],
    ['1 200 元', sum],
    ['1200.0', sum],
    ['2026-03-05', due],
    ['2026/3/5', due],
    ['2026.3.5', due],
    ['２０２６年３月５日', due],
    ['20260305', due],
    ['040214001', file],
    ['0402 14 001', file],
    ['０４０２１４００１', file]
  ] as const)('“%s” is right', (typed, question) => expect(score(question, [typed])).toMatchObject({ state: 'right', earned: 1 }))

  test.each([
    ['84.4', rate],
    ['-85', rate],
    ['0.85', rate],
    ['12', sum],
    ['2026-05-03', due],
    ['40214001', file]
  ] as const)('“%s” is wrong', (typed, question) => expect(score(question, [typed])).toMatchObject({ state: 'wrong', earned: 0 }))

  test.each([
    ['', rate],
    ['about eighty-five', rate],
    ['8 5', rate],
    ['1.2.3', sum],
    ['1,20', sum],
    ['2026-02-30', due],
    ['5 March', due],
    ['no. 4', file]
  ] as const)('“%s” can’t be read, and is unanswered rather than wrong', (typed, question) => {
    expect(validate(question, [typed])).toBe(false)
    expect(score(question, [typed]).state).toBe('unanswered')
  })
  test('nothing typed is unanswered', () => expect(score(rate, []).state).toBe('unanswered'))
  test('tenths add up exactly', () =>
    expect(isEqual({ kind: 'number', form: 'number', answer: '0.3', tolerance: 0.1 }, '0.4', '0.3')).toBe(true))
})

describe('a number', () => {
  const form = fc.constantFrom(...NUMBER_FORMS)
  const figures = fc.integer({ min: -10_000, max: 10_000 }).map(steps => steps / 10)

  test('never throws and stays within its bounds, whatever is typed', () => {
    fc.assert(
      fc.property(
        form,
        fc.array(fc.oneof(fc.string(), figures.map(String), fc.string({ unit: 'binary' })), { maxLength: 3 }),
        (asked, response) => {
          const question: NumberKeyed = { kind: 'number', form: asked, answer: '12' }
          const { earned, possible, state } = score(question, response)
          expect([0, 1]).toContain(earned)
          expect(possible).toBe(possibleOf(question))
          expect(state === 'unanswered').toBe(!validate(question, response))
        }
      )
    )
  })
  test('the answer itself earns everything, in every form', () => {
    for (const question of [rate, due, file, sum]) expect(score(question, [question.answer]).state).toBe('right')
    fc.assert(
      fc.property(figures, answer => {
        expect(score({ kind: 'number', form: 'number', answer: `${answer}` }, [`${answer}`]).state).toBe('right')
      })
    )
  })
  test('coming nearer to the answer never costs the point', () => {
    fc.assert(
      fc.property(figures, fc.nat(50), fc.nat(50), fc.nat(20), (answer, near, far, tolerance) => {
        const question: NumberKeyed = { kind: 'number', form: 'number', answer: `${answer}`, tolerance: tolerance / 10 }
        const earnedAt = (steps: number) => score(question, [((answer * 10 + steps) / 10).toFixed(1)]).earned
        expect(earnedAt(Math.min(near, far))).toBeGreaterThanOrEqual(earnedAt(Math.max(near, far)))
        expect(earnedAt(near)).toBe(near <= tolerance ? 1 : 0)
      })
    )
  })
  test('reading what was read changes nothing', () => {
    fc.assert(
      fc.property(form, fc.oneof(fc.string(), figures.map(String)), (asked, typed) => {
        const once = read(typed, asked)
        if (once !== undefined) expect(read(once, asked)).toBe(once)
      })
    )
  })
})

describe('an answer told back', () => {
  test('has its unit, in the way of the language', () => {
    expect(written({ form: 'percent' }, '８５', 'en')).toBe('85%')
    expect(written({ form: 'number', unit: 'hours' }, '4', 'en')).toBe('4 hours')
    expect(written({ form: 'number', unit: '小时' }, '4', 'zh')).toBe('4小时')
  })
  test('has the day of the week of a day', () => {
    expect(written({ form: 'date' }, '2026-3-5', 'en')).toBe('Thursday, March 5, 2026')
    expect(written({ form: 'date' }, '2026-3-5', 'zh')).toBe('2026年3月5日星期四')
  })
  test('is as it was typed where it can’t be read, and a file number keeps its noughts', () => {
    expect(written({ form: 'number', unit: 'hours' }, 'four?', 'en')).toBe('four?')
    expect(written({ form: 'file-number' }, '0402 14001', 'en')).toBe('040214001')
  })
  test('never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NUMBER_FORMS), fc.string(), (form, typed) => typeof written({ form }, typed, 'zh') === 'string')
    )
  })
})
