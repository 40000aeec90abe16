/**
 * All that a trainer's console knows, kept in this browser: keys, assignments, receipts, who should have done it, and the
 * ledger. Other tabs are told of every change, and two that import at once lose nothing: what one writes follows from the
 * ledger's last entry, or is judged again.
 */
import { type DiskFault, faultOf } from '../device/database.store.ts'
import { store } from '../device/store.ts'
import { type Assignment, encodeAssignment, toHex } from '../training/assignment.ts'
import { toBase64url } from '../training/bytes.ts'
import { newTrainerKey, publicHex, shortHash } from '../training/keys.store.ts'
import { sameStaff } from '../training/receipt.ts'
import { sha256Of } from '../training/sha256.ts'
import { type Cabinet, Overtaken, type TrainerKey } from './cabinet.store.ts'
import { type Draft, decodeDraft } from './draft.ts'
import { decodeDrafts, type KeptDraft } from './drafts.ts'
import type { KeptCertificate } from './issued.ts'
import { chained, type Entry } from './ledger.ts'
import type { Reason } from './reasons.ts'
import type { Person } from './roster.ts'
import { type CountedRow, decodeCounted, decodeHandedOut, decodePeople, decodeRefused, type HandedOut, type RefusedRow } from './rows.ts'
import { decodeSendTo, type SendTo } from './sendTo.ts'
import { decodeMonths, decodeTerms, type Term, type Terms } from './validity.ts'
import { type Files, filesOf, type Known } from './verdict.ts'

export interface State {
  readonly keys: readonly TrainerKey[]
  readonly assignments: readonly HandedOut[]
  readonly counted: readonly CountedRow[]
  readonly refused: readonly RefusedRow[]
  readonly ledger: readonly Entry[]
  readonly roster: readonly Person[]
  /** What another view would have in the form next. */
  readonly draft: Draft | undefined
  /** The oldest first. */
  readonly drafts: readonly KeptDraft[]
  /** Months that a pass is valid for; 0 for ever. */
  readonly valid: number
  /** Of assignments for which that is another. */
  readonly terms: Terms
  /** Whom the last draft from weak rules is for. */
  readonly sendTo?: SendTo | undefined
}

/** What is to be written into the ledger, with its rows. */
export interface Outcome {
  /** `rescored`: the row is there, and more is told of it now. */
  readonly what: 'counted' | 'refused' | 'rescored'
  readonly seal: string
  readonly told: readonly string[]
  readonly row: CountedRow | RefusedRow
}

/** A certificate that was issued, or marked. */
export interface Certified {
  readonly what: 'certified' | 'withdrawn' | 'reinstated'
  readonly row: KeptCertificate
}

/** `opening`: nothing has been read yet. A fault: nothing can be read or written, and nothing is overwritten. */
export type Health = 'opening' | 'yes' | DiskFault

export interface Ports {
  readonly cabinet: Cabinet
  readonly channel?: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> | undefined
  now(): number
}

const EMPTY: State = {
  keys: [],
  assignments: [],
  counted: [],
  refused: [],
  ledger: [],
  roster: [],
  draft: undefined,
  drafts: [],
  valid: 0,
  terms: new Map()
}
/** Receipts that are read back before the page may breathe. */
const BREATH = 300
/** Milliseconds. */
const TOGETHER = 150

/** Without the browser's own: an entry is a few bytes, and there are thousands. */
export const digest = async (text: string) => toHex(sha256Of(new TextEncoder().encode(text)))
export const randomId = () => toHex(crypto.getRandomValues(new Uint8Array(8)))
export const breathe = () => new Promise<void>(resolve => setTimeout(resolve))

async function decodeAll<T>(rows: readonly unknown[], decode: (row: unknown) => T | undefined): Promise<T[]> {
  const decoded: T[] = []
  for (let at = 0; at < rows.length; at += BREATH) {
    if (at > 0) await breathe()
    decoded.push(...rows.slice(at, at + BREATH).flatMap(row => decode(row) ?? []))
  }
  return decoded
}

export type Console = ReturnType<typeof openConsole>

