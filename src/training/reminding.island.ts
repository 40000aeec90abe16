/** Saves when an assignment is due as a file that calendars open. */
import { download } from '../device/handOut.island.ts'
import type { Assignment } from './assignment.ts'
import { reminderOf } from './reminder.ts'

export function saveReminder(assignment: Assignment, title: string, link: string): void {
  const file = reminderOf(assignment, title, link, Date.now())
  if (file !== undefined) download(new Blob([file], { type: 'text/calendar;charset=utf-8' }), `assignment-${assignment.id.slice(0, 8)}.ics`)
}
