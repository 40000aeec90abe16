/** How many questions, from which seed, of which kinds. */
import { useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import type { PaperKind } from '../quiz/paper.ts'
import type { ClassWords } from './classWords.ts'
import { type Available, cleanCount, mostOf, type Selection } from './selection.ts'

interface Props {
  readonly selection: Selection
  readonly available: Available
  readonly words: Pick<ClassWords, 'choose' | 'kinds'>
  onSelect(selection: Selection): void
}

export function SelectionFields({ selection, available, words: { choose, kinds: names }, onSelect }: Props) {
  const { seed, count, kinds } = selection
  const most = mostOf(available, selection)
  const all = available.map(({ kind }) => kind)
  const chosen = kinds.length === 0 ? all : kinds
  const toggle = (kind: PaperKind) => {
    const now = all.filter(one => (one === kind ? !chosen.includes(one) : chosen.includes(one)))
    onSelect({ ...selection, kinds: now.length === all.length ? [] : now })
  }
  return (
    <div class="selection">
      <Field
        label={choose.count}
        hint={fill(choose.outOf, { n: most })}
        type="number"
        min={1}
        max={most}
        value={`${Math.min(count, most)}`}
        onTyped={typed => onSelect({ ...selection, count: cleanCount(Number(typed), most) })}
      />
      <Field
        label={choose.seed}
        hint={choose.seedHow}
        type="text"
        value={seed}
        onTyped={typed => onSelect({ ...selection, seed: typed })}
      />
      {all.length > 1 && (
        <fieldset>
          <legend>{choose.kinds}</legend>
          {available.map(({ kind, count: n }) => (
            <label key={kind}>
              <input
                type="checkbox"
                checked={chosen.includes(kind)}
                // One kind at least stays chosen.
                disabled={chosen.length === 1 && chosen.includes(kind)}
                onChange={() => toggle(kind)}
              />
              {names[kind]} <small>{n}</small>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}

interface FieldProps {
  readonly label: string
  readonly hint: string
  readonly type: 'text' | 'number'
  readonly value: string
  readonly min?: number
  readonly max?: number
  onTyped(typed: string): void
}

/** Says what was typed when the field is left, or at Enter; until then nothing takes away what stands in it. */
function Field({ label, hint, value, onTyped, ...more }: FieldProps) {
  const [typed, setTyped] = useState<string>()
  return (
    <label>
      <span>{label}</span>
      <input
        {...more}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={typed ?? value}
        onInput={event => setTyped(event.currentTarget.value)}
        onChange={event => {
          setTyped(undefined)
          onTyped(event.currentTarget.value)
        }}
      />
      <small>{hint}</small>
    </label>
  )
}
