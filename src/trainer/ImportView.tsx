/** Receipts come in here. What takes them in is loaded when this view is opened. */
import type { ConsoleCourse } from './consoleCourse.ts'
import { useLoaded } from './useLoaded.ts'

const load = () => import('./ImportDesk.tsx').then(({ ImportDesk }) => ImportDesk)

interface Props {
  readonly course: ConsoleCourse
  /** The code of a link that was opened. */
  readonly linked: string
  onTaken(): void
}

export function ImportView({ course, linked, onTaken }: Props) {
  const Desk = useLoaded(load)
  const { words, importing } = course
  return (
    <section>
      <h2 tabIndex={-1}>{words.importTitle}</h2>
      {Desk === undefined && <p role="status">{importing.loading}</p>}
      {Desk === 'failed' && <p role="alert">{importing.failed}</p>}
      {typeof Desk === 'function' && <Desk course={course} linked={linked} onTaken={onTaken} />}
    </section>
  )
}
