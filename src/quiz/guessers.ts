/** The guessers of all kinds, for whoever lets bots loose on a bank: the report, the build, the tests. */
import { guessChoices } from './choice/guess.ts'
import { guessGaps } from './gap/guess.ts'
import type { Guesser } from './guesser.ts'
import { guessMarks } from './mark/guess.ts'
import { guessNumber } from './number/guess.ts'
import { guessOrder } from './order/guess.ts'
import { guessPlaces } from './place/guess.ts'
import type { Kind, Question } from './question.ts'
import { guessReply } from './reply/guess.ts'
import { guessScenario } from './scenario/guess.ts'

/** A guesser of one kind is only ever given questions of that kind. */
type AnyGuesser = Guesser<Question>

export const GUESSERS: Readonly<Record<Kind, AnyGuesser>> = {
  single: guessChoices as AnyGuesser,
  multiple: guessChoices as AnyGuesser,
  replace: guessChoices as AnyGuesser,
  order: guessOrder as AnyGuesser,
  match: guessPlaces as AnyGuesser,
  sort: guessPlaces as AnyGuesser,
  mark: guessMarks as AnyGuesser,
  gap: guessGaps as AnyGuesser,
  number: guessNumber as AnyGuesser,
  reply: guessReply as AnyGuesser,
  scenario: guessScenario as AnyGuesser
}
