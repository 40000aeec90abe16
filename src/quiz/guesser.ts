/**
 * What each kind of question knows of being guessed at: the answers that a bot gives to it. A bot follows one cue of
 * form and shares ties fairly, so what it gives is not one answer but all that it may give.
 */
import type { Lang, Text } from '../lang/text.ts'
import { type Bot, CUES } from './cues.ts'
import type { Question, Response } from './question.ts'
import { type Random, shuffled } from './random.ts'

/** Somebody who knows nothing but one cue. */
export interface Guest {
  readonly bot: Bot
  readonly lang: Lang
  /** Names of rules, where they are to be chosen from. */
  readonly names?: ReadonlyMap<string, Text>
}

/**
 * Every answer that it may give, each as likely; the points that they earn on average, where the kind can work that out by
 * its own way of marking; or one answer drawn by chance, where they are too many to list.
 */
export type Ways = readonly Response[] | { readonly points: number } | ((random: Random) => Response)

export type Guesser<Q extends Question> = (question: Q, guest: Guest) => Ways

/** One of several that may be taken, as it is seen. */
export interface Candidate {
  readonly id: string
  readonly text: string
}

/** Ids from the strongest call to the weakest; those that call alike stand together. Candidates are in the order shown. */
export function ranked(candidates: readonly Candidate[], stem: string, { bot, lang }: Guest): string[][] {
  const calls = candidates.map(({ id, text }, index) => ({ id, call: CUES[bot]({ text, index, stem, lang }) }))
  const strengths = [...new Set(calls.map(({ call }) => call))].sort((a, b) => b - a)
  return strengths.map(strength => calls.filter(({ call }) => call === strength).map(({ id }) => id))
}

/** What calls most strongly. */
export function strongest(candidates: readonly Candidate[], stem: string, guest: Guest): string[] {
  return ranked(candidates, stem, guest)[0] ?? []
}

/** Every set of `count` that call most strongly. */
export function topSets(ranks: readonly (readonly string[])[], count: number): string[][] {
  const [group, ...others] = ranks
  if (!group || count <= 0) return [[]]
  if (group.length > count) return subsets(group, count)
  return topSets(others, count - group.length).map(set => [...group, ...set])
}

function subsets(ids: readonly string[], count: number): string[][] {
  const [first, ...others] = ids
  if (count === 0) return [[]]
  if (first === undefined) return []
  return [...subsets(others, count - 1).map(set => [first, ...set]), ...subsets(others, count)]
}

/** All in one order, those that call alike by chance. */
export function inOrder(ranks: readonly (readonly string[])[], random: Random): string[] {
  return ranks.flatMap(group => (group.length > 1 ? shuffled(group, random) : group))
}

function greatestCommon(a: number, b: number): number {
  return b === 0 ? a : greatestCommon(b, a % b)
}

/**
 * Answers in which each part takes each of its values as often as the others, where parts are marked one by one: then the
 * mean mark is what all combinations would earn, with a few answers instead of thousands.
 */
export function inTurn(parts: readonly { readonly id: string; readonly values: readonly string[] }[]): Response[] {
  const open = parts.filter(({ values }) => values.length > 0)
  const turns = open.reduce((all, { values }) => (all / greatestCommon(all, values.length)) * values.length, 1)
  return Array.from({ length: turns }, (_, turn) => open.map(({ id, values }) => `${id}=${values[turn % values.length]}`))
}

/** What a reader has before them when they are asked: the situation, what the other said, the question. */
export function stemOf(question: Question, lang: Lang): string {
  const said = 'said' in question ? (question.said?.[lang] ?? '') : ''
  const ask = 'ask' in question ? question.ask[lang] : ''
  return `${question.situation[lang]} ${said} ${ask}`
}
