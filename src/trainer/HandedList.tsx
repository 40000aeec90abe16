/** What was assigned, the newest first, and how far it is. */
import { useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { fill } from '../lang/text.ts'
import { momentIn } from '../training/remarks.ts'
import { choose } from './choice.store.ts'
import type { ConsoleCourse } from './consoleCourse.ts'
import { desk } from './desk.store.ts'
import { type Draft, draftLike } from './draft.ts'
import { Handed } from './Handed.tsx'
import { totalsOf } from './matrix.ts'
import type { HandedOut } from './rows.ts'
import { rowsOf } from './rowsOf.ts'

interface Props {
  readonly course: ConsoleCourse
  /** Address of the learner's page. */
  readonly assigned: string
  onCopy(draft: Draft): void
}

export function HandedList({ course, assigned, onCopy }: Props) {
  const { words } = course
  const { assignments, roster, counted } = useStore(desk.$state)
  /** Whose link and QR code are shown. */
  const [open, setOpen] = useState('')
  const toResults = (assignment: string) => {
    choose({ assignment })
    location.hash = 'results'
  }
  return (
    <>
      <h3>{words.listTitle}</h3>
      {assignments.length === 0 && <p>{words.listNone}</p>}
      <ul class="entries">
        {assignments.toReversed().map(handed => {
          const { done, people } = totalsOf(rowsOf(handed, roster, counted, Date.now(), course.pages))
          const { id } = handed.assignment
          return (
            <li key={id}>
              <b>{handed.assignment.title}</b>
              <p class="hush">{dueText(handed, course)}</p>
              <p>{people === 0 ? words.listNobody : fill(words.listProgress, { done, people })}</p>
              <p class="ways">
                <button type="button" onClick={() => toResults(id)}>
                  {words.views.results}
                </button>
                <button type="button" aria-expanded={open === id} onClick={() => setOpen(open === id ? '' : id)}>
                  {words.handed}
                </button>
                <button type="button" onClick={() => onCopy(draftOf(handed, course))}>
                  {words.copyOf}
                </button>
              </p>
              {open === id && <Handed handed={handed} course={course} assigned={assigned} />}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function draftOf({ assignment }: HandedOut, { modules, rules, pages }: ConsoleCourse): Draft {
  const ids = new Map([...modules, ...rules, ...pages].map(({ id, code }) => [code, id]))
  return draftLike(assignment, code => ids.get(code))
}

export function dueText({ assignment: { due, zone } }: HandedOut, { words, locale }: ConsoleCourse): string {
  if (due === undefined) return words.noDue
  return fill(Date.now() > due ? words.listOver : words.listDue, { due: momentIn(due, zone, locale) })
}
