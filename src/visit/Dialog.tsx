/** A window over the page. Escape, or going back on a phone, closes it, and the focus returns to where it was. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface Props {
  readonly label: string
  readonly look?: 'over' | 'ask-first' | 'sheet-of-signing'
  /** `answer`: what it was closed with; empty after Escape. */
  readonly onClose: (answer: string) => void
  /** `close` is handed to whatever closes it. Closed before it is taken away: else the focus would not go back. */
  readonly children: (close: (answer?: string) => void) => ComponentChildren
}

export function Dialog({ label, look = 'over', onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class={look} aria-label={label} onClose={event => onClose(event.currentTarget.returnValue)}>
      {children((answer = '') => dialog.current?.close(answer))}
    </dialog>
  )
}
