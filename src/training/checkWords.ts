/** What is said around a check or an exam. */
import type { QuizWords } from '../quiz/words.ts'
import type { TrainingWords } from './words.ts'

export interface CheckWords extends Pick<TrainingWords, 'bank' | 'check' | 'saved' | 'help'> {
  readonly quiz: QuizWords
}
