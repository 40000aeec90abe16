/** Plays a scenario by one cue: at each step the choice that calls most strongly. */
import { type Guesser, strongest } from '../guesser.ts'
import type { ScenarioQuestion } from '../question.ts'
import { earnedOf, type Levels, moved, startOf } from './scenario.ts'

export const guessScenario: Guesser<ScenarioQuestion> = (question, guest) => {
  const ties = new Map(
    question.nodes.map(({ id, scene, said, choices }) => {
      const candidates = choices.map(choice => ({ id: choice.id, text: choice.text[guest.lang] }))
      return [id, strongest(candidates, `${scene[guest.lang]} ${said?.[guest.lang] ?? ''}`, guest)]
    })
  )
  // What comes of a place depends on its node and its levels alone. A way that comes round to itself earns nothing.
  const known = new Map<string, number>()
  const from = (id: string, levels: Levels): number => {
    const node = question.nodes.find(one => one.id === id)
    if (!node) return earnedOf(question, { failed: false, levels })
    const place = [id, ...Object.values(levels)].join(' ')
    const before = known.get(place)
    if (before !== undefined) return before
    known.set(place, 0)
    const moves = node.choices.filter(choice => ties.get(id)?.includes(choice.id))
    const points = moves.map(({ effects, to, fails = false }) => {
      const after = moved(levels, effects)
      return fails ? earnedOf(question, { failed: true, levels: after }) : from(to, after)
    })
    const mean = points.reduce((sum, one) => sum + one, 0) / Math.max(1, points.length)
    known.set(place, mean)
    return mean
  }
  return { points: from(question.nodes[0]?.id ?? '', startOf(question)) }
}
