/** Where the keys of a bank stand, and how long they are. */
import type { Lang } from '../lang/text.ts'
import { lengthOf } from './cues.ts'
import type { ChoiceQuestion } from './question.ts'

export interface Clues {
  readonly questions: number
  /** How often a key stands in first, second, ... place as written. */
  readonly keyPositions: readonly number[]
  /** How often it would, if every place of a question were as likely. */
  readonly expectedPositions: readonly number[]
  /** Mean length of keys and of the other choices, in characters. */
  readonly keyLength: Readonly<Record<Lang, number>>
  readonly otherLength: Readonly<Record<Lang, number>>
}

/** Key positions and lengths of a bank. */
export function cluesOf(questions: readonly ChoiceQuestion[]): Clues {
  return {
    questions: questions.length,
    ...positionsOf(questions),
    keyLength: { zh: meanLength(questions, 'zh', true), en: meanLength(questions, 'en', true) },
    otherLength: { zh: meanLength(questions, 'zh', false), en: meanLength(questions, 'en', false) }
  }
}

function positionsOf(questions: readonly ChoiceQuestion[]): Pick<Clues, 'keyPositions' | 'expectedPositions'> {
  const positions = Math.max(0, ...questions.map(question => question.choices.length))
  const keyPositions = Array.from({ length: positions }, () => 0)
  const expectedPositions = Array.from({ length: positions }, () => 0)
  for (const question of questions) {
    const keys = question.choices.filter(choice => choice.key).length
    question.choices.forEach((choice, index) => {
      if (choice.key) keyPositions[index] = (keyPositions[index] ?? 0) + 1
      expectedPositions[index] = (expectedPositions[index] ?? 0) + keys / question.choices.length
    })
  }
  return { keyPositions, expectedPositions }
}

function meanLength(questions: readonly ChoiceQuestion[], lang: Lang, key: boolean): number {
  const texts = questions.flatMap(question => question.choices.filter(choice => choice.key === key).map(choice => choice.text[lang]))
  return texts.length === 0 ? 0 : texts.map(lengthOf).reduce((a, b) => a + b, 0) / texts.length
}
