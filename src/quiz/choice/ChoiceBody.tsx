/** The choices of a question as radio buttons or boxes, and after the answer what each of them means. */
import type { BodyProps } from '../kindView.tsx'
import type { ShownChoice } from '../shown.ts'
import type { QuizWords } from '../words.ts'

export function ChoiceBody({ question, order, response: taken, told, name, words, onTake }: BodyProps<'single' | 'multiple' | 'replace'>) {
  const several = question.kind === 'multiple'
  const choices = order.flatMap(id => question.choices.filter(choice => choice.id === id))
  const toggle = (id: string) => onTake(taken.includes(id) ? taken.filter(other => other !== id) : [...taken, id])
  return (
    <ol class="choices">
      {choices.map((choice, index) => {
        const isTaken = taken.includes(choice.id)
        const explained = told === 'all' || (told === 'taken' && isTaken)
        return (
          <li key={choice.id}>
            <label class="choice" data-verdict={explained ? verdictOf(choice, isTaken) : undefined}>
              <input
                type={several ? 'checkbox' : 'radio'}
                name={name}
                value={choice.id}
                checked={isTaken}
                disabled={told !== 'none'}
                aria-describedby={explained ? `${name}-${choice.id}` : undefined}
                onChange={() => (several ? toggle(choice.id) : onTake([choice.id]))}
              />
              <span class="mark" aria-hidden="true">
                {explained && (choice.key || isTaken) ? (choice.key ? '✓' : '✕') : String.fromCharCode(65 + index)}
              </span>
              <span class="text">{choice.text}</span>
            </label>
            {explained && (
              <p class="feedback" id={`${name}-${choice.id}`} data-key={choice.key}>
                <strong>{labelOf(choice, isTaken, words)}</strong> {choice.feedback}
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function verdictOf(choice: ShownChoice, taken: boolean): string {
  return choice.key ? (taken ? 'right' : 'missed') : taken ? 'wrong' : 'other'
}

/** In words, because right and wrong are never told by colour alone. */
function labelOf(choice: ShownChoice, taken: boolean, words: QuizWords): string {
  if (taken) return choice.key ? words.right : words.wrong
  return choice.key ? words.key : ''
}
