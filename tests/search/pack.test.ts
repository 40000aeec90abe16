/** What is packed for its way comes out as it was. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANGS } from '../../src/lang/text.ts'
import { pack, packWords } from '../../src/search/pack.ts'
import { type LineKind, unpack } from '../../src/search/section.ts'
import { searched } from '../../src/site/searchText.ts'
import { theShelf } from './judged.ts'

test.each(LANGS)('the handbook in %s comes out as it went in', lang => {
  const all = searched(theShelf(), lang)
  expect(unpack(JSON.parse(JSON.stringify(pack(all))), JSON.parse(JSON.stringify(packWords(all))))).toEqual(all)
})

test('a section has the same number in both languages, so that both share their synonyms', () => {
  const [zh, en] = LANGS.map(lang => searched(theShelf(), lang))
  expect(zh?.sections.map(({ path }) => path)).toEqual(en?.sections.map(({ path }) => path))
  expect(packWords(en ?? searched(theShelf(), 'en'))).toEqual(packWords(zh ?? searched(theShelf(), 'zh')))
})

test('a line keeps its text and its kind, whatever sign it begins with', () => {
  const kind = fc.constantFrom<LineKind | undefined>(undefined, 'standard', 'reading', 'advice', 'gap', 'dont', 'say')
  const text = fc.string({ unit: fc.constantFrom(...'=~+?!> 签a。'), minLength: 1 }).map(made => made.trim() || '签')
  const lines = fc.array(fc.record({ text, kind }).map(({ text, kind }) => (kind ? { text, kind } : { text })))
  fc.assert(
    fc.property(lines, lines => {
      const section = { path: 'handbook/a/b/', title: 't', page: '', group: 'g', lines }
      const all = { lang: 'zh' as const, sections: [section], synonyms: [], characters: { traditional: '', readings: '' } }
      expect(unpack(pack(all)).sections).toEqual([section])
    })
  )
})

test('no talk is searched, and what is never said is told from what is', () => {
  const lines = searched(theShelf(), 'zh').sections.flatMap(section => section.lines)
  expect(lines.filter(({ text }) => text.includes('打印机又不行了'))).toEqual([])
  expect(lines.find(({ text }) => text.includes('规定就是规定'))?.kind).toBe('dont')
  expect(lines.find(({ text }) => text.startsWith('偶尔才出现的故障'))?.kind).toBe('advice')
  expect(lines.find(({ text }) => text.startsWith('过了期怎么办，原文没有写'))?.kind).toBe('gap')
  expect(lines.find(({ anchor, name }) => anchor === 'visit.sign-form' && name)?.kind).toBe('standard')
})
