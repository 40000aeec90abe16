/**
 * The sheet on which a customer signs: by hand, by typing a name, or not at all, with the reason. It fills the screen. It is
 * loaded, with the drawing code, when it is first opened.
 */
import { useRef, useState } from 'preact/hooks'
import { Dialog } from './Dialog.tsx'
import { NAME, REASON } from './form.ts'
import type { FormWords } from './formWords.ts'
import type { Signature, Stroke } from './paper.ts'
import { SignaturePlace } from './SignaturePlace.tsx'

interface Props {
  /** What is being signed, in a few words. */
  readonly about: string
  readonly words: FormWords['sheet']
  /** Undefined: closed without a signature. */
  readonly onDone: (signature: Signature | undefined) => void
}

const WAYS = ['draw', 'type', 'decline'] as const
type Way = (typeof WAYS)[number]

const EMPTY = { draw: 'emptyDraw', type: 'emptyType', decline: 'emptyDecline' } as const satisfies Record<Way, keyof FormWords['sheet']>

export function SignatureSheet({ about, words, onDone }: Props) {
  const signature = useRef<Signature>()
  const [way, setWay] = useState<Way>('draw')
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const [isEmpty, setEmpty] = useState(false)

  const made = (): Signature | undefined => {
    const at = Date.now()
    if (way === 'draw') return strokes.length > 0 ? { how: 'drawn', strokes, at } : undefined
    if (way === 'type') return name.trim() !== '' ? { how: 'typed', name: name.trim(), at } : undefined
    return reason.trim() !== '' ? { how: 'declined', reason: reason.trim(), at } : undefined
  }
  const confirm = (event: Event, close: () => void) => {
    event.preventDefault()
    signature.current = made()
    if (signature.current) close()
    else setEmpty(true)
  }
  const choose = (chosen: Way) => {
    setWay(chosen)
    setEmpty(false)
  }
  return (
    <Dialog label={words.title} look="sheet-of-signing" onClose={() => onDone(signature.current)}>
      {close => (
        <form onSubmit={event => confirm(event, close)}>
          <h2>
            {words.title}
            <small>{about}</small>
          </h2>
          <fieldset class="ways">
            <legend>{words.how}</legend>
            {WAYS.map(one => (
              <label key={one}>
                <input type="radio" name="way" checked={way === one} onChange={() => choose(one)} />
                {words[one]}
              </label>
            ))}
          </fieldset>
          {way === 'draw' && <SignaturePlace strokes={strokes} words={words} onDraw={setStrokes} />}
          {way === 'type' && (
            <label class="said">
              {words.name}
              <input type="text" value={name} maxLength={NAME} autocomplete="off" onInput={event => setName(event.currentTarget.value)} />
              <small>{words.nameHint}</small>
            </label>
          )}
          {way === 'decline' && (
            <label class="said">
              {words.reason}
              <textarea rows={3} value={reason} maxLength={REASON} onInput={event => setReason(event.currentTarget.value)} />
              <small>{words.reasonHint}</small>
            </label>
          )}
          <p class="fault" role="alert">
            {isEmpty && !made() ? words[EMPTY[way]] : ''}
          </p>
          <div class="acts-row">
            <button type="button" onClick={() => close()}>
              {words.cancel}
            </button>
            <button type="submit" class="primary">
              {words.done}
            </button>
          </div>
          <p class="hush">{words.honest}</p>
        </form>
      )}
    </Dialog>
  )
}
