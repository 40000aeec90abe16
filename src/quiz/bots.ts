/**
 * Guessing bots: learners who know nothing and follow one cue of form. If a bot beats chance, the bank gives its keys
 * away. Measured per language, because translation changes lengths and tone.
 *
 * A bot answers any kind of question, and what it answers is marked as a learner's answer would be, by the same markers.
 * Its score is the expected share of the points: over every answer that it may give, each as likely as the chances of its
 * ties make it; where those are too many to try, over 2,000 drawn by a seed. Chance is what `random` scores. (After Haladyna, Downing & Rodriguez 2002, doi
 * 10.1207/s15324818ame1503_5: guidelines 20 place of the key, 24 lengths, 28 clues such as absolute words and echoes.)
 */
import type { Lang, Text } from '../lang/text.ts'
import { BOT_NAMES, type Bot } from './cues.ts'
import type { Ways } from './guesser.ts'
import { GUESSERS } from './guessers.ts'
import { possibleOf, score } from './markers.ts'
import type { Kind, Question, Response } from './question.ts'
import { seeded } from './random.ts'

export interface Scored {
  /** Expected share of the points; 0 to 1. */
  readonly score: number
  /** Standard error of a score that was drawn; 0 where every answer was tried. */
  readonly error: number
}

/** Answers that are drawn where there are too many to try all. */
export const DRAWS = 2000

/** What one bot scores on one question. `names` are those of the rules, for transcripts. */
export function guess(bot: Bot, question: Question, lang: Lang, names?: ReadonlyMap<string, Text>): Scored {
  const ways = GUESSERS[question.kind](question, { bot, lang, ...(names && { names }) })
  if (typeof ways === 'function') return drawn(question, ways, `${question.id}/${bot}`)
  if ('points' in ways) return { score: ways.points / possibleOf(question), error: 0 }
  return { score: meanOf(ways.map(way => shareOf(question, way))), error: 0 }
}

/** Bots often give the same answer: each is marked once. */
const marked = new WeakMap<Question, Map<string, number>>()

function shareOf(question: Question, response: Response): number {
  const known = marked.get(question) ?? new Map<string, number>()
  marked.set(question, known)
  const key = response.join('\n')
  const before = known.get(key)
  if (before !== undefined) return before
  const { earned, possible } = score(question, response)
  known.set(key, earned / possible)
  return earned / possible
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

function drawn(question: Question, draw: Extract<Ways, (...given: never) => unknown>, seed: string): Scored {
  const random = seeded(seed)
  const shares = Array.from({ length: DRAWS }, () => shareOf(question, draw(random)))
  const mean = meanOf(shares)
  const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (DRAWS - 1)
  return { score: mean, error: Math.sqrt(variance / DRAWS) }
}

/** One bot on one question in one language, against what chance scores there. */
export interface Guess {
  readonly question: string
  readonly kind: Kind
  readonly lang: Lang
  readonly bot: Bot | 'learned'
  readonly score: number
  readonly chance: number
  /** Standard error of the chance, where it was drawn. */
  readonly error: number
}

/** Every bot on every question. */
export function guesses(questions: readonly Question[], langs: readonly Lang[], names?: ReadonlyMap<string, Text>): Guess[] {
  return questions.flatMap(question => {
    // Chance reads nothing, so it is the same in every language; only who replies copies a sentence.
    const same = question.kind === 'reply' ? undefined : guess('random', question, langs[0] ?? 'zh', names)
    return langs.flatMap(lang => {
      const { score: chance, error } = same ?? guess('random', question, lang, names)
      const blind = (bot: Bot) => bot === 'random' || (bot === 'all' && question.kind !== 'multiple' && question.kind !== 'mark')
      const scoreOf = (bot: Bot) => (blind(bot) ? chance : guess(bot, question, lang, names).score)
      return BOT_NAMES.map(bot => ({ question: question.id, kind: question.kind, lang, bot, score: scoreOf(bot), chance, error }))
    })
  })
}

/** Several guesses together, in per cent. */
export interface Summary {
  readonly questions: number
  readonly score: number
  readonly chance: number
  /** Half the 95 % interval of the chance, where it was drawn; 0 where it is exact. */
  readonly chanceWithin: number
  readonly difference: number
  /**
   * 95 % interval of the difference, by Student's t over the questions: what another bank from the same pens would give.
   * A few questions can't show a small leak, and the interval says how few they are.
   */
  readonly least: number
  readonly most: number
}

/** Guesses at the same question, as in both languages, count as one. */
export function summaryOf(guesses: readonly Guess[]): Summary {
  const questions = new Map<string, Guess[]>()
  for (const one of guesses) questions.set(one.question, [...(questions.get(one.question) ?? []), one])
  const n = questions.size
  const differences = [...questions.values()].map(own => 100 * meanOf(own.map(({ score, chance }) => score - chance)))
  const mean = meanOf(differences)
  const variance = differences.reduce((sum, difference) => sum + (difference - mean) ** 2, 0) / Math.max(1, n - 1)
  const half = n > 1 ? studentT(n - 1) * Math.sqrt(variance / n) : Number.POSITIVE_INFINITY
  const drawnBy = [...questions.values()].reduce((sum, [one]) => sum + (one?.error ?? 0) ** 2, 0)
  return {
    questions: n,
    score: 100 * meanOf(guesses.map(({ score }) => score)),
    chance: 100 * meanOf(guesses.map(({ chance }) => chance)),
    chanceWithin: n === 0 ? 0 : (100 * Z * Math.sqrt(drawnBy)) / n,
    difference: mean,
    least: mean - half,
    most: mean + half
  }
}

/** 97.5 % quantile of the normal distribution. */
const Z = 1.959964

/** 97.5 % quantile of Student's t: exact for one and two degrees of freedom, Fisher's expansion (1926) from three on. */
export function studentT(degrees: number): number {
  if (degrees === 1) return 12.7062
  if (degrees === 2) return 4.30265
  const [z, v] = [Z, degrees]
  return (
    z +
    (z ** 3 + z) / (4 * v) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3) +
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92160 * v ** 4)
  )
}
