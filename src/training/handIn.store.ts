/** How a check or an exam is handed in. */
import { percentOf } from '../quiz/score.ts'
import { $attempts, type Asked, marked, note } from './attempts.store.ts'
import type { Terms } from './exam.ts'
import { record } from './learner.store.ts'

/**
 * Hands a check in: every question that still stands is marked, unanswered ones with no points, in one transaction.
 * `took` gives the seconds that each question was in sight.
 */
export function handIn(
  id: string,
  questions: readonly Asked[],
  { pass, mustPass = [] }: Pick<Terms, 'pass'> & Partial<Pick<Terms, 'mustPass'>>,
  took: ReadonlyMap<string, number> = new Map()
): void {
  const attempt = $attempts.get().get(id)
  if (!attempt || attempt.finished) return
  const answers = questions.map(asked => {
    const { response = [], sure } = attempt.drafts.get(asked.question.id) ?? {}
    const seconds = took.get(asked.question.id)
    return marked(attempt, asked, response, { ...(sure && { sure }), ...(seconds !== undefined && { took: seconds }) })
  })
  const barred = answers.some(
    ({ earned, possible }, index) => earned < possible && mustPass.includes(questions[index]?.question.rules[0]?.id ?? '')
  )
  void record.append(...answers, { type: 'finished', attempt: id, percent: percentOf(answers), pass, ...(barred && { barred: true }) })
  note(
    answers.filter(({ response }) => response.length > 0),
    attempt.behaviour
  )
}
