/** One statement of the company's standard. The register of all of them is `content/standards/`. */
import type { Lang, Text } from '../lang/text.ts'

/**
 * Where a rule comes from: `standard` stands in the source, `reading` is our interpretation of a damaged place
 * of it, `advice` is editorial help and is never tested as if it were the standard.
 */
export type Origin = 'standard' | 'reading' | 'advice'

/** Stages of an on-site visit, in their order. */
export const STAGES = ['arrange', 'before', 'during', 'after'] as const
export type Stage = (typeof STAGES)[number]

export interface Rule {
  /** `topic.name`, fixed for ever and never reused. */
  readonly id: string
  readonly topic: string
  readonly origin: Origin
  /** A few words, for labels and links. */
  readonly name: Text
  /** The statement in the handbook's own words. */
  readonly text: Text
  /** The source's own words, shown verbatim in whichever language the source has them. One or several. */
  readonly quote?: Readonly<Partial<Record<Lang, readonly string[]>>>
  /** Our English for a quote that the source has in Chinese only. */
  readonly gloss?: { readonly en: readonly string[] }
  /** Values that every page, question and tool must agree on. */
  readonly figures?: Readonly<Record<string, string | number>>
  /** What is lost in the source at this place. */
  readonly gap?: Text
  readonly stage?: Stage
  /** Letter of the SERVICE acronym. */
  readonly letter?: string
  /** Number of a duty in its list in the source. */
  readonly number?: number
  /** Where a banned phrase is said. */
  readonly situation?: Text
}

export interface Topic {
  readonly id: string
  readonly title: Text
  readonly rules: readonly Rule[]
}
