/** How many questions a day at most. */

import { writeSetting } from '../device/settings.store.ts'
import { fill } from '../lang/text.ts'
import { CAPS } from './reviewDue.ts'
import type { TrainingWords } from './words.ts'

interface Props {
  readonly cap: number
  readonly words: TrainingWords['review']
  onCap(cap: number): void
}

export function ReviewCap({ cap, words, onCap }: Props) {
  return (
    <fieldset class="sure">
      <legend>{words.cap}</legend>
      {CAPS.map(most => (
        <label key={most}>
          <input
            type="radio"
            name="cap"
            checked={most === cap}
            onChange={() => {
              writeSetting('cap', String(most))
              onCap(most)
            }}
          />
          <span>{fill(words.capOf, { n: most })}</span>
        </label>
      ))}
    </fieldset>
  )
}
