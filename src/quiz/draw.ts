/**
 * The questions of one attempt in their order, and the order of each one's choices, made from a seed.
 * A draw is kept whole in the record, so an attempt can be resumed after the bank has changed.
 */
import { GENERATOR } from './generator.ts'
import { seeded, shuffled } from './random.ts'
import type { ShownQuestion } from './shown.ts'

export interface Drawn {
  readonly question: string
  readonly revision: number
  /** Ids of its choices, steps or items in the order they are shown. */
  readonly choices: readonly string[]
}

export interface Draw {
  readonly generator: typeof GENERATOR
  readonly seed: string
  readonly items: readonly Drawn[]
}

export interface Drawable {
  readonly id: string
  readonly revision: number
  readonly rules: readonly string[]
  /** What is shuffled. */
  readonly ids: readonly string[]
  /** Their order is the key: they are never shown in it. */
  readonly ordered?: boolean
}

/** A shown question as a draw needs it: a draw goes by ids, so the same seed draws the same in either language. */
export function drawable({ id, kind, revision, rules, ids }: ShownQuestion): Drawable {
  return { id, revision, rules: rules.map(rule => rule.id), ids, ordered: kind === 'order' }
}

/** The questions named by an author, in that order; only their choices are shuffled. */
export function arrange(questions: readonly Drawable[], seed: string): Draw {
  const random = seeded(seed)
  return { generator: GENERATOR, seed, items: questions.map(question => show(question, random)) }
}

/** A question with its choices, steps or items in chance order. */
export function show(question: Drawable, random: () => number): Drawn {
  return { question: question.id, revision: question.revision, choices: mixed(question, random) }
}

/** The order in which one question alone shows its choices, steps or items. */
export function drawnOrder(seed: string, ids: readonly string[], ordered = false): readonly string[] {
  return mixed({ id: '', revision: 1, rules: [], ids, ordered }, seeded(seed))
}

/** Steps that chance has put in the right order begin with their second. */
function mixed({ ids, ordered = false }: Drawable, random: () => number): string[] {
  const order = shuffled([...ids].sort(), random)
  const [first, ...others] = order
  return ordered && first !== undefined && order.every((id, index) => id === ids[index]) ? [...others, first] : order
}
