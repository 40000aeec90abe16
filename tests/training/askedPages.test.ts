import { expect, test } from 'vitest'
import { pagesOf, saidIn, saidOf } from '../../src/training/askedPages.ts'

const AT = Date.UTC(2026, 10, 27, 9, 0, 31)
const text = { revision: 3, since: 2, hash: '0a1b2c3d' }
const page = (id: string, code: number) => ({ id, code, texts: { zh: text, en: { ...text, since: 3 } } })
const SITE = [page('visit/after', 1), page('speech/banned', 2), page('principles/list', 3)]
const HASH = '0a1b2c3d4e5f6071'
const said = (revision: number, lang = 'zh', hash = HASH, at = AT) => ({ revision, at, lang, hash })

test('pages stand in the assignment’s order, and each says how it stands', () => {
  const places = pagesOf(
    { pages: [3, 9, 2, 1] },
    SITE,
    new Map([
      ['visit/after', said(2)],
      ['speech/banned', said(1)]
    ])
  )
  expect(places.map(found => (found.type === 'unknown' ? found.type : [found.page.id, found.standing]))).toEqual([
    ['principles/list', 'never'],
    'unknown',
    ['speech/banned', 'outdated'],
    ['visit/after', 'said']
  ])
  expect(saidIn(places)).toBe(1)
  expect(pagesOf({}, SITE, new Map())).toEqual([])
})

test('what was said in one language is held against that language’s page', () => {
  const standing = (lang: string) => pagesOf({ pages: [1] }, SITE, new Map([['visit/after', said(2, lang)]]))[0]
  expect([standing('zh'), standing('en')]).toMatchObject([{ standing: 'said' }, { standing: 'outdated' }])
})

test('a receipt tells of what was said, also of an older text, and of nothing else', () => {
  const places = pagesOf(
    { pages: [3, 9, 2, 1] },
    SITE,
    new Map([
      ['visit/after', said(3, 'en')],
      ['speech/banned', said(1)],
      ['x/y', said(1)]
    ])
  )
  const at = AT - 31_000
  expect(saidOf(places)).toEqual([
    { place: 2, lang: 'zh', revision: 1, hash: '0a1b2c3d', at },
    { place: 3, lang: 'en', revision: 3, hash: '0a1b2c3d', at }
  ])
})

test('what a receipt can’t hold is left out, and a clock of before 2024 is taken for its first minute', () => {
  const told = (one: ReturnType<typeof said>) => saidOf(pagesOf({ pages: [1] }, SITE, new Map([['visit/after', one]])))
  expect(told(said(3, 'fr'))).toEqual([])
  expect(told(said(3, 'zh', 'not-a-hash'))).toEqual([])
  expect(told(said(3, 'zh', HASH, 5))).toMatchObject([{ at: Date.UTC(2024, 0, 1) }])
  expect(saidOf(pagesOf({ pages: [1] }, SITE, new Map([['visit/after', { revision: 3, at: AT }]])))).toEqual([])
})
