/** A question before something that can't be taken back. Escape, or going back on a phone, means no. */
import { useLayoutEffect, useRef } from 'preact/hooks'

interface Props {
  readonly title: string
  readonly why: string
  readonly yes: string
  readonly no: string
  readonly onAnswer: (isYes: boolean) => void
}

export function Ask({ title, why, yes, no, onAnswer }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  // Closed before it is taken away, so that the focus goes back to where it was.
  return (
    <dialog ref={dialog} class="ask-first" aria-label={title} onClose={event => onAnswer(event.currentTarget.returnValue === 'yes')}>
      <h2>{title}</h2>
      <p>{why}</p>
      <div class="acts-row">
        <button type="button" onClick={() => dialog.current?.close('')}>
          {no}
        </button>
        <button type="button" class="danger" onClick={() => dialog.current?.close('yes')}>
          {yes}
        </button>
      </div>
    </dialog>
  )
}
