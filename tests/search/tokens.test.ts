/** Text is cut the same way on both sides, and what is found in the folded text stands at the same place in the text. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stem } from '../../src/search/stem.ts'
import { fold, pairsOf, runsOf, tokensOf, wordOf } from '../../src/search/tokens.ts'

test.each([
  ['ＳＥＲＶＩＣＥ　１００％', 'service 100%'],
  ['Don’t', 'don’t'],
  ['签字', '签字']
])('%s is folded to one spelling', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('Traditional characters are folded where a map says so', () => {
  expect(fold('簽字蓋章', new Map(Object.entries({ 簽: '签', 蓋: '盖' })))).toBe('签字盖章')
})

test('Chinese is cut by pairs, and the last character stands alone', () => {
  expect(tokensOf('禁用语')).toEqual(['禁用', '用语', '语'])
  expect(pairsOf('')).toEqual([])
})

test('words, figures and Chinese are told apart without spaces', () => {
  expect(tokensOf('共50元KPI考核')).toEqual(['共', '50', '元', 'kpi', '考核', '核'])
})

test.each([
  [['sign', 'signs', 'signed', 'signing'], 'sign'],
  [['agree', 'agreed', 'agrees'], 'agre'],
  [['patrol', 'patrols', 'patrolling'], 'patrol'],
  [['complaint', 'complaints'], 'complaint'],
  [['story', 'stories'], 'story'],
  [['stop', 'stopped', 'stopping'], 'stop'],
  [['customer', 'customer’s', 'customers'], 'customer']
])('%s are one word', (forms, root) => {
  expect(forms.map(wordOf)).toEqual(forms.map(() => root))
})

test('a word without a vowel before its ending keeps it', () => {
  expect([stem('thing'), stem('bring'), stem('red'), stem('is')]).toEqual(['thing', 'bring', 'red', 'is'])
})

test('folding never changes a length, and the runs of a text stand where they say', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
      const folded = fold(text)
      expect(folded).toHaveLength(text.length)
      for (const run of runsOf(folded)) expect(folded.slice(run.from, run.from + run.text.length)).toBe(run.text)
    })
  )
})

test('folding twice is folding once', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), text => void expect(fold(fold(text))).toBe(fold(text))))
})
