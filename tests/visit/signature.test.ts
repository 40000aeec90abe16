import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeSignature } from '../../src/visit/formDecode.ts'
import { toPath, toPixels, toStrokes } from '../../src/visit/signature.ts'

const anyLines = fc.array(
  fc.array(fc.record({ x: fc.double({ min: -50, max: 900, noNaN: true }), y: fc.double({ min: -50, max: 500, noNaN: true }) }), {
    minLength: 1,
    maxLength: 60
  }),
  { minLength: 1, maxLength: 8 }
)

test('what is drawn on one pad and drawn again on another is in the same place, to a thousandth', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 200, max: 1200 }),
      fc.integer({ min: 200, max: 1200 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (one, two, share) => {
        const [[point] = []] = toPixels(toStrokes([[{ x: share * one, y: (share * one) / 2 }]], one), two)
        expect(Math.abs((point?.x ?? -1) / two - share)).toBeLessThan(0.001)
        expect(Math.abs((point?.y ?? -1) / two - share / 2)).toBeLessThan(0.001)
      }
    )
  )
})

test('turning the pad again and again wears nothing off', () => {
  fc.assert(
    fc.property(anyLines, fc.array(fc.integer({ min: 200, max: 1200 }), { maxLength: 6 }), (lines, widths) => {
      const first = toStrokes(lines, 400)
      expect(widths.reduce((strokes, width) => toStrokes(toPixels(strokes, width), width), first)).toEqual(first)
    })
  )
})

test('whatever is drawn, also over the edge, can be kept and read again', () => {
  fc.assert(
    fc.property(anyLines, lines => {
      const strokes = toStrokes(lines, 400)
      expect(decodeSignature({ how: 'drawn', strokes, at: 1 })).toEqual({ how: 'drawn', strokes, at: 1 })
    })
  )
})

test('points that no eye can tell apart are left out, the ends of a line never', () => {
  const line = Array.from({ length: 400 }, (_, n) => ({ x: n / 4, y: 50 }))
  const [stroke = []] = toStrokes([line], 400)
  expect(stroke.length).toBeLessThan(100)
  expect([stroke[0], stroke.at(-1)]).toEqual([
    [0, 0.125],
    [0.2494, 0.125]
  ])
})

test('a path is numbers and commands, nothing else, and a dot is seen', () => {
  fc.assert(
    fc.property(anyLines, lines => {
      expect(toPath(toStrokes(lines, 400))).toMatch(/^[MQLh\d ]+$/)
    })
  )
  expect(toPath([[[0.5, 0.25]]])).toBe('M500 250h1')
})

test('a pad without a width has no lines', () => {
  expect(toStrokes([[{ x: 1, y: 1 }]], 0)).toEqual([])
})
