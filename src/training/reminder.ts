/** When an assignment is due, as a file for a calendar. */
import { calendarFile } from '../visit/calendarFile.ts'
import type { Assignment } from './assignment.ts'

/** Minutes before: a day, and an hour. */
const ALARMS = [24 * 60, 60]

/** Undefined where nothing is due. `link`: the assignment, which holds no learner's name. */
export function reminderOf({ id, issued, due }: Assignment, title: string, link: string, now: number): string | undefined {
  if (due === undefined) return undefined
  const event = { uid: `${id}@assignment`, at: due, title, text: link, changed: issued, alarms: ALARMS }
  return calendarFile([event], now, 'Assignments')
}
