/** What a practice set's island fetches when it comes near the screen: it is not part of the page's first bytes. */
import type { ShownQuestion } from '../quiz/shown.ts'
import type { QuizWords } from '../quiz/words.ts'
import type { TrainingWords } from './words.ts'

export interface PracticeSet {
  readonly questions: readonly ShownQuestion[]
  readonly words: {
    readonly quiz: QuizWords
    readonly practice: TrainingWords['practice']
    readonly saved: TrainingWords['saved']
    readonly help: TrainingWords['help']
  }
}
