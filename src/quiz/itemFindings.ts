/**
 * What the numbers of a question ask its author to look at. The thresholds of discrimination are those of Ebel & Frisbie,
 * "Essentials of Educational Measurement" (5th ed. 1991), p. 232: below 0.20 poor, below 0 the question works backwards.
 */
import { FEW, FIRM, type ItemStatistics } from './statistics.ts'

export const FINDINGS = ['backwards', 'pulling', 'sure-wrong', 'hard', 'weak', 'easy', 'idle'] as const
export type Finding =
  | { readonly type: Exclude<(typeof FINDINGS)[number], 'pulling' | 'idle'> }
  /** What is no key draws the better learners, or draws nobody: `ids` as they stand in a response. */
  | { readonly type: 'pulling' | 'idle'; readonly ids: readonly string[] }

const POOR = 0.2
const EASY = 0.95
const HARD = 0.3
/** Least correlation with the result in other questions at which a distractor is told of, and least learners who took it. */
const PULL = 0.1
const SOME = 3
/** Least share of sure and wrong among those who said how sure they were. */
const SURE_WRONG = 0.2

/** The most serious first. Nothing is found in a question that too few have answered. */
export function findingsOf(item: ItemStatistics): Finding[] {
  if (item.trust === 'none') return []
  const { facility, discrimination, sure, taken, n } = item
  const others = taken.filter(({ key }) => !key)
  const pulling = others.filter(one => one.working && one.count >= SOME && (one.discrimination ?? 0) > PULL).map(({ id }) => id)
  // Few learners leave a distractor alone by chance.
  const idle = n >= FIRM ? others.filter(one => !one.working).map(({ id }) => id) : []
  return [
    ...(discrimination !== undefined && discrimination < 0 ? [{ type: 'backwards' } as const] : []),
    ...(pulling.length > 0 ? [{ type: 'pulling', ids: pulling } as const] : []),
    ...(sure.said >= FEW && sure.wrong / sure.said >= SURE_WRONG ? [{ type: 'sure-wrong' } as const] : []),
    ...(facility < HARD ? [{ type: 'hard' } as const] : []),
    ...(discrimination !== undefined && discrimination >= 0 && discrimination < POOR ? [{ type: 'weak' } as const] : []),
    ...(facility >= EASY ? [{ type: 'easy' } as const] : []),
    ...(idle.length > 0 ? [{ type: 'idle', ids: idle } as const] : [])
  ]
}

/** What needs a look first, then by how many answered it; those that too few have answered come last. */
export function inOrderOfNeed(items: readonly ItemStatistics[]): ItemStatistics[] {
  const rank = (item: ItemStatistics) => {
    if (item.trust === 'none') return FINDINGS.length + 1
    const [first] = findingsOf(item)
    return first ? FINDINGS.indexOf(first.type) : FINDINGS.length
  }
  return items.toSorted((a, b) => rank(a) - rank(b) || b.n - a.n)
}
