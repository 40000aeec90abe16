import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Paper, PaperKind } from '../../src/quiz/paper.ts'
import {
  cleanCount,
  cleanSeed,
  drawSelection,
  fromFragment,
  mostOf,
  type Selection,
  seedFrom,
  toFragment
} from '../../src/training/selection.ts'

const paper = (id: string, kind: PaperKind): Paper => ({
  id,
  kind,
  revision: 1,
  rules: [id],
  ids: ['a', 'b', 'c'],
  situation: id,
  ask: id,
  reasons: []
})
const bank = [...'abcdef'].map((id, index) => paper(id, index % 2 === 0 ? 'single' : 'order'))

describe('an address', () => {
  test('gives back the selection that it was made from', () => {
    const seeds = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .map(cleanSeed)
      .filter(seed => seed !== '')
    const selections: fc.Arbitrary<Selection> = fc.record({
      seed: seeds,
      count: fc.integer({ min: 1, max: 999 }),
      kinds: fc.uniqueArray(fc.constantFrom<PaperKind>('single', 'order', 'mark', 'reply'))
    })
    fc.assert(
      fc.property(selections, selection => {
        expect(fromFragment(toFragment(selection))).toEqual(selection.kinds.length > 0 ? selection : { ...selection, kinds: undefined })
      })
    )
  })
  test('that says nothing, or nonsense, chooses nothing', () => {
    fc.assert(fc.property(fc.string(), text => void fromFragment(text)))
    for (const text of ['', '#', '#top', '#seed=', '#seed=%E0%A4%A', '#n=0', '#n=-3', '#n=1.5', '#kinds=scenario.nothing'])
      expect(fromFragment(text), text).toEqual({})
  })
})

test('a seed is the same however it was typed', () => {
  for (const typed of ['k7f3q', ' K7F3Q ', 'ｋ７ｆ３ｑ', 'k7f 3q']) expect(cleanSeed(typed)).toBe('k7f3q')
})
test('a new seed can be read from paper and typed without doubt', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), bytes => {
      expect(seedFrom(bytes)).toMatch(/^[a-hjkmnp-z2-9]{5}$/)
      expect(cleanSeed(seedFrom(bytes))).toBe(seedFrom(bytes))
    })
  )
})
test('a number of questions is never none and never more than there are', () => {
  expect([0, -1, Number.NaN, 3.4, 99].map(count => cleanCount(count, 10))).toEqual([1, 1, 1, 3, 10])
})

describe('a selection', () => {
  const available = [
    { kind: 'single', count: 3 },
    { kind: 'order', count: 3 }
  ] as const
  test('draws the same questions in the same order again', () => {
    const selection = { seed: 'k7f3q', count: 4, kinds: [] }
    expect(drawSelection([...bank].reverse(), selection)).toEqual(drawSelection(bank, selection))
  })
  test('of one kind draws no other', () => {
    const { items } = drawSelection(bank, { seed: 'k7f3q', count: 9, kinds: ['order'] })
    expect(items.map(({ question }) => question).sort()).toEqual(['b', 'd', 'f'])
    expect(mostOf(available, { kinds: ['order'] })).toBe(3)
  })
  test('of no kind in particular draws from all', () => {
    expect(drawSelection(bank, { seed: 'k7f3q', count: 9, kinds: [] }).items).toHaveLength(mostOf(available, { kinds: [] }))
  })
})
