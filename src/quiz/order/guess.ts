/** Guesses at an order: the step that calls most strongly first. Steps are seen as they stand on paper, never as written. */
import { drawnOrder } from '../draw.ts'
import { type Guesser, inOrder, ranked, stemOf } from '../guesser.ts'
import { inDraw } from '../inDraw.ts'
import type { OrderQuestion } from '../question.ts'

/** Orders that are still listed one by one: those of seven steps. */
const LISTED = 5040

function permutations(ids: readonly string[]): string[][] {
  if (ids.length < 2) return [[...ids]]
  return ids.flatMap(first => permutations(ids.filter(id => id !== first)).map(others => [first, ...others]))
}

/** Every order that keeps the ranks. */
function ordersOf([group, ...others]: readonly (readonly string[])[]): string[][] {
  if (!group) return [[]]
  const after = ordersOf(others)
  return permutations(group).flatMap(first => after.map(then => [...first, ...then]))
}

export const guessOrder: Guesser<OrderQuestion> = (question, guest) => {
  const shown = drawnOrder(
    question.id,
    question.items.map(({ id }) => id),
    true
  )
  const candidates = inDraw(question.items, shown).map(({ id, text }) => ({ id, text: text[guest.lang] }))
  const ranks = ranked(candidates, stemOf(question, guest.lang), guest)
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
  const many = ranks.reduce((all, { length }) => all * factorial(length), 1)
  return many <= LISTED ? ordersOf(ranks) : random => inOrder(ranks, random)
}
