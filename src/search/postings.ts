/**
 * Where each token stands, and how much it says of a section. Plain lists in a map: building them for the whole handbook
 * costs a slow phone less than parsing an index made elsewhere, and fewer bytes.
 */

/** How much the parts of a section count: its title, the names of its rules, the title of its page, its text. */
const WEIGHTS = [4, 2.5, 1.2, 1]
/** Tokens in such a part as a rule. What is longer says less with each; what is very short doesn't say more for it. */
const USUAL = [8, 10, 8, 110]
const SHORT = 0.5
const LENGTH = 0.6
const ENOUGH = 1.2

export interface Postings {
  /** For each token the sections that have it, each followed by how much it weighs there. */
  readonly lists: Map<string, number[]>
  /** Sections. */
  size: number
}

export const empty = (): Postings => ({ lists: new Map(), size: 0 })

/** Adds a section with the next number. `parts` are its tokens in the order of WEIGHTS. */
export function add(postings: Postings, parts: readonly (readonly string[])[]): void {
  const weights = new Map<string, number>()
  for (const [part, tokens] of parts.entries()) {
    const norm = 1 - LENGTH + LENGTH * Math.max(SHORT, tokens.length / (USUAL[part] ?? 1))
    const weight = (WEIGHTS[part] ?? 0) / norm
    for (const token of tokens) weights.set(token, (weights.get(token) ?? 0) + weight)
  }
  for (const [token, weight] of weights) {
    const list = postings.lists.get(token)
    if (list) list.push(postings.size, weight)
    else postings.lists.set(token, [postings.size, weight])
  }
  postings.size++
}

/** How rare something is that so many of the sections have. */
export function rarity(size: number, found: number): number {
  return Math.log(1 + (size - found + 0.5) / (found + 0.5))
}

/**
 * Scores of the sections that have a token, or one of several that stand for it; each counts as far as it is the one.
 * BM25 over fields: every further mention says less, and a long text says less than a title.
 */
export function score(postings: Postings, tokens: ReadonlyMap<string, number>): Map<number, number> {
  const weights = new Map<number, number>()
  for (const [token, share] of tokens) {
    const list = postings.lists.get(token) ?? []
    for (let at = 0; at < list.length; at += 2) {
      const section = list[at] ?? 0
      weights.set(section, (weights.get(section) ?? 0) + share * (list[at + 1] ?? 0))
    }
  }
  const rare = rarity(postings.size, weights.size)
  for (const [section, weight] of weights) weights.set(section, (rare * weight) / (ENOUGH + weight))
  return weights
}

/** Whether two words differ by at most `most` letters put in, left out or changed; neighbours swapped are one. */
export function isNear(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    if (Math.min(...row) > most) return false
    before = last
    last = row
  }
  return (last[b.length] ?? most + 1) <= most
}
