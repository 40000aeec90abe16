import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, type Plain, unfold } from '../../src/offline/fold.ts'

const encoder = new TextEncoder()
const plain = (path: string, text: string): Plain => ({ path, bytes: encoder.encode(text) })
const textOf = ({ path, bytes }: Plain) => [path, new TextDecoder('utf-8', { fatal: true }).decode(bytes)]

/** Texts made of a few long pieces, as pages are, in both scripts. */
const pieces = [
  '<li class="choice">A reply that is written out in full, twice as long as a short match</li>',
  '离开之前做完这几件事：当着用户的面复测，请用户签字，收拾干净，把话说清楚。再看一遍现场。',
  'x',
  '签',
  'ab'.repeat(80)
]
const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme' })), { maxLength: 12 }).map(parts => parts.join(''))
const files = fc.array(text, { maxLength: 8 }).map(texts => texts.map((one, i) => plain(`page-${i}`, one)))

test('what was folded unfolds to the same files', () => {
  fc.assert(
    fc.property(files, all => {
      const { folded, text: rest } = fold(all)
      expect(unfold(folded, rest).map(textOf)).toEqual(all.map(textOf))
    })
  )
})

test('no character is cut: what is new stays text', () => {
  fc.assert(fc.property(files, all => new TextDecoder('utf-8', { fatal: true }).decode(fold(all).text) !== undefined))
})

test('a page that repeats another one takes a few numbers', () => {
  const page = Array.from({ length: 60 }, (_, i) => `第 ${i} 步：先问一句，用户点头了再动手。`).join('\n')
  const { folded, text: rest } = fold([plain('a', page), plain('b', `<h1>b</h1>${page}`), plain('c', page)])
  expect(rest.length).toBeLessThan(encoder.encode(page).length + 40)
  expect(folded.copied.length).toBeLessThan(6)
})

test('numbers that fit no text are refused', () => {
  const { folded, text: rest } = fold([plain('a', pieces.join('')), plain('b', pieces.join(''))])
  expect(() => unfold({ ...folded, moved: folded.moved.map(() => 1e6) }, rest)).toThrow(RangeError)
  expect(() => unfold({ ...folded, copied: folded.copied.map(length => length * 2) }, rest)).toThrow(RangeError)
  expect(() => unfold(folded, rest.subarray(5))).toThrow(RangeError)
})
