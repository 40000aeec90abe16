/** The order in which a question stands on paper. */
import { drawnOrder } from '../../quiz/draw.ts'
import { LASTING } from '../../quiz/markers.ts'
import { hasChoices, type Question } from '../../quiz/question.ts'

/** Choices as they were written; steps and items so would give the answer away. */
export function paperOrder(question: Question): readonly string[] {
  const ids = LASTING[question.kind].ids(question)
  return hasChoices(question) ? ids : drawnOrder(question.id, ids, question.kind === 'order')
}
