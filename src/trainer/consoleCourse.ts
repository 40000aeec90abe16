/** What the trainer's console knows of this handbook: loaded with it as one file, in one language. It holds no question. */
import type { CourseModule, CoursePage } from '../training/course.ts'
import type { ConsoleWords } from './consoleWords.ts'
import type { ImportWords } from './importWords.ts'
import type { KnowViews } from './knowWords.ts'

export interface ConsoleRule {
  readonly id: string
  readonly code: number
  readonly name: string
  readonly href: string
  /** Ids of the modules whose questions have it as their main rule. */
  readonly modules: readonly string[]
}

export interface ConsoleCourse {
  /** BCP 47 tag, for dates. */
  readonly locale: string
  readonly words: ConsoleWords
  /** Where the rest of what results need is, and what is said before it is there. */
  readonly know: KnowViews & { readonly file: string }
  /** Of the view of receipts. */
  readonly importing: ImportWords
  /** Twelve hex digits. */
  readonly revision: string
  readonly modules: readonly CourseModule[]
  readonly rules: readonly ConsoleRule[]
  readonly pages: readonly CoursePage[]
  readonly paths: readonly { readonly id: string; readonly title: string; readonly modules: readonly string[] }[]
}
