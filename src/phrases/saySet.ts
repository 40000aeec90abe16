/** What the phrase check has of the register, in one language. */
import type { Lang } from '../lang/text.ts'
import type { PackPhrase } from './find.ts'
import type { Mood, Place } from './phrase.ts'

export interface SayPhrase {
  readonly id: string
  /** The standard's own words. */
  readonly own: string
  readonly banned: readonly string[]
  readonly fine: readonly string[]
  readonly why: string
  /** Address of the place in the handbook where it is explained. */
  readonly home: string
  readonly instead: readonly { readonly place: Place; readonly mood: Mood; readonly text: string }[]
}

export type SaySet = readonly SayPhrase[]
export type SaySets = Readonly<Partial<Record<Lang, SaySet>>>

/** The register as finding reads it; of a language that is not there nothing is found. */
export function registerOf(sets: SaySets): PackPhrase[] {
  const known = [...new Set(Object.values(sets).flatMap(set => set.map(({ id }) => id)))]
  const of = (lang: Lang, id: string) => sets[lang]?.find(phrase => phrase.id === id)
  return known.map(id => ({
    id,
    banned: { zh: of('zh', id)?.banned ?? [], en: of('en', id)?.banned ?? [] },
    fine: { zh: of('zh', id)?.fine ?? [], en: of('en', id)?.fine ?? [] }
  }))
}
