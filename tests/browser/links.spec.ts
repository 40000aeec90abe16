/** Every link leads somewhere, and both languages have the same pages. Read from the files; no browser needed. */
import { expect, test } from '@playwright/test'
import { isLang, LANGS } from '../../src/lang/text.ts'
import { type BuiltPage, filesOf, folder, idsOf, pagesOf, tagsOf } from './site.ts'

const pages = pagesOf()
const files = new Set(filesOf(folder))
const idsAt = new Map(pages.map(({ address, html }) => [address, new Set(idsOf(html))]))

interface Link {
  readonly from: BuiltPage
  readonly href: string
  readonly target: URL
  readonly isSwitch: boolean
}

function linksOf(from: BuiltPage): Link[] {
  return tagsOf(from.html, '(?:a|area)').flatMap(attributes => {
    const { href } = attributes
    if (href === undefined) return []
    return { from, href, target: new URL(href, `http://site${from.address}`), isSwitch: 'hreflang' in attributes }
  })
}

const links = pages.flatMap(linksOf)
const inside = links.filter(({ target }) => target.host === 'site')
const told = (link: Link) => `${link.from.address} → ${link.href}`
const langOf = (path: string) => path.split('/').find(isLang)

test('no link leaves the handbook', () => {
  expect(links.filter(link => !inside.includes(link)).map(told)).toEqual([])
})

test('every link leads to a file that was built', () => {
  const leads = ({ target: { pathname } }: Link) =>
    files.has(decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname))
  expect(inside.length).toBeGreaterThan(1000)
  expect(inside.filter(link => !leads(link)).map(told)).toEqual([])
})

test('every link to a place within a page finds it', () => {
  const finds = ({ target: { hash, pathname } }: Link) =>
    hash === '' || idsAt.get(decodeURIComponent(pathname))?.has(decodeURIComponent(hash.slice(1)))
  expect(inside.filter(link => !finds(link)).map(told)).toEqual([])
})

test('no link leaves its language, except the language switch', () => {
  const leaves = ({ from, target, isSwitch }: Link) => !isSwitch && from.lang !== undefined && langOf(target.pathname) !== from.lang
  expect(inside.filter(leaves).map(told)).toEqual([])
})

test('the links to questions and rules that scripts fetch lead somewhere too', () => {
  const addresses = pages.flatMap(({ address, html }) =>
    tagsOf(html, 'div').flatMap(attributes => {
      const props = attributes['data-props']
      if (props === undefined) return []
      const { bank, banks = {} } = JSON.parse(props) as { bank?: string; banks?: Readonly<Record<string, string>> }
      const all = [...(bank ? [bank] : []), ...Object.values(banks)]
      if (attributes['data-island'] !== undefined) expect(all, address).not.toEqual([])
      return all.map(one => ({ address, bank: one }))
    })
  )
  expect(addresses.length).toBeGreaterThan(40)
  expect(addresses.filter(({ bank }) => !files.has(bank))).toEqual([])
})

test('both languages have the same pages', () => {
  const [zh, en] = LANGS.map(lang => pages.filter(page => page.lang === lang).map(({ address }) => address.replace(`/${lang}/`, '/')))
  expect(zh).toEqual(en)
})

test('both halves of a page have the same headings, rules and steps, in the same order', () => {
  const different = pages
    .filter(({ lang }) => lang === 'zh')
    .filter(({ address }) => [...(idsAt.get(address) ?? [])].join() !== [...(idsAt.get(address.replace('/zh/', '/en/')) ?? [])].join())
  expect(different.map(({ address }) => address)).toEqual([])
})

test('the language switch of every page leads to its other half', () => {
  const lost = pages.filter(({ lang, address, html }) => {
    const twin = address.replace(/^\/(zh|en)\//, (_, from) => (from === 'zh' ? '/en/' : '/zh/'))
    return lang !== undefined && !tagsOf(html, 'a').some(link => 'data-twin' in link && link.href === twin)
  })
  expect(lost.map(({ address }) => address)).toEqual([])
})
