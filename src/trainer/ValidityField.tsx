/** How long a pass is valid, in the console and under one assignment: closed, and loaded when it is opened. */
import { useState } from 'preact/hooks'
import type { KnowProps } from './KnowView.tsx'
import type { HandedOut } from './rows.ts'
import { useLoaded } from './useLoaded.ts'

export interface ValidityProps extends KnowProps {
  readonly handed: HandedOut
}

const load = () => import('./ValidityForms.tsx').then(({ ValidityForms }) => ValidityForms)

export function ValidityField(props: ValidityProps) {
  const { loading, failed } = props.course.know
  const [open, setOpen] = useState(false)
  const Forms = useLoaded(load, open)
  return (
    <details class="aside" onToggle={event => event.currentTarget.open && setOpen(true)}>
      <summary>{props.know.words.validity}</summary>
      {open && Forms === undefined && <p role="status">{loading}</p>}
      {Forms === 'failed' && <p role="alert">{failed}</p>}
      {typeof Forms === 'function' && <Forms {...props} />}
    </details>
  )
}
