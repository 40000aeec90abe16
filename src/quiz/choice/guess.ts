/** Guesses at choices: as many as there are keys, those that call most strongly; or all, where several may be taken. */
import { type Guesser, ranked, stemOf, topSets } from '../guesser.ts'
import type { ChoiceQuestion } from '../question.ts'

export const guessChoices: Guesser<ChoiceQuestion> = (question, guest) => {
  if (guest.bot === 'all' && question.kind === 'multiple') return [question.choices.map(({ id }) => id)]
  const candidates = question.choices.map(({ id, text }) => ({ id, text: text[guest.lang] }))
  return topSets(ranked(candidates, stemOf(question, guest.lang), guest), question.choices.filter(({ key }) => key).length)
}
