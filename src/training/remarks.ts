/** What a learner must be told about an assignment besides what it asks. Pure; the time comes from outside. */
import type { Assignment } from './assignment.ts'
import type { Course } from './course.ts'
import { dueState } from './enrolment.ts'

export type Remark =
  /** The clock of this device shows a day before the handbook was written: dates can't be right. */
  | 'clock'
  /** The due instant is over. */
  | 'late'
  /** It is over within two days. */
  | 'soon'
  /** The handbook was changed after this was handed out, or before. */
  | 'changed'
  /** Some modules, or all of them, are not in this handbook. */
  | 'some-unknown'
  | 'all-unknown'

const DAY = 86_400_000

export function remarksOn(
  assignment: Assignment,
  { modules, revision, newest }: Pick<Course, 'modules' | 'revision' | 'newest'>,
  now: number
): Remark[] {
  const known = assignment.modules.filter(code => modules.some(module => module.code === code)).length
  const due = dueState(assignment, now)
  const remarks: Remark[] = []
  // A zone or two away it may still be the day before.
  if (now < newest - DAY) remarks.push('clock')
  else if (due === 'past') remarks.push('late')
  else if (due === 'soon') remarks.push('soon')
  if (known === 0) remarks.push('all-unknown')
  else if (known < assignment.modules.length) remarks.push('some-unknown')
  if (known > 0 && assignment.revision !== revision) remarks.push('changed')
  return remarks
}

const MINUTE = 60_000

/** A moment as the clocks show it in a zone so many minutes east of UTC. */
export function momentIn(at: number, zone: number, locale: string): string {
  return new Date(at + zone * MINUTE).toLocaleString(locale, { timeZone: 'UTC', dateStyle: 'full', timeStyle: 'short' })
}

/** UTC+8, UTC−3:30, UTC. */
export function zoneName(zone: number): string {
  if (zone === 0) return 'UTC'
  const minutes = Math.abs(zone) % 60
  const hours = Math.floor(Math.abs(zone) / 60)
  return `UTC${zone < 0 ? '−' : '+'}${hours}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`
}

/** Why a staff number or a name can't be taken: nothing was typed, or more than a receipt holds. */
export type PersonFault = 'missing' | 'too-long'

/** What was typed, without stray spaces and signs that can't be seen. */
export function tidied(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
}

/** `most`: bytes of UTF-8. */
export function faultOfTyped(typed: string, most: number): PersonFault | undefined {
  const text = tidied(typed)
  if (text === '') return 'missing'
  return new TextEncoder().encode(text).length > most ? 'too-long' : undefined
}
