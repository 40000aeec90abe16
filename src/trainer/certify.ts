/** Who can have a certificate of an assignment, and what it says. */
import { type Certificate, tooLongFor } from '../training/certificate.ts'
import type { Row } from './matrix.ts'
import type { HandedOut } from './rows.ts'

export interface Certifiable {
  readonly row: Row
  /** When the first of its passes ends; undefined where they are valid for ever. */
  readonly until: number | undefined
}

export interface Candidates {
  readonly ready: readonly Certifiable[]
  /** They could have one, but for what is told of their receipts: the trainer decides. */
  readonly doubted: readonly Certifiable[]
  /** How many have passed, but not lately enough, or can't be written on it. */
  readonly expired: number
  readonly tooLong: number
}

/** `rows`: with the validity of what was passed. */
export function candidatesOf({ assignment: { title, by } }: HandedOut, rows: readonly Row[]): Candidates {
  const done = rows.filter(({ state }) => state === 'done' || state === 'done-late')
  const valid = done.filter(({ cells }) => cells.every(cell => cell?.validity?.standing !== 'expired'))
  const fit = valid.filter(({ staff, name }) => !tooLongFor({ staff, name: name || staff, title, by }))
  const all = fit.map(row => {
    const ends = row.cells.flatMap(cell => cell?.validity?.until ?? [])
    return { row, until: ends.length > 0 ? Math.min(...ends) : undefined }
  })
  const ready = all.filter(({ row }) => !row.doubted)
  return { ready, doubted: all.filter(({ row }) => row.doubted), expired: done.length - valid.length, tooLong: valid.length - fit.length }
}

const MINUTE = 60_000
const QUARTER = 15 * MINUTE

/** `zone`: minutes east of UTC. `until`: what the trainer chose; without it, what follows from the results. */
export function certificateOf(
  { row, until: own }: Certifiable,
  { assignment: { title, by, modules } }: HandedOut,
  {
    now,
    zone,
    revision,
    until = own
  }: { readonly now: number; readonly zone: number; readonly revision: string; readonly until?: number | undefined }
): Omit<Certificate, 'key'> {
  return {
    issued: Math.floor(now / MINUTE) * MINUTE,
    ...(until !== undefined && { until: Math.floor(until / MINUTE) * MINUTE }),
    zone: Math.round((zone * MINUTE) / QUARTER) * 15,
    revision,
    modules: modules.map((code, place) => ({ code, percent: row.cells[place]?.percent ?? 0 })),
    staff: row.staff,
    name: row.name || row.staff,
    title,
    by
  }
}
