/** What an attempt says about each rule. */
import type { ShownQuestion, ShownRule } from '../quiz/shown.ts'
import type { Attempt } from './attempt.ts'

export interface RuleResult {
  readonly rule: ShownRule
  /** Questions that earned everything, of those answered that test the rule. */
  readonly right: number
  readonly of: number
}

/** One result for each rule that the attempt's marked questions test: the weakest first, then as they were asked. */
export function byRule(attempt: Attempt, questions: readonly ShownQuestion[]): RuleResult[] {
  const results = new Map<string, { rule: ShownRule; right: number; of: number }>()
  for (const item of attempt.draw.items) {
    const answer = attempt.answers.get(item.question)?.at(-1)
    const question = questions.find(({ id }) => id === item.question)
    if (!answer || !question) continue
    for (const rule of question.rules) {
      const result = results.get(rule.id) ?? { rule, right: 0, of: 0 }
      results.set(rule.id, result)
      result.of += 1
      if (answer.earned === answer.possible) result.right += 1
    }
  }
  return [...results.values()].sort((a, b) => a.right / a.of - b.right / b.of)
}
