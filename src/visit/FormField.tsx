/** One field. It hands on what was typed when it is left, after a short pause, and before the page goes away. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { fill, type Lang } from '../lang/text.ts'
import { type Field, isLong, limitOf } from './form.ts'
import { isWall, wallTime } from './formText.ts'
import type { FormWords } from './formWords.ts'
import { zoneAt } from './useZone.ts'

interface Props {
  readonly field: Field
  readonly value: string
  readonly lang: Lang
  readonly words: FormWords['fill']
  readonly locked: boolean
  readonly onSave: (text: string) => void
}

/** Milliseconds without a key before what was typed is kept. */
const PAUSE = 300
/** The share of a field that may be full before what is left of it is told. */
const NEARLY = 0.75

/** What was typed and not yet handed on, and how to hand it on. */
function useDraft(onSave: (text: string) => void) {
  const [draft, setDraft] = useState<string>()
  const pending = useRef<{ readonly text: string; readonly timer: ReturnType<typeof setTimeout> }>()
  const flush = () => {
    if (!pending.current) return
    const { text, timer } = pending.current
    clearTimeout(timer)
    pending.current = undefined
    onSave(text)
    setDraft(undefined)
  }
  const latest = useRef(flush)
  latest.current = flush
  const type = (text: string) => {
    clearTimeout(pending.current?.timer)
    pending.current = { text, timer: setTimeout(() => latest.current(), PAUSE) }
    setDraft(text)
  }
  useEffect(() => {
    const leave = () => latest.current()
    addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      leave()
      removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
    }
  }, [])
  return { draft, type, flush }
}

export function FormField({ field, value, lang, words, locked, onSave }: Props) {
  const { draft, type, flush } = useDraft(onSave)
  const text = draft ?? value
  const id = `field-${field.id}`
  const label = field.label[lang]
  const most = limitOf(field)
  const isTime = field.type === 'datetime' && isWall(text)
  const now = () => {
    onSave(wallTime(Date.now(), zoneAt(Date.now())))
    // The button goes when there is a time.
    document.getElementById(id)?.focus()
  }
  const common = {
    id,
    value: text,
    maxLength: most,
    readOnly: locked,
    autocomplete: 'off',
    onBlur: flush,
    onInput: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      // Half a date is nothing yet.
      if (!event.currentTarget.validity.badInput) type(event.currentTarget.value)
    }
  } as const
  return (
    <div class={isLong(field) ? 'field whole' : 'field'} data-field={field.id}>
      <label for={id}>
        <span>
          {label}
          {field.origin === 'standard' && <i class="chip standard">{words.standard}</i>}
        </span>
        {field.type === 'choice' ? (
          <select id={id} value={text} disabled={locked} onChange={event => onSave(event.currentTarget.value)}>
            <option value="">{words.choose}</option>
            {field.choices?.map(choice => (
              <option key={choice.id} value={choice.id}>
                {choice.text[lang]}
              </option>
            ))}
          </select>
        ) : isLong(field) ? (
          <textarea {...common} rows={3} />
        ) : (
          <input {...common} {...kindOfInput(field, text, locked)} />
        )}
      </label>
      {isTime && text === '' && !locked && (
        <button type="button" aria-label={fill(words.nowFor, { label })} onClick={now}>
          {words.now}
        </button>
      )}
      {(isLong(field) || text.length > most * NEARLY) && <small>{fill(words.count, { n: text.length, most })}</small>}
    </div>
  )
}

/** A day or a time that was written in words can be read and changed as words. */
function kindOfInput({ type }: Field, text: string, locked: boolean) {
  if (locked && text === '') return { type: 'text' } as const
  if (type === 'phone') return { type: 'tel' } as const
  if (type === 'date' && isWall(text)) return { type: 'date', max: '9999-12-31' } as const
  if (type === 'datetime' && isWall(text)) return { type: 'datetime-local', max: '9999-12-31T23:59' } as const
  return { type: 'text' } as const
}
