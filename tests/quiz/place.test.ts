import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withPair } from '../../src/quiz/marker.ts'
import { possibleOf, score, validate } from '../../src/quiz/markers.ts'
import { type PlaceKeyed, placesOf } from '../../src/quiz/place/place.ts'

const phrases: PlaceKeyed = {
  kind: 'sort',
  groups: [{ id: 'say' }, { id: 'dont' }],
  items: [
    { id: 'no-idea', group: 'dont' },
    { id: 'no-way', group: 'dont' },
    { id: 'by-four', group: 'say' }
  ]
}

const id = fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 1, maxLength: 2 })
/** Any question that an author's check would let through, and some that it would not. */
const question: fc.Arbitrary<PlaceKeyed> = fc
  .tuple(
    fc.constantFrom('match' as const, 'sort' as const),
    fc.uniqueArray(id, { minLength: 2, maxLength: 7 }),
    fc.uniqueArray(id, { minLength: 3, maxLength: 8 }),
    fc.array(fc.nat(6), { minLength: 8, maxLength: 8 })
  )
  .map(([kind, groups, items, at]) => ({
    kind,
    groups: groups.map(group => ({ id: group })),
    items: items.map((item, index) => ({ id: item, group: groups[(at[index] ?? 0) % groups.length] ?? '' }))
  }))
/** A question, and places known and unknown, repeated, contradictory, and torn strings. */
const answered = question.chain(asked => {
  const item = fc.oneof(fc.constantFrom(...asked.items.map(one => one.id)), fc.string({ maxLength: 4 }))
  const group = fc.oneof(fc.constantFrom(...asked.groups.map(one => one.id)), fc.string({ maxLength: 4 }))
  const entry = fc.oneof(
    fc.tuple(item, group).map(([a, b]) => `${a}=${b}`),
    fc.string()
  )
  return fc.tuple(fc.constant(asked), fc.array(entry, { maxLength: 12 }))
})
const keyOf = ({ items }: PlaceKeyed) => items.map(one => `${one.id}=${one.group}`)

describe('placing items', () => {
  test('each item in its group earns one', () =>
    expect(score(phrases, ['no-idea=dont', 'no-way=say', 'by-four=say'])).toMatchObject({ state: 'partly', earned: 2, possible: 3 }))
  test('nothing placed is unanswered, not wrong', () => expect(score(phrases, []).state).toBe('unanswered'))
  test('it is handed in when every item has a place', () => {
    expect(validate(phrases, ['no-idea=dont', 'no-way=say'])).toBe(false)
    expect(validate(phrases, ['no-idea=dont', 'no-way=say', 'by-four=say'])).toBe(true)
  })
  test('an item said to be in two places is in none', () =>
    expect(placesOf(phrases, ['no-way=say', 'no-way=dont', 'by-four=say'])).toEqual(new Map([['by-four', 'say']])))
  test('a group that there is not is no place', () =>
    expect(placesOf(phrases, ['no-way=nowhere', 'nobody=say', 'no-way', '=say']).size).toBe(0))
  test('it says of each item whether it was placed, and rightly', () =>
    expect(score(phrases, ['no-way=dont', 'by-four=dont']).parts).toEqual([
      { id: 'no-idea', taken: false, right: false },
      { id: 'no-way', taken: true, right: true },
      { id: 'by-four', taken: true, right: false }
    ]))

  test('never throws and stays within its bounds, whatever is answered', () => {
    fc.assert(
      fc.property(answered, ([asked, response]) => {
        const { earned, possible, state } = score(asked, response)
        expect(Number.isInteger(earned) && earned >= 0 && earned <= possible).toBe(true)
        expect(possible).toBe(possibleOf(asked))
        expect(state === 'right').toBe(earned === possible)
      })
    )
  })
  test('the order in which items were placed makes no difference', () => {
    fc.assert(
      fc.property(answered, ([asked, response]) => {
        expect(score(asked, [...response].reverse())).toEqual(score(asked, response))
      })
    )
  })
  test('exactly the key earns everything', () => {
    fc.assert(
      fc.property(question, asked => {
        expect(score(asked, keyOf(asked)).state).toBe('right')
      })
    )
  })
  test('placing one more rightly never costs a point, one more wrongly never earns one', () => {
    fc.assert(
      fc.property(answered, ([asked, response]) => {
        for (const item of asked.items) {
          for (const group of asked.groups) {
            const change = score(asked, withPair(response, item.id, group.id)).earned - score(asked, response).earned
            expect(group.id === item.group ? change >= 0 : change <= 0).toBe(true)
          }
        }
      })
    )
  })
})
