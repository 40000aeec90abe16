/**
 * Item statistics: what learners' answers say about the questions. Pure, so that a report, a test and a trainer's console
 * work out the same numbers from any set of attempts.
 *
 * Only the first try of each learner at each question counts: later ones have seen the reasons. An answer to an older
 * revision belongs to another question, so the caller leaves it out. Below `FEW` first tries nothing is told, because
 * one learner more or less would turn it round; below `FIRM` it is marked as uncertain.
 */
import { SOME, type Work, whole } from '../device/work.ts'
import type { Certainty } from './behaviour.ts'
import type { Response } from './question.ts'
import type { Keyed } from './score.ts'

/** One answer of one learner. Points are whole, `took` is in seconds. */
export interface Tried {
  readonly learner: string
  readonly question: string
  readonly response: Response
  readonly earned: number
  readonly possible: number
  readonly took?: number
  readonly sure?: Certainty
}

/** An answer of which only the mark is known. */
export type Marked = Omit<Tried, 'response'>

/** First tries that a number needs before it is told, and before it can be relied on. */
export const FEW = 10
export const FIRM = 30

/** A choice, a placement or a marked piece that learners took. */
export interface Taken {
  /** As it stands in a response. */
  readonly id: string
  readonly key: boolean
  readonly count: number
  /** Of the first tries; 0 to 1. */
  readonly share: number
  /**
   * Correlation between taking it and the result in the other questions. Where it is above 0 for what is no key, the
   * better learners are drawn to it: look at the key, and at the wording. Undefined without any variation.
   */
  readonly discrimination?: number
  /** What is no key works when at least 5 % take it (Tarrant, Ware & Mohammed 2009, doi 10.1186/1472-6920-9-40). */
  readonly working: boolean
}

export interface ItemNumbers {
  /** Mean of earned / possible: 0 nobody, 1 everybody. The "p" of classical test theory, with part marks. */
  readonly facility: number
  /**
   * Item–rest correlation: Pearson's r between the mark in this question and the mean mark in the learner's other
   * questions. The question itself is left out of the total, or it would be correlated with itself (Henrysson 1963,
   * doi 10.1007/BF02289618). Undefined when all did alike.
   */
  readonly discrimination?: number
  /**
   * Upper–lower index: mean mark of the 27 % of learners who did best in their other questions, less that of the 27 % who
   * did worst (Kelley 1939, doi 10.1037/h0057123). Learners with the same rest share the last places of a group.
   */
  readonly upperLower?: number
  /** Median of the seconds that were measured. */
  readonly seconds?: number
  /** How many said how sure they were, and how many of them were sure and wrong: they will do it to a customer. */
  readonly sure: { readonly said: number; readonly wrong: number }
  readonly taken: readonly Taken[]
}

export type MarkNumbers = Omit<ItemNumbers, 'taken'>

type Told<Numbers> = {
  readonly question: string
  /** First tries. */
  readonly n: number
} & ({ readonly trust: 'none' } | ({ readonly trust: 'uncertain' | 'firm' } & Numbers))
export type ItemStatistics = Told<ItemNumbers>
export type MarkStatistics = Told<MarkNumbers>

/** Of several answers of a learner to a question the first; the list is in the order in which they were given. */
export function firstTries<T extends Marked>(tries: readonly T[]): T[] {
  return whole(firstOf(tries))
}

/** The same as work that can be put down. */
export function* firstOf<T extends Marked>(tries: readonly T[]): Work<T[]> {
  const seen = new Map<string, Set<string>>()
  const first: T[] = []
  for (const [index, tried] of tries.entries()) {
    if (index % SOME === 0) yield
    const known = seen.get(tried.learner) ?? new Set()
    if (known.has(tried.question)) continue
    seen.set(tried.learner, known.add(tried.question))
    first.push(tried)
  }
  return first
}

/** Statistics of each question that was answered, in the order of `questions`. */
export function itemStatistics(tries: readonly Tried[], questions: readonly (Keyed & { readonly id: string })[]): ItemStatistics[] {
  return whole(itemNumbers(tries, questions))
}

/** The same as work that can be put down. */
export function itemNumbers(tries: readonly Tried[], questions: readonly (Keyed & { readonly id: string })[]): Work<ItemStatistics[]> {
  return statisticsOf(tries, questions, numbersOf)
}

/** The same where only the marks are known: what was taken is not. */
export function markStatistics(tries: readonly Marked[], questions: readonly { readonly id: string }[]): Work<MarkStatistics[]> {
  return statisticsOf(tries, questions, (_, own, restOf) => marksOf(own, restOf))
}

function* statisticsOf<T extends Marked, Q extends { readonly id: string }, Numbers>(
  tries: readonly T[],
  questions: readonly Q[],
  numbers: (question: Q, own: readonly T[], restOf: RestOf) => Numbers
): Work<Told<Numbers>[]> {
  const first = yield* firstOf(tries)
  const restOf = yield* rests(first)
  const byQuestion = yield* grouped(first, tried => tried.question)
  const told: Told<Numbers>[] = []
  for (const question of questions) {
    const own = byQuestion.get(question.id)
    if (!own) continue
    yield
    const n = own.length
    if (n < FEW) told.push({ question: question.id, n, trust: 'none' })
    else told.push({ question: question.id, n, trust: n < FIRM ? 'uncertain' : 'firm', ...numbers(question, own, restOf) })
  }
  return told
}

