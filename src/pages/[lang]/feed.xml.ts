import type { APIRoute } from 'astro'
import { isLang, LANGS, localeOf } from '../../lang/text.ts'
import { pageAddress } from '../../site/address.ts'
import { changesOf } from '../../site/changes.ts'
import { toAtom } from '../../site/feed.ts'
import { to } from '../../site/here.ts'
import { theShelf } from '../../site/library.ts'
import { inOrder } from '../../site/shelf.ts'
import { wordsIn } from '../../site/words.ts'

const NEWEST = 50

export function getStaticPaths() {
  return LANGS.map(lang => ({ params: { lang } }))
}

export const GET: APIRoute = ({ params, site }) => {
  const lang = isLang(params.lang) ? params.lang : 'zh'
  const words = wordsIn(lang)
  const full = (path: string) => new URL(to(path), site).href
  const pages = inOrder(theShelf().library, lang).map(({ page }) => page)
  const entries = changesOf(pages)
    .slice(0, NEWEST)
    .map(({ page, number, date, what }) => ({
      id: `${full(pageAddress(lang, page.id))}#change-${number}`,
      title: page.front.title,
      summary: what,
      href: full(pageAddress(lang, page.id)),
      date
    }))
  const feed = {
    title: `${words.title} · ${words.news}`,
    lang: localeOf(lang),
    author: words.title,
    href: full(`/${lang}/news/`),
    self: full(`/${lang}/feed.xml`),
    entries
  }
  return new Response(toAtom(feed), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } })
}
