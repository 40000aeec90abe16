/**
 * The phrase check: where a text that is about to be said or sent holds a banned phrase, however it is put. It reads
 * more wordings than the judging of replies, and the usual misspellings. It compares wording, not meaning.
 */
import type { Lang } from '../lang/text.ts'
import { type Found, findBanned, type Pack, type PackPhrase } from './find.ts'
import { langsIn, packOf } from './judging.ts'
import type { Rules } from './rules.ts'
import { meant } from './spelling.ts'

/** The part of a language's rules that finds phrases. */
export type Expressions = Pick<Rules, 'variants' | 'excuses'>

/** For each language that is known, its rules: those for replies, and more. */
export type Known = Readonly<Partial<Record<Lang, readonly Expressions[]>>>

export interface Marked {
  readonly phrase: string
  /** In which language it was found. */
  readonly lang: Lang
  /** In UTF-16 units of the text: [from, to). */
  readonly from: number
  readonly to: number
}

/** Any of the packs may find, and any may excuse. */
function together(packs: readonly Pack[]): Pack {
  return {
    *reworded(text, phrases) {
      for (const pack of packs) yield* pack.reworded(text, phrases)
    },
    excused: (text, hit) => packs.some(pack => pack.excused(text, hit))
  }
}

const wordsIn = (text: string) => text.replace(/[\s“”"‘’'「」『』]+/g, '')

/** A whole text between quotation marks is what will be said, and nothing that is spoken of. */
function unquoted(text: string): string {
  return text.replace(/^\s*["“][^"“”]*["”]?\s*$/, quoted => quoted.replace(/["“”]/g, ' '))
}

/** Banned phrases in the order they stand, without overlap. Languages that are not known are passed over. */
export function check(typed: string, known: Known, phrases: readonly PackPhrase[]): Marked[] {
  if (wordsIn(typed) === '') return []
  const { text, at } = meant(unquoted(typed))
  const place = ({ phrase, from, to }: Found, lang: Lang): Marked => ({ phrase, lang, from: at[from] ?? 0, to: (at[to - 1] ?? 0) + 1 })
  const marks = langsIn(text).flatMap(lang => {
    const rules = known[lang]
    return rules ? findBanned(text, lang, phrases, together(rules.map(packOf))).map(hit => place(hit, lang)) : []
  })
  let end = 0
  return marks
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to }) => {
      const clear = from >= end && to > from
      if (clear) end = to
      return clear
    })
}
