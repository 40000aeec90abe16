/** The draw of an exam: so many questions of each line of a plan. */
import { type Draw, type Drawable, show } from './draw.ts'
import { GENERATOR } from './generator.ts'
import { seeded, shuffled } from './random.ts'
import { byId } from './spread.ts'

/** One line of a plan: so many of these questions. */
export interface Pick {
  readonly count: number
  /** Ids of the questions it may take. */
  readonly from: readonly string[]
}

/**
 * Draws by a plan, line after line; a question is taken once. Those in `seen` are taken only where a line has no others
 * left, so that a second attempt asks something new. The whole is then shuffled.
 */
export function drawByPlan(
  questions: readonly Drawable[],
  plan: readonly Pick[],
  seed: string,
  seen: ReadonlySet<string> = new Set()
): Draw {
  const random = seeded(seed)
  const taken = new Map<string, Drawable>()
  for (const { count, from } of plan) {
    const waiting = shuffled(byId(questions.filter(({ id }) => from.includes(id) && !taken.has(id))), random)
    const fresh = [...waiting.filter(({ id }) => !seen.has(id)), ...waiting.filter(({ id }) => seen.has(id))]
    for (const question of fresh.slice(0, count)) taken.set(question.id, question)
  }
  const items = shuffled([...taken.values()], random).map(question => show(question, random))
  return { generator: GENERATOR, seed, items }
}
