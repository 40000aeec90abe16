import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { covered, type MarkKeyed } from '../../src/quiz/mark/mark.ts'
import { withPair } from '../../src/quiz/marker.ts'
import { possibleOf, score, validate } from '../../src/quiz/markers.ts'

/** A call in which two things are said that must not be: by `s2` and by `s4`. */
const call: MarkKeyed = {
  kind: 'mark',
  turns: [
    { says: [{ id: 'c1' }] },
    { says: [{ id: 's1' }, { id: 's2', breaks: 'phrase.dont-know' }] },
    { says: [{ id: 's3' }, { id: 's4', breaks: 'tenet.promise' }] }
  ]
}

describe('marking a transcript', () => {
  test('what was found with its rule earns two points each', () =>
    expect(score(call, ['s2=phrase.dont-know', 's4=tenet.promise'])).toMatchObject({ state: 'right', earned: 4, possible: 4 }))
  test('what was found with another rule earns one', () =>
    expect(score(call, ['s2=tenet.promise', 's4=tenet.promise'])).toMatchObject({ state: 'partly', earned: 3 }))
  test('a mark without a rule yet earns one', () => expect(score(call, ['s2='])).toMatchObject({ state: 'partly', earned: 1 }))
  test('a mark on words that break nothing costs two', () =>
    expect(score(call, ['s1=tenet.promise', 's2=phrase.dont-know'])).toMatchObject({ state: 'wrong', earned: 0 }))
  test('marking everything earns nothing where half break no rule', () =>
    expect(score(call, ['s1=tenet.promise', 's2=phrase.dont-know', 's3=tenet.promise', 's4=tenet.promise']).earned).toBe(0))
  test('two rules for the same words are none', () => expect(score(call, ['s2=tenet.promise', 's2=phrase.dont-know']).earned).toBe(1))
  test('nothing marked is unanswered, not wrong', () => {
    expect(score(call, []).state).toBe('unanswered')
    expect(score(call, ['nobody=tenet.promise']).state).toBe('unanswered')
  })
  test('it is handed in when every mark has its rule', () => {
    expect(validate(call, [])).toBe(false)
    expect(validate(call, ['s2=', 's4=tenet.promise'])).toBe(false)
    expect(validate(call, ['s2=tenet.promise'])).toBe(true)
  })
  test('it says of every piece whether it was rightly marked or left', () =>
    expect(score(call, ['s1=x', 's2=phrase.dont-know']).parts).toEqual([
      { id: 'c1', taken: false, right: true },
      { id: 's1', taken: true, right: false },
      { id: 's2', taken: true, right: true },
      { id: 's3', taken: false, right: true },
      { id: 's4', taken: false, right: false }
    ]))
})

const RULES = ['phrase.dont-know', 'phrase.no-way', 'tenet.promise']
const id = fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 1, maxLength: 2 })
const words = fc.record({ id, breaks: fc.constantFrom(...RULES) }, { requiredKeys: ['id'] })
/** Any transcript that an author's check would let through, and some without a mistake. */
const transcript: fc.Arbitrary<MarkKeyed> = fc
  .uniqueArray(words, { selector: one => one.id, minLength: 1, maxLength: 8 })
  .chain(all => fc.integer({ min: 0, max: all.length }).map(cut => [{ says: all.slice(0, cut) }, { says: all.slice(cut) }]))
  .map(turns => ({ kind: 'mark', turns }))
const piecesOf = (asked: MarkKeyed) => asked.turns.flatMap(turn => turn.says)
const keyOf = (asked: MarkKeyed) => piecesOf(asked).flatMap(({ id, breaks }) => (breaks ? [`${id}=${breaks}`] : []))
const entry = fc.oneof(
  fc.tuple(id, fc.constantFrom('', ...RULES)).map(([piece, rule]) => `${piece}=${rule}`),
  fc.string(),
  fc.constantFrom('=', '', 'a', 'a==')
)
const answered = fc.tuple(transcript, fc.array(entry, { maxLength: 8 }))

describe('for any transcript and answer', () => {
  test('it never throws and stays within its bounds', () => {
    fc.assert(
      fc.property(answered, ([asked, response]) => {
        const { earned, possible, parts } = score(asked, response)
        expect(Number.isInteger(earned) && earned >= 0 && earned <= possible).toBe(true)
        expect(possible).toBe(possibleOf(asked))
        expect(parts).toHaveLength(piecesOf(asked).length)
      })
    )
  })
  test('the order in which pieces were marked makes no difference', () => {
    fc.assert(
      fc.property(answered, ([asked, response]) => {
        expect(score(asked, [...response].reverse())).toEqual(score(asked, response))
      })
    )
  })
  test('exactly the mistakes, with their rules, earn everything', () => {
    fc.assert(
      fc.property(transcript, asked => {
        if (keyOf(asked).length > 0) expect(score(asked, keyOf(asked)).state).toBe('right')
      })
    )
  })
  test('one more mistake found never costs a point, one more false mark never earns one', () => {
    fc.assert(
      fc.property(answered, fc.constantFrom('', ...RULES), ([asked, response], rule) => {
        for (const { id, breaks } of piecesOf(asked)) {
          const before = score(asked, withPair(response, id, undefined)).earned
          if (breaks) expect(score(asked, withPair(response, id, breaks)).earned).toBeGreaterThanOrEqual(before)
          else expect(score(asked, withPair(response, id, rule)).earned).toBeLessThanOrEqual(before)
        }
      })
    )
  })
  test('the right rule never earns less than another', () => {
    fc.assert(
      fc.property(answered, fc.constantFrom('', ...RULES), ([asked, response], rule) => {
        for (const { id, breaks } of piecesOf(asked))
          if (breaks)
            expect(score(asked, withPair(response, id, breaks)).earned).toBeGreaterThanOrEqual(
              score(asked, withPair(response, id, rule)).earned
            )
      })
    )
  })
})

describe('what a selection covers', () => {
  const sizes = [4, 10, 6]
  test.each<[string, number, number, number[]]>([
    ['a whole piece', 4, 14, [1]],
    ['half of one', 4, 9, [1]],
    ['less than half', 4, 8, []],
    ['half of two', 2, 9, [0, 1]],
    ['all', 0, 20, [0, 1, 2]],
    ['nothing', 7, 7, []]
  ])('%s', (_, from, to, pieces) => expect(covered(sizes, from, to)).toEqual(pieces))
  test('a longer selection covers no fewer pieces, and the whole text all that have any words', () => {
    const text = fc.array(fc.nat(20), { maxLength: 8 })
    fc.assert(
      fc.property(text, fc.nat(100), fc.nat(100), fc.nat(20), (sizes, from, length, more) => {
        const short = covered(sizes, from, from + length)
        expect(covered(sizes, from, from + length + more)).toEqual(expect.arrayContaining(short))
        const all = sizes.reduce((sum, size) => sum + size, 0)
        expect(covered(sizes, 0, all)).toEqual(sizes.flatMap((size, index) => (size > 0 ? [index] : [])))
      })
    )
  })
})