export function openConsole({ cabinet, channel, now }: Ports) {
  const $state = store<State>(EMPTY)
  const $health = store<Health>('opening')
  let files: Files = filesOf()
  // Found quickly: a trainer imports thousands one after another.
  let names: { readonly of: State['roster']; readonly byStaff: ReadonlyMap<string, string> } = { of: [], byStaff: new Map() }
  let reasons: { readonly of: State['refused']; readonly bySeal: ReadonlyMap<string, Reason> } = { of: [], bySeal: new Map() }
  /** What was written here, and what was read anew, so far: neither may undo the other. */
  let writes = 0
  let readings = 0
  let soon: ReturnType<typeof setTimeout> | undefined

  function see(next: Partial<State>): void {
    writes++
    $state.set({ ...$state.get(), ...next })
  }

  async function refresh(): Promise<void> {
    const before = writes
    try {
      const { keys, assignments, counted, refused, ledger, roster, draft, drafts, valid, terms, sendTo } = await cabinet.read()
      const read = await decodeAll(counted, decodeCounted)
      const bad = await decodeAll(refused, decodeRefused)
      if (before !== writes) return refresh()
      read.sort((a, b) => a.at - b.at)
      readings++
      files = filesOf(read)
      $state.set({
        keys: [...keys].sort((a, b) => a.made - b.made),
        assignments: assignments.flatMap(row => decodeHandedOut(row) ?? []).sort((a, b) => a.assignment.issued - b.assignment.issued),
        counted: read,
        refused: bad,
        ledger,
        roster: decodePeople(roster),
        draft: decodeDraft(draft),
        drafts: decodeDrafts(drafts),
        valid: decodeMonths(valid),
        terms: decodeTerms(terms),
        sendTo: decodeSendTo(sendTo)
      })
      $health.set('yes')
    } catch (error) {
      $health.set(faultOf(error))
    }
  }

  /** Runs what writes. Rejects where the disk does; the page then says so. */
  async function writing(work: () => Promise<void>): Promise<void> {
    try {
      await work()
      channel?.postMessage('changed')
    } catch (error) {
      if (!(error instanceof Overtaken)) $health.set(faultOf(error))
      throw error
    }
  }

  /** Writes what `make` gives for the state as it is; made anew where another tab was quicker. */
  async function record<T>(
    make: () => Promise<{
      readonly made: T
      readonly outcomes: readonly Outcome[]
      readonly assigned?: readonly HandedOut[]
      readonly certified?: readonly Certified[]
    }>
  ): Promise<T> {
    for (let turn = 0; ; turn++) {
      const { made, outcomes, assigned = [], certified = [] } = await make()
      if (outcomes.length + assigned.length + certified.length === 0) return made
      const { ledger, counted, refused, assignments } = $state.get()
      const after = ledger.at(-1)
      const open = [
        ...outcomes.map(({ what, seal, told }) => ({ at: now(), what, of: seal, told })),
        ...assigned.map(({ assignment }) => ({ at: now(), what: 'assigned' as const, of: assignment.id, told: [] })),
        ...certified.map(({ what, row }) => ({ at: now(), what, of: row.seal, told: [] }))
      ]
      const entries = await chained(after, open, digest)
      const rows = outcomes.map(({ row }) => row)
      const readBefore = readings
      const fresh = rows.filter(row => 'opened' in row)
      const bad = rows.filter(row => 'why' in row)
      try {
        const healed = fresh.flatMap(({ seal }) => (refusedBefore(seal) ? seal : []))
        const certificates = certified.map(({ row }) => row)
        await writing(() => cabinet.change({ after, entries, counted: fresh, refused: bad, healed, assignments: assigned, certificates }))
        if (readings !== readBefore) {
          await refresh()
          return made
        }
        const added = fresh.filter(({ seal }) => !files.has(seal))
        for (const one of added) files.add(one)
        const seals = new Set(rows.map(({ seal }) => seal))
        const retold = new Map(fresh.map(row => [row.seal, row]))
        const isRetold = added.length < fresh.length
        see({
          ledger: [...ledger, ...entries],
          counted: [...(isRetold ? counted.map(row => retold.get(row.seal) ?? row) : counted), ...added],
          refused: [...refused.filter(({ seal }) => !seals.has(seal)), ...bad],
          assignments: [...assignments, ...assigned]
        })
        return made
      } catch (error) {
        if (!(error instanceof Overtaken) || turn > 20) throw error
        await refresh()
      }
    }
  }

  /** Makes a new pair of keys. The ones before stay, for receipts that were sealed to them. */
  async function makeKey(): Promise<TrainerKey> {
    const pair = await newTrainerKey()
    const key = { hex: await publicHex(pair.publicKey), pair, made: now() }
    await putKeys([key])
    return key
  }

  async function putKeys(keys: readonly TrainerKey[]): Promise<void> {
    await writing(() => cabinet.putKeys(keys))
    const others = $state.get().keys.filter(({ hex }) => keys.every(key => key.hex !== hex))
    see({ keys: [...others, ...keys].sort((a, b) => a.made - b.made) })
  }

  /** A backup with these keys in it has been read back. */
  function markBackedUp(hexes: readonly string[]): Promise<void> {
    return putKeys(
      $state
        .get()
        .keys.filter(({ hex }) => hexes.includes(hex))
        .map(key => ({ ...key, backedUp: now() }))
    )
  }

  /** Keeps an assignment as handed out. Throws a RangeError for one with faults; one that is there stays as it is. */
  async function handOut(assignment: Assignment): Promise<HandedOut> {
    const bytes = encodeAssignment(assignment)
    const handed = { assignment, hash: await shortHash(bytes), code: toBase64url(bytes) }
    return record(async () => {
      const there = $state.get().assignments.find(one => one.assignment.id === assignment.id)
      return there ? { made: there, outcomes: [] } : { made: handed, outcomes: [], assigned: [handed] }
    })
  }

  async function keepRoster(roster: readonly Person[]): Promise<void> {
    await writing(() => cabinet.keep('roster', roster))
    see({ roster })
  }

  async function keepDraft(draft: Draft | undefined): Promise<void> {
    await writing(() => cabinet.keep('draft', draft))
    see({ draft })
  }

  async function keepSendTo(sendTo: SendTo | undefined): Promise<void> {
    await writing(() => cabinet.keep('sendTo', sendTo))
    see({ sendTo })
  }

  const otherDrafts = (of: string) => $state.get().drafts.filter(({ id }) => id !== of)

  /** Keeps a draft or a template. `base`: when it was last changed as far as is known here; where it was changed since, this is another one. */
  async function putDraft(row: KeptDraft, base?: number): Promise<KeptDraft> {
    let put = row
    await writing(async () => {
      put = await cabinet.putDraft(row, base, randomId())
    })
    see({ drafts: [...otherDrafts(put.id), put] })
    return put
  }

  async function dropDraft(id: string): Promise<void> {
    await writing(() => cabinet.dropDraft(id))
    see({ drafts: otherDrafts(id) })
  }

  async function keepValid(valid: number): Promise<void> {
    await writing(() => cabinet.keep('valid', valid))
    see({ valid })
  }

  /** Undefined: as in the whole console. */
  async function keepTerm(id: string, term: Term | undefined): Promise<void> {
    await writing(() => cabinet.keepTerm(id, term))
    const terms = new Map($state.get().terms)
    if (term === undefined) terms.delete(id)
    else terms.set(id, term)
    see({ terms })
  }

  /** What a receipt is judged by. */
  function known(): Known {
    const { assignments, roster } = $state.get()
    if (names.of !== roster) names = { of: roster, byStaff: new Map(roster.map(({ staff, name }) => [sameStaff(staff), name])) }
    return { assignments, files, now: now(), ...(roster.length > 0 && { roster: names.byStaff }) }
  }

  function refusedBefore(seal: string): Reason | undefined {
    const { refused } = $state.get()
    if (reasons.of !== refused) reasons = { of: refused, bySeal: new Map(refused.map(({ seal, why }) => [seal, why])) }
    return reasons.bySeal.get(seal)
  }

  // Another tab that imports tells of each batch: all that is told within a moment is read at once.
  channel?.addEventListener('message', () => {
    if (soon !== undefined) return
    soon = setTimeout(() => {
      soon = undefined
      void refresh()
    }, TOGETHER)
  })
  const ready = refresh()
  return {
    $state,
    $health,
    ready,
    refresh,
    record,
    makeKey,
    putKeys,
    markBackedUp,
    handOut,
    keepRoster,
    keepDraft,
    keepSendTo,
    putDraft,
    dropDraft,
    keepValid,
    keepTerm,
    known,
    refusedBefore,
    keepTries: cabinet.keepTries,
    readTries: cabinet.readTries,
    readCertificates: cabinet.readCertificates,
    keepCertificates: cabinet.keepCertificates,
    now
  }
}
