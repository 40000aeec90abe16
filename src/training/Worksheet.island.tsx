/** A printed sheet: a trainer chooses, sees it as it will be printed, and prints it. The address keeps the choice. */
import { useEffect, useState } from 'preact/hooks'
import type { Lang } from '../lang/text.ts'
import type { ClassSet } from './classSet.ts'
import type { ClassWords } from './classWords.ts'
import { NotLoaded } from './NotLoaded.tsx'
import { SelectionFields } from './SelectionFields.tsx'
import { type Available, drawSelection, type Selection, toFragment } from './selection.ts'
import { useBank } from './useBank.ts'
import { keepInAddress, newSeed, seededSelection, useSelection } from './useSelection.ts'
import { type WithKey, WorksheetPaper } from './WorksheetPaper.tsx'
import type { TrainingWords } from './words.ts'

interface Props {
  readonly words: Pick<ClassWords, 'choose' | 'kinds' | 'worksheet'>
  readonly bankWords: TrainingWords['bank']
  readonly lang: Lang
  /** Address of the module's questions. */
  readonly bank: string
  /** Address where a class is held. */
  readonly classAddress: string
  readonly count: number
  readonly available: Available
}

const KEYS: readonly WithKey[] = ['after', 'none', 'only']
const noKinds = () => []

export function Worksheet({ words, bankWords, lang, bank: address, classAddress, count, available }: Props) {
  const { bank, load } = useBank<ClassSet>(address, noKinds)
  const [selection, setSelection] = useSelection(count)
  const [withKey, setWithKey] = useState<WithKey>('after')
  useEffect(() => void load(), [])
  useEffect(() => keepInAddress(selection), [selection])
  const select = (chosen: Selection) => setSelection(seededSelection(chosen))

  if (bank === 'failed') return <NotLoaded words={bankWords} onRetry={load} />
  const { worksheet } = words
  return (
    <>
      <form class="screen" onSubmit={event => event.preventDefault()}>
        <SelectionFields selection={selection} available={available} words={words} onSelect={select} />
        <fieldset class="pick">
          <legend>{worksheet.key}</legend>
          {KEYS.map(key => (
            <label key={key}>
              <input type="radio" name="key" checked={withKey === key} onChange={() => setWithKey(key)} /> {worksheet.keys[key]}
            </label>
          ))}
          <small>{worksheet.duplex}</small>
        </fieldset>
        <div class="actions">
          <button type="button" onClick={() => select({ ...selection, seed: newSeed() })}>
            {worksheet.another}
          </button>
          <button type="button" class="primary" disabled={typeof bank !== 'object'} onClick={() => print()}>
            {worksheet.print}
          </button>
        </div>
        <p>
          <a href={classAddress + toFragment(selection)}>{worksheet.toClass}</a>
        </p>
        <h2>{worksheet.preview}</h2>
      </form>
      {typeof bank === 'object' && (
        <WorksheetPaper
          set={bank.set}
          lang={lang}
          draw={drawSelection(bank.set.questions, selection)}
          selection={selection}
          withKey={withKey}
        />
      )}
    </>
  )
}
