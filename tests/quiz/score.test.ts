import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { possibleOf, score, validate } from '../../src/quiz/markers.ts'
import { percentOf } from '../../src/quiz/score.ts'
import { keyed, multiple, response, single } from './bank.ts'

describe('validate', () => {
  test('an empty answer is not an answer', () => expect(validate(single, [])).toBe(false))
  test('two answers to a single choice are not one', () => expect(validate(single, ['a', 'b'])).toBe(false))
  test('an unknown id alone is not an answer', () => expect(validate(multiple, ['nobody'])).toBe(false))
  test('one of several is an answer', () => expect(validate(multiple, ['e'])).toBe(true))
})

describe('score', () => {
  test('submitting too early is unanswered, not wrong', () => expect(score(single, []).state).toBe('unanswered'))
  test('the key of a single choice earns its point', () =>
    expect(score(single, ['b'])).toMatchObject({ state: 'right', earned: 1, possible: 1 }))
  test('anything else earns none', () => expect(score(single, ['c'])).toMatchObject({ state: 'wrong', earned: 0 }))
  test('each key of several earns one', () =>
    expect(score(multiple, ['a', 'd'])).toMatchObject({ state: 'partly', earned: 2, possible: 3 }))
  test('a wrong one takes one away', () => expect(score(multiple, ['a', 'b', 'd', 'e'])).toMatchObject({ state: 'partly', earned: 2 }))
  test('ticking everything is no way through', () =>
    expect(score(multiple, ['a', 'b', 'c', 'd', 'e'])).toMatchObject({ state: 'partly', earned: 1 }))
  test('more wrong than right earns nothing, never less', () =>
    expect(score(multiple, ['c', 'e'])).toMatchObject({ state: 'wrong', earned: 0 }))
  test('a repeated id counts once and an unknown one not at all', () =>
    expect(score(multiple, ['a', 'a', 'nobody', 'b', 'd'])).toMatchObject({ state: 'right', earned: 3 }))
  test('it says of each choice whether it was rightly taken or left', () =>
    expect(score(single, ['a']).parts).toEqual([
      { id: 'a', taken: true, right: false },
      { id: 'b', taken: false, right: false },
      { id: 'c', taken: false, right: true }
    ]))

  test('never throws and stays within its bounds, whatever is asked or answered', () => {
    fc.assert(
      fc.property(keyed, response, (question, taken) => {
        const { earned, possible, state } = score(question, taken)
        expect(Number.isInteger(earned) && earned >= 0 && earned <= possible).toBe(true)
        expect(possible).toBe(possibleOf(question))
        expect(state === 'right').toBe(earned === possible)
      })
    )
  })
  test('the order of an answer makes no difference', () => {
    fc.assert(
      fc.property(keyed, response, (question, taken) => {
        expect(score(question, [...taken].reverse())).toEqual(score(question, taken))
      })
    )
  })
  test('one more key never costs a point, one more wrong choice never earns one', () => {
    fc.assert(
      fc.property(keyed, response, (question, taken) => {
        if (question.kind !== 'multiple' || !validate(question, taken)) return
        for (const choice of question.choices.filter(({ id }) => !taken.includes(id))) {
          const change = score(question, [...taken, choice.id]).earned - score(question, taken).earned
          expect(choice.key ? change >= 0 : change <= 0).toBe(true)
        }
      })
    )
  })
  test('exactly the keys earn everything, where there is a key', () => {
    fc.assert(
      fc.property(keyed, question => {
        const keys = question.choices.filter(choice => choice.key).map(choice => choice.id)
        if (keys.length > 0 && (question.kind === 'multiple' || keys.length === 1)) expect(score(question, keys).state).toBe('right')
      })
    )
  })
})

describe('percentOf', () => {
  test('each question weighs the same, however many points it has', () =>
    expect(
      percentOf([
        { earned: 1, possible: 1 },
        { earned: 1, possible: 3 }
      ])
    ).toBe(66))
  test('thirds add up exactly', () =>
    expect(
      percentOf([
        { earned: 2, possible: 3 },
        { earned: 1, possible: 3 },
        { earned: 1, possible: 1 },
        { earned: 0, possible: 7 }
      ])
    ).toBe(50))
  test('nothing asked is nothing earned', () => expect(percentOf([])).toBe(0))
  test('it is a whole number from 0 to 100, and 100 only for everything', () => {
    const mark = fc
      .integer({ min: 1, max: 5 })
      .chain(possible => fc.record({ possible: fc.constant(possible), earned: fc.integer({ min: 0, max: possible }) }))
    fc.assert(
      fc.property(fc.array(mark, { minLength: 1, maxLength: 20 }), marks => {
        const percent = percentOf(marks)
        expect(Number.isInteger(percent) && percent >= 0 && percent <= 100).toBe(true)
        expect(percent === 100).toBe(marks.every(({ earned, possible }) => earned === possible))
      })
    )
  })
})
