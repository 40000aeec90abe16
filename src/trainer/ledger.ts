/**
 * Everything that was ever imported or refused, in order, each entry with the hash of the one before: an entry that was
 * changed, taken out or put in between breaks the chain, and the file can be checked without the site.
 */

/** SHA-256 of a text, as lower-case hex. */
export type Digest = (text: string) => Promise<string>

export interface Entry {
  /** From 1. */
  readonly number: number
  /** Epoch milliseconds, by the console's clock. */
  readonly at: number
  readonly what: 'counted' | 'refused' | 'assigned' | 'certified' | 'withdrawn' | 'reinstated' | 'rescored'
  /** The short hash of the sealed receipt or of the certificate, or the id of the assignment. */
  readonly of: string
  /** Reasons and remarks, by their names. */
  readonly told: readonly string[]
  /** Hash of the entry before, and of this one with that. */
  readonly previous: string
  readonly hash: string
}

export const BEGINNING = '0'.repeat(64)

type Open = Omit<Entry, 'number' | 'previous' | 'hash'>

function textOf({ number, at, what, of, told, previous }: Omit<Entry, 'hash'>): string {
  return JSON.stringify([number, at, what, of, told, previous])
}

/** The entries behind the last one. */
export async function chained(last: Entry | undefined, open: readonly Open[], digest: Digest): Promise<Entry[]> {
  const entries: Entry[] = []
  let before = last
  for (const { at, what, of, told } of open) {
    const entry = { number: (before?.number ?? 0) + 1, at, what, of, told, previous: before?.hash ?? BEGINNING }
    before = { ...entry, hash: await digest(textOf(entry)) }
    entries.push(before)
  }
  return entries
}

export type Checked = { readonly type: 'whole'; readonly entries: number } | { readonly type: 'broken'; readonly at: number }

/** The number of the first entry that does not follow from the one before, or that all do. */
export async function verify(entries: readonly Entry[], digest: Digest): Promise<Checked> {
  let previous = BEGINNING
  for (const [index, entry] of entries.entries()) {
    const isNext = entry.number === index + 1 && entry.previous === previous
    if (!isNext || (await digest(textOf(entry))) !== entry.hash) return { type: 'broken', at: index + 1 }
    previous = entry.hash
  }
  return { type: 'whole', entries: entries.length }
}
