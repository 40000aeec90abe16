/** Guesses at placements: each item goes where the partner or group calls most strongly, for `echo` the one it repeats. */
import { drawnOrder } from '../draw.ts'
import { type Guesser, inTurn, strongest } from '../guesser.ts'
import { inDraw } from '../inDraw.ts'
import type { MatchQuestion, SortQuestion } from '../question.ts'
import { placeLasting } from './place.ts'

export const guessPlaces: Guesser<MatchQuestion | SortQuestion> = (question, guest) => {
  const groups = question.kind === 'match' ? inDraw(question.groups, drawnOrder(question.id, placeLasting.ids(question))) : question.groups
  const candidates = groups.map(({ id, text }) => ({ id, text: text[guest.lang] }))
  return inTurn(question.items.map(({ id, text }) => ({ id, values: strongest(candidates, text[guest.lang], guest) })))
}
