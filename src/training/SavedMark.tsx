/** Whether the latest answer would survive a crash. Said to a screen reader when it changes. */

import { useStore } from '../device/useStore.ts'
import { record } from './learner.store.ts'
import type { TrainingWords } from './words.ts'

export function SavedMark({ words }: { readonly words: TrainingWords['saved'] }) {
  const saved = useStore(record.$saved)
  return (
    <span class="saved" role="status" data-saved={saved}>
      {saved === 'yes' ? words.saved : saved === 'saving' ? words.saving : words.notSaved}
    </span>
  )
}
