/** What a class or a sheet fetches, once: all questions of a module that can be discussed, in one language. */
import type { Paper } from '../quiz/paper.ts'
import type { QuizWords } from '../quiz/words.ts'
import type { ClassWords } from './classWords.ts'

export interface ClassRule {
  readonly name: string
  readonly text: string
  /** Its origin in a word, where it is not the standard itself. */
  readonly badge?: string
  /** Address of its place in the handbook. */
  readonly href: string
}

export interface ClassSet {
  /** Changes with any content of the handbook. */
  readonly revision: string
  readonly title: string
  readonly questions: readonly Paper[]
  readonly rules: Readonly<Record<string, ClassRule>>
  readonly words: ClassWords & { readonly quiz: QuizWords }
}
