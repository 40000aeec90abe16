/** A window over the page. Escape, or going back on a phone, closes it, and the focus returns to where it was. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface Props {
  readonly label: string
  readonly onClose: () => void
  /** `close` is handed to whatever closes it. */
  readonly children: (close: () => void) => ComponentChildren
}

export function Dialog({ label, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="over" aria-label={label} onClose={onClose}>
      {children(() => dialog.current?.close())}
    </dialog>
  )
}
