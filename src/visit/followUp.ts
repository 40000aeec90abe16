/** Whom to call, and by when: due days from the check-out day and the kind of guest. */

import { addDays, type CalendarDay, daysBetween, readDay, toNumber, writeDay } from './calendarDay.ts'
import { isId, isText, isTime } from './decoding.ts'
import type { FollowUp, GuestKind } from './paper.ts'

export const GUEST_KINDS: readonly GuestKind[] = ['individual', 'group', 'member', 'complained']

/** `nextDay`, `threeDays`: the figures of the rules followup.next-day and followup.three-days, in days after check-out. */
export interface DueDays {
  readonly nextDay: number
  readonly threeDays: number
}

export type DueRule = keyof DueDays

export function ruleOf(kind: GuestKind): DueRule {
  return kind === 'member' || kind === 'complained' ? 'threeDays' : 'nextDay'
}

/** The last day on which the call is in time. The day after check-out is the first; for three days that is a reading. */
export function dueDay(kind: GuestKind, checkOut: CalendarDay, days: DueDays): CalendarDay {
  return addDays(checkOut, days[ruleOf(kind)])
}

export interface Planned {
  readonly followUp: FollowUp
  readonly checkOut: CalendarDay
  readonly due: CalendarDay
  readonly called?: CalendarDay
  /** Days from today to the due day: 0 is today, negative is overdue. */
  readonly left: number
}

export interface Plan {
  readonly overdue: readonly Planned[]
  readonly today: readonly Planned[]
  readonly coming: readonly Planned[]
  /** The last called first. */
  readonly called: readonly Planned[]
}

function planned(followUp: FollowUp, today: CalendarDay, days: DueDays): Planned | undefined {
  const checkOut = readDay(followUp.checkOut)
  if (!checkOut) return undefined
  const due = dueDay(followUp.kind, checkOut, days)
  const called = readDay(followUp.called ?? '')
  return { followUp, checkOut, due, left: daysBetween(today, due), ...(called && { called }) }
}

/** The earliest due first; of one day, guests who must all be called before the others, then by name. */
function order(a: Planned, b: Planned): number {
  const weight = ({ followUp }: Planned) => (followUp.kind === 'complained' ? 0 : followUp.kind === 'member' ? 1 : 2)
  const names = a.followUp.guest < b.followUp.guest ? -1 : a.followUp.guest > b.followUp.guest ? 1 : 0
  return a.left - b.left || weight(a) - weight(b) || names || (a.followUp.id < b.followUp.id ? -1 : 1)
}

export function planOf(followUps: readonly FollowUp[], today: CalendarDay, days: DueDays): Plan {
  const all = followUps.flatMap(one => planned(one, today, days) ?? []).sort(order)
  const open = all.filter(({ called }) => !called)
  return {
    overdue: open.filter(({ left }) => left < 0),
    today: open.filter(({ left }) => left === 0),
    coming: open.filter(({ left }) => left > 0),
    called: all
      .filter(({ called }) => called)
      .sort((a, b) => (b.called ? toNumber(b.called) : 0) - (a.called ? toNumber(a.called) : 0) || b.followUp.changed - a.followUp.changed)
  }
}

/** How many calls of a rule were made in time, of those that were made or are overdue. */
export function kept({ overdue, called }: Plan, rule: DueRule): { readonly inTime: number; readonly of: number } {
  const of = [...overdue, ...called].filter(({ followUp }) => ruleOf(followUp.kind) === rule)
  return { inTime: of.filter(one => one.called && toNumber(one.called) <= toNumber(one.due)).length, of: of.length }
}

/** As long as the fields let anybody write. */
export const LONGEST = { guest: 80, note: 300 } as const

/** What was found on disk, as this version reads it: another version or a damaged file may have written anything. */
export function decodeFollowUp(found: unknown): FollowUp | undefined {
  if (typeof found !== 'object' || found === null) return undefined
  const { v, id, changed, guest, kind, checkOut, note, called } = found as Readonly<Record<string, unknown>>
  const isFine =
    v === 1 &&
    isId(id) &&
    isTime(changed) &&
    isText(guest, LONGEST.guest) &&
    isText(note, LONGEST.note) &&
    GUEST_KINDS.includes(kind as GuestKind) &&
    isText(checkOut, 10) &&
    readDay(checkOut) !== undefined
  if (!isFine) return undefined
  const day = isText(called, 10) && readDay(called) ? { called } : {}
  return { v: 1, id, changed, guest, kind: kind as GuestKind, checkOut, note, ...day }
}

/** The same guest, called on this day; without a day, not called after all. */
export function withCall({ called: _, ...rest }: FollowUp, day: CalendarDay | undefined, changed: number): FollowUp {
  return { ...rest, changed, ...(day && { called: writeDay(day) }) }
}
