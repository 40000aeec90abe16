/**
 * What a reader agrees to on a page that asks for it: the text that is shown, as a hash, and since which revision nothing
 * in it has changed in meaning. Build time only.
 */
import { createHash } from 'node:crypto'
import { z } from 'astro/zod'
import { otherLang } from '../lang/text.ts'
import type { Library, Page } from './library.ts'
import { rulesTaught } from './page.ts'

/** What the ledger holds of a page in one language. */
export const agreedLine = z.strictObject({
  revision: z.int().positive(),
  /** Readers who have agreed to this revision or a later one are not asked again. */
  since: z.int().positive(),
  /** Entries in the page's history. */
  changes: z.int().positive(),
  hash: z.string()
})
export type AgreedLine = z.infer<typeof agreedLine>

type Sources = Pick<Library, 'rules' | 'phrases' | 'forms'>

/** Name of a page in the ledger. */
export const agreedName = ({ lang, id }: Pick<Page, 'lang' | 'id'>): string => `${lang}/${id}`

/** Exercises may come and go: nobody agrees to them. */
const EXERCISES = /<Practice\b[^>]*\/>/g

/** Ids that a component of this name shows. */
function shown(page: Page, pattern: RegExp): string[] {
  return [...page.body.matchAll(pattern)].map(match => match[1] ?? '')
}

/** All that stands on the page in its language: its own words, and the rules, phrases and papers that it shows. */
export function textHash(page: Page, { rules, phrases, forms }: Sources): string {
  const other = otherLang(page.lang)
  const inOne = (entry: unknown) => JSON.stringify(entry ?? null, (key, value: unknown) => (key === other ? undefined : value))
  const { title, summary } = page.front
  const parts = [
    title,
    summary,
    page.body.replace(EXERCISES, '').replace(/\s+/g, ' ').trim(),
    ...rulesTaught(page).map(({ rule }) => inOne(rules.get(rule))),
    ...shown(page, /<Phrases\s[^>]*?\bid=["']([^"']+)["']/g).map(id => inOne(phrases.find(phrase => phrase.id === id))),
    ...shown(page, /<Paper\s[^>]*?\bform=["']([^"']+)["']/g).map(id => inOne(forms.find(form => form.id === id)))
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}

/** Changes that were written into the page's history after the ledger saw it. */
export function changesSince({ front }: Page, known: AgreedLine): Page['front']['changes'] {
  return front.changes.slice(0, Math.max(0, front.changes.length - known.changes))
}

/** What the ledger should say of a page now; `known` is what it says. A material change asks again, an editorial one does not. */
export function agreedOf(page: Page, sources: Sources, known: AgreedLine | undefined): AgreedLine {
  const { revision, changes } = page.front
  const isSame = known && !changesSince(page, known).some(({ kind }) => kind === 'material')
  return { revision, since: isSame ? Math.min(known.since, revision) : revision, changes: changes.length, hash: textHash(page, sources) }
}

/** What a page asks its reader to agree to; undefined where it asks nothing. */
export function askedOn(page: Page, library: Sources & Pick<Library, 'ledger'>): AgreedLine | undefined {
  return page.front.acknowledge && agreedOf(page, library, library.ledger?.pages?.[agreedName(page)])
}
