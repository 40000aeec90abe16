import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GOOD, type Rating } from '../../src/training/rating.ts'
import {
  capFrom,
  type DueList,
  decodeDue,
  doneOn,
  dueOn,
  encodeDue,
  FIRST_DAYS,
  NOTHING_DUE,
  withAnswer
} from '../../src/training/reviewDue.ts'
import { fsrs } from '../../src/training/reviewMemory.ts'

const TODAY = 20_800
const listOf = (...due: readonly number[]): DueList => ({
  done: { day: TODAY, count: 3 },
  cards: new Map(due.map((day, index) => [`q${index}`, { last: day - 2, due: day }]))
})

describe('the list of what is due', () => {
  test('a first answer comes back when FSRS says', () => {
    const scheduler = fsrs()
    const ratings: readonly Rating[] = [1, 2, 3, 4]
    expect(ratings.map(rating => FIRST_DAYS[rating])).toEqual(
      ratings.map(rating => scheduler.interval(scheduler.after(undefined, 0, rating)))
    )
  })
  test('what is due is counted up to the cap, less what was asked today', () => {
    const list = listOf(TODAY - 1, TODAY, TODAY + 1)
    expect([dueOn(list, TODAY, 20), dueOn(list, TODAY, 4), dueOn(list, TODAY, 3), dueOn(list, TODAY + 1, 20)]).toEqual([2, 1, 0, 3])
  })
  test('only answers in a review use up the day', () => {
    const answer = { question: 'q', rating: GOOD, today: TODAY, inReview: false } as const
    expect(doneOn(withAnswer(NOTHING_DUE, answer), TODAY)).toBe(0)
    expect(doneOn(withAnswer(listOf(), { ...answer, inReview: true }), TODAY)).toBe(4)
    expect(doneOn(withAnswer(listOf(), { ...answer, today: TODAY + 1, inReview: true }), TODAY + 1)).toBe(1)
  })
  test('after a mistake tomorrow, when known again later than before', () => {
    const list = listOf(TODAY)
    const due = (rating: Rating) => withAnswer(list, { question: 'q0', rating, today: TODAY, inReview: false }).cards.get('q0')?.due ?? 0
    expect(due(1)).toBe(TODAY + 1)
    expect(due(2)).toBeGreaterThan(TODAY + 2)
    expect(due(3)).toBeGreaterThan(due(2))
  })
  test('it is read as it was written', () => expect(decodeDue(encodeDue(listOf(TODAY, 5)))).toEqual(listOf(TODAY, 5)))
  test('whatever stands in its place, nothing throws and nothing is made up', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), stored => {
        expect(decodeDue(stored)).toEqual(NOTHING_DUE)
      })
    )
    expect(decodeDue(undefined)).toEqual(NOTHING_DUE)
    expect(decodeDue('{"v":1,"done":[1,2],"cards":[["q",1,2],["x",1],null,7,["y","1",2]]}').cards).toEqual(
      new Map([['q', { last: 1, due: 2 }]])
    )
  })
  test('a cap that is none of the three is twenty', () =>
    expect([undefined, '', '10', '40', '1000', '-1'].map(capFrom)).toEqual([20, 20, 10, 40, 20, 20]))
})
