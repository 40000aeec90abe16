/** Where a guest to be called is written down or changed. The due day is told while it is filled in. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import { type CalendarDay, readDay, tellDay, writeDay } from './calendarDay.ts'
import { type DueDays, dueDay, GUEST_KINDS, LONGEST, ruleOf } from './followUp.ts'
import type { FollowUpWords } from './followUpWords.ts'
import type { FollowUp, GuestKind } from './paper.ts'

interface Props {
  readonly words: FollowUpWords
  readonly locale: string
  readonly days: DueDays
  readonly today: CalendarDay
  /** The one that is changed; undefined: a new one. */
  readonly edited: FollowUp | undefined
  /** Address of the place that says what to do for a guest who is both. */
  readonly both: string
  /** Resolves to whether it was saved. */
  onSave(filled: Pick<FollowUp, 'guest' | 'kind' | 'checkOut' | 'note'>): Promise<boolean>
  onCancel(): void
}

export function FollowUpForm({ words, locale, days, today, edited, both, onSave, onCancel }: Props) {
  const [guest, setGuest] = useState(edited?.guest ?? '')
  const [kind, setKind] = useState<GuestKind>(edited?.kind ?? 'individual')
  const [checkOut, setCheckOut] = useState(edited?.checkOut ?? writeDay(today))
  const [note, setNote] = useState(edited?.note ?? '')
  const [missing, setMissing] = useState<'needGuest' | 'needDay' | undefined>()
  const name = useRef<HTMLInputElement>(null)
  const day = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (edited) name.current?.focus()
  }, [edited])

  const left = readDay(checkOut)
  const submit = async (event: Event) => {
    event.preventDefault()
    const lacking = guest.trim() === '' ? 'needGuest' : left ? undefined : 'needDay'
    setMissing(lacking)
    if (lacking) return (lacking === 'needGuest' ? name : day).current?.focus()
    const isSaved = await onSave({ guest: guest.trim(), kind, checkOut, note: note.trim() })
    if (!isSaved || edited) return
    setGuest('')
    setNote('')
    name.current?.focus()
  }

  return (
    <form class="plan" onSubmit={submit} noValidate>
      <p class="fields">
        <label for="guest">{words.guest}</label>
        <input
          id="guest"
          ref={name}
          value={guest}
          maxLength={LONGEST.guest}
          autocomplete="off"
          required
          aria-invalid={missing === 'needGuest'}
          aria-describedby="lacking"
          onInput={event => setGuest(event.currentTarget.value)}
        />
      </p>
      <p class="fields">
        <label for="check-out">{words.checkOut}</label>
        <input
          id="check-out"
          ref={day}
          type="date"
          value={checkOut}
          min="2000-01-01"
          max="2099-12-31"
          required
          aria-invalid={missing === 'needDay'}
          aria-describedby="lacking"
          onInput={event => setCheckOut(event.currentTarget.value)}
        />
      </p>
      <fieldset class="where">
        <legend>{words.kind}</legend>
        {GUEST_KINDS.map(one => (
          <label key={one}>
            <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
            <span>{words.kinds[one]}</span>
          </label>
        ))}
      </fieldset>
      <p class="due" role="status">
        {left && fill(words.preview, { day: tellDay(dueDay(kind, left, days), locale) })}
      </p>
      {ruleOf(kind) === 'threeDays' && (
        <p class="hush">
          <span class="chip reading">{words.reading}</span> {words.readingLine}
        </p>
      )}
      {kind === 'complained' && (
        <p class="hush">
          {words.both} <a href={both}>{words.bothLink}</a>
        </p>
      )}
      <p class="fields">
        <label for="note">{words.note}</label>
        <textarea
          id="note"
          rows={2}
          value={note}
          maxLength={LONGEST.note}
          placeholder={words.noteExample}
          onInput={event => setNote(event.currentTarget.value)}
        />
      </p>
      <p id="lacking" role="alert" class="lacking">
        {missing && words[missing]}
      </p>
      <div class="keys">
        <button type="submit" class="primary">
          {words.save}
        </button>
        {edited && (
          <button type="button" onClick={onCancel}>
            {words.cancel}
          </button>
        )}
      </div>
    </form>
  )
}
