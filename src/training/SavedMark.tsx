/** Whether the latest answer would survive a crash. Not said to a screen reader: it would speak over
 * what matters at every answer, and the notice says what can't be saved. */

import { useStore } from '../device/useStore.ts'
import { record } from './learner.store.ts'
import type { TrainingWords } from './words.ts'

export function SavedMark({ words }: { readonly words: TrainingWords['saved'] }) {
  const saved = useStore(record.$saved)
  return (
    <span class="saved" data-saved={saved}>
      {saved === 'yes' ? words.saved : saved === 'saving' ? words.saving : words.notSaved}
    </span>
  )
}
