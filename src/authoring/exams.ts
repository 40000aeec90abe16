/** Which questions an exam draws from. Pure. */
import { isChecked } from '../quiz/checked.ts'
import type { Question } from '../quiz/question.ts'
import type { Exam } from './schema.ts'

export type ExamPick = Exam['picks'][number]

/** Whether a question may be drawn by this line of an exam. */
export function isPicked(pick: ExamPick, { kind, module, rules }: Pick<Question, 'kind' | 'module' | 'rules'>): boolean {
  return isChecked(kind) && ('module' in pick ? pick.module === module : pick.rule === rules[0])
}
