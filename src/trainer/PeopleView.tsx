/** Who should do it. What reads a list is loaded when this view is opened. */
import { useRef } from 'preact/hooks'
import type { ConsoleCourse } from './consoleCourse.ts'
import { useLoaded } from './useLoaded.ts'

const load = () => import('./PeopleDesk.tsx').then(({ PeopleDesk }) => PeopleDesk)

export function PeopleView({ course }: { readonly course: ConsoleCourse }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const Desk = useLoaded(load)
  const { words, know } = course
  return (
    <section>
      <h2 tabIndex={-1} ref={heading}>
        {words.peopleTitle}
      </h2>
      {Desk === undefined && <p role="status">{know.loading}</p>}
      {Desk === 'failed' && <p role="alert">{know.failed}</p>}
      {typeof Desk === 'function' && <Desk course={course} onKept={() => heading.current?.focus()} />}
    </section>
  )
}
