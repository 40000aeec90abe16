/** The ways by which a sealed receipt gets to the trainer: whatever this device has of them. */

import { useRef, useState } from 'preact/hooks'
import { download } from '../device/handOut.island.ts'
import { fill } from '../lang/text.ts'
import type { AssignedWords } from './assignedWords.ts'
import { fromBase64url, toDigits } from './bytes.ts'
import { enrolments } from './enrolled.store.ts'
import type { Enrolment, KeptReceipt } from './enrolment.ts'
import { record } from './learner.store.ts'
import type { QrCode } from './qr.store.ts'

interface Props {
  readonly receipt: KeptReceipt
  readonly words: AssignedWords
  readonly trainer: string
  readonly enrolment: Enrolment
  readonly title: string
  /** The trainer's public key. */
  readonly to: string
}

const saveText = (text: string, name: string) => download(new Blob([text], { type: 'text/plain' }), name)
const day = (at: number) => new Date(at).toISOString().slice(0, 10)

export function HandOver({ receipt, words, trainer, enrolment, title, to }: Props) {
  const { code, counter, made } = receipt
  const address = new URL(trainer, location.href).href
  const link = `${address}#r=${code}`
  const { staff, name } = enrolment
  const message = fill(words.message, { title, name, staff, n: counter, link })
  const subject = fill(words.subject, { title })
  const field = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState('')
  const [qr, setQr] = useState<QrCode | 'too-long'>()

  const fileName = (what: string) => `${what}-${staff.replace(/[^\p{L}\p{N}-]/gu, '')}-${counter}-${day(made)}.txt`
  const saveAnswers = async () => {
    try {
      const { answersFile } = await import('./answersFile.store.ts')
      saveText(await answersFile(enrolments, record, enrolment, receipt, to), fileName('answers'))
    } catch {
      setSaid(words.sealFailed)
    }
  }
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(words.copied)
    } catch {
      field.current?.select()
      setSaid(words.copyByHand)
    }
  }
  const showQr = async () => {
    try {
      const { receiptQr } = await import('./qr.store.ts')
      setQr(receiptQr(address, toDigits(fromBase64url(code) ?? new Uint8Array())) ?? 'too-long')
    } catch {
      setSaid(words.sealFailed)
    }
  }
  return (
    <>
      <label>
        {words.link}
        <textarea ref={field} rows={3} readOnly value={link} onFocus={event => event.currentTarget.select()} />
      </label>
      <p class="ways">
        <button type="button" class="primary" onClick={() => void copy(message)}>
          {words.copyText}
        </button>
        <button type="button" onClick={() => void copy(link)}>
          {words.copyLink}
        </button>
        <button type="button" onClick={() => void showQr()}>
          {words.qr}
        </button>
        <button type="button" onClick={() => saveText(`${message}\n`, fileName('receipt'))}>
          {words.file}
        </button>
        {'share' in navigator && (
          <button type="button" onClick={() => void navigator.share({ title: subject, text: message }).catch(() => undefined)}>
            {words.share}
          </button>
        )}
        <a href={`mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(message)}`}>{words.mail}</a>
      </p>
      <p role="status">{said}</p>
      <p>{words.answersLine}</p>
      <p class="ways">
        <button type="button" onClick={() => void saveAnswers()}>
          {words.answersFile}
        </button>
      </p>
      {qr === 'too-long' && <p role="status">{words.qrTooLong}</p>}
      {typeof qr === 'object' && (
        <figure class="qr">
          <svg viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`} role="img" aria-label={words.qrLabel} shape-rendering="crispEdges">
            <rect x={-4} y={-4} width={qr.size + 8} height={qr.size + 8} fill="#fff" />
            <path d={qr.path} fill="#000" />
          </svg>
          <figcaption>{words.qrLine}</figcaption>
        </figure>
      )}
    </>
  )
}
