/**
 * What becomes of a draw when the bank changes under it: a question that was withdrawn, or has another revision now, is
 * replaced by one that asks about the same thing.
 */
import { type Draw, type Drawable, type Drawn, show } from './draw.ts'
import type { Pick } from './plan.ts'
import { seeded, shuffled } from './random.ts'
import { byId } from './spread.ts'

interface Running {
  readonly draw: Draw
  /** Questions that stood in it before: what was answered there is no answer to what they ask now. */
  readonly replaced?: readonly string[]
}

/**
 * The draw with substitutes in the places of what can't be asked any more; undefined where there is nothing to replace, or
 * nothing to replace it with. The same draw and the same bank give the same substitutes. With a plan they come from a line
 * that has too few questions left; otherwise one on the same rule comes first, then one on a rule not asked yet.
 */
export function redrawn({ draw, replaced = [] }: Running, bank: readonly Drawable[], plan?: readonly Pick[]): Draw | undefined {
  const known = new Map(bank.map(question => [question.id, question]))
  const stands = ({ question, revision }: Drawn) => known.get(question)?.revision === revision
  const used = new Set([...replaced, ...draw.items.map(item => item.question)])
  const asked = draw.items.filter(stands).map(item => item.question)

  /** Questions that may take this place, the best ones only. */
  const fitting = (gone: string): readonly Drawable[] => {
    const free = bank.filter(({ id }) => !used.has(id))
    if (plan) {
      const short = plan.filter(({ count, from }) => asked.filter(id => from.includes(id)).length < count)
      const lines = short.some(({ from }) => from.includes(gone)) ? short.filter(({ from }) => from.includes(gone)) : short
      return free.filter(({ id }) => lines.some(({ from }) => from.includes(id)))
    }
    const main = known.get(gone)?.rules[0]
    const rules = new Set(asked.map(id => known.get(id)?.rules[0]))
    const same = free.filter(({ rules: [first] }) => first !== undefined && first === main)
    const fresh = free.filter(({ rules: [first] }) => !rules.has(first))
    return [same, fresh, free].find(some => some.length > 0) ?? []
  }

  const items = draw.items.map(item => {
    if (stands(item)) return item
    const random = seeded(`${draw.seed}/${item.question}`)
    const [substitute] = shuffled(byId(fitting(item.question)), random)
    if (!substitute) return item
    used.add(substitute.id)
    asked.push(substitute.id)
    return show(substitute, random)
  })
  return items.some((item, index) => item !== draw.items[index]) ? { ...draw, items } : undefined
}
