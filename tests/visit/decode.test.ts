import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DECODERS } from '../../src/visit/decode.ts'
import { cut } from '../../src/visit/decoding.ts'
import { callOf, formOf, runOf } from './papers.ts'

const GOOD = {
  run: [runOf('r')],
  form: [
    formOf('f'),
    formOf('g', {
      fields: { cause: '=1', stamp: '' },
      run: 'r',
      kind: 'print',
      exported: 4,
      signature: {
        how: 'drawn',
        at: 1,
        strokes: [
          [
            [0, 0.5],
            [0.25, 1]
          ],
          [[1, 0]]
        ]
      }
    }),
    formOf('h', { signature: { how: 'typed', at: 1, name: '李' } }),
    formOf('i', { signature: { how: 'declined', at: 1, reason: 'in a hurry' } })
  ],
  followUp: [callOf('c'), callOf('d', { called: '2026-12-01', kind: 'complained' })]
} as const
const DRAWERS = ['run', 'form', 'followUp'] as const

test.each(DRAWERS)('what was put into the drawer “%s” comes out as it was', drawer => {
  for (const thing of GOOD[drawer]) expect(DECODERS[drawer](JSON.parse(JSON.stringify(thing)))).toEqual(thing)
})

test.each(DRAWERS)('nothing that is put before the decoder of “%s” makes it throw', drawer => {
  fc.assert(fc.property(fc.anything({ withNullPrototype: true }), value => DECODERS[drawer](value) === undefined))
})

test.each(DRAWERS)('a thing of the drawer “%s” with any one field spoilt is refused, or is the same without it', drawer => {
  for (const thing of GOOD[drawer]) {
    for (const field of Object.keys(thing)) {
      for (const bad of [null, {}, [], -1, 1.5, 'x'.repeat(20_000), true]) {
        const decoded = DECODERS[drawer]({ ...thing, [field]: bad })
        // An empty object of fields, and an empty list of entries, are good ones.
        if (decoded !== undefined) expect(['fields', 'entries', 'called']).toContain(field)
      }
    }
  }
})

test.each([
  ['a signature with a point outside', { ...formOf('f'), signature: { how: 'drawn', at: 1, strokes: [[[0, 99]]] } }],
  ['a signature of an unknown way', { ...formOf('f'), signature: { how: 'dictated', at: 1 } }],
  ['a field that is no text', { ...formOf('f'), fields: { cause: 7 } }],
  ['too many fields', { ...formOf('f'), fields: Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`f${index}`, ''])) }]
])('a form with %s is refused', (_, value) => {
  expect(DECODERS.form(value)).toBeUndefined()
})

test.each(['2026-13-01', '2026-11-32', '26-11-27', '2026-11-27T00:00', ''])('a follow-up from the day “%s” is refused', checkOut => {
  expect(DECODERS.followUp(callOf('c', { checkOut }))).toBeUndefined()
})

test('a text is cut to its length, never within a character', () => {
  expect(cut('abc', 5)).toBe('abc')
  expect(cut('abcdef', 3)).toBe('abc')
  expect(cut('a😀b', 2)).toBe('a')
  expect(cut('a😀b', 3)).toBe('a😀')
})
