/** Every id inside a question, with its place. Learners’ answers are kept by these ids. Pure. */
import type { Question } from '../quiz/question.ts'
import type { Trail } from './read.ts'

export interface Named {
  readonly id: string
  readonly trail: Trail
}

export function idsIn(question: Question): Named[] {
  const all = (list: readonly { id: string }[], ...trail: Trail) => list.map(({ id }, index) => ({ id, trail: [...trail, index] }))
  if ('choices' in question) return all(question.choices, 'choices')
  if (question.kind === 'order') return all(question.items, 'items')
  if (question.kind === 'match' || question.kind === 'sort') return [...all(question.items, 'items'), ...all(question.groups, 'groups')]
  if (question.kind === 'mark') return question.turns.flatMap(({ says }, turn) => all(says, 'turns', turn, 'says'))
  if (question.kind === 'gap') {
    return [...all(question.gaps, 'gaps'), ...question.gaps.flatMap(({ choices = [] }, gap) => all(choices, 'gaps', gap, 'choices'))]
  }
  if (question.kind !== 'scenario') return []
  const moves = question.nodes.flatMap(({ choices }, node) => all(choices, 'nodes', node, 'choices'))
  return [...all(question.meters, 'meters'), ...all(question.nodes, 'nodes'), ...moves]
}
