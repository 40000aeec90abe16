/** A fold at the end of a run. What is in it is seldom needed, and loaded when it is opened. */
import { useState } from 'preact/hooks'
import type { Run } from './paper.ts'
import { useLoaded } from './useLoaded.ts'
import type { VisitPage } from './visit.ts'

interface Props {
  readonly run: Run
  readonly page: VisitPage
  readonly label: string
}

export function RunDetails({ run, page, label }: Props) {
  const [open, setOpen] = useState(false)
  const RunMore = useLoaded(async () => (await import('./RunMore.tsx')).RunMore, open)
  return (
    <details class="keeping" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {open && RunMore && <RunMore run={run} page={page} />}
    </details>
  )
}
