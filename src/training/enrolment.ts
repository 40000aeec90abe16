/**
 * An assignment on a learner's device: who took it on, and what has been done for it. Attempts belong to it by the seed of
 * their draw, so that the record needs no further mark, and several people or assignments on one device stay apart.
 */
import type { Assignment, Code } from './assignment.ts'
import type { Attempt, Attempts } from './attempt.ts'
import { type ModuleResult, type PageSaid, type QuestionResult, seedOf } from './receipt.ts'

export interface Enrolment {
  /** The hash of the assignment and the staff number as it is compared. */
  readonly id: string
  /** The assignment as it was handed out: base64url. */
  readonly code: string
  /** The short hash of its bytes. */
  readonly hash: string
  readonly staff: string
  readonly name: string
  /** When it was taken on: epoch milliseconds. */
  readonly accepted: number
  /** What the seeds of its attempts begin with. */
  readonly seeds: string
  /** Receipts that were made, oldest first: each names the one before. */
  readonly receipts: readonly KeptReceipt[]
  /** Where its chain goes on from, if this device has made receipts for it that are not here any more. */
  readonly after?: Link
  /** Receipts that another device made for the same person, from its backup. This one signs a chain of its own. */
  readonly former?: readonly KeptReceipt[]
}

/** What the next receipt of a chain must know of the one before. */
export interface Link {
  readonly counter: number
  readonly seal: string
}

/** The one with the highest number. */
export function furthest(links: readonly (Link | undefined)[]): Link | undefined {
  return links.reduce(
    (found, link) => (link && link.counter > (found?.counter ?? 0) ? { counter: link.counter, seal: link.seal } : found),
    undefined
  )
}

/** The end of an enrolment's chain; undefined before its first receipt. */
export function endOf({ receipts, after }: Pick<Enrolment, 'receipts' | 'after'>): Link | undefined {
  return furthest([receipts.at(-1), after])
}

/** Whether one from a backup is not here, or has receipts that are not. */
export function hasNews(here: readonly Enrolment[], { id, receipts, former = [] }: Pick<Enrolment, 'id' | 'receipts' | 'former'>): boolean {
  const mine = here.find(one => one.id === id)
  const seals = new Set([...(mine?.receipts ?? []), ...(mine?.former ?? [])].map(({ seal }) => seal))
  return !mine || [...receipts, ...former].some(({ seal }) => !seals.has(seal))
}

export interface KeptReceipt {
  readonly counter: number
  /** The short hash of its sealed bytes. */
  readonly seal: string
  readonly made: number
  /** The sealed bytes: base64url. */
  readonly code: string
  /** What it reported: sealed, nobody but the trainer can read it any more. */
  readonly modules: readonly ModuleResult[]
  readonly pages?: readonly PageSaid[]
}

/** A module as this site has it. */
export interface AssignedModule {
  readonly id: string
  readonly code: Code
  /** Its own pass mark, per cent. */
  readonly pass: number
}

export type Place =
  | {
      readonly type: 'known'
      readonly place: number
      readonly module: AssignedModule
      readonly pass: number
      readonly attempts: readonly Attempt[]
    }
  /** This site has no such module: it is newer, older, or another handbook. */
  | { readonly type: 'unknown'; readonly place: number }

/** The modules of an assignment in its order, with the attempts that were made for it. */
export function placesOf(
  assignment: Pick<Assignment, 'modules' | 'pass'>,
  modules: readonly AssignedModule[],
  seeds: string,
  attempts: Attempts
): Place[] {
  return assignment.modules.map((code, place) => {
    const module = modules.find(one => one.code === code)
    if (!module) return { type: 'unknown', place }
    const begins = `${seeds}${module.id}.`
    const own = [...attempts.values()].filter(({ behaviour, draw }) => behaviour === 'check' && draw.seed.startsWith(begins))
    return { type: 'known', place, module, pass: assignment.pass ?? module.pass, attempts: own }
  })
}

export const isPassed = ({ finished }: Attempt, pass: number) => finished !== undefined && finished.percent >= pass && !finished.barred

/** What the learner may do with a module now. */
export type Allowed =
  | { readonly type: 'begin'; readonly seed: string; readonly left?: number }
  | { readonly type: 'resume'; readonly attempt: Attempt }
  | { readonly type: 'passed' }
  | { readonly type: 'spent' }

export function allowedIn({ module, attempts, pass }: Extract<Place, { type: 'known' }>, seeds: string, most: number | undefined): Allowed {
  const last = attempts.at(-1)
  if (last && !last.finished) return { type: 'resume', attempt: last }
  if (attempts.some(attempt => isPassed(attempt, pass))) return { type: 'passed' }
  if (most !== undefined && attempts.length >= most) return { type: 'spent' }
  const seed = seedOf(seeds, module.id, attempts.length + 1)
  return most === undefined ? { type: 'begin', seed } : { type: 'begin', seed, left: most - attempts.length }
}

function resultOf(attempt: Attempt, question: string): QuestionResult {
  const answer = attempt.answers.get(question)?.at(-1)
  if (!answer || answer.response.length === 0) return 'unanswered'
  if (answer.earned === answer.possible) return 'right'
  return answer.earned > 0 ? 'partly' : 'wrong'
}

const MINUTE = 60_000
const BYTE = 255
const wholeMinute = (at: number) => Math.floor(at / MINUTE) * MINUTE

/** What a receipt says of each module that has been finished at least once: of its best attempt, the first of equals. */
export function resultsOf(places: readonly Place[]): ModuleResult[] {
  return places.flatMap(found => {
    if (found.type === 'unknown') return []
    const { place, pass } = found
    const finished = found.attempts.flatMap((attempt, index) => (attempt.finished && index < BYTE ? [{ attempt, number: index + 1 }] : []))
    const worth = ({ attempt }: (typeof finished)[number]) => (isPassed(attempt, pass) ? 1000 : 0) + (attempt.finished?.percent ?? 0)
    const [first, ...others] = finished
    if (!first) return []
    const best = others.reduce((found, one) => (worth(one) > worth(found) ? one : found), first)
    const took = finished.reduce((sum, { attempt }) => sum + Math.max(0, (attempt.finished?.at ?? 0) - attempt.startedAt), 0)
    const result: ModuleResult = {
      place,
      percent: best.attempt.finished?.percent ?? 0,
      passed: isPassed(best.attempt, pass),
      attempts: Math.min(BYTE, found.attempts.length),
      best: best.number,
      ended: wholeMinute(best.attempt.finished?.at ?? 0),
      minutes: Math.min(100_000, Math.round(took / MINUTE)),
      results: best.attempt.draw.items.slice(0, BYTE).map(item => resultOf(best.attempt, item.question))
    }
    return [result]
  })
}

export type Due = 'none' | 'ahead' | 'soon' | 'past'

/** Whether the due instant is far, within two days, or over. Late work is taken, and marked as late. */
export function dueState({ due }: Pick<Assignment, 'due'>, now: number): Due {
  if (due === undefined) return 'none'
  if (now > due) return 'past'
  return due - now <= 2 * 24 * 60 * MINUTE ? 'soon' : 'ahead'
}
