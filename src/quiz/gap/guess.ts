/** Guesses at gaps: in each the words that call most strongly. Words to be typed are nobody's guess and stay out. */
import { type Guesser, inTurn, stemOf, strongest } from '../guesser.ts'
import type { GapQuestion } from '../question.ts'

export const guessGaps: Guesser<GapQuestion> = (question, guest) => {
  const stem = `${stemOf(question, guest.lang)} ${question.text[guest.lang]}`
  return inTurn(
    question.gaps.map(({ id, choices = [] }) => {
      const candidates = choices.map(choice => ({ id: choice.id, text: choice.text[guest.lang] }))
      return { id, values: strongest(candidates, stem, guest) }
    })
  )
}
