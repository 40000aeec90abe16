import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Marked } from '../../src/phrases/check.ts'
import { byPhrase, piecesOf, sentenceAround, unmoved } from '../../src/phrases/draft.ts'

const mark = (from: number, to: number, phrase = 'phrase.dont-know'): Marked => ({ phrase, lang: 'zh', from, to })

test.each([
  ['您好。这个我不知道，您问别人。谢谢。', '不知道', '这个我不知道，您问别人。'],
  ['Hello! I don’t know, at 9.30 or 10. Bye.', 'don’t know', 'I don’t know, at 9.30 or 10.'],
  ['第一行\n不清楚\n第三行', '不清楚', '不清楚'],
  ['不清楚', '不清楚', '不清楚'],
  ['好的…… 不清楚', '不清楚', '不清楚'],
  ['不清楚。', '不清楚。', '不清楚。']
])('the sentence around a mark is what is replaced: %j', (text, words, sentence) => {
  const from = text.indexOf(words)
  expect(text.slice(...sentenceAround(text, { from, to: from + words.length }))).toBe(sentence)
})

test('a sentence holds its mark, wherever that stands', () => {
  const text = fc
    .array(fc.constantFrom('我', '不', '。', '.', ' ', '\n', 'a', '1', '！', '…'), { minLength: 1, maxLength: 40 })
    .map(signs => signs.join(''))
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (said, a, b) => {
      const from = a % said.length
      const to = from + 1 + (b % (said.length - from))
      const [start, end] = sentenceAround(said, { from, to })
      expect(start).toBeLessThanOrEqual(from)
      expect(end).toBeGreaterThanOrEqual(said.slice(from, to).search(/[\n]$/) >= 0 ? to - 1 : to)
      expect(end).toBeLessThanOrEqual(said.length)
    })
  )
})

test('the pieces of a text are the text', () => {
  const pieces = piecesOf('这个我不知道。', [mark(2, 6)])
  expect(pieces).toEqual([{ text: '这个' }, { text: '我不知道', mark: 0 }, { text: '。' }])
  expect(piecesOf('', [])).toEqual([])
  expect(piecesOf('不知道', [mark(0, 3)])).toEqual([{ text: '不知道', mark: 0 }])
})

test('while an input method is at work, marks before it stay and those behind it wait', () => {
  const marks = [mark(0, 3), mark(4, 7)]
  expect(unmoved('不知道，不清楚', '不知道ha，不清楚', marks)).toEqual([mark(0, 3)])
  expect(unmoved('不知道，不清楚', '不知道，不清楚la', marks)).toEqual(marks)
})

test('what is found stands together by phrase, in the order of the first', () => {
  const marks = [mark(0, 1, 'b'), mark(2, 3, 'a'), mark(4, 5, 'b')]
  expect(byPhrase(marks)).toEqual([
    { phrase: 'b', marks: [0, 2] },
    { phrase: 'a', marks: [1] }
  ])
})
