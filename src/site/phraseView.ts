/** A banned phrase as a page shows it: the standard's own words, how else it slips out, and a reply for each place. */
import type { Lang } from '../lang/text.ts'
import type { Phrase, Replacement } from '../phrases/phrase.ts'
import type { Rule } from '../standards/rule.ts'

export interface PhraseView {
  /** The words that the standard bans. */
  readonly own: readonly string[]
  /** The same thing in other words, all of them. */
  readonly slips: readonly string[]
  /** The first reply for each place. */
  readonly replies: readonly Replacement[]
}

/** How many of its other words a page shows; the card of all phrases has the rest. */
export const SLIPS_SHOWN = 7

export function viewOf(phrase: Phrase, rule: Rule | undefined, lang: Lang): PhraseView {
  const own = (lang === 'zh' ? rule?.quote?.zh : rule?.gloss?.en) ?? phrase.banned[lang].slice(0, 1)
  const places = [...new Set(phrase.instead.map(reply => reply.place))]
  const bare = (words: string) => words.toLowerCase().replace(/[.。]$/, '')
  return {
    own,
    slips: phrase.banned[lang].filter(words => !own.some(one => bare(one) === bare(words))),
    replies: places.flatMap(place => phrase.instead.find(reply => reply.place === place) ?? [])
  }
}

/** Whether an earlier reply serves the same place and mood. One sheet of paper has room for one of each. */
export function isRepeated(replies: readonly Replacement[], index: number): boolean {
  const { place, mood } = replies[index] ?? {}
  return replies.findIndex(reply => reply.place === place && reply.mood === mood) < index
}

/** A reply between quotation marks, whether or not its author wrote them. */
export function quoted(words: string): string {
  return `“${words.replace(/^[“"]|[”"]$/g, '')}”`
}
