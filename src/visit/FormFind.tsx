/** Finds forms by text, form and month. */
import type { Lang } from '../lang/text.ts'
import type { Form } from './form.ts'
import type { Sought } from './formList.ts'
import { monthText } from './formText.ts'
import type { FormWords } from './formWords.ts'

interface Props {
  readonly sought: Sought
  readonly forms: readonly Form[]
  readonly months: readonly string[]
  readonly lang: Lang
  readonly words: FormWords['list']
  readonly onSeek: (sought: Sought) => void
}

export function FormFind({ sought, forms, months, lang, words, onSeek }: Props) {
  return (
    <search class="fields find">
      <label class="field whole">
        <span>{words.find}</span>
        <input
          type="search"
          value={sought.text}
          placeholder={words.findHint}
          maxLength={100}
          onInput={event => onSeek({ ...sought, text: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span>{words.form}</span>
        <select value={sought.form} onChange={event => onSeek({ ...sought, form: event.currentTarget.value })}>
          <option value="">{words.allForms}</option>
          {forms.map(form => (
            <option key={form.id} value={form.id}>
              {form.title[lang]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{words.month}</span>
        <select value={sought.month} onChange={event => onSeek({ ...sought, month: event.currentTarget.value })}>
          <option value="">{words.allMonths}</option>
          {months.map(month => (
            <option key={month} value={month}>
              {monthText(month, lang)}
            </option>
          ))}
        </select>
      </label>
    </search>
  )
}
