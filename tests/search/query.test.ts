/** What is typed in a hurry is read for what is asked. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownOf, read } from '../../src/search/query.ts'
import type { Synonyms } from '../../src/search/section.ts'

const SYNONYMS: readonly Synonyms[] = [
  { zh: ['签字', '签名'], en: ['sign', 'signature'], see: ['handbook/visit/after/#form'] },
  { zh: ['用户不在'], en: ['not home', 'nobody there'], see: ['handbook/visit/during/#absent'] },
  { zh: ['档案编号'], en: ['file number'], see: [], digits: 9 },
  { zh: ['三日内'], en: ['within three days'], see: [] }
]
const simplified = new Map(Object.entries({ 簽: '签' }))
const ask = (query: string) => read(query, SYNONYMS, knownOf(SYNONYMS), simplified)
/** The first form of each concept: what was typed. */
const typed = (query: string) => ask(query).concepts.map(({ forms }) => forms[0]?.text)

test.each([
  ['用户不签字怎么办', ['用户不', '签字']],
  ['怎么填表格', ['填表格']],
  ['请问，什么时候交？', ['交']],
  ['how do I stamp the form', ['stamp', 'form']],
  ['退房 call', ['退房', 'call']]
])('%s asks for %j', (query, concepts) => {
  expect(typed(query)).toEqual(concepts)
})

test('a question of nothing but question words is taken at its word', () => {
  expect(typed('怎么办')).toEqual(['怎么办'])
  expect(typed('what is it')).toEqual(['what', 'is', 'it'])
})

test('a synonym brings its other words, in both languages, and what it leads to', () => {
  const [concept] = ask('簽字').concepts
  expect(concept?.forms.map(({ text }) => text)).toEqual(['签字', '签名', 'sign', 'signature'])
  expect(concept?.see).toEqual(['handbook/visit/after/#form'])
})

test('an inflected synonym is one too, also across other words of a question', () => {
  expect(ask('customer not home').concepts.at(-1)?.see).toEqual(['handbook/visit/during/#absent'])
  expect(ask('signed').concepts[0]?.see).toEqual(['handbook/visit/after/#form'])
})

test('a mistyped word of a synonym is taken for it, unless the handbook has it as it is', () => {
  expect(ask('signatrue').concepts[0]?.see).toEqual(['handbook/visit/after/#form'])
  expect(read('nobodi there', SYNONYMS, knownOf(SYNONYMS), simplified, () => true).concepts.every(({ see }) => see.length === 0)).toBe(true)
})

test('a number of nine digits is a file number, in either width', () => {
  expect(ask('040214001').concepts[0]?.forms.map(({ text }) => text)).toContain('档案编号')
  expect(ask('０４０２１４００１').concepts[0]?.forms.map(({ text }) => text)).toContain('档案编号')
  expect(ask('04021400').concepts[0]?.forms).toHaveLength(1)
})

test('a figure before a Chinese character may be written out', () => {
  expect(ask('3日内').concepts[0]?.forms.map(({ text }) => text)).toContain('within three days')
})

test('letters in a row may be one word', () => {
  expect(ask('jin yong yu').joined?.letters).toBe('jinyongyu')
  expect(ask("jin'yong'yu").concepts[0]?.letters).toBe('jinyongyu')
  expect(ask('禁yongyu').joined?.letters).toBe('禁yongyu')
})

test('nothing that can be typed makes it fail', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(...'签字用户不在怎么办jinyongyu3日 \'’%.()[]*+\\^$|<>&"') })
      ),
      query => {
        for (const { forms } of ask(query).concepts) for (const { tokens } of forms) expect(tokens.every(token => token !== '')).toBe(true)
      }
    )
  )
})

test('a very long text is asked for by its beginning', () => {
  expect(ask('签字'.repeat(10_000)).whole.length).toBeLessThanOrEqual(120)
})
