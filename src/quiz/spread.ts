/** A draw that is spread over the rules. */
import { type Draw, type Drawable, show } from './draw.ts'
import { GENERATOR } from './generator.ts'
import { seeded, shuffled } from './random.ts'

/** By id, so that a draw does not depend on the order in which an author wrote. */
export function byId<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/**
 * Draws `count` questions (all, if there are fewer) so that as many different rules as possible are asked: first one
 * question for each rule not asked yet, by its main rule, then any.
 */
export function draw(questions: readonly Drawable[], count: number, seed: string): Draw {
  const random = seeded(seed)
  const waiting = shuffled(byId(questions), random)
  const asked = new Set<string>()
  const fresh: Drawable[] = []
  const again: Drawable[] = []
  for (const question of waiting) {
    const main = question.rules[0] ?? question.id
    ;(asked.has(main) ? again : fresh).push(question)
    asked.add(main)
  }
  const taken = shuffled([...fresh, ...again].slice(0, Math.max(0, count)), random)
  return { generator: GENERATOR, seed, items: taken.map(question => show(question, random)) }
}
