/** A practice set as its island fetches it: the questions in one language, and what is said around them. Build time only. */
import type { Lang } from '../lang/text.ts'
import { QUIZ_WORDS } from '../quiz/words.ts'
import type { PracticeSet } from '../training/practiceSet.ts'
import { TRAINING_WORDS } from '../training/words.ts'
import { theShelf } from './library.ts'
import { shownIn } from './shownIn.ts'

export function practiceSet(lang: Lang, ids: readonly string[]): PracticeSet {
  const shelf = theShelf()
  const { practice, saved, help } = TRAINING_WORDS[lang]
  const questions = shownIn(
    lang,
    ids.flatMap(id => shelf.question(id) ?? [])
  )
  return { questions, words: { quiz: QUIZ_WORDS[lang], practice, saved, help } }
}
