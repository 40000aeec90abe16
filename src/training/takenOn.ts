/** Assignments that were taken on, as home and the checks know them. */
import { type Assignment, readAssignment } from './assignment.ts'
import type { Attempts } from './attempt.ts'
import type { Course } from './course.ts'
import { type Enrolment, placesOf } from './enrolment.ts'
import { type Task, taskOf } from './tasks.ts'

export interface Taken {
  readonly enrolment: Enrolment
  readonly assignment: Assignment
}

/** Enrolments whose assignment this version can read. */
export function readable(all: readonly Enrolment[]): Taken[] {
  return all.flatMap(enrolment => {
    const read = readAssignment(`a=${enrolment.code}`)
    return read.type === 'assignment' ? [{ enrolment, assignment: read.assignment }] : []
  })
}

export function tasksOf(taken: readonly Taken[], { modules, rules }: Pick<Course, 'modules' | 'rules'>, attempts: Attempts): Task[] {
  return taken.map(({ enrolment, assignment }) => {
    const must = rules.filter(rule => assignment.mustPass.includes(rule.code)).map(({ id }) => id)
    return taskOf(enrolment, assignment, placesOf(assignment, modules, enrolment.seeds, attempts), must)
  })
}
