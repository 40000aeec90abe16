/** An assignment that is being made: what the form holds, as it was typed. */
import type { Assignment } from '../training/assignment.ts'

export interface Draft {
  readonly title: string
  readonly by: string
  readonly note: string
  /** Ids of modules, in order. */
  readonly modules: readonly string[]
  /** As `datetime-local` gives it: 2026-12-11T18:00, by the trainer's clock; empty for none. */
  readonly due: string
  /** Per cent; empty for each module's own. */
  readonly pass: string
  /** Empty for any number. */
  readonly attempts: string
  /** Ids of rules that must not be answered wrongly. */
  readonly mustPass: readonly string[]
  /** Ids of pages to be acknowledged. */
  readonly pages: readonly string[]
}

export const EMPTY_DRAFT: Draft = { title: '', by: '', note: '', modules: [], due: '', pass: '', attempts: '', mustPass: [], pages: [] }

/** Rebuilt from what is well formed. Undefined for what is no draft. */
export function decodeDraft(row: unknown): Draft | undefined {
  if (typeof row !== 'object' || row === null) return undefined
  const fields = row as Readonly<Record<string, unknown>>
  const text = (key: keyof Draft) => (typeof fields[key] === 'string' ? fields[key].slice(0, 2000) : '')
  const ids = (key: keyof Draft) =>
    Array.isArray(fields[key]) ? fields[key].filter((id): id is string => typeof id === 'string').slice(0, 200) : []
  return {
    title: text('title'),
    by: text('by'),
    note: text('note'),
    modules: ids('modules'),
    due: text('due'),
    pass: text('pass'),
    attempts: text('attempts'),
    mustPass: ids('mustPass'),
    pages: ids('pages')
  }
}

export type DraftFault = 'bad-due' | 'past-due' | 'bad-pass' | 'bad-attempts'

const MINUTE = 60_000
const QUARTER = 15

export interface Around {
  readonly id: string
  readonly key: string
  readonly revision: string
  /** Epoch milliseconds. */
  readonly now: number
  /** The moment that a clock on the trainer's wall shows so, epoch milliseconds; NaN for none. */
  momentOf(wall: string): number
  /** Minutes east of UTC at a moment. */
  zoneAt(at: number): number
  codeOf(id: string): number | undefined
}

function whole(text: string, most: number): number | undefined {
  const value = Number(text)
  return /^\s*\d+\s*$/.test(text) && value >= 1 && value <= most ? value : undefined
}

/** The assignment that a draft asks for, and what is wrong with what was typed. Ids that this handbook does not have are left out. */
export function assignmentOf(draft: Draft, around: Around): { readonly assignment: Assignment; readonly faults: readonly DraftFault[] } {
  const { id, key, revision, now, momentOf, zoneAt, codeOf } = around
  const faults: DraftFault[] = []
  const moment = draft.due === '' ? undefined : momentOf(draft.due)
  const due = moment === undefined || Number.isNaN(moment) ? undefined : Math.floor(moment / MINUTE) * MINUTE
  const [pass, attempts] = [whole(draft.pass, 100), whole(draft.attempts, 255)]
  if (moment !== undefined && due === undefined) faults.push('bad-due')
  if (due !== undefined && due <= now) faults.push('past-due')
  if (draft.pass !== '' && pass === undefined) faults.push('bad-pass')
  if (draft.attempts !== '' && attempts === undefined) faults.push('bad-attempts')
  const codes = (ids: readonly string[]) => ids.flatMap(one => codeOf(one) ?? [])
  const pages = codes(draft.pages)
  const assignment: Assignment = {
    id,
    issued: Math.floor(now / MINUTE) * MINUTE,
    ...(due !== undefined && { due }),
    zone: Math.round(zoneAt(due ?? now) / QUARTER) * QUARTER,
    ...(pass !== undefined && { pass }),
    ...(attempts !== undefined && { attempts }),
    revision,
    modules: codes(draft.modules),
    mustPass: codes(draft.mustPass),
    ...(pages.length > 0 && { pages }),
    title: draft.title.trim(),
    by: draft.by.trim(),
    note: draft.note.trim(),
    key
  }
  return { assignment, faults }
}

/** A draft for another assignment like this one. Its due date is left to be chosen, and what this handbook does not have is left out. */
export function draftLike(assignment: Assignment, idOf: (code: number) => string | undefined): Draft {
  const { title, by, note, modules, mustPass, pages = [], pass, attempts } = assignment
  const ids = (codes: readonly number[]) => codes.flatMap(code => idOf(code) ?? [])
  return {
    title,
    by,
    note,
    modules: ids(modules),
    due: '',
    pass: pass === undefined ? '' : String(pass),
    attempts: attempts === undefined ? '' : String(attempts),
    mustPass: ids(mustPass),
    pages: ids(pages)
  }
}
