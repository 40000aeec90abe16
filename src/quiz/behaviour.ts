/** How questions are asked, apart from what they ask. A question never knows its behaviour. */
export interface Behaviour {
  readonly name: 'practice' | 'check' | 'exam' | 'review'
  /** When the learner is told: after each answer, or when all are handed in. */
  readonly feedback: 'each' | 'end'
  /** How often a question may be answered before its key is shown. */
  readonly tries: number
  /** May the learner ask for help? */
  readonly hints: boolean
  /** May the learner go back and change an answer? */
  readonly back: boolean
}

export const BEHAVIOURS: readonly Behaviour['name'][] = ['practice', 'check', 'exam', 'review']

export const PRACTICE: Behaviour = { name: 'practice', feedback: 'each', tries: 3, hints: true, back: false }
export const CHECK: Behaviour = { name: 'check', feedback: 'end', tries: 1, hints: false, back: true }
export const EXAM: Behaviour = { name: 'exam', feedback: 'end', tries: 1, hints: false, back: true }
export const REVIEW: Behaviour = { name: 'review', feedback: 'each', tries: 1, hints: true, back: false }

/** How sure a learner says to be before knowing: 1 guessing, 2 fairly sure, 3 sure. */
export type Certainty = 1 | 2 | 3
export const CERTAINTIES: readonly Certainty[] = [1, 2, 3]
