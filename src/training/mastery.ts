/**
 * How well a learner knows each rule, from the answers in the record. Pure.
 *
 * Of each question the latest first try counts, whatever it was part of: a second try has seen the reasons, and what
 * somebody knew before they learnt it is history. An answer weighs
 *
 *     weight = 1/2 ^ (days / 90) × (1 for the question's main rule, 1 / rules for each of its others)
 *
 * and earns credit = earned / possible, halved for each hint that was looked at and for a guess. A rule's share is the
 * weighted mean of its credits; its amount the sum of the weights. Time takes from the amount and never from the share:
 * who has not been asked for long is less certain to know it, not known to have forgotten.
 */
import type { Attempts } from './attempt.ts'

/** A question as it stands in the handbook now. */
export interface AskedNow {
  readonly id: string
  readonly revision: number
  /** The first is the main one. */
  readonly rules: readonly string[]
}

/** A rule as it stands now. */
export interface RuleNow {
  readonly id: string
  /** When what is taught of it last changed, milliseconds UTC; undefined if it never did. */
  readonly changed?: number
}

/**
 * From least to most. `refresh`: it was known, and the rule or its questions have changed since. `firm`: at least 75 % of
 * two or more questions, with evidence worth one fresh answer. `weak`: less than half.
 */
export const LEVELS = ['none', 'weak', 'refresh', 'growing', 'firm'] as const
export type Level = (typeof LEVELS)[number]

export interface Mastery {
  readonly rule: string
  readonly level: Level
  /** Weighted share of what was asked; undefined without any answer. 0 to 1. */
  readonly share?: number
  /** Questions answered wholly right, of those answered as they stand now. */
  readonly right: number
  readonly of: number
  /** Answers that a change has outdated. */
  readonly outdated: number
  /** Latest answer, milliseconds UTC. */
  readonly at?: number
}

/** Days in which an answer comes to weigh half. */
const HALF_LIFE = 90
const DAY = 86_400_000
const FIRM_SHARE = 0.75
const FIRM_AMOUNT = 1
const WEAK_SHARE = 0.5

interface Evidence {
  readonly question: string
  readonly revision: number
  readonly at: number
  readonly credit: number
  readonly right: boolean
}

/** The latest first try at each question. One that was handed in blank says nothing. */
function evidenceIn(attempts: Attempts): Map<string, Evidence> {
  const latest = new Map<string, Evidence>()
  for (const { answers } of attempts.values()) {
    for (const [question, [first]] of answers) {
      const before = latest.get(question)
      if (!first || first.response.length === 0 || (before && before.at > first.at)) continue
      const { revision, at, earned, possible, hints = 0, sure } = first
      const credit = (earned / possible) * 0.5 ** (hints + (sure === 1 ? 1 : 0))
      latest.set(question, { question, revision, at, credit, right: earned === possible })
    }
  }
  return latest
}

interface Weighed extends Evidence {
  readonly weight: number
  readonly outdated: boolean
}

/** What is known of every rule, in the order of `rules`. */
export function masteryOf(attempts: Attempts, questions: readonly AskedNow[], rules: readonly RuleNow[], now: number): Mastery[] {
  const evidence = evidenceIn(attempts)
  const changed = new Map(rules.map(rule => [rule.id, rule.changed ?? 0]))
  const weighed = new Map<string, Weighed[]>(rules.map(({ id }) => [id, []]))
  for (const question of questions) {
    const answer = evidence.get(question.id)
    if (!answer) continue
    const fresh = 0.5 ** (Math.max(0, now - answer.at) / DAY / HALF_LIFE)
    for (const [index, rule] of question.rules.entries()) {
      const outdated = answer.revision !== question.revision || answer.at < (changed.get(rule) ?? 0)
      const weight = index === 0 ? fresh : fresh / question.rules.length
      weighed.get(rule)?.push({ ...answer, weight, outdated })
    }
  }
  return rules.map(({ id }) => told(id, weighed.get(id) ?? []))
}

/** Share and amount of some answers. */
function sumUp(answers: readonly Weighed[]): { readonly share: number; readonly amount: number } {
  const amount = answers.reduce((sum, { weight }) => sum + weight, 0)
  const credit = answers.reduce((sum, answer) => sum + answer.weight * answer.credit, 0)
  return { share: amount > 0 ? credit / amount : 0, amount }
}

function levelOf(answers: readonly Weighed[]): Exclude<Level, 'refresh'> {
  const { share, amount } = sumUp(answers)
  if (answers.length === 0) return 'none'
  if (share < WEAK_SHARE) return 'weak'
  return share >= FIRM_SHARE && amount >= FIRM_AMOUNT && answers.length > 1 ? 'firm' : 'growing'
}

function told(rule: string, answers: readonly Weighed[]): Mastery {
  const standing = answers.filter(answer => !answer.outdated)
  const [level, once] = [levelOf(standing), levelOf(answers)]
  const lowered = LEVELS.indexOf(once) > LEVELS.indexOf(level)
  return {
    rule,
    level: lowered ? 'refresh' : level,
    ...(answers.length > 0 && { share: sumUp(standing.length > 0 ? standing : answers).share }),
    right: standing.filter(answer => answer.right).length,
    of: standing.length,
    outdated: answers.length - standing.length,
    ...(answers.length > 0 && { at: Math.max(...answers.map(answer => answer.at)) })
  }
}

/**
 * The rules to study first: those with the least share, drawn towards the middle where there are few answers, so that
 * three wrong of three come before one of one. Rules that are firm or were never asked are not among them.
 */
export function weakest(mastery: readonly Mastery[], count: number): Mastery[] {
  const rank = ({ share = 0, of, outdated }: Mastery) => (share * (of + outdated) + 0.5) / (of + outdated + 1)
  return mastery
    .filter(({ level }) => level !== 'none' && level !== 'firm')
    .sort((a, b) => rank(a) - rank(b) || b.of - a.of)
    .slice(0, count)
}

/** The rules of a module or of a path together. */
export interface Standing {
  readonly rules: number
  readonly levels: Readonly<Record<Level, number>>
  readonly at?: number
}

export function standingOf(mastery: readonly Mastery[], rules: readonly string[]): Standing {
  const own = mastery.filter(({ rule }) => rules.includes(rule))
  const count = (level: Level) => own.filter(one => one.level === level).length
  const dates = own.flatMap(({ at }) => at ?? [])
  return {
    rules: own.length,
    levels: { none: count('none'), weak: count('weak'), refresh: count('refresh'), growing: count('growing'), firm: count('firm') },
    ...(dates.length > 0 && { at: Math.max(...dates) })
  }
}
