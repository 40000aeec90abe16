/** The ways by which an assignment gets to the learners: link, message, QR code. */
import type { FunctionComponent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import { toFragment } from '../training/assignment.ts'
import { fromBase64url, toDigits } from '../training/bytes.ts'
import type { QrCode } from '../training/qr.store.ts'
import { momentIn } from '../training/remarks.ts'
import type { ConsoleCourse } from './consoleCourse.ts'
import type { GivingProps } from './Giving.tsx'
import type { HandedOut } from './rows.ts'

interface Props {
  readonly handed: HandedOut
  readonly course: ConsoleCourse
  readonly assigned: string
}

export function Handed({ handed, course, assigned }: Props) {
  const { words, locale, modules } = course
  const { assignment, code } = handed
  const address = new URL(assigned, location.href).href
  const bytes = fromBase64url(code) ?? new Uint8Array()
  const link = `${address}#${toFragment(bytes)}`
  const minutes = modules.filter(module => assignment.modules.includes(module.code)).reduce((sum, module) => sum + module.minutes, 0)
  const { due, zone, title } = assignment
  const until = due === undefined ? words.messageNoDue : fill(words.messageDue, { due: momentIn(due, zone, locale) })
  const message = fill(words.messageText, { title, minutes, due: until, link })
  const [qr, setQr] = useState<QrCode | 'too-long'>()
  useEffect(() => {
    void import('../training/qr.store.ts').then(
      ({ assignmentQr }) => setQr(assignmentQr(address, toDigits(bytes)) ?? 'too-long'),
      () => setQr('too-long')
    )
  }, [code])
  const [Giving, setGiving] = useState<FunctionComponent<GivingProps>>()
  useEffect(() => {
    void import('./Giving.tsx').then(
      loaded => setGiving(() => loaded.Giving),
      () => undefined
    )
  }, [])
  return (
    <div class="handed">
      <div>
        <Copied label={words.link} button={words.copyLink} text={link} words={words} />
        <Copied label={words.message} button={words.copyMessage} text={message} words={words} />
        {Giving && <Giving assignment={assignment} code={code} qr={qr} minutes={minutes} address={address} locale={locale} />}
      </div>
      {qr === 'too-long' && <p>{words.qrTooLong}</p>}
      {typeof qr === 'object' && (
        <svg class="qr" viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`} role="img" aria-label={words.qrLabel} shape-rendering="crispEdges">
          <rect x={-4} y={-4} width={qr.size + 8} height={qr.size + 8} fill="#fff" />
          <path d={qr.path} fill="#000" />
        </svg>
      )}
    </div>
  )
}

interface CopiedProps {
  readonly label: string
  readonly button: string
  readonly text: string
  readonly words: ConsoleCourse['words']
}

function Copied({ label, button, text, words }: CopiedProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(words.copied)
    } catch {
      field.current?.select()
      setSaid(words.copyByHand)
    }
  }
  return (
    <>
      <label>
        {label}
        <textarea ref={field} rows={3} readOnly value={text} onFocus={event => event.currentTarget.select()} />
      </label>
      <p class="ways">
        <button type="button" onClick={() => void copy()}>
          {button}
        </button>
        <span role="status">{said}</span>
      </p>
    </>
  )
}
