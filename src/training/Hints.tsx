/** Help with a question, as far as it has been looked at. Loaded when it is first asked for. */
import { fill } from '../lang/text.ts'
import type { Hint } from '../quiz/hints.ts'
import type { TrainingWords } from './words.ts'

export { hintsOf } from '../quiz/hints.ts'

interface Props {
  readonly hints: readonly Hint[]
  readonly words: TrainingWords['help']
}

export function Hints({ hints, words }: Props) {
  return (
    <ul>
      {hints.map((hint, index) => (
        <li key={index}>
          {hint.type === 'rule' ? (
            <>
              {words.think} <a href={hint.rule.href}>{hint.rule.name}</a>
            </>
          ) : hint.type === 'not' ? (
            fill(words.not, { text: hint.text })
          ) : (
            hint.text
          )}
        </li>
      ))}
    </ul>
  )
}
