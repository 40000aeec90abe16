/** Said where the questions could not be had; nothing is lost by it. */
import type { TrainingWords } from './words.ts'

interface Props {
  readonly words: TrainingWords['bank']
  onRetry(): void
}

export function NotLoaded({ words, onRetry }: Props) {
  return (
    <div class="quiz" role="alert">
      <p>{words.loadFailed}</p>
      <button type="button" class="primary" onClick={onRetry}>
        {words.retry}
      </button>
    </div>
  )
}
