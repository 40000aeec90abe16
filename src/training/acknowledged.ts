/** Pages that a learner has read and said to follow, worked out from the log. */
import type { LogEvent } from './event.ts'

export interface Acknowledged {
  readonly revision: number
  /** When this revision was first acknowledged, milliseconds UTC. */
  readonly at: number
  /** In which language, and the hash of the text that was shown. An older witness does not have them. */
  readonly lang?: string
  readonly hash?: string
}

/** By page (`group/slug`); in whichever language it was read. */
export type Acknowledgements = ReadonlyMap<string, Acknowledged>

/** Of each page the highest revision counts, from the first time it was said. */
export function furtherAcknowledged(known: Acknowledgements, events: readonly LogEvent[]): Acknowledgements {
  const fresh = events.filter(event => event.type === 'acknowledged')
  if (fresh.length === 0) return known
  const all = new Map(known)
  for (const { page, revision, at, lang, hash } of fresh) {
    if (revision > (all.get(page)?.revision ?? 0)) all.set(page, { revision, at, lang, hash })
  }
  return all
}

/** What a page asks for: `since` is the revision from which on an acknowledgement is still good. */
export interface Asked {
  readonly revision: number
  readonly since: number
}

export function standingOf({ since }: Asked, said: Acknowledged | undefined): 'never' | 'outdated' | 'said' {
  if (!said) return 'never'
  return said.revision >= since ? 'said' : 'outdated'
}
