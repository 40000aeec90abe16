/** The end of a class: how many hands were right at each question, and a way back to it. */
import { fill } from '../lang/text.ts'
import type { Draw } from '../quiz/draw.ts'
import { type Hands, handsOf, totalOf } from './classroom.ts'
import type { ClassSet } from './classSet.ts'

interface Props {
  readonly set: ClassSet
  readonly items: Draw['items']
  readonly hands: Hands
  onGo(place: number): void
}

export function ClassOver({ set: { questions, words }, items, hands, onGo }: Props) {
  return (
    <ol class="over">
      {items.map(({ question: id }, place) => {
        const paper = questions.find(question => question.id === id)
        const n = totalOf(hands, id)
        const right = (paper?.reasons ?? []).reduce(
          (sum, reason) => (reason.right && reason.of ? sum + handsOf(hands, id, reason.of) : sum),
          0
        )
        return (
          <li key={id}>
            <button type="button" onClick={() => onGo(place)}>
              <b>{place + 1}</b>
              <span>{paper?.situation}</span>
            </button>
            {n > 0 ? (
              <>
                <span>{fill(words.class.rightHands, { n, k: right })}</span>
                <meter max={n} value={right} aria-hidden="true" />
              </>
            ) : (
              <span class="aside">{words.class.noHands}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
