/** One question as it is asked: the scene, the words that were said, what is asked, and what its kind answers with. */
import type { KindView, Told } from './kindView.tsx'
import type { Response } from './question.ts'
import { ReplaceScene } from './replace/ReplaceScene.tsx'
import type { ShownQuestion } from './shown.ts'
import type { QuizWords } from './words.ts'

interface Props {
  readonly question: ShownQuestion
  readonly view: KindView
  /** Ids of its choices, steps or items in the order of the draw. */
  readonly order: readonly string[]
  readonly response: Response
  readonly told: Told
  /** Unique on the page. */
  readonly name: string
  readonly words: QuizWords
  onTake(response: Response): void
}

export function QuestionView({ question, view: { Body }, ...answering }: Props) {
  const { words } = answering
  return (
    <fieldset class="question" data-question={question.id} data-kind={question.kind}>
      <legend>
        <span class="situation">{question.situation}</span>
        {'said' in question && question.said && (
          <q class="bubble">
            <span class="aside">{words.customer}</span>
            {question.said}
          </q>
        )}
        {question.kind === 'replace' && <ReplaceScene banned={question.banned} words={words} />}
        {question.kind !== 'scenario' && (
          <span class="ask">
            {'ask' in question ? question.ask : words.replace}
            {question.kind === 'multiple' && <small> {words.several}</small>}
          </span>
        )}
      </legend>
      <Body question={question} {...answering} />
    </fieldset>
  )
}
