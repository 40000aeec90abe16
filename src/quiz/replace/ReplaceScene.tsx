/** The words that a colleague was about to say and must not, struck out. */
import type { QuizWords } from '../words.ts'

export function ReplaceScene({ banned, words }: { readonly banned: string; readonly words: QuizWords }) {
  return (
    <span class="bubble banned">
      <span class="aside">{words.notThis}</span>
      <s>{banned}</s>
    </span>
  )
}
