/** The kind by which a form is counted: one of the form's own, or one that is written in. */
import { useState } from 'preact/hooks'
import type { Lang } from '../lang/text.ts'
import { type Form, KIND } from './form.ts'
import type { FormWords } from './formWords.ts'

interface Props {
  readonly kinds: NonNullable<Form['kinds']>
  readonly kind: string
  readonly lang: Lang
  readonly words: FormWords['fill']
  readonly onSave: (kind: string) => void
}

/** No id has a space. */
const OTHER = 'another kind'

export function FormKind({ kinds, kind, lang, words, onSave }: Props) {
  const isKnown = kind === '' || kinds.choices.some(({ id }) => id === kind)
  const [other, setOther] = useState(!isKnown)
  const choose = (chosen: string) => {
    setOther(chosen === OTHER)
    onSave(chosen === OTHER ? '' : chosen)
  }
  return (
    <>
      <div class="field">
        <label>
          <span>
            {words.kind}
            <i class="chip advice">{words.advice}</i>
          </span>
          <select value={other || !isKnown ? OTHER : kind} onChange={event => choose(event.currentTarget.value)}>
            <option value="">{words.unclassified}</option>
            {kinds.choices.map(({ id, text }) => (
              <option key={id} value={id}>
                {text[lang]}
              </option>
            ))}
            <option value={OTHER}>{words.kindOther}</option>
          </select>
        </label>
      </div>
      {(other || !isKnown) && (
        <div class="field">
          <label>
            <span>{words.kindName}</span>
            <input
              type="text"
              value={isKnown ? '' : kind}
              maxLength={KIND}
              autocomplete="off"
              onChange={event => onSave(event.currentTarget.value)}
            />
          </label>
        </div>
      )}
      <p class="hush whole">{kinds.note[lang]}</p>
    </>
  )
}
