/** The assignments on this device, by person: whose turn it is can be changed. */
import { fill } from '../lang/text.ts'
import type { Attempts } from './attempt.ts'
import type { Course } from './course.ts'
import { allowedIn, placesOf } from './enrolment.ts'
import type { Taken } from './takenOn.ts'

interface Props {
  readonly taken: readonly Taken[]
  readonly current: string | undefined
  readonly course: Course
  readonly attempts: Attempts
  onTurn(id: string): void
}

/** How many modules are passed. */
export function passedIn({ enrolment, assignment }: Taken, course: Course, attempts: Attempts): number {
  const places = placesOf(assignment, course.modules, enrolment.seeds, attempts)
  return places.filter(place => place.type === 'known' && allowedIn(place, enrolment.seeds, assignment.attempts).type === 'passed').length
}

export function AssignedSwitch({ taken, current, course, attempts, onTurn }: Props) {
  const { words } = course
  return (
    <nav class="switch" aria-label={words.several}>
      <ul>
        {taken.map(one => {
          const { enrolment, assignment } = one
          return (
            <li key={enrolment.id}>
              <button type="button" aria-pressed={enrolment.id === current} onClick={() => onTurn(enrolment.id)}>
                <b>{assignment.title || words.untitled}</b>
                <span>
                  {fill(words.whose, { name: enrolment.name, staff: enrolment.staff })}
                  {enrolment.id === current && ` · ${words.onTop}`}
                </span>
                <span>{fill(words.progress, { n: assignment.modules.length, k: passedIn(one, course, attempts) })}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
