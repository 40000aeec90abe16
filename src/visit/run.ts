/**
 * What a run's entries mean: which steps are done, skipped or open, what was noted, what can be taken back.
 *
 * A run is a list of what happened, not a table of ticks: two tabs, or a backup from another phone, are put together by
 * throwing their entries on one heap, and the result is the same whichever comes first.
 */
import type { Checklist, ChecklistStep, Run, RunEntry } from './paper.ts'

/** How a step stands. `at`: epoch milliseconds of the tap that brought it there. */
export interface StepNow {
  readonly state: 'open' | 'done' | 'skipped'
  readonly at?: number
  readonly reason?: string
  /** The latest note; empty when there is none. */
  readonly note: string
  /** Ids of the photos that are there, in the order they were taken. */
  readonly photos: readonly string[]
}

export interface RunNow {
  /** Steps that something happened to. */
  readonly steps: ReadonlyMap<string, StepNow>
  /** When the run was finished; undefined while it is under way. */
  readonly finished?: number
  /** The latest tap that counts, the one to be taken back. Notes are changed by typing, not by taking back. */
  readonly last?: RunEntry
}

export const UNTOUCHED: StepNow = { state: 'open', note: '', photos: [] }

type WithoutIdentity<Entry> = Entry extends RunEntry ? Omit<Entry, 'id' | 'at'> : never
/** What happened, before it has a time and an id. */
export type Happening = WithoutIdentity<RunEntry>

const byTime = (a: RunEntry, b: RunEntry) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The same text for the same contents, whichever field was written first. */
const written = (thing: object) => JSON.stringify(Object.entries(thing).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Two entries with one id and different contents come from no version of this handbook: the same one stays, always. */
function firstOf(a: RunEntry, b: RunEntry): RunEntry {
  return byTime(a, b) < 0 || (byTime(a, b) === 0 && written(a) <= written(b)) ? a : b
}

/** Entries by time, each id once. */
export function inOrder(entries: readonly RunEntry[]): RunEntry[] {
  const once = new Map<string, RunEntry>()
  for (const entry of entries) {
    const before = once.get(entry.id)
    once.set(entry.id, before ? firstOf(before, entry) : entry)
  }
  return [...once.values()].sort(byTime)
}

/** The entries that count. An entry can only be taken back by a later one, so there are no circles. */
function counting(entries: readonly RunEntry[]): RunEntry[] {
  const takenBack = new Set<string>()
  const kept: RunEntry[] = []
  for (const entry of inOrder(entries).reverse()) {
    if (takenBack.has(entry.id)) continue
    if (entry.type === 'undone') takenBack.add(entry.entry)
    else kept.push(entry)
  }
  return kept.reverse()
}

function after(step: StepNow, entry: Extract<RunEntry, { step: string }>): StepNow {
  const { note, photos } = step
  switch (entry.type) {
    case 'done':
      return { state: 'done', at: entry.at, note, photos }
    case 'skipped':
      return { state: 'skipped', at: entry.at, reason: entry.reason, note, photos }
    case 'open':
      return { state: 'open', note, photos }
    case 'note':
      return { ...step, note: entry.text }
    case 'photo':
      return photos.includes(entry.photo) ? step : { ...step, photos: [...photos, entry.photo] }
    case 'photo-removed':
      return { ...step, photos: photos.filter(id => id !== entry.photo) }
  }
}

export function stateOf(entries: readonly RunEntry[]): RunNow {
  const steps = new Map<string, StepNow>()
  let finished: number | undefined
  let last: RunEntry | undefined
  for (const entry of counting(entries)) {
    if (entry.type !== 'note') last = entry
    // Finished in two tabs: the first time is the right one.
    if (entry.type === 'finished') finished ??= entry.at
    else if (entry.type === 'reopened') finished = undefined
    else if (entry.type !== 'undone') steps.set(entry.step, after(steps.get(entry.step) ?? UNTOUCHED, entry))
  }
  return { steps, ...(finished !== undefined && { finished }), ...(last && { last }) }
}

const known = new WeakMap<Run, RunNow>()

/** The same, worked out once for each version of a run: a list of a thousand asks for it again and again. */
export function nowOf(run: Run): RunNow {
  const now = known.get(run) ?? stateOf(run.entries)
  known.set(run, now)
  return now
}

export function stepOf(now: RunNow, step: string): StepNow {
  return now.steps.get(step) ?? UNTOUCHED
}

/** A critical step that was left out without saying why is still to be done. */
export function isHandled(step: ChecklistStep, { state, reason = '' }: StepNow): boolean {
  return state === 'done' || (state === 'skipped' && (!step.critical || reason.trim() !== ''))
}

export interface Count {
  readonly handled: number
  readonly of: number
}

export interface Progress extends Count {
  /** In the order of the checklist. */
  readonly stages: readonly Count[]
  /** Steps that nobody has done or skipped yet. */
  readonly open: readonly ChecklistStep[]
  /** Those of them that a run can't be finished without. */
  readonly blocking: readonly ChecklistStep[]
}

export function progressOf(checklist: Checklist, now: RunNow): Progress {
  const openIn = (steps: readonly ChecklistStep[]) => steps.filter(step => !isHandled(step, stepOf(now, step.id)))
  const stages = checklist.stages.map(({ steps }) => ({ handled: steps.length - openIn(steps).length, of: steps.length }))
  const open = openIn(checklist.stages.flatMap(({ steps }) => steps))
  const of = stages.reduce((sum, stage) => sum + stage.of, 0)
  return { handled: of - open.length, of, stages, open, blocking: open.filter(({ critical }) => critical) }
}

/** Where to go on: the first stage with an open step, or the last one. */
export function stageAt(progress: Progress): number {
  const first = progress.stages.findIndex(({ handled, of }) => handled < of)
  return first === -1 ? progress.stages.length - 1 : first
}

/** Most entries of a run; a visit has some dozens. */
export const MOST_ENTRIES = 5000

/**
 * What happened, as an entry of this run. Entries are put in order by their time, so one is never earlier than those
 * before it: a clock that was set back must not make a tap go unseen.
 */
export function entryOf(run: Run, happening: Happening, id: string, now: number): RunEntry {
  const before = run.entries.reduce((latest, { at }) => Math.max(latest, at), 0)
  return { ...happening, id, at: Math.max(now, before + 1) }
}

/** The run with one more entry; with one that it has already, or too many, it stays as it is. */
export function withEntry(run: Run, entry: RunEntry): Run {
  if (run.entries.length >= MOST_ENTRIES) return run
  return { ...run, changed: Math.max(entry.at, run.changed), entries: inOrder([...run.entries, entry]) }
}

/** Two versions of one run: the entries of both, and the heading of the one that was changed later. */
export function merge(a: Run, b: Run): Run {
  const headings = [a, b].map(run => [run, written({ ...run, entries: [] })] as const)
  const [newer] = headings.sort(([x, xs], [y, ys]) => y.changed - x.changed || (xs < ys ? -1 : xs > ys ? 1 : 0))
  const exported = Math.max(a.exported ?? -1, b.exported ?? -1)
  return {
    ...(newer?.[0] ?? a),
    entries: inOrder([...a.entries, ...b.entries]).slice(0, MOST_ENTRIES),
    ...(exported >= 0 && { exported })
  }
}
