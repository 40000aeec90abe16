/** Begins a run. A second one with the same order number is warned of, not refused: a customer may need a second visit. */
import { useRef, useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import { cut } from './decoding.ts'
import type { Book } from './run.store.ts'
import { MOST } from './runDecode.ts'
import { sameOrder } from './runFind.ts'
import { runs } from './runs.store.ts'
import { addressOf, clockFor, type VisitPage } from './visit.ts'

interface Props {
  readonly book: Book
  readonly page: VisitPage
}

/** One line of at most so many characters. */
export const headingOf = (text: string) => cut(text.replace(/\s+/g, ' ').trim(), MOST.heading)

export function RunBegin({ book, page }: Props) {
  const { words, checklist, lang } = page
  const [order, setOrder] = useState('')
  const [customer, setCustomer] = useState('')
  const [isMissing, setMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const same = sameOrder(book.runs.values(), headingOf(order))

  function begin(event: Event) {
    event.preventDefault()
    if (headingOf(order) === '') {
      setMissing(true)
      field.current?.focus()
      return
    }
    location.hash = addressOf(runs.begin(checklist.id, headingOf(order), headingOf(customer)))
  }
  return (
    <form class="card begin" onSubmit={begin} noValidate>
      <h2>{words.begin}</h2>
      <label class="field">
        {words.order}
        <input
          ref={field}
          value={order}
          maxLength={MOST.heading}
          autocomplete="off"
          enterkeyhint="go"
          required
          aria-invalid={isMissing}
          onInput={event => {
            setOrder(event.currentTarget.value)
            setMissing(false)
          }}
        />
      </label>
      <div role="alert">{isMissing && <p class="wrong">{words.orderMissing}</p>}</div>
      <div role="status">
        {same && (
          <p class="note">
            {fill(words.duplicate, { when: clockFor(lang, Date.now())(same.started) })} <a href={addressOf(same.id)}>{words.openIt}</a>
          </p>
        )}
      </div>
      <label class="field">
        <span>
          {words.customer} <small>{words.optional}</small>
        </span>
        <input
          value={customer}
          maxLength={MOST.heading}
          autocomplete="off"
          enterkeyhint="go"
          onInput={event => setCustomer(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="primary">
        {words.beginButton}
      </button>
    </form>
  )
}
