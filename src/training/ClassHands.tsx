/** The choices of a question before a class: a tap on one counts a hand. */
import { fill } from '../lang/text.ts'
import type { Paper } from '../quiz/paper.ts'
import { type Hands, handsOf, totalOf } from './classroom.ts'
import type { ClassSet } from './classSet.ts'
import type { Laid } from './laidOut.ts'

interface Props {
  readonly paper: Paper
  readonly laid: Laid
  readonly hands: Hands
  readonly answer: boolean
  readonly words: ClassSet['words']
  onHand(choice: string, by: 1 | -1): void
}

/** A click must not take the focus away from the class: the next key is meant for the page. */
const keepFocus = (event: Event) => event.preventDefault()

export function ClassHands({ paper: { id, kind }, laid: { lists, reasons }, hands, answer, words, onHand }: Props) {
  const entries = lists[0]?.entries ?? []
  const counts = entries.map(entry => handsOf(hands, id, entry.id))
  // Who may choose several raises a hand for each: there the fullest bar is the most wanted choice.
  const all = Math.max(1, kind === 'multiple' ? Math.max(...counts) : totalOf(hands, id))
  return (
    <ol class="hands">
      {entries.map((entry, index) => {
        const reason = reasons.find(({ of }) => of === entry.id)
        const count = counts[index] ?? 0
        return (
          <li key={entry.id} data-key={answer ? reason?.right : undefined}>
            <button type="button" class="hand" onMouseDown={keepFocus} onClick={() => onHand(entry.id, 1)}>
              <b class="sign">{entry.sign}</b>
              <span>
                {entry.text}
                <span class="hidden"> – {words.class.add}</span>
              </span>
            </button>
            <output class="count" aria-label={fill(words.class.counted, { sign: entry.sign, n: count })}>
              {count}
            </output>
            <button
              type="button"
              class="less"
              disabled={count === 0}
              aria-label={fill(words.class.less, { sign: entry.sign })}
              onMouseDown={keepFocus}
              onClick={() => onHand(entry.id, -1)}
            >
              −
            </button>
            <meter max={all} value={count} aria-hidden="true" />
            {answer && reason && (
              <p class="feedback">
                <strong aria-hidden="true">{reason.right ? '✓' : '✕'}</strong>
                <span class="hidden">{reason.right ? words.quiz.right : words.quiz.wrong}</span> {reason.text}
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
