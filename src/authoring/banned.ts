/** Searches many texts for banned phrases at once, because each search folds the whole register. */
import type { Lang } from '../lang/text.ts'
import { findBanned } from '../phrases/find.ts'
import type { Phrase } from '../phrases/phrase.ts'

export interface Hit {
  /** Which of the texts. */
  readonly index: number
  /** Where it stands in that text. */
  readonly at: number
  readonly wording: string
  readonly phrase: string
}

/** Between texts that are searched as one; no phrase reaches over it. */
const BREAK = '\u0000'

export function bannedIn(texts: readonly string[], lang: Lang, phrases: readonly Phrase[]): Hit[] {
  const starts: number[] = []
  let length = 0
  for (const text of texts) {
    starts.push(length)
    length += text.length + BREAK.length
  }
  return findBanned(texts.join(BREAK), lang, phrases).map(({ from, wording, phrase }) => {
    const index = starts.findLastIndex(start => start <= from)
    return { index, at: from - (starts[index] ?? 0), wording, phrase }
  })
}
