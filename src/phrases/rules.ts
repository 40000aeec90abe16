/** What is known of one language: how a banned phrase is put without its words, what excuses it, and what a reply shows. */

/** What a reply can do for a customer: say that they were heard, who acts, what is done, by when. */
export const SAID = ['heard', 'who', 'what', 'when'] as const
export type Said = (typeof SAID)[number]

/** Words around a hit that make it no violation: `before` ends where the hit begins, `after` begins where it ends. */
export interface Excuse {
  readonly before?: RegExp
  readonly after?: RegExp
  /** For this phrase alone. */
  readonly only?: string
}

export interface Rules {
  /** Rewordings in folded text, by the id of the rule that bans the phrase. */
  readonly variants: Readonly<Record<string, RegExp>>
  readonly excuses: readonly Excuse[]
  /** Folds a reply for `needs`; it is cut into sentences and clauses afterwards. */
  prepare(text: string): string
  needs(sentences: readonly (readonly string[])[]): Iterable<Said>
}

/** One pattern of many, with named pieces in braces; a piece may hold another. */
export function pattern(pieces: Readonly<Record<string, string>>, sources: readonly string[]): RegExp {
  const names = [...Object.keys(pieces), ...Object.keys(pieces)]
  return new RegExp(
    names.reduce((source, name) => source.replaceAll(`{${name}}`, pieces[name] ?? ''), sources.join('|')),
    'g'
  )
}
