/**
 * What home and a check know of assignments without opening their database: an index in local storage. It says which
 * modules are under which enrolment. Losing it costs nothing, because the page of assignments writes it again.
 */

import type { Assignment } from './assignment.ts'
import type { Enrolment, Place } from './enrolment.ts'
import { allowedIn } from './enrolment.ts'
import { sameStaff } from './receipt.ts'

export interface TaskModule {
  readonly id: string
  /** Per cent that this assignment asks for. */
  readonly pass: number
  /** Passed under this assignment. */
  readonly done?: true
}

/** An enrolment as the index has it. */
export interface Task {
  /** Of the enrolment. */
  readonly id: string
  readonly seeds: string
  readonly staff: string
  readonly name: string
  readonly title: string
  /** Epoch milliseconds. */
  readonly due?: number
  readonly attempts?: number
  /** Ids of rules that must be kept. */
  readonly must: readonly string[]
  readonly modules: readonly TaskModule[]
}

/** Name of the setting. */
export const TASKS = 'assigned'
/** More are not kept in the index: nobody works on so many. */
export const MOST_TASKS = 40

type Loose = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 400
const isWhole = (value: unknown, most: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most

function decodeModule(value: unknown): TaskModule | undefined {
  if (!isObject(value) || !isText(value.id) || !isWhole(value.pass, 100)) return undefined
  return { id: value.id, pass: value.pass, ...(value.done === true && { done: true }) }
}

function decodeTask(value: unknown): Task | undefined {
  if (!isObject(value) || !Array.isArray(value.modules) || !Array.isArray(value.must)) return undefined
  const { id, seeds, staff, name, title, due, attempts } = value
  if (!isText(id) || !isText(seeds) || seeds === '' || !isText(staff) || !isText(name) || !isText(title)) return undefined
  const modules = value.modules.slice(0, 100).map(decodeModule)
  if (!modules.every(module => module !== undefined)) return undefined
  return {
    id,
    seeds,
    staff,
    name,
    title,
    ...(isWhole(due, 8.64e15) && { due }),
    ...(isWhole(attempts, 255) && attempts > 0 && { attempts }),
    must: value.must.filter(isText).slice(0, 100),
    modules
  }
}

/** Reads the index, which may hold anything. An entry that makes no sense is left out. */
export function decodeTasks(text: string | undefined): Task[] {
  if (text === undefined || text.length > 200_000) return []
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value.slice(0, MOST_TASKS).flatMap(one => decodeTask(one) ?? []) : []
  } catch {
    return []
  }
}

export function encodeTasks(tasks: readonly Task[]): string {
  return JSON.stringify(tasks.slice(0, MOST_TASKS))
}

/** An enrolment as a task; `mustPass` holds the ids of the rules that this site knows. */
export function taskOf(
  { id, seeds, staff, name }: Enrolment,
  { title, due, attempts }: Assignment,
  places: readonly Place[],
  mustPass: readonly string[]
): Task {
  const modules = places.flatMap((place): TaskModule[] => {
    if (place.type === 'unknown') return []
    const passed = allowedIn(place, seeds, attempts).type === 'passed'
    return [{ id: place.module.id, pass: place.pass, ...(passed && { done: true }) }]
  })
  return {
    id,
    seeds,
    staff,
    name,
    title,
    ...(due !== undefined && { due }),
    ...(attempts !== undefined && { attempts }),
    must: mustPass,
    modules
  }
}

/** The task whose turn it is comes first. */
export function inTurn(tasks: readonly Task[], id: string): Task[] {
  return [...tasks.filter(task => task.id === id), ...tasks.filter(task => task.id !== id)]
}

/**
 * For which task a check of this module counts. Only the person whose turn it is works here: a module of somebody
 * else's assignment is not theirs to pass. Of several, the one whose turn it is goes first, then one still to do.
 */
export function taskFor(tasks: readonly Task[], module: string): Task | undefined {
  const [first] = tasks
  if (!first) return undefined
  const mine = tasks.filter(task => sameStaff(task.staff) === sameStaff(first.staff) && task.modules.some(({ id }) => id === module))
  const isDone = (task: Task) => task.modules.some(({ id, done }) => id === module && done)
  if (mine[0] === first && !isDone(first)) return first
  return mine.find(task => !isDone(task)) ?? mine[0]
}

/** Marks a module as passed under a task. */
export function withDone(tasks: readonly Task[], id: string, module: string): Task[] {
  const done = (one: TaskModule): TaskModule => (one.id === module ? { ...one, done: true } : one)
  return tasks.map(task => (task.id === id ? { ...task, modules: task.modules.map(done) } : task))
}
