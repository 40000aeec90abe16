/**
 * What a page says of rules, read without a parser: it also works on a page with mistakes, and costs a build of
 * thousands of pages nothing. The full outline of a page is in `outline.ts`.
 */
import type { Lang } from '../lang/text.ts'
import type { Library, PageText } from './library.ts'

export interface Mention {
  readonly rule: string
  readonly line: number
}

/** The rules that a page shows as cards. */
export function rulesTaught(page: PageText): Mention[] {
  return mentions(page, /<Rule\s[^>]*?\bid=["']([^"']+)["']/g)
}

/** The rules that a page names in a sentence or a step. */
export function rulesCited(page: PageText): Mention[] {
  return mentions(page, /<(?:Cite|Step)\s[^>]*?\brule=["']([^"']+)["']/g)
}

function mentions(page: PageText, pattern: RegExp): Mention[] {
  return [...page.body.matchAll(pattern)].map(match => ({
    rule: match[1] ?? '',
    line: page.bodyLine + page.body.slice(0, match.index).split('\n').length - 1
  }))
}

export interface Home {
  /** `group/slug` */
  readonly page: string
  /** The id of the rule's card on that page, which is the rule's own. */
  readonly anchor: string
}

/** The page on which each rule is taught, for deep links. */
export function homes(library: Pick<Library, 'pages'>): Map<string, Home> {
  const found = new Map<string, Home>()
  for (const page of library.pages) {
    for (const { rule } of rulesTaught(page)) {
      if (!found.has(rule)) found.set(rule, { page: page.id, anchor: rule })
    }
  }
  return found
}

/** The same page in the other language, if it is there. */
export function pageIn<T extends PageText>(pages: readonly T[], id: string, lang: Lang): T | undefined {
  return pages.find(page => page.id === id && page.lang === lang)
}
