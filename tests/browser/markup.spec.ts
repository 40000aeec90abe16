/** What every built page must say about itself. Read from the files; no browser needed. */
import { expect, test } from '@playwright/test'
import { LANGS, localeOf } from '../../src/lang/text.ts'
import { type BuiltPage, pagesOf, tagsOf, textOf } from './site.ts'

const pages = pagesOf()
const inLanguage = pages.filter(page => page.lang !== undefined)
const addressesWhere = (among: readonly BuiltPage[], isBad: (page: BuiltPage) => boolean) => among.filter(isBad).map(page => page.address)

const descriptionOf = ({ html }: BuiltPage) => tagsOf(html, 'meta').find(({ name }) => name === 'description')?.content ?? ''

test('every page says its language', () => {
  expect(addressesWhere(inLanguage, ({ html, lang }) => tagsOf(html, 'html')[0]?.lang !== localeOf(lang ?? 'zh'))).toEqual([])
})

test('every page has one main part and one first heading', () => {
  const count = (html: string, name: string) => tagsOf(html, name).length
  expect(addressesWhere(pages, ({ html }) => count(html, 'main') !== 1)).toEqual([])
  expect(addressesWhere(inLanguage, ({ html }) => count(html, 'h1') !== 1)).toEqual([])
  // The two pages between the languages have a heading in each.
  expect(addressesWhere(pages, ({ html, lang }) => lang === undefined && count(html, 'h1') !== LANGS.length)).toEqual([])
})

test('no two pages of a language have the same title', () => {
  expect(addressesWhere(pages, ({ html }) => textOf(html, 'title') === '')).toEqual([])
  for (const lang of LANGS) {
    const titles = inLanguage.filter(page => page.lang === lang).map(({ html }) => textOf(html, 'title'))
    expect(titles.filter((title, place) => titles.indexOf(title) !== place)).toEqual([])
  }
})

test('every page is described, and no two of one kind by the same words', () => {
  expect(addressesWhere(inLanguage, page => descriptionOf(page) === '')).toEqual([])
  const repeated = addressesWhere(inLanguage, page =>
    inLanguage.some(other => other !== page && descriptionOf(other) === descriptionOf(page))
  )
  expect(repeated).toEqual([])
})

test('every page names itself and its other language to search engines', () => {
  const pathOf = (href: string | undefined) => (href === undefined ? undefined : new URL(href).pathname)
  const bad = addressesWhere(inLanguage, ({ html, address }) => {
    const links = tagsOf(html, 'link')
    const alternates = LANGS.map(lang => pathOf(links.find(link => link.hreflang === localeOf(lang))?.href))
    const wanted = LANGS.map(lang => address.replace(/^\/\w+\//, `/${lang}/`))
    return pathOf(links.find(link => link.rel === 'canonical')?.href) !== address || alternates.join() !== wanted.join()
  })
  expect(bad).toEqual([])
})

test('no id stands twice on a page', () => {
  const repeated = pages.flatMap(({ html, address }) => {
    const ids = tagsOf(html, '[a-z][a-z0-9]*').flatMap(({ id }) => id ?? [])
    return ids.filter((id, place) => ids.indexOf(id) !== place).map(id => `${address}#${id}`)
  })
  expect(repeated).toEqual([])
})

test('no page carries an inline style or an event handler, which the security policy would refuse', () => {
  const handler = /<[a-z][^>]*\s(?:style|on[a-z]+)=/i
  expect(addressesWhere(pages, ({ html }) => handler.test(html.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, '')))).toEqual([])
})
