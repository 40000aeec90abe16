/** How sure the learner is, asked before the answer is known; nobody has to say. */
import { CERTAINTIES, type Certainty } from '../quiz/behaviour.ts'
import type { TrainingWords } from './words.ts'

interface Props {
  readonly sure: Certainty | undefined
  /** Unique on the page. */
  readonly name: string
  readonly words: TrainingWords['help']
  onSure(sure: Certainty): void
}

export function Sure({ sure, name, words, onSure }: Props) {
  const labels = [words.guessing, words.fairly, words.certain]
  return (
    <fieldset class="sure">
      <legend class="aside">{words.sure}</legend>
      {CERTAINTIES.map((certainty, index) => (
        <label key={certainty} class="choice">
          <input type="radio" name={`${name}-sure`} checked={sure === certainty} onChange={() => onSure(certainty)} />
          <span>{labels[index]}</span>
        </label>
      ))}
    </fieldset>
  )
}
