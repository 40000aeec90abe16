/** A question before something that can't be taken back. Escape means no. */
import { Dialog } from './Dialog.tsx'

interface Props {
  readonly title: string
  readonly why: string
  readonly yes: string
  readonly no: string
  readonly onAnswer: (isYes: boolean) => void
}

export function Ask({ title, why, yes, no, onAnswer }: Props) {
  return (
    <Dialog label={title} look="ask-first" onClose={answer => onAnswer(answer === 'yes')}>
      {close => (
        <>
          <h2>{title}</h2>
          <p>{why}</p>
          <div class="acts-row">
            <button type="button" onClick={() => close()}>
              {no}
            </button>
            <button type="button" class="danger" onClick={() => close('yes')}>
              {yes}
            </button>
          </div>
        </>
      )}
    </Dialog>
  )
}
