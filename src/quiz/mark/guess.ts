/**
 * Guesses at a transcript: as many pieces as break a rule, those that call most strongly, each with the reason that does.
 * Customers break no rules, so what they say is never marked; `all` marks everything else.
 */
import { type Guesser, ranked, stemOf, strongest } from '../guesser.ts'
import type { MarkQuestion, Words } from '../question.ts'
import { pointsOf } from './mark.ts'

/** How likely each sum of points is, by the sum. */
type Odds = ReadonlyMap<number, number>

function added(odds: Odds, more: Odds, by: number, into = new Map<number, number>()): Map<number, number> {
  for (const [a, p] of odds) for (const [b, q] of more) into.set(a + b, (into.get(a + b) ?? 0) + p * q * by)
  return into
}

/** Odds of the points for some of these, any `count` of them as likely as any others. */
function anyOf(pieces: readonly Odds[], count: number): Odds {
  // By how many were taken; taking one of those left is as likely as any of them.
  let taken: Map<number, number>[] = [new Map([[0, 1]])]
  for (const [index, piece] of pieces.entries()) {
    const next: Map<number, number>[] = Array.from({ length: Math.min(index + 1, count) + 1 }, () => new Map())
    for (const [have, odds] of taken.entries()) {
      const take = Math.max(0, count - have) / (pieces.length - index)
      if (take > 0) added(odds, piece, take, next[have + 1])
      if (take < 1) added(odds, new Map([[0, 1]]), 1 - take, next[have])
    }
    taken = next
  }
  return taken[count] ?? new Map()
}

export const guessMarks: Guesser<MarkQuestion> = (question, guest) => {
  const { bot, lang, names } = guest
  const pieces = question.turns.flatMap(({ by, says }) => (by === 'customer' ? [] : says))
  const reasons = question.reasons.map(id => ({ id, text: names?.get(id)?.[lang] ?? '' }))
  const oddsOf = (words: Words): Odds => {
    const named = strongest(reasons, words.text[lang], guest)
    const odds = new Map<number, number>()
    for (const reason of named) odds.set(pointsOf(words, reason), (odds.get(pointsOf(words, reason)) ?? 0) + 1 / named.length)
    return odds
  }
  const odds = new Map(pieces.map(words => [words.id, oddsOf(words)]))
  const candidates = pieces.map(({ id, text }) => ({ id, text: text[lang] }))
  let left = bot === 'all' ? pieces.length : pieces.filter(({ breaks }) => breaks !== undefined).length
  let sum: Odds = new Map([[0, 1]])
  for (const group of ranked(candidates, stemOf(question, lang), guest)) {
    const count = Math.min(left, group.length)
    const own = group.flatMap(id => odds.get(id) ?? [])
    sum = added(sum, anyOf(own, count), 1)
    left -= count
  }
  return { points: [...sum].reduce((mean, [points, odds]) => mean + odds * Math.max(0, points), 0) }
}
