import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { possibleOf, score, validate } from '../../src/quiz/markers.ts'
import { moved } from '../../src/quiz/order/move.ts'
import { named } from '../../src/quiz/order/named.ts'
import { broken, inPlace, type OrderKeyed, sequenceOf } from '../../src/quiz/order/order.ts'

const visit: OrderKeyed = {
  kind: 'order',
  items: [{ id: 'form' }, { id: 'call' }, { id: 'consent' }, { id: 'open' }, { id: 'sign' }],
  musts: [['consent', 'open']]
}

const stepIds = fc.uniqueArray(fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: 1, maxLength: 2 }), {
  minLength: 4,
  maxLength: 8
})
/** Any question that an author's check would let through. */
const question: fc.Arbitrary<OrderKeyed> = stepIds.chain(ids =>
  fc
    .array(
      fc.tuple(fc.nat(ids.length - 1), fc.nat(ids.length - 1)).filter(([a, b]) => a < b),
      { maxLength: 2 }
    )
    .map(pairs => ({
      kind: 'order' as const,
      items: ids.map(id => ({ id })),
      musts: pairs.map(([a, b]) => [ids[a] ?? '', ids[b] ?? ''] as const)
    }))
)
const idsOf = ({ items }: OrderKeyed) => items.map(({ id }) => id)
/** A question, and all its steps in any order. */
const ordered = question.chain(asked =>
  fc.tuple(fc.constant(asked), fc.shuffledSubarray(idsOf(asked), { minLength: asked.items.length, maxLength: asked.items.length }))
)
/** Known and unknown ids, repeated, in any order. */
const anything = question.chain(asked =>
  fc.tuple(fc.constant(asked), fc.array(fc.oneof(fc.constantFrom(...idsOf(asked)), fc.string()), { maxLength: 14 }))
)

describe('an order', () => {
  test('the right one earns everything', () =>
    expect(score(visit, ['form', 'call', 'consent', 'open', 'sign'])).toMatchObject({ state: 'right', earned: 10, possible: 10 }))
  test('two neighbours changed over cost two of ten', () =>
    expect(score(visit, ['call', 'form', 'consent', 'open', 'sign'])).toMatchObject({ state: 'partly', earned: 8 }))
  test('opening the case before the consent leaves half at most, however right the rest is', () =>
    expect(score(visit, ['form', 'call', 'open', 'consent', 'sign'])).toMatchObject({ state: 'partly', earned: 5 }))
  test('turned round it earns nothing', () =>
    expect(score(visit, ['sign', 'open', 'consent', 'call', 'form'])).toMatchObject({ state: 'wrong', earned: 0 }))
  test('nothing handed in is unanswered, not wrong', () => expect(score(visit, []).state).toBe('unanswered'))
  test('it is handed in with all its steps only', () => {
    expect(validate(visit, ['form', 'call', 'consent', 'open'])).toBe(false)
    expect(validate(visit, ['sign', 'form', 'call', 'consent', 'open'])).toBe(true)
  })
  test('one step out of place is told, and the others stand', () => {
    expect([...inPlace(visit, ['sign', 'form', 'call', 'consent', 'open'])]).toEqual(['form', 'call', 'consent', 'open'])
  })
  test('of what must come first, exactly the pairs that were turned round are named', () => {
    expect(broken(visit, ['open', 'form', 'consent', 'call', 'sign'])).toEqual([['consent', 'open']])
    expect(broken(visit, ['consent', 'open', 'form', 'call', 'sign'])).toEqual([])
  })

  test('never throws and stays within its bounds, whatever is answered', () => {
    fc.assert(
      fc.property(anything, ([asked, response]) => {
        const { earned, possible, parts } = score(asked, response)
        expect(Number.isInteger(earned) && earned >= 0 && earned <= possible).toBe(true)
        expect(possible).toBe(possibleOf(asked))
        expect(parts.map(({ id }) => id)).toEqual(idsOf(asked))
      })
    )
  })
  test('a step said twice stands where it was said first, and an unknown one nowhere', () => {
    fc.assert(
      fc.property(anything, ([asked, response]) => {
        expect(score(asked, response)).toEqual(score(asked, sequenceOf(asked, response)))
      })
    )
  })
  test('everything is earned by the right order alone', () => {
    fc.assert(
      fc.property(ordered, ([asked, response]) => {
        expect(score(asked, idsOf(asked)).state).toBe('right')
        expect(score(asked, response).state === 'right').toBe(response.join() === idsOf(asked).join())
      })
    )
  })
  test('putting two neighbours right never costs a point, putting them wrong never earns one', () => {
    fc.assert(
      fc.property(ordered, ([asked, response]) => {
        const before = score(asked, response).earned
        for (const [index, id] of response.slice(0, -1).entries()) {
          const next = response[index + 1] ?? ''
          const change = score(asked, moved(response, id, index + 1)).earned - before
          expect(idsOf(asked).indexOf(id) > idsOf(asked).indexOf(next) ? change >= 0 : change <= 0).toBe(true)
        }
      })
    )
  })
  test('leaving a step out never earns more than having it', () => {
    fc.assert(
      fc.property(ordered, ([asked, response]) => {
        for (const id of response) {
          const without = response.filter(other => other !== id)
          expect(score(asked, without).earned).toBeLessThanOrEqual(score(asked, response).earned)
        }
      })
    )
  })
  test('the steps that stand right are in order among themselves, and no larger set is', () => {
    fc.assert(
      fc.property(ordered, ([asked, response]) => {
        const place = (id: string) => idsOf(asked).indexOf(id)
        const inOrder = (ids: readonly string[]) => ids.every((id, index) => index === 0 || place(ids[index - 1] ?? '') < place(id))
        const kept = inPlace(asked, response)
        expect(inOrder(response.filter(id => kept.has(id)))).toBe(true)
        const sizes = Array.from({ length: 2 ** response.length }, (_, chosen) => response.filter((_, index) => (chosen >> index) & 1))
          .filter(inOrder)
          .map(ids => ids.length)
        expect(Math.max(...sizes)).toBe(kept.size)
      }),
      { numRuns: 40 }
    )
  })
})

describe('moving a step', () => {
  test('puts it at its new place and leaves the others in their order', () => {
    expect(moved(['a', 'b', 'c', 'd'], 'a', 2)).toEqual(['b', 'c', 'a', 'd'])
    expect(moved(['a', 'b', 'c', 'd'], 'd', 0)).toEqual(['d', 'a', 'b', 'c'])
  })
  test('never loses or doubles one, wherever it is to go', () => {
    fc.assert(
      fc.property(stepIds, fc.nat(9), fc.integer({ min: -3, max: 12 }), (ids, index, to) => {
        const id = ids[index % ids.length] ?? ''
        const after = moved(ids, id, to)
        expect([...after].sort()).toEqual([...ids].sort())
        expect(after.indexOf(id)).toBe(Math.max(0, Math.min(ids.length - 1, to)))
        expect(after.filter(other => other !== id)).toEqual(ids.filter(other => other !== id))
      })
    )
  })
  test('moving what is not there changes nothing', () => expect(moved(['a', 'b'], 'z', 0)).toEqual(['a', 'b']))
})

test('a step named inside a sentence loses its full stop and nothing else', () => {
  expect(['打电话。', 'Call them.', '“好的。”', 'Ask why?'].map(named)).toEqual(['打电话', 'Call them', '“好的。”', 'Ask why?'])
})
