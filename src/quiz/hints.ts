/**
 * Graded help with one question: what its author wrote, from a nudge to almost the answer; where nothing was written,
 * first the rule to think of, then, of single choices, one that is wrong.
 */
import type { ShownQuestion, ShownRule } from './shown.ts'

export type Hint =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'rule'; readonly rule: ShownRule }
  | { readonly type: 'not'; readonly text: string }

/** `order` is that of the draw, so that the choice ruled out says nothing about the one that was written first. */
export function hintsOf(question: ShownQuestion, order: readonly string[]): Hint[] {
  if (question.hints) return question.hints.map(text => ({ type: 'text', text }))
  const hints: Hint[] = question.rules.slice(0, 1).map(rule => ({ type: 'rule', rule }))
  if (question.kind !== 'single' && question.kind !== 'replace') return hints
  const wrong = order.flatMap(id => question.choices.filter(choice => choice.id === id && !choice.key))[0]
  return wrong && question.choices.length > 2 ? [...hints, { type: 'not', text: wrong.text }] : hints
}
