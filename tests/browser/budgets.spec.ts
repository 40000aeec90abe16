/** How heavy a page may be, and that it does not grow with the handbook. Read from the files; no browser needed. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type BuiltPage, brotli, hasQuiz, pagesOf, root, tagsOf } from './site.ts'

const LARGEST = 10_000
/** Links to pages of other groups: before and after, related ones, those a text refers to. */
const OTHERS = 16
/** Newest changes that are listed on one page. */
const NEWEST = 60

const pages = pagesOf()
const typeOf = (page: BuiltPage) => `${page.kind}${hasQuiz(page) ? ' with a quiz' : ''}`

/** Handbook pages that a page links to, each once. */
function linked({ html }: BuiltPage): string[] {
  const paths = tagsOf(html, 'a').map(({ href = '' }) => href.split('#')[0] ?? '')
  return [...new Set(paths.filter(path => /^\/\w+\/handbook\/[^/]+\/[^/]+\/$/.test(path)))]
}
const groupOf = (address: string) => address.split('/')[3]

test('every page with its styles fits the first 10,000 bytes', () => {
  const sizes = pages.map(page => ({ ...page, type: typeOf(page), bytes: brotli(page.html) })).sort((a, b) => b.bytes - a.bytes)
  const types = new Set(sizes.map(({ type }) => type))
  const rows = [...types].flatMap(type => sizes.filter(page => page.type === type).slice(0, 2))
  mkdirSync(join(root, 'test-results'), { recursive: true })
  const lines = rows.map(({ bytes, type, address }) => `${bytes}\t${type}\t${address}`)
  writeFileSync(join(root, 'test-results', 'budgets.txt'), `html\tkind\taddress\n${lines.join('\n')}\n`)
  expect(sizes.filter(({ bytes }) => bytes > LARGEST).map(({ bytes, address }) => `${bytes} ${address}`)).toEqual([])
})

test('a page does not grow with the handbook: it lists its own group and a few others', () => {
  const grown = pages
    .filter(({ kind }) => kind === 'handbook')
    .filter(page => linked(page).filter(address => groupOf(address) !== groupOf(page.address)).length > OTHERS)
  expect(grown.map(({ address }) => address)).toEqual([])
})

test('a page that is not a list of the whole handbook links to a few of its pages', () => {
  const lists = new Set(['contents', 'rules', 'reviews'])
  const grown = pages
    .filter(({ kind }) => kind !== 'handbook' && !lists.has(kind))
    .filter(page => linked(page).length > (page.kind === 'news' ? NEWEST : OTHERS))
  expect(grown.map(page => `${linked(page).length} ${page.address}`)).toEqual([])
})
