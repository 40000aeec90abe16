/**
 * What a trainer's console thinks of a receipt that could be opened. Some receipts are not counted; others are, and
 * something about them is told. Two things can't be noticed by anybody, and the console says so: answers forged on the
 * learner's own device, and a clock that was set back on it.
 */
import type { Assignment } from '../training/assignment.ts'
import { NO_RECEIPT, type Receipt, sameStaff } from '../training/receipt.ts'

/** Why a receipt is not counted. */
export type Refused =
  /** This very receipt was imported before. */
  | 'duplicate'
  /** It belongs to no assignment of this console. */
  | 'unknown-assignment'
  /** The link it was made from was not the one that was handed out: a mark, a date or a module had been changed. */
  | 'edited-link'
  /** It reports a module, or a page, that was not assigned. */
  | 'unknown-module'
  /** It was made before the assignment was, or names results from before it. */
  | 'before-assignment'

/** What is told about a receipt that is counted. */
export type Told =
  /** A newer one of the same device is here already: it is kept, and changes nothing. */
  | 'older'
  /** One or more receipts of this device between the last that is here and this one are missing. */
  | 'gap'
  /** It names another receipt before it than the one that is here: two copies of a device's record went their own ways. */
  | 'broken-chain'
  /** The first of a new chain of this device: the assignment was removed and taken on again, or the record was copied before its first receipt. */
  | 'restarted'
  /** Its staff number is not in the roster. */
  | 'not-on-roster'
  /** Its name is not the one that the roster has for its staff number. */
  | 'other-name'
  /** The person has handed in from another device before. */
  | 'new-device'
  /** Another person has handed in from this device. */
  | 'shared-device'
  /** It was made with another revision of the handbook than the assignment. */
  | 'other-revision'
  /** A module was finished, or a page acknowledged, after the due date. */
  | 'late'
  /** Its clock was ahead of this one. */
  | 'clock-ahead'
  /** More attempts than the assignment allows. */
  | 'too-many-attempts'
  /** A result of it can't be: passed with too little, or more than its questions can have earned. */
  | 'impossible'
  /** Its answers came with it: they were marked again, and earn what it says. */
  | 'rescored'
  /** Its answers earn something else than it says. */
  | 'score-differs'
  /** A question was changed or withdrawn since: its answers can't be marked again. */
  | 'not-rescored'
  /** Its answers are to other questions than its seed draws here. */
  | 'other-draw'
  /** What came as its answers was changed, or belongs to another receipt. */
  | 'answers-altered'

/** A receipt that the console has counted. `seal`: the short hash of its sealed bytes. */
export interface Counted {
  readonly seal: string
  readonly receipt: Receipt
  /** When it was imported: epoch milliseconds. */
  readonly at: number
}

/** The counted receipts, found quickly: ten thousand are judged one after another. */
export interface Files {
  has(seal: string): boolean
  ofDevice(device: string): readonly Counted[]
  ofStaff(staff: string): readonly Counted[]
  add(counted: Counted): void
}

export function filesOf(counted: readonly Counted[] = []): Files {
  const seals = new Set<string>()
  const devices = new Map<string, Counted[]>()
  const people = new Map<string, Counted[]>()
  const put = (map: Map<string, Counted[]>, key: string, one: Counted) => {
    const there = map.get(key)
    if (there) there.push(one)
    else map.set(key, [one])
  }
  const add = (one: Counted) => {
    seals.add(one.seal)
    put(devices, one.receipt.device, one)
    put(people, sameStaff(one.receipt.staff), one)
  }
  for (const one of counted) add(one)
  return {
    has: seal => seals.has(seal),
    ofDevice: device => devices.get(device) ?? [],
    ofStaff: staff => people.get(sameStaff(staff)) ?? [],
    add
  }
}

export interface Issued {
  readonly assignment: Assignment
  /** The short hash of its bytes. */
  readonly hash: string
}

export interface Known {
  readonly assignments: readonly Issued[]
  readonly files: Files
  /** Names by staff number; undefined where the console has no roster. */
  readonly roster?: ReadonlyMap<string, string>
  /** Epoch milliseconds. */
  readonly now: number
}

export type Verdict =
  | { readonly type: 'refused'; readonly why: Refused }
  | { readonly type: 'counted'; readonly told: readonly Told[]; readonly assignment: Assignment }

/** Clocks of devices are seldom right to the minute. */
const TOLERANCE = 3_600_000

/** It reports nothing but what was assigned. */
function isPossible({ modules, pages = [] }: Receipt, assignment: Assignment): boolean {
  const asked = assignment.pages?.length ?? 0
  return modules.every(module => module.place < assignment.modules.length) && pages.every(page => page.place < asked)
}

