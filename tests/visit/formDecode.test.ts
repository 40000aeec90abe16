import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeFilled, decodeSignature } from '../../src/visit/formDecode.ts'
import { anyFilled, filledOf } from './forms.ts'

test('every form that the handbook writes is read back as it was', () => {
  fc.assert(
    fc.property(anyFilled, filled => {
      expect(decodeFilled(structuredClone(filled))).toEqual(filled)
    })
  )
})

test('nothing that anybody wrote makes it throw, and what it accepts it accepts again', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }), value => {
      const read = decodeFilled(value)
      if (read) expect(decodeFilled(read)).toEqual(read)
    })
  )
})

test('one value replaced by anything is refused, or read without it', () => {
  fc.assert(
    fc.property(
      anyFilled,
      fc.constantFrom('v', 'id', 'form', 'created', 'changed', 'fields', 'signature', 'kind', 'exported'),
      fc.anything(),
      (filled, key, value) => {
        const read = decodeFilled({ ...filled, [key]: value })
        if (read) expect(decodeFilled(structuredClone(read))).toEqual(read)
      }
    )
  )
})

test.each([
  ['a newer version', { v: 2 }],
  ['no id', { id: '' }],
  ['an id of a megabyte', { id: 'x'.repeat(1e6) }],
  ['a time that is none', { created: Number.NaN }],
  ['a time before 1970', { changed: -1 }],
  ['a field that is no text', { fields: { order: 7 } }],
  ['a field of a megabyte', { fields: { order: 'x'.repeat(1e6) } }],
  ['a thousand fields', { fields: Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`f${n}`, ''])) }],
  ['a list for fields', { fields: [] }],
  ['a kind of a thousand letters', { kind: 'x'.repeat(1000) }],
  ['a signature of no known way', { signature: { how: 'stamped', at: 1 } }],
  ['a signature without a time', { signature: { how: 'typed', name: '刘芳' } }]
])('a form with %s is refused', (_, over) => {
  expect(decodeFilled(filledOf())).toBeDefined()
  expect(decodeFilled({ ...filledOf(), ...over })).toBeUndefined()
})

test.each([
  ['no line', []],
  ['a line without a point', [[]]],
  ['a point outside the pad', [[[1.5, 0]]]],
  ['a point that is no number', [[[Number.NaN, 0]]]],
  ['a point with three numbers', [[[0, 0, 0]]]],
  ['a hundred thousand points', [Array.from({ length: 100_000 }, () => [0, 0])]]
])('a drawn signature with %s is refused', (_, strokes) => {
  expect(decodeSignature({ how: 'drawn', at: 1, strokes: [[[0, 0]]] })).toBeDefined()
  expect(decodeSignature({ how: 'drawn', at: 1, strokes })).toBeUndefined()
})

test('what no form has is left out', () => {
  expect(decodeFilled({ ...filledOf(), admin: true })).toEqual(filledOf())
})
