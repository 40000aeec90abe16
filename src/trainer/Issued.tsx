/** The certificates that were issued: of all, closed until it is opened, or of one person. What shows them is loaded then. */
import { useState } from 'preact/hooks'
import type { KnowProps } from './KnowView.tsx'
import { useLoaded } from './useLoaded.ts'

export interface IssuedProps extends KnowProps {
  /** Of this person only. */
  readonly staff?: string
}

const load = () => import('./IssuedList.tsx').then(({ IssuedList }) => IssuedList)

export function Issued(props: IssuedProps) {
  const { words } = props.know.certifying
  const [open, setOpen] = useState(props.staff !== undefined)
  const List = useLoaded(load, open)
  const body = (
    <>
      {open && List === undefined && <p role="status">{words.loading}</p>}
      {List === 'failed' && <p role="alert">{words.notLoaded}</p>}
      {typeof List === 'function' && <List {...props} />}
    </>
  )
  if (props.staff === undefined)
    return (
      <details class="aside issued" onToggle={event => event.currentTarget.open && setOpen(true)}>
        <summary>{words.list}</summary>
        {body}
      </details>
    )
  return (
    <>
      <h4>{words.list}</h4>
      {body}
    </>
  )
}
