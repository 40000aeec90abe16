/** The place of the signature on the screen: asked for, or shown with the way to take it off. */
import type { ComponentType } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { fill, type Lang } from '../lang/text.ts'
import { Ask } from './Ask.tsx'
import { wallText, wallTime } from './formText.ts'
import type { FormWords } from './formWords.ts'
import type { Signature } from './paper.ts'
import { SignatureLine } from './SignatureLine.tsx'
import { zoneAt } from './useZone.ts'

interface Props {
  readonly signature: Signature | undefined
  readonly label: string
  /** What is being signed, in a few words. */
  readonly about: string
  readonly lang: Lang
  readonly words: Pick<FormWords, 'fill' | 'paper' | 'sheet'>
  readonly onSign: (signature: Signature | undefined) => void
}

type Sheet = ComponentType<{ about: string; words: FormWords['sheet']; onDone: (signature: Signature | undefined) => void }>

export function FormSigned({ signature, label, about, lang, words, onSign }: Props) {
  const [Sheet, setSheet] = useState<{ readonly view: Sheet }>()
  const [said, setSaid] = useState('')
  const [asking, setAsking] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const changed = useRef(false)
  // The button that was used is gone now.
  useLayoutEffect(() => {
    if (changed.current) place.current?.focus()
    changed.current = false
  }, [signature])
  const set = (made: Signature | undefined) => {
    changed.current = true
    onSign(made)
  }
  const open = async () => {
    setSaid('')
    try {
      setSheet({ view: (await import('./SignatureSheet.tsx')).SignatureSheet })
    } catch {
      setSaid(words.sheet.failed)
    }
  }
  return (
    <div class="signed whole" ref={place} tabIndex={-1}>
      <p>
        {label} <i class="chip standard">{words.fill.standard}</i>
      </p>
      {signature ? (
        <>
          {signature.how === 'drawn' && <SignatureLine signature={signature} label={label} words={words.paper} />}
          <p>{told(signature, lang, words.fill)}</p>
          <div class="acts-row">
            <span class="hush">{words.fill.locked}</span>
            <button type="button" onClick={() => setAsking(true)}>
              {words.fill.unlock}
            </button>
          </div>
        </>
      ) : (
        <button type="button" onClick={open}>
          {words.fill.sign}
        </button>
      )}
      <p role="alert">{said}</p>
      {Sheet && (
        <Sheet.view
          about={about}
          words={words.sheet}
          onDone={made => {
            setSheet(undefined)
            if (made) set(made)
          }}
        />
      )}
      {asking && (
        <Ask
          title={words.fill.unlockAsk}
          why={words.fill.unlockWhy}
          yes={words.fill.unlockYes}
          no={words.fill.cancel}
          onAnswer={isYes => {
            setAsking(false)
            if (isYes) set(undefined)
          }}
        />
      )}
    </div>
  )
}

function told(signature: Signature, lang: Lang, words: FormWords['fill']): string {
  const time = wallText(wallTime(signature.at, zoneAt(signature.at)), lang)
  if (signature.how === 'drawn') return fill(words.signedBy, { time })
  if (signature.how === 'typed') return fill(words.typedBy, { name: signature.name, time })
  return fill(words.declinedBecause, { name: signature.reason, time })
}