function* grouped<T, Key>(items: readonly T[], keyOf: (item: T) => Key): Work<Map<Key, T[]>> {
  const groups = new Map<Key, T[]>()
  for (const [index, item] of items.entries()) {
    if (index % SOME === 0) yield
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** Mean mark of a learner in the questions other than this one; undefined when there is no other. */
type RestOf = (tried: Marked) => number | undefined

const shareOf = ({ earned, possible }: Marked) => earned / possible

function* rests(first: readonly Marked[]): Work<RestOf> {
  const totals = new Map<string, { sum: number; count: number }>()
  for (const [index, tried] of first.entries()) {
    if (index % SOME === 0) yield
    const { sum, count } = totals.get(tried.learner) ?? { sum: 0, count: 0 }
    totals.set(tried.learner, { sum: sum + shareOf(tried), count: count + 1 })
  }
  return tried => {
    const { sum, count } = totals.get(tried.learner) ?? { sum: 0, count: 0 }
    // Rounded, so that learners who did alike in a different order are alike.
    return count > 1 ? Math.round(((sum - shareOf(tried)) / (count - 1)) * 1e9) / 1e9 : undefined
  }
}

function marksOf(own: readonly Marked[], restOf: RestOf): MarkNumbers {
  const pairs = own.flatMap(tried => {
    const rest = restOf(tried)
    return rest === undefined ? [] : [{ share: shareOf(tried), rest }]
  })
  const discrimination = correlation(pairs.map(({ share, rest }) => [share, rest]))
  const seconds = median(own.flatMap(({ took }) => took ?? []))
  const said = own.filter(({ sure }) => sure !== undefined)
  return {
    facility: own.reduce((sum, tried) => sum + shareOf(tried), 0) / own.length,
    ...(discrimination !== undefined && { discrimination }),
    ...(pairs.length > 0 && { upperLower: upperLower(pairs) }),
    ...(seconds !== undefined && { seconds }),
    sure: { said: said.length, wrong: said.filter(({ sure, earned, possible }) => sure === 3 && earned < possible).length }
  }
}

function numbersOf(question: Keyed, own: readonly Tried[], restOf: RestOf): ItemNumbers {
  const answers = own.map(tried => ({ rest: restOf(tried), entries: entriesOf(question, tried.response) }))
  const pairs = answers.flatMap(({ rest, entries }) => (rest === undefined ? [] : [{ entries, rest }]))
  return {
    ...marksOf(own, restOf),
    taken: takable(question).map(({ id, key }) => {
      const count = answers.filter(({ entries }) => entries.has(id)).length
      const pull = correlation(pairs.map(({ entries, rest }) => [entries.has(id) ? 1 : 0, rest]))
      const share = count / own.length
      return { id, key, count, share, ...(pull !== undefined && { discrimination: pull }), working: !key && share >= WORKING }
    })
  }
}

/** Least share of learners that a distractor draws. */
const WORKING = 0.05

/** Pearson's product-moment correlation; undefined when either side does not vary. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | undefined {
  const n = pairs.length
  const meanA = pairs.reduce((sum, [a]) => sum + a, 0) / n
  const meanB = pairs.reduce((sum, [, b]) => sum + b, 0) / n
  let [ab, aa, bb] = [0, 0, 0]
  for (const [a, b] of pairs) {
    ab += (a - meanA) * (b - meanB)
    aa += (a - meanA) ** 2
    bb += (b - meanB) ** 2
  }
  // What is left of equal numbers after rounding is no variation.
  return n > 1 && aa > 1e-12 && bb > 1e-12 ? Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb))) : undefined
}

const GROUP = 0.27

interface Pair {
  readonly share: number
  readonly rest: number
}

function upperLower(pairs: readonly Pair[]): number {
  const size = Math.max(1, Math.round(GROUP * pairs.length))
  return meanOfFirst(pairs, size, (a, b) => b - a) - meanOfFirst(pairs, size, (a, b) => a - b)
}

/** Mean share of the first `size` learners by rest; those who tie for the last places share them. */
function meanOfFirst(pairs: readonly Pair[], size: number, compare: (a: number, b: number) => number): number {
  const groups = whole(grouped(pairs, pair => pair.rest))
  let left = size
  let sum = 0
  for (const rest of [...groups.keys()].sort(compare)) {
    const group = groups.get(rest) ?? []
    const part = Math.min(1, left / group.length)
    sum += part * group.reduce((all, { share }) => all + share, 0)
    left = Math.max(0, left - group.length)
  }
  return sum / size
}

export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : meanOf(sorted.slice(middle - 1, middle + 1))
}

function meanOf(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** What a learner can take in a question, as it stands in a response. Typed answers and paths have no such list. */
export function takable(question: Keyed): { readonly id: string; readonly key: boolean }[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'replace':
      return question.choices.map(({ id, key }) => ({ id, key }))
    case 'gap':
      return question.gaps.flatMap(gap => (gap.choices ?? []).map(({ id, key }) => ({ id: `${gap.id}=${id}`, key })))
    case 'match':
    case 'sort':
      return question.items.flatMap(item => question.groups.map(({ id }) => ({ id: `${item.id}=${id}`, key: id === item.group })))
    case 'mark':
      return question.turns.flatMap(turn => turn.says.map(({ id, breaks }) => ({ id, key: breaks !== undefined })))
    default:
      return []
  }
}

/** A marked piece counts whatever rule was named for it. */
function entriesOf({ kind }: Keyed, response: Response): ReadonlySet<string> {
  return new Set(kind === 'mark' ? response.map(entry => entry.split('=')[0] ?? '') : response)
}
