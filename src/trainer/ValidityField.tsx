/** How long a pass is valid: one setting of the console. */
import { useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { desk } from './desk.store.ts'
import type { KnowProps } from './KnowView.tsx'
import { decodeMonths } from './validity.ts'

export function ValidityField({ course, know: { words } }: KnowProps) {
  const { valid } = useStore(desk.$state)
  const [typed, setTyped] = useState(valid === 0 ? '' : String(valid))
  const [said, setSaid] = useState('')
  const keep = async (event: Event) => {
    event.preventDefault()
    const months = decodeMonths(Number(typed))
    if (typed.trim() !== '' && (months === 0 || !/^\s*\d+\s*$/.test(typed))) return setSaid(words.validBad)
    try {
      await desk.keepValid(months)
      setSaid(words.validSaved)
    } catch {
      setSaid(course.words.failed)
    }
  }
  return (
    <details class="aside">
      <summary>{words.validity}</summary>
      <form onSubmit={event => void keep(event)} noValidate>
        <label>
          {words.validLabel}
          <input inputMode="numeric" value={typed} onInput={event => setTyped(event.currentTarget.value)} />
        </label>
        <p class="hush">{words.validLine}</p>
        <p class="ways">
          <button type="submit">{words.validSave}</button>
          <span role="status">{said}</span>
        </p>
      </form>
    </details>
  )
}
