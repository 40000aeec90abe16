/** Writes home's list of assignments after some came back, without the page of assignments having been opened. */
import { readSetting, writeSetting } from '../device/settings.store.ts'
import type { Attempts } from './attempt.ts'
import type { Course } from './course.ts'
import type { Enrolment } from './enrolment.ts'
import { readable, tasksOf } from './takenOn.ts'
import { decodeTasks, encodeTasks, inTurn, TASKS } from './tasks.ts'

/** `address`: of the course. Where it can't be had, the page of assignments writes the list when it is opened. Never rejects. */
export async function indexAssigned(enrolments: readonly Enrolment[], attempts: Attempts, address: string): Promise<void> {
  try {
    const answer = await fetch(address)
    if (!answer.ok) return
    const course: Course = await answer.json()
    const [first] = decodeTasks(readSetting(TASKS))
    writeSetting(TASKS, encodeTasks(inTurn(tasksOf(readable(enrolments), course, attempts), first?.id ?? '')))
  } catch {
    // offline
  }
}
