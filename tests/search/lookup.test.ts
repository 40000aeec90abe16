/** The whole search over the real handbook: it never fails, and what it shows is always the handbook's own text. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Lookup } from '../../src/search/lookup.ts'
import { searchText, searchWords } from '../../src/site/searchText.ts'
import { judgedIn, lookups, theShelf } from './judged.ts'

const search = lookups()
const words = searchWords(theShelf())
const own = () => new Lookup(searchText(theShelf(), 'zh'), words)

test('what is in the index already can be found while it grows', () => {
  const lookup = own()
  expect(lookup.ask('表格').paths).toEqual([])
  for (let grown = 0; grown < 60; grown++) lookup.grow()
  expect(lookup.ask('签字盖章').paths[0]).toBe('handbook/visit/after/#form')
})

test('the answer leads to the rule or the step in which it stands', () => {
  search.zh.ask('签字盖章')
  expect(search.zh.show('handbook/visit/after/#form')?.answer.anchor).toBe('visit.sign-form')
})

test('a part of which only the heading is searched shows what its page is about', () => {
  const path = search.zh.ask('怎么删').paths.find(path => path.startsWith('handbook/about/privacy/#')) ?? ''
  expect(
    search.zh
      .show(path)
      ?.answer.pieces.map(({ text }) => text)
      .join('')
  ).toContain('学习记录')
})

test('what is offered as the nearest is shown in the reader’s language', () => {
  search.zh.ask('qqq龘盖')
  const shown = search.zh
    .nearest('qqq龘盖')
    .slice(0, 3)
    .map(path => search.zh.show(path)?.lang)
  expect(shown).toEqual(['zh', 'zh', 'zh'])
})

test('an English question finds Chinese pages with the Chinese text alone, through synonyms', () => {
  const alone = own()
  while (alone.grow());
  expect(alone.ask('sign and stamp').paths[0]).toBe('handbook/visit/after/#form')
  expect(alone.show('handbook/visit/after/#form')?.lang).toBe('zh')
})

test('a word that only the other language has is looked for there, and shown in it', () => {
  const lookup = own()
  while (lookup.grow());
  expect(lookup.ask('homework')).toMatchObject({ wantsOther: true })
  lookup.join(searchText(theShelf(), 'en'))
  while (lookup.grow());
  expect(lookup.ask('sanitation').wantsOther).toBe(false)
  expect(lookup.ask('sanitation').paths[0]).toContain('apartment-manager')
})

test('a word that nobody has finds nothing, and something near it is offered', () => {
  expect(search.zh.ask('龘龘').paths).toEqual([])
  expect(search.en.ask('qqqqzzz').paths).toEqual([])
  expect(search.en.nearest('stampzzzz')).toContain('handbook/visit/form/#no-stamp')
})

test('whatever is typed, every result is a section with its own text', () => {
  const paths = new Set(search.zh.sections.map(({ path }) => path))
  const texts = new Map([...search.zh.sections, ...search.en.sections].flatMap(({ lines }) => lines.map(({ text }) => [text, true])))
  const all = [...texts.keys()].join('\n')
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(...'签字用户客人投诉回访jytshe3 ’%.<'), maxLength: 12 })
  )
  fc.assert(
    fc.property(typed, query => {
      for (const path of search.zh.ask(query).paths.slice(0, 3)) {
        expect(paths).toContain(path)
        const text =
          search.zh
            .show(path)
            ?.answer.pieces.map(piece => piece.text)
            .join('') ?? ''
        expect(all).toContain(text.replace(/^…|…$/g, ''))
      }
    }),
    { numRuns: 60 }
  )
})

test('an answer costs little beside the index, in CPU and not in time', () => {
  const cpu = (work: () => void) => {
    const { user, system } = process.cpuUsage()
    work()
    const after = process.cpuUsage()
    return after.user + after.system - user - system
  }
  const [text, queries] = [searchText(theShelf(), 'zh'), judgedIn('judged.yaml').filter(({ lang }) => lang === 'zh')]
  const make = () => {
    const lookup = new Lookup(text, words)
    while (lookup.grow());
    return lookup
  }
  make()
  const made = cpu(() => {
    for (let times = 0; times < 5; times++) make()
  })
  const lookup = make()
  const asked = cpu(() => {
    for (const { query } of queries) for (const path of lookup.ask(query).paths.slice(0, 3)) lookup.show(path)
  })
  // A fifth of the index for one answer would be 50 ms on a phone that takes a quarter of a second to make it.
  expect(asked / queries.length).toBeLessThan(made / 5 / 5)
})