/** Too good to be true, as far as that can be told without the answers. What is too low harms nobody but its owner. */
function claimsTooMuch({ modules }: Receipt, { pass = 0 }: Assignment): boolean {
  return modules.some(({ percent, passed, results }) => {
    const allWrong = results.length > 0 && results.every(result => result === 'wrong')
    const hasFault = results.some(result => result === 'wrong' || result === 'partly')
    return (passed && percent < pass) || (allWrong && percent > 0) || (hasFault && percent === 100)
  })
}

function chainOf(receipt: Receipt, seal: string, earlier: readonly Counted[]): Told[] {
  const last = earlier.toSorted((a, b) => a.receipt.made - b.receipt.made || a.receipt.counter - b.receipt.counter).at(-1)
  if (!last) return receipt.counter > 1 || receipt.previous !== NO_RECEIPT ? ['gap'] : []
  if (earlier.some(one => one.receipt.previous === seal)) return ['older']
  const isFirst = receipt.counter === 1 && receipt.previous === NO_RECEIPT
  if (isFirst && receipt.made > last.receipt.made) return ['restarted']
  const before = earlier.find(one => one.seal === receipt.previous)
  const isFork = earlier.some(one => one.receipt.previous === receipt.previous)
  if (before && !isFork && receipt.counter === before.receipt.counter + 1 && receipt.made >= last.receipt.made) return []
  if (receipt.counter === last.receipt.counter) return ['broken-chain']
  if (receipt.counter < last.receipt.counter) {
    const next = earlier.find(one => one.receipt.counter === receipt.counter + 1)
    return next && next.receipt.previous !== seal ? ['older', 'broken-chain'] : ['older']
  }
  if (receipt.counter > last.receipt.counter + 1) return ['gap']
  return receipt.previous === last.seal ? [] : ['broken-chain']
}

function personOf(receipt: Receipt, { files, roster }: Known): Told[] {
  const staff = sameStaff(receipt.staff)
  const name = roster?.get(staff)
  const told: Told[] = []
  if (roster && name === undefined) told.push('not-on-roster')
  if (name !== undefined && name.replace(/\s/g, '') !== receipt.name.replace(/\s/g, '')) told.push('other-name')
  const own = files.ofStaff(staff)
  if (own.length > 0 && own.every(other => other.receipt.device !== receipt.device)) told.push('new-device')
  if (files.ofDevice(receipt.device).some(other => sameStaff(other.receipt.staff) !== staff)) told.push('shared-device')
  return told
}

function resultsOf(receipt: Receipt, assignment: Assignment, now: number): Told[] {
  const { due, revision, attempts } = assignment
  const told: Told[] = []
  if (receipt.revision !== revision) told.push('other-revision')
  const moments = [...receipt.modules.map(({ ended }) => ended), ...(receipt.pages ?? []).map(({ at }) => at)]
  if (due !== undefined && moments.some(at => at > due)) told.push('late')
  if (receipt.made > now + TOLERANCE) told.push('clock-ahead')
  if (attempts !== undefined && receipt.modules.some(module => module.attempts > attempts)) told.push('too-many-attempts')
  if (claimsTooMuch(receipt, assignment)) told.push('impossible')
  return told
}

/** Judges an opened receipt against all that the console knows. Pure: the same receipts in the same order give the same verdicts. */
export function judge(receipt: Receipt, seal: string, known: Known): Verdict {
  const refused = (why: Refused): Verdict => ({ type: 'refused', why })
  if (known.files.has(seal)) return refused('duplicate')
  const issued = known.assignments.find(({ assignment }) => assignment.id.startsWith(receipt.assignment))
  if (!issued) return refused('unknown-assignment')
  const { assignment, hash } = issued
  if (hash !== receipt.hash) return refused('edited-link')
  if (!isPossible(receipt, assignment)) return refused('unknown-module')
  // A page may have been acknowledged before it was asked for.
  const first = Math.min(receipt.made, ...receipt.modules.map(module => module.ended))
  if (first < assignment.issued - TOLERANCE) return refused('before-assignment')
  // Each person has a chain: two may share a device.
  const staff = sameStaff(receipt.staff)
  const own = known.files.ofDevice(receipt.device).filter(one => one.receipt.assignment === receipt.assignment)
  const earlier = own.filter(one => sameStaff(one.receipt.staff) === staff)
  const told = [...chainOf(receipt, seal, earlier), ...personOf(receipt, known), ...resultsOf(receipt, assignment, known.now)]
  return { type: 'counted', told, assignment }
}
