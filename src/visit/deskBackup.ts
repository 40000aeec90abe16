/**
 * Runs, filled forms and follow-ups as one file, apart from the learner's record. Restoring is a union: nothing on the
 * device is removed, and of two versions of one thing the later one stays (of a run: the entries of both).
 */
import { type Digest, type Refusal, type Seal, sealed, unsealed } from '../device/sealed.ts'
import { type BackedUp, DECODERS } from './decode.ts'
import { isLoose } from './decoding.ts'
import type { Drawers } from './paper.ts'
import { merge } from './run.ts'

/** Largest file that is read, in characters: thousands of runs. */
export const LARGEST = 50_000_000

const SEAL: Seal = { format: 'service-handbook-desk', v: 1, largest: LARGEST }

export const BACKED_UP = ['run', 'form', 'followUp'] as const satisfies readonly BackedUp[]

export type Papers = { readonly [D in BackedUp]: readonly Drawers[D][] }

export type DeskBackup = { readonly type: 'backup'; readonly papers: Papers } | { readonly type: 'refused'; readonly why: Refusal }

export function toDeskBackup(papers: Papers, digest: Digest): Promise<string> {
  const lines = BACKED_UP.flatMap(drawer => papers[drawer].map(thing => ({ drawer, thing })))
  return sealed(SEAL, lines, digest)
}

export async function fromDeskBackup(text: string, digest: Digest): Promise<DeskBackup> {
  const read = await unsealed(text, SEAL, digest)
  if (read.type === 'refused') return read
  const papers: { [D in BackedUp]: Drawers[D][] } = { run: [], form: [], followUp: [] }
  for (const line of read.lines) {
    if (!isLoose(line) || !take(papers, line.drawer, line.thing)) return { type: 'refused', why: 'not-a-backup' }
  }
  return { type: 'backup', papers }
}

function take(papers: { [D in BackedUp]: Drawers[D][] }, drawer: unknown, thing: unknown): boolean {
  const into = <D extends BackedUp>(name: D) => {
    const decoded = DECODERS[name](thing)
    if (decoded) papers[name].push(decoded)
    return decoded !== undefined
  }
  const name = BACKED_UP.find(one => one === drawer)
  return name !== undefined && into(name)
}

type Thing<D extends BackedUp> = Drawers[D]

/** What stays of two versions of one thing. The same as `mine` when the other one adds nothing. */
export function union<D extends BackedUp>(drawer: D, mine: Thing<D>, theirs: Thing<D>): Thing<D> {
  const both = drawer === 'run' ? (merge(mine as Drawers['run'], theirs as Drawers['run']) as Thing<D>) : theirs
  const isNewer = drawer === 'run' ? JSON.stringify(both) !== JSON.stringify(mine) : theirs.changed > mine.changed
  return isNewer ? both : mine
}

export interface News {
  /** Things that are not on this device. */
  readonly fresh: number
  /** Things of which the file has more, or a later version. */
  readonly later: number
}

/** What a file would add to a drawer. */
export function newsOf<D extends BackedUp>(drawer: D, here: readonly Thing<D>[], there: readonly Thing<D>[]): News {
  const mine = new Map(here.map(thing => [thing.id, thing]))
  const ids = new Set(there.map(({ id }) => id))
  const fresh = [...ids].filter(id => !mine.has(id)).length
  const later = there.filter(thing => {
    const found = mine.get(thing.id)
    return found && union(drawer, found, thing) !== found
  })
  return { fresh, later: new Set(later.map(({ id }) => id)).size }
}
