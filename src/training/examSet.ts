/** What an exam's island fetches when the exam is begun. */
import type { Pick } from '../quiz/plan.ts'
import type { ShownQuestion } from '../quiz/shown.ts'

export interface ExamSet {
  readonly plan: readonly Pick[]
  readonly questions: readonly ShownQuestion[]
}
