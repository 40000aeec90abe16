/** How long a pass is valid: one setting of the console, and another for an assignment that asks for it. */
import { useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { fill } from '../lang/text.ts'
import { desk } from './desk.store.ts'
import type { ValidityProps } from './ValidityField.tsx'
import { decodeMonths, decodeTerm, type Term } from './validity.ts'
import { VALIDITY_WORDS } from './validityWords.ts'

type Kind = 'same' | 'months' | 'yearly' | 'ever'
const KINDS: readonly Kind[] = ['same', 'months', 'yearly', 'ever']

const two = (value: number) => String(value).padStart(2, '0')

function kindOf(term: Term | undefined): Kind {
  if (term === undefined) return 'same'
  return typeof term === 'string' ? 'yearly' : term === 0 ? 'ever' : 'months'
}

/** Undefined for what is no whole number from 1 to 120. */
const monthsIn = (typed: string) => (/^\s*\d+\s*$/.test(typed) && decodeMonths(Number(typed)) > 0 ? Number(typed) : undefined)

export function ValidityForms(props: ValidityProps) {
  return (
    <>
      <OfAssignment {...props} />
      <OfConsole {...props} />
    </>
  )
}

function OfAssignment({ course, know: { words }, handed: { assignment } }: ValidityProps) {
  const own = VALIDITY_WORDS[course.locale.startsWith('zh') ? 'zh' : 'en']
  const { valid, terms } = useStore(desk.$state)
  const kept = terms.get(assignment.id)
  const [kind, setKind] = useState<Kind>(kindOf(kept))
  const [typed, setTyped] = useState(typeof kept === 'number' && kept > 0 ? String(kept) : '12')
  const [month, setMonth] = useState(typeof kept === 'string' ? Number(kept.slice(0, 2)) : 1)
  const [day, setDay] = useState(typeof kept === 'string' ? Number(kept.slice(3)) : 1)
  const [said, setSaid] = useState('')
  const keep = async (event: Event) => {
    event.preventDefault()
    const months = monthsIn(typed)
    const yearly = decodeTerm(`${two(month)}-${two(day)}`)
    if (kind === 'months' && months === undefined) return setSaid(own.badMonths)
    if (kind === 'yearly' && yearly === undefined) return setSaid(own.badDay)
    try {
      await desk.keepTerm(assignment.id, { same: undefined, ever: 0, months, yearly }[kind])
      setSaid(words.validSaved)
    } catch {
      setSaid(course.words.failed)
    }
  }
  const monthName = (at: number) =>
    new Date(Date.UTC(2024, at - 1, 15)).toLocaleDateString(course.locale, { month: 'long', timeZone: 'UTC' })
  const numbers = (most: number) => Array.from({ length: most }, (_, index) => index + 1)
  return (
    <form class="box" onSubmit={event => void keep(event)} noValidate>
      <label>
        {fill(own.forThis, { title: assignment.title })}
        <select value={kind} onChange={event => setKind(KINDS.find(one => one === event.currentTarget.value) ?? 'same')}>
          {KINDS.map(one => (
            <option key={one} value={one}>
              {one === 'same' ? (valid > 0 ? fill(own.same, { n: valid }) : own.sameEver) : own[one]}
            </option>
          ))}
        </select>
      </label>
      {kind === 'months' && (
        <label>
          {own.howMany}
          <input inputMode="numeric" value={typed} onInput={event => setTyped(event.currentTarget.value)} />
        </label>
      )}
      {kind === 'yearly' && (
        <>
          <div class="filters">
            <label>
              {own.month}
              <select value={month} onChange={event => setMonth(Number(event.currentTarget.value))}>
                {numbers(12).map(at => (
                  <option key={at} value={at}>
                    {monthName(at)}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {own.day}
              <select value={day} onChange={event => setDay(Number(event.currentTarget.value))}>
                {numbers(31).map(at => (
                  <option key={at} value={at}>
                    {at}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <p class="hush">{own.yearlyLine}</p>
        </>
      )}
      <p class="ways">
        <button type="submit">{own.save}</button>
        <span role="status">{said}</span>
      </p>
    </form>
  )
}

function OfConsole({ course, know: { words } }: ValidityProps) {
  const { valid } = useStore(desk.$state)
  const [typed, setTyped] = useState(valid === 0 ? '' : String(valid))
  const [said, setSaid] = useState('')
  const keep = async (event: Event) => {
    event.preventDefault()
    const months = typed.trim() === '' ? 0 : monthsIn(typed)
    if (months === undefined) return setSaid(words.validBad)
    try {
      await desk.keepValid(months)
      setSaid(words.validSaved)
    } catch {
      setSaid(course.words.failed)
    }
  }
  return (
    <form class="box" onSubmit={event => void keep(event)} noValidate>
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
  )
}
