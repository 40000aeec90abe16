/**
 * The bot that has read the rest of the bank: it weighs all cues together as they have paid there. Single cues may each
 * be weak and still give a key away between them.
 *
 * A choice calls with the weighted sum of its cues, each measured against the other choices of its question; the weights
 * make the keys of the training questions most likely (conditional logit, McFadden 1974) and are drawn to 0 by a ridge.
 * It never sees the question it is asked: the bank is cut in ten, and each tenth is guessed by what the others taught.
 */
import type { Lang } from '../lang/text.ts'
import { type Guess, guess } from './bots.ts'
import { type Bot, CUES } from './cues.ts'
import { stemOf, topSets } from './guesser.ts'
import { score } from './markers.ts'
import type { ChoiceQuestion } from './question.ts'

const LEARNT: readonly Bot[] = ['longest', 'first', 'last', 'polite', 'figures', 'echo', 'careful']
const FOLDS = 10
const ROUNDS = 150
const STEP = 0.5
const RIDGE = 0.05

interface Lesson {
  readonly question: ChoiceQuestion
  /** By choice: how far each cue stands out in its question. */
  readonly cues: readonly (readonly number[])[]
}

/** In standard deviations within the question; a cue that tells no two choices apart is 0 everywhere. */
function standing(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
  return values.map(value => (deviation > 0 ? (value - mean) / deviation : 0))
}

function lessonOf(question: ChoiceQuestion, lang: Lang): Lesson {
  const stem = stemOf(question, lang)
  const byCue = LEARNT.map(bot => standing(question.choices.map(({ text }, index) => CUES[bot]({ text: text[lang], index, stem, lang }))))
  return { question, cues: question.choices.map((_, index) => byCue.map(values => values[index] ?? 0)) }
}

const callOf = (weights: readonly number[], cues: readonly number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * (cues[index] ?? 0), 0)

function likelihoods(weights: readonly number[], { cues }: Lesson): number[] {
  const calls = cues.map(own => Math.exp(callOf(weights, own)))
  const all = calls.reduce((sum, call) => sum + call, 0)
  return calls.map(call => call / all)
}

/** Gradient ascent on the mean log-likelihood of the keys. */
function learn(lessons: readonly Lesson[]): number[] {
  let weights = LEARNT.map(() => 0)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map(weight => -RIDGE * weight)
    for (const lesson of lessons) {
      const likely = likelihoods(weights, lesson)
      const keys = lesson.question.choices.filter(({ key }) => key).length
      lesson.question.choices.forEach(({ key }, choice) => {
        const miss = (key ? 1 / keys : 0) - (likely[choice] ?? 0)
        lesson.cues[choice]?.forEach((cue, index) => {
          slope[index] = (slope[index] ?? 0) + (miss * cue) / lessons.length
        })
      })
    }
    weights = weights.map((weight, index) => weight + STEP * (slope[index] ?? 0))
  }
  return weights
}

/** As many choices as there are keys, those that call most strongly. */
function take({ question, cues }: Lesson, weights: readonly number[]): number {
  const calls = question.choices.map(({ id }, index) => ({ id, call: Math.round(callOf(weights, cues[index] ?? []) * 1e9) }))
  const strengths = [...new Set(calls.map(({ call }) => call))].sort((a, b) => b - a)
  const ranks = strengths.map(strength => calls.filter(({ call }) => call === strength).map(({ id }) => id))
  const sets = topSets(ranks, question.choices.filter(({ key }) => key).length)
  const marks = sets.map(set => score(question, set))
  return marks.reduce((sum, { earned, possible }) => sum + earned / possible, 0) / marks.length
}

/** What it scores on each question by what the others taught it. */
export function learnedGuesses(questions: readonly ChoiceQuestion[], lang: Lang): Guess[] {
  const lessons = questions.map(question => lessonOf(question, lang))
  return Array.from({ length: FOLDS }, (_, fold) => {
    const weights = learn(lessons.filter((_, index) => index % FOLDS !== fold))
    return lessons
      .filter((_, index) => index % FOLDS === fold)
      .map((lesson): Guess => {
        const { id, kind } = lesson.question
        const { score: chance, error } = guess('random', lesson.question, lang)
        return { question: id, kind, lang, bot: 'learned', score: take(lesson, weights), chance, error }
      })
  }).flat()
}
