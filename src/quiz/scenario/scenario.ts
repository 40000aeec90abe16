/**
 * Plays and marks a scenario. A response is the ids of the choices taken, from the start on; the path follows from them.
 * A choice that is not offered where the path stands ends the reading of the response.
 */
import type { Lasting, Marker, OfKind } from '../marker.ts'
import type { End, Response } from '../question.ts'

export interface KeyedMove {
  readonly id: string
  readonly to: string
  readonly fails?: boolean
  readonly effects?: Readonly<Record<string, number>>
}

export interface KeyedNode {
  readonly id: string
  readonly choices: readonly KeyedMove[]
}

interface KeyedMeter {
  readonly id: string
  readonly start: number
  readonly fair: number
  readonly good: number
}

export interface ScenarioKeyed extends OfKind<'scenario'> {
  readonly meters: readonly KeyedMeter[]
  readonly nodes: readonly KeyedNode[]
}

/** Meters stay between these. */
export const LEAST = 0
export const MOST = 10

export type Levels = Readonly<Record<string, number>>

export interface Step<Node, Move> {
  readonly node: Node
  readonly move: Move
  /** After the move. */
  readonly levels: Levels
}

type NodeOf<S extends ScenarioKeyed> = S['nodes'][number]
type MoveOf<S extends ScenarioKeyed> = NodeOf<S>['choices'][number]

export interface Walk<S extends ScenarioKeyed> {
  readonly steps: readonly Step<NodeOf<S>, MoveOf<S>>[]
  readonly levels: Levels
  /** Where the learner is asked next; undefined when it has ended. */
  readonly next: NodeOf<S> | undefined
  readonly failed: boolean
}

export function startOf(question: ScenarioKeyed): Levels {
  return Object.fromEntries(question.meters.map(({ id, start }) => [id, start]))
}

/** Meters after a move, each kept between 0 and 10. Effects on unknown meters are passed over. */
export function moved(levels: Levels, effects: Levels = {}): Levels {
  const after: Record<string, number> = { ...levels }
  for (const [id, by] of Object.entries(effects)) {
    if (Object.hasOwn(levels, id)) after[id] = Math.min(MOST, Math.max(LEAST, (levels[id] ?? LEAST) + by))
  }
  return after
}

/** Follows a response through a scenario. */
export function walk<S extends ScenarioKeyed>(question: S, response: Response): Walk<S> {
  const nodes: readonly NodeOf<S>[] = question.nodes
  const steps: Step<NodeOf<S>, MoveOf<S>>[] = []
  let levels = startOf(question)
  let next: NodeOf<S> | undefined = nodes[0]
  let failed = false
  for (const id of response) {
    const moves: readonly MoveOf<S>[] = next?.choices ?? []
    const move = moves.find(choice => choice.id === id)
    if (!next || !move) break
    levels = moved(levels, move.effects)
    steps.push({ node: next, move, levels })
    failed = move.fails === true
    next = failed ? undefined : nodes.find(node => node.id === move.to)
  }
  return { steps, levels, failed, next }
}

/** The meter that counts how the rules were kept, where a scenario has one. */
const RULES = 'compliance'

/**
 * Whether a choice kept or broke the rules that it names. A failure breaks them; then the meter of the rules tells, and
 * where that stands still, all the others if they agree. Otherwise it is only said that the rules were at stake.
 */
export function bearing({ fails, effects = {} }: KeyedMove): 'kept' | 'broken' | 'touched' {
  const told = effects[RULES] ? [effects[RULES]] : Object.values(effects)
  const [up, down] = [told.some(by => by > 0), told.some(by => by < 0)]
  if (fails) return 'broken'
  return up === down ? 'touched' : up ? 'kept' : 'broken'
}

/** Points of each meter: 2 where it is good, 1 where it is fair, 0 below. */
function pointsOf(question: ScenarioKeyed, levels: Levels): number[] {
  return question.meters.map(({ id, fair, good }) => {
    const level = levels[id] ?? LEAST
    return level >= good ? 2 : level >= fair ? 1 : 0
  })
}

interface Ended {
  readonly failed: boolean
  readonly levels: Levels
}

/** Which of the four ends a finished path comes to. */
export function endOf(question: ScenarioKeyed, { failed, levels }: Ended): End {
  if (failed) return 'failed'
  const least = Math.min(...pointsOf(question, levels))
  return least === 2 ? 'good' : least === 1 ? 'fair' : 'poor'
}

/** Two points for each meter that ends good, one for each that ends fair; nothing after a critical failure. */
export function earnedOf(question: ScenarioKeyed, { failed, levels }: Ended): number {
  return failed ? 0 : pointsOf(question, levels).reduce((sum, point) => sum + point, 0)
}

/** A run is marked when it has come to its end; before that it has earned nothing. */
export const scenario: Marker<ScenarioKeyed> = {
  complete(question, response) {
    const { steps, next } = walk(question, response)
    return steps.length > 0 && !next
  },
  answered: (question, response) => scenario.complete(question, response),
  possible: question => Math.max(1, 2 * question.meters.length),
  mark(question, response) {
    const ended = scenario.complete(question, response)
    const { levels, failed } = walk(question, response)
    const points = pointsOf(question, levels)
    return {
      earned: ended ? earnedOf(question, { levels, failed }) : 0,
      parts: question.meters.map(({ id }, index) => ({ id, taken: ended, right: ended && !failed && points[index] === 2 }))
    }
  }
}

export const scenarioLasting: Lasting<ScenarioKeyed> = {
  ids: question => question.nodes.flatMap(node => node.choices.map(choice => choice.id)),
  key: ({ meters, nodes }) => [
    meters.map(({ id, start, fair, good }) => [id, start, fair, good]),
    nodes.map(node => [
      node.id,
      [...node.choices]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, to, fails = false, effects = {} }) => [id, to, fails, Object.entries(effects).sort()])
    ])
  ]
}
