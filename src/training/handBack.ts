/** What a learner hands back, made of what was done: pure, so that the page can show it before anything is sealed. */
import type { Assignment } from './assignment.ts'
import { type Enrolment, endOf } from './enrolment.ts'
import { type ModuleResult, NO_RECEIPT, type PageSaid, type QuestionResult, RESULTS, type Receipt } from './receipt.ts'

const MINUTE = 60_000
const QUARTER = 15

/** What there is to report. */
export interface Done {
  readonly modules: readonly ModuleResult[]
  readonly pages?: readonly PageSaid[] | undefined
}

interface Around {
  /** Public key of the device, 66 hex digits. */
  readonly device: string
  /** Of the handbook that the learner has here. */
  readonly revision: string
  /** Epoch milliseconds. */
  readonly now: number
  /** Minutes east of UTC. */
  readonly zone: number
}

/** The next receipt of an enrolment. On a clock that was set back it is made when its last result was. */
export function nextReceipt(
  enrolment: Enrolment,
  { id }: Pick<Assignment, 'id'>,
  { modules, pages = [] }: Done,
  { device, revision, now, zone }: Around
): Receipt {
  const { hash, staff, name } = enrolment
  const last = endOf(enrolment)
  const made = Math.max(Math.floor(now / MINUTE) * MINUTE, ...modules.map(({ ended }) => ended), ...pages.map(({ at }) => at))
  return {
    assignment: id.slice(0, 8),
    hash,
    counter: (last?.counter ?? 0) + 1,
    previous: last?.seal ?? NO_RECEIPT,
    made,
    zone: Math.round(zone / QUARTER) * QUARTER,
    revision,
    staff,
    name,
    device,
    modules,
    ...(pages.length > 0 && { pages })
  }
}

/** Whether the newest receipt says all that there is to say. */
export function isReported({ receipts }: Pick<Enrolment, 'receipts'>, { modules, pages = [] }: Done): boolean {
  const last = receipts.at(-1)
  return last !== undefined && JSON.stringify([last.modules, last.pages ?? []]) === JSON.stringify([modules, pages])
}

/** How many questions had each result. */
export function tally(results: readonly QuestionResult[]): Readonly<Record<QuestionResult, number>> {
  const count = (one: QuestionResult) => results.filter(result => result === one).length
  return Object.fromEntries(RESULTS.map(one => [one, count(one)])) as Record<QuestionResult, number>
}
