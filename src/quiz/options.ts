/** The places of a question where a learner chooses one or more of several texts. */
import type { Text } from '../lang/text.ts'
import type { Choice, Question } from './question.ts'

export interface ChoiceSet {
  /** Where the choices stand inside the question, for telling an author. */
  readonly trail: readonly (string | number)[]
  readonly choices: readonly Choice[]
  readonly several: boolean
}

/** Sets of choices with keys: those of the question itself, or of each of its gaps. */
export function choiceSets(question: Question): ChoiceSet[] {
  if ('choices' in question) return [{ trail: ['choices'], choices: question.choices, several: question.kind === 'multiple' }]
  if (question.kind !== 'gap') return []
  return question.gaps.flatMap(({ choices }, index) => (choices ? [{ trail: ['gaps', index, 'choices'], choices, several: false }] : []))
}

export interface Said {
  readonly trail: readonly (string | number)[]
  readonly text: Text
}

/** What is asked, in words; a phrase replacement has no words of its own for it. */
export function askOf(question: Question): Text | undefined {
  return 'ask' in question ? question.ask : undefined
}

/** Every text that a question holds up as right: no mistake may stand in it. */
export function rightTexts(question: Question): Said[] {
  const keys = choiceSets(question).flatMap(({ trail, choices }) =>
    choices.flatMap(({ key, text }, index) => (key ? [{ trail: [...trail, index, 'text'], text }] : []))
  )
  if (question.kind === 'order') return question.items.map(({ text }, index) => ({ trail: ['items', index, 'text'], text }))
  if (question.kind === 'reply') return [{ trail: ['model'], text: question.model }]
  if (question.kind === 'mark') {
    return question.turns.flatMap(({ by, says }, turn) =>
      says.flatMap(({ text, breaks }, index) =>
        by === 'staff' && breaks === undefined ? [{ trail: ['turns', turn, 'says', index, 'text'], text }] : []
      )
    )
  }
  return keys
}

/** What is told of what is right: the feedback of keys, steps and placed items, and how a number is worked out. */
export function rightFeedback(question: Question): (Omit<Said, 'text'> & { readonly feedback: Text })[] {
  if (question.kind === 'number') return [{ trail: ['feedback'], feedback: question.feedback }]
  if ('items' in question) return question.items.map(({ feedback }, index) => ({ trail: ['items', index, 'feedback'], feedback }))
  return choiceSets(question).flatMap(({ trail, choices }) =>
    choices.flatMap(({ key, feedback }, index) => (key ? [{ trail: [...trail, index, 'feedback'], feedback }] : []))
  )
}
