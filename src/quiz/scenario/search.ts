/** Looks ahead in a scenario: the best and the worst that can still come, and at build what can't be reached or never ends. */
import type { End } from '../question.ts'
import { bearing, earnedOf, endOf, type KeyedMove, type Levels, moved, type ScenarioKeyed, startOf } from './scenario.ts'

export const END = 'end'

export interface Path {
  /** Ids of the choices taken. */
  readonly moves: readonly string[]
  readonly end: End
  readonly earned: number
  /** How many of its choices broke a rule. */
  readonly broken: number
  readonly levels: Levels
}

/** All paths from one place on. */
export interface Ahead {
  readonly count: number
  /** How many of them end with a critical failure. */
  readonly failing: number
  readonly best: Path
  readonly worst: Path
  /** Choices on the shortest and on the longest path without such a failure; Infinity and 0 when there is none. */
  readonly shortest: number
  readonly longest: number
}

export interface Search {
  /** Choices that lead to a node that is not there. */
  readonly dead: readonly { readonly node: string; readonly move: string; readonly to: string }[]
  /** Nodes that no path comes to. */
  readonly unreachable: readonly string[]
  /** A node that can come round to itself: then a path need never end. */
  readonly loop?: string
  /** Paths from start to end; undefined with a dead end or a loop. */
  readonly paths?: Ahead
}

function leadsOn(move: KeyedMove): boolean {
  return !move.fails && move.to !== END
}

export function sumOf(levels: Levels): number {
  return Object.values(levels).reduce((sum, level) => sum + level, 0)
}

/** Above 0 when `a` comes to a better result: no failure, then more points, then fewer rules broken. */
export function compareResults(a: Path, b: Path): number {
  return Number(b.end === 'failed') - Number(a.end === 'failed') || a.earned - b.earned || b.broken - a.broken
}

/** Above 0 when `a` is better: by its result, then by higher meters, then by fewer choices. */
export function compare(a: Path, b: Path): number {
  return compareResults(a, b) || sumOf(a.levels) - sumOf(b.levels) || b.moves.length - a.moves.length
}

function breaks(move: KeyedMove): number {
  return bearing(move) === 'broken' ? 1 : 0
}

/** All that is ahead, with one choice before it. */
function led(move: KeyedMove, ahead: Ahead): Ahead {
  const begin = (path: Path): Path => ({ ...path, broken: path.broken + breaks(move), moves: [move.id, ...path.moves] })
  const longest = ahead.longest === 0 ? 0 : ahead.longest + 1
  return { ...ahead, best: begin(ahead.best), worst: begin(ahead.worst), shortest: ahead.shortest + 1, longest }
}

function joined(a: Ahead, b: Ahead): Ahead {
  return {
    count: a.count + b.count,
    failing: a.failing + b.failing,
    best: compare(a.best, b.best) >= 0 ? a.best : b.best,
    worst: compare(a.worst, b.worst) <= 0 ? a.worst : b.worst,
    shortest: Math.min(a.shortest, b.shortest),
    longest: Math.max(a.longest, b.longest)
  }
}

/** What is ahead of a learner who stands at a node with these levels and takes this choice. */
export type LookAhead = (move: KeyedMove, levels: Levels) => Ahead | undefined

const looks = new WeakMap<ScenarioKeyed, LookAhead>()

/**
 * What comes of a place depends on its node and its levels alone, so each is worked out once: a hundred thousand paths
 * come together in a few thousand places. A way that comes round to itself is passed over.
 */
export function lookAhead(question: ScenarioKeyed): LookAhead {
  const look = looks.get(question) ?? lookAheadIn(question)
  looks.set(question, look)
  return look
}

function lookAheadIn(question: ScenarioKeyed): LookAhead {
  const known = new Map<string, Ahead | undefined>()
  const open = new Set<string>()
  function from(id: string, levels: Levels): Ahead | undefined {
    const place = `${id} ${Object.values(levels)}`
    if (open.has(id) || known.has(place)) return known.get(place)
    open.add(id)
    const node = question.nodes.find(one => one.id === id)
    const ways = (node?.choices ?? []).flatMap(move => look(move, levels) ?? [])
    open.delete(id)
    const [first, ...others] = ways
    const all = first && others.reduce(joined, first)
    known.set(place, all)
    return all
  }
  const look: LookAhead = (move, before) => {
    const levels = moved(before, move.effects)
    if (leadsOn(move)) {
      const ahead = from(move.to, levels)
      return ahead && led(move, ahead)
    }
    const ended = { failed: move.fails === true, levels }
    const path = { moves: [move.id], end: endOf(question, ended), earned: earnedOf(question, ended), broken: breaks(move), levels }
    const [shortest, longest] = ended.failed ? [Number.POSITIVE_INFINITY, 0] : [1, 1]
    return { count: 1, failing: Number(ended.failed), best: path, worst: path, shortest, longest }
  }
  return look
}

/** All that can come of a scenario from its start. */
export function pathsOf(question: ScenarioKeyed): Ahead | undefined {
  const look = lookAhead(question)
  const [first, ...others] = (question.nodes[0]?.choices ?? []).flatMap(move => look(move, startOf(question)) ?? [])
  return first && others.reduce(joined, first)
}

/** Nodes that a walk from the start can come to, and the first that comes round to itself. */
function reach(question: ScenarioKeyed): { reached: ReadonlySet<string>; loop?: string } {
  const reached = new Set<string>()
  const open = new Set<string>()
  let loop: string | undefined
  const visit = (id: string): void => {
    if (open.has(id)) loop ??= id
    if (reached.has(id)) return
    reached.add(id)
    open.add(id)
    for (const move of question.nodes.find(node => node.id === id)?.choices ?? []) if (leadsOn(move)) visit(move.to)
    open.delete(id)
  }
  const [start] = question.nodes
  if (start) visit(start.id)
  return loop === undefined ? { reached } : { reached, loop }
}

export function search(question: ScenarioKeyed): Search {
  const known = new Set(question.nodes.map(node => node.id))
  const dead = question.nodes.flatMap(node =>
    node.choices.filter(move => leadsOn(move) && !known.has(move.to)).map(move => ({ node: node.id, move: move.id, to: move.to }))
  )
  const { reached, loop } = reach(question)
  const unreachable = [...known].filter(id => !reached.has(id))
  if (loop !== undefined) return { dead, unreachable, loop }
  const paths = dead.length === 0 ? pathsOf(question) : undefined
  return paths ? { dead, unreachable, paths } : { dead, unreachable }
}
