import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bare, type GapKeyed } from '../../src/quiz/gap/gap.ts'
import { piecesOf, placesIn } from '../../src/quiz/gap/parts.ts'
import { withPair } from '../../src/quiz/marker.ts'
import { possibleOf, score, validate } from '../../src/quiz/markers.ts'

const reply: GapKeyed = {
  kind: 'gap',
  gaps: [
    {
      id: 'act',
      choices: [
        { id: 'ask-now', key: true },
        { id: 'ask-later', key: false },
        { id: 'try', key: false }
      ]
    },
    { id: 'time', accept: { zh: ['十二点前', '12点前'], en: ['before noon', 'by noon'] } }
  ]
}

const id = fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 1, maxLength: 2 })
const gapOf = (own: string) =>
  fc.oneof(
    fc
      .uniqueArray(id, { minLength: 3, maxLength: 6 })
      .chain(ids =>
        fc.nat(ids.length - 1).map(key => ({ id: own, choices: ids.map((choice, index) => ({ id: choice, key: index === key })) }))
      ),
    fc
      .array(
        fc.string({ minLength: 1, maxLength: 6 }).filter(words => bare(words) !== ''),
        { minLength: 1, maxLength: 3 }
      )
      .map(accept => ({ id: own, accept }))
  )
/** Any question that an author's check would let through. */
const question: fc.Arbitrary<GapKeyed> = fc
  .uniqueArray(id, { minLength: 1, maxLength: 5 })
  .chain(ids => fc.tuple(...ids.map(gapOf)).map(gaps => ({ kind: 'gap' as const, gaps })))
/** What may stand in a gap, right or wrong. */
function fillingsOf({ choices, accept }: GapKeyed['gaps'][number]): string[] {
  return choices ? choices.map(choice => choice.id) : Object.values(accept ?? []).flat()
}
const answered = question.chain(asked => {
  const filling = fc
    .constantFrom(...asked.gaps)
    .chain(gap => fc.oneof(fc.constantFrom(...fillingsOf(gap)), fc.string()).map(words => `${gap.id}=${words}`))
  return fc.tuple(fc.constant(asked), fc.array(fc.oneof(filling, fc.string()), { maxLength: 10 }))
})
function keyOf({ gaps }: GapKeyed): string[] {
  return gaps.map(gap => `${gap.id}=${gap.choices ? gap.choices.find(({ key }) => key)?.id : fillingsOf(gap)[0]}`)
}

describe('filling gaps', () => {
  test('each gap filled rightly earns one', () =>
    expect(score(reply, ['act=ask-later', 'time=before noon'])).toMatchObject({ state: 'partly', earned: 1, possible: 2 }))
  test.each(['Before  Noon', 'before noon.', 'ＢＥＦＯＲＥ ｎｏｏｎ', '“by noon”', '十二点前。', '１２点前'])(
    '“%s” is as good as the wording',
    typed => expect(score(reply, ['act=ask-now', `time=${typed}`]).state).toBe('right')
  )
  test.each(['after noon', 'noon', '十二点'])('“%s” is not', typed =>
    expect(score(reply, ['act=ask-now', `time=${typed}`]).state).toBe('partly')
  )
  test('nothing filled is unanswered, not wrong', () => expect(score(reply, ['time=  ']).state).toBe('unanswered'))
  test('it is handed in when every gap is filled', () => {
    expect(validate(reply, ['act=try'])).toBe(false)
    expect(validate(reply, ['act=try', 'time= 。'])).toBe(false)
    expect(validate(reply, ['act=somebody', 'time=now'])).toBe(false)
    expect(validate(reply, ['act=try', 'time=now'])).toBe(true)
  })
  test('words with an equals sign stay whole', () => expect(score(reply, ['time=before=noon']).earned).toBe(1))

  test('never throws and stays within its bounds, whatever is answered', () => {
    fc.assert(
      fc.property(answered, ([asked, response]) => {
        const { earned, possible } = score(asked, response)
        expect(Number.isInteger(earned) && earned >= 0 && earned <= possible).toBe(true)
        expect(possible).toBe(possibleOf(asked))
      })
    )
  })
  test('the order in which gaps were filled makes no difference', () => {
    fc.assert(
      fc.property(answered, ([asked, response]) => {
        expect(score(asked, [...response].reverse())).toEqual(score(asked, response))
      })
    )
  })
  test('the key earns everything', () => {
    fc.assert(
      fc.property(question, asked => {
        expect(score(asked, keyOf(asked)).state).toBe('right')
      })
    )
  })
  test('filling one more rightly never costs a point, one more wrongly never earns one', () => {
    fc.assert(
      fc.property(answered, ([asked, response]) => {
        for (const [index, { id: gap, choices }] of asked.gaps.entries()) {
          const key = keyOf(asked)[index]?.slice(gap.length + 1)
          expect(score(asked, withPair(response, gap, key)).earned).toBeGreaterThanOrEqual(score(asked, response).earned)
          const wrong = choices ? choices.find(choice => !choice.key)?.id : '错误的话 that nobody accepts'
          expect(score(asked, withPair(response, gap, wrong)).earned).toBeLessThanOrEqual(score(asked, response).earned)
        }
      })
    )
  })
})

describe('a text with gaps', () => {
  const gaps = [{ id: 'act' }, { id: 'time' }]
  test('is cut at its gaps', () =>
    expect(piecesOf('I’ll [act], today, [time].', gaps)).toEqual([
      { type: 'words', words: 'I’ll ' },
      { type: 'gap', id: 'act' },
      { type: 'words', words: ', today, ' },
      { type: 'gap', id: 'time' },
      { type: 'words', words: '.' }
    ]))
  test('counts its gaps as a reader meets them', () => expect(placesIn('[time]，我[act]。', gaps)).toEqual(['time', 'act']))
  test('loses none of its words, brackets that are no gaps among them', () => {
    const piece = fc.oneof(fc.constantFrom('[act]', '[time]', '[', ']', '[[act]'), fc.string({ maxLength: 5 }))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), parts => {
        const text = parts.join('')
        const told = piecesOf(text, gaps).map(one => (one.type === 'gap' ? `[${one.id}]` : one.words))
        expect(told.join('')).toBe(text)
      })
    )
  })
})
