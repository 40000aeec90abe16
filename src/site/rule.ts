/** How a rule is shown. */
import type { Lang } from '../lang/text.ts'
import type { Rule } from '../standards/rule.ts'

export interface Quote {
  readonly lang: Lang
  readonly words: string
  /** Our own translation of a quote, not the source's words. */
  readonly gloss: boolean
}

const open = (words: readonly string[]) => words.map(one => `“${one}”`).join(' ')

/** The source's own words, the reader's language first; for an English reader of a Chinese quote also our gloss. */
export function quotesOf(rule: Rule, lang: Lang): Quote[] {
  const order: Lang[] = lang === 'zh' ? ['zh', 'en'] : ['en', 'zh']
  const quotes: Quote[] = order.flatMap(one => {
    const words = rule.quote?.[one]
    return words ? [{ lang: one, words: open(words), gloss: false }] : []
  })
  if (lang === 'en' && rule.gloss) quotes.push({ lang: 'en', words: open(rule.gloss.en), gloss: true })
  return quotes
}

/** The name without the letter that stands beside it. */
export function bareName(rule: Rule, lang: Lang): string {
  const name = rule.name[lang]
  const bare = rule.letter && name.startsWith(rule.letter) ? name.slice(rule.letter.length).replace(/^[\s:：]+/, '') : name
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}
