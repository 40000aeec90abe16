/** Where a question takes place and what is asked, in a class and on a sheet. */
import type { ComponentChildren } from 'preact'
import type { Paper } from '../quiz/paper.ts'
import type { QuizWords } from '../quiz/words.ts'

interface Props {
  readonly paper: Paper
  readonly words: QuizWords
  /** Behind what is asked. */
  readonly children?: ComponentChildren
}

export function PaperScene({ paper: { situation, said, banned, ask, note }, words, children }: Props) {
  return (
    <>
      <p>{situation}</p>
      {said !== undefined && (
        <p class="bubble">
          <span class="aside">{words.customer}</span>
          {said}
        </p>
      )}
      {banned !== undefined && (
        <p class="bubble banned">
          <span class="aside">{words.notThis}</span>
          <s>{banned}</s>
        </p>
      )}
      <p class="ask">
        {ask}
        {note !== undefined && <small> {note}</small>}
        {children}
      </p>
    </>
  )
}
