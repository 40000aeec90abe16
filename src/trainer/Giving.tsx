/** Further ways of handing an assignment out: a poster for the wall, and the due date for a calendar. */
import { h, render } from 'preact'
import { useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import type { Assignment } from '../training/assignment.ts'
import type { QrCode } from '../training/qr.store.ts'
import { saveReminder } from '../training/reminding.island.ts'
import { GIVING_WORDS } from './givingWords.ts'

export interface GivingProps {
  readonly assignment: Assignment
  /** The assignment as it is handed out. */
  readonly code: string
  /** Undefined while it is being drawn. */
  readonly qr: QrCode | 'too-long' | undefined
  readonly minutes: number
  /** Of the learner's page. */
  readonly address: string
  readonly locale: string
}

/** Outside of the console, so that nothing but the poster is on the paper. */
async function showPoster(props: GivingProps): Promise<void> {
  const { Poster } = await import('./Poster.tsx')
  const place = document.createElement('div')
  place.className = 'poster-place'
  document.body.append(place)
  const close = () => {
    render(null, place)
    place.remove()
  }
  render(h(Poster, { ...props, onClose: close }), place)
}

export function Giving(props: GivingProps) {
  const { assignment, code, qr, address, locale } = props
  const words = GIVING_WORDS[locale.startsWith('zh') ? 'zh' : 'en']
  const [said, setSaid] = useState('')
  const remind = () => {
    saveReminder(assignment, fill(words.remindTitle, { title: assignment.title }), `${address}#a=${code}`)
    setSaid(words.reminded)
  }
  return (
    <p class="ways">
      <button
        type="button"
        aria-disabled={qr === undefined}
        onClick={() => qr && void showPoster(props).catch(() => setSaid(words.failed))}
      >
        {words.poster}
      </button>
      {assignment.due !== undefined && (
        <button type="button" onClick={remind}>
          {words.remind}
        </button>
      )}
      <span role="status">{said}</span>
    </p>
  )
}
