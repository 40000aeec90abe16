/** What the page of assignments knows of this handbook: loaded with it as one file, in one language. */
import type { AskedPage } from './askedPages.ts'
import type { AssignedWords } from './assignedWords.ts'
import type { AssignedModule } from './enrolment.ts'

export interface CourseModule extends AssignedModule {
  readonly title: string
  readonly minutes: number
  /** Questions in one check. */
  readonly draw: number
  readonly href: string
  /** The two words of its seal. */
  readonly seal: readonly string[]
}

export interface CourseRule {
  readonly id: string
  readonly code: number
  readonly name: string
  readonly href: string
}

/** A page that asks to be acknowledged. */
export interface CoursePage extends AskedPage {
  readonly title: string
  readonly href: string
}

export interface Course {
  /** BCP 47 tag, for dates. */
  readonly locale: string
  readonly words: AssignedWords
  /** Twelve hex digits. */
  readonly revision: string
  /** The day of the latest change of any page: no clock that is right shows an earlier one. Epoch milliseconds. */
  readonly newest: number
  readonly modules: readonly CourseModule[]
  readonly rules: readonly CourseRule[]
  readonly pages: readonly CoursePage[]
}
