/** One line to type a number, a per cent, a day or a file number, and after the answer how it is worked out. */

import { useRef, useState } from 'preact/hooks'
import { fill } from '../../lang/text.ts'
import { type BodyProps, kindView } from '../kindView.tsx'
import style from './number.css?inline'
import { isEqual, number as marker, read } from './number.ts'
import { unitOf, written } from './written.ts'

export const numberView = kindView<'number'>(marker, NumberBody, { style })

/** The keys that a phone shows. Eight digits are a day too. */
const KEYS = { number: 'decimal', percent: 'decimal', 'file-number': 'numeric', date: 'numeric' } as const

function NumberBody(props: BodyProps<'number'>) {
  const { question, response, told, name, words, onTake } = props
  const { form } = question
  const texts = words.number
  const typed = response[0] ?? ''
  /** Nobody is told that half a number can't be read while still typing it. */
  const [left, setLeft] = useState(false)
  const unreadable = left && typed.trim() !== '' && read(typed, form) === undefined
  const unit = unitOf(question)
  return (
    <div class="figure">
      <label for={`${name}-answer`}>{texts.answer}</label>
      <input
        id={`${name}-answer`}
        inputMode={KEYS[form]}
        autocomplete="off"
        value={typed}
        disabled={told !== 'none'}
        aria-invalid={unreadable}
        aria-describedby={`${name}-unit ${name}-how`}
        onInput={event => {
          setLeft(false)
          onTake(event.currentTarget.value === '' ? [] : [event.currentTarget.value])
        }}
        onChange={() => setLeft(true)}
      />
      {unit && <span id={`${name}-unit`}> {unit}</span>}
      {form === 'date' && told === 'none' && <Calendar day={read(typed, form) ?? ''} label={texts.calendar} onDay={day => onTake([day])} />}
      {told === 'none' ? (
        <p class="aside" id={`${name}-how`} role="status">
          {unreadable && <strong>{texts.unreadable} </strong>}
          {texts.how[form]}
        </p>
      ) : (
        <Reasons {...props} typed={typed} />
      )}
    </div>
  )
}

interface CalendarProps {
  readonly day: string
  readonly label: string
  onDay(day: string): void
}

/**
 * The browser's own calendar behind a button. A line that only takes a date would tell nobody of half a day, so it could
 * not be kept.
 */
function Calendar({ day, label, onDay }: CalendarProps) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <span class="calendar">
      <input
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        ref={field}
        value={day}
        onInput={event => event.currentTarget.value && onDay(event.currentTarget.value)}
      />
      <button type="button" onClick={() => field.current?.showPicker()}>
        {label}
      </button>
    </span>
  )
}

/** What was overlooked, where many overlook it; how the answer is worked out only with the key. */
function Reasons({ question, told, words, typed }: BodyProps<'number'> & { readonly typed: string }) {
  const texts = words.number
  const right = isEqual(question, typed, question.answer)
  const slip = right ? undefined : question.slips?.find(({ answer }) => isEqual(question, typed, answer))
  return (
    <>
      {!right && (
        <p class="feedback">
          <strong>✕ {typed ? fill(texts.given, { answer: written(question, typed, words.lang) }) : words.wrong}</strong> {slip?.feedback}
        </p>
      )}
      {told === 'all' && (
        <p class="feedback" data-key>
          <strong>✓ {fill(texts.key, { answer: written(question, question.answer, words.lang) })}</strong> {question.feedback}
        </p>
      )}
    </>
  )
}
