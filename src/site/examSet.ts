/** An exam as its island fetches it: the questions in one language and the plan of a draw. Build time only. */
import { isPicked } from '../authoring/exams.ts'
import type { Exam } from '../authoring/schema.ts'
import type { Lang } from '../lang/text.ts'
import type { ExamSet } from '../training/examSet.ts'
import { theShelf } from './library.ts'
import { shownIn } from './shownIn.ts'

export function examSet(lang: Lang, exam: Exam): ExamSet {
  const { questions } = theShelf().library
  const plan = exam.picks.map(pick => ({
    count: pick.count,
    from: questions.filter(question => isPicked(pick, question)).map(({ id }) => id)
  }))
  const asked = new Set(plan.flatMap(({ from }) => from))
  return {
    plan,
    questions: shownIn(
      lang,
      questions.filter(({ id }) => asked.has(id))
    )
  }
}
