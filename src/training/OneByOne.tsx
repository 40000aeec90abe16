/** An attempt whose questions are asked one by one, each explained before the next: practice and review. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useHold } from '../device/useHold.ts'
import { fill } from '../lang/text.ts'
import type { Behaviour } from '../quiz/behaviour.ts'
import type { Views } from '../quiz/kinds.tsx'
import { QuestionView } from '../quiz/QuestionView.tsx'
import { type State, scoreWith } from '../quiz/score.ts'
import type { ShownQuestion } from '../quiz/shown.ts'
import type { QuizWords } from '../quiz/words.ts'
import { type Attempt, percentOfAttempt, standing } from './attempt.ts'
import { answer, finishPractice, keep } from './attempts.store.ts'
import type { PracticeSet } from './practiceSet.ts'
import { RuleLinks } from './RuleLinks.tsx'
import { SavedMark } from './SavedMark.tsx'
import { Sure } from './Sure.tsx'
import { useSeconds } from './useSeconds.ts'

interface Props {
  readonly attempt: Attempt
  readonly set: PracticeSet
  readonly views: Views
  readonly behaviour: Behaviour
  /** What the learner should know before the question. */
  above?(question: ShownQuestion): ComponentChildren
  onAgain(): void
}

const loadHelper = () => import('./Hints.tsx')

/** Questions whose first answer earned everything. */
function rightAtOnce(attempt: Attempt): number {
  return [...attempt.answers.values()].filter(([first]) => first && first.earned === first.possible).length
}

function verdictOf(state: State, words: QuizWords): string {
  return state === 'right' ? words.right : state === 'partly' ? words.partly : words.wrong
}

export function OneByOne({ attempt, set: { questions, words: texts }, views, behaviour, above, onAgain }: Props) {
  const { quiz: quizWords, practice: words, saved: savedWords, help } = texts
  const items = standing(attempt, new Map(questions.map(question => [question.id, question.revision])))
  const firstOpen = items.findIndex(item => !attempt.answers.has(item.question))
  const [index, setIndex] = useState(firstOpen === -1 ? Math.max(0, items.length - 1) : firstOpen)
  /** Try that is being answered; the answers kept so far show whether it has been told. */
  const [turn, setTurn] = useState(1)
  const [shown, setShown] = useState(false)
  const [asked, setAsked] = useState(false)
  const [hinted, setHinted] = useState(0)
  const [helper, setHelper] = useState<Awaited<ReturnType<typeof loadHelper>>>()
  const told = useRef<HTMLParagraphElement>(null)
  const top = useRef<HTMLElement>(null)

  const item = items[index]
  const question = questions.find(({ id }) => id === item?.question)
  const view = question && views.get(question.kind)
  const tries = (item && attempt.answers.get(item.question)) ?? []
  const answered = tries.length >= turn
  const { seconds } = useSeconds(answered ? undefined : question?.id)
  useHold(!attempt.finished)
  useLayoutEffect(() => {
    if (answered) told.current?.focus()
  }, [answered])
  useLayoutEffect(() => top.current?.focus(), [index, attempt.finished])

  if (attempt.finished || !item || !question || !view) {
    return (
      <section class="quiz" ref={top} tabIndex={-1}>
        <p class="verdict" role="status">
          {fill(words.firstTry, { n: items.length, k: rightAtOnce(attempt) })} <SavedMark words={savedWords} />
        </p>
        <button type="button" onClick={onAgain}>
          {words.practiseAgain}
        </button>
      </section>
    )
  }

  const draft = attempt.drafts.get(question.id)
  const response = answered ? (tries[turn - 1]?.response ?? []) : (draft?.response ?? [])
  const mark = answered ? scoreWith(view.marker, question, response) : undefined
  const done = mark?.state === 'right' || shown || (answered && turn >= behaviour.tries)
  const isLast = index === items.length - 1
  const name = `${attempt.id}-${question.id}`

  const submit = (event: Event) => {
    event.preventDefault()
    if (answered) return
    setAsked(!view.marker.complete(question, response))
    const took = seconds().get(question.id)
    answer(attempt.id, { question, marker: view.marker }, response, turn, {
      ...(hinted > 0 && { hints: hinted }),
      ...(draft?.sure && { sure: draft.sure }),
      ...(took !== undefined && { took })
    })
  }
  const again = () => {
    // A choice is taken anew; what was ordered, placed or written is mended, and a scenario is played from its start.
    const afresh = question.kind === 'scenario' || 'choices' in question
    keep(attempt.id, question.id, { response: afresh ? [] : response })
    setTurn(turn + 1)
    top.current?.focus() // the button that was pressed goes
  }
  const show = () => {
    setShown(true)
    told.current?.focus()
  }
  const hints = helper && item ? helper.hintsOf(question, item.choices) : []
  const more = async () => {
    setHelper(await loadHelper())
    setHinted(hinted + 1)
  }
  const next = () => {
    if (isLast) finishPractice(attempt.id, percentOfAttempt(attempt))
    else setIndex(index + 1)
    setTurn(1)
    setShown(false)
    setHinted(0)
  }

  return (
    <form class="quiz" onSubmit={submit}>
      <header ref={top} tabIndex={-1}>
        <span>{fill(words.place, { k: index + 1, n: items.length })}</span>
        <SavedMark words={savedWords} />
        <progress max={items.length} value={index + (answered ? 1 : 0)} aria-hidden="true" />
      </header>
      {above?.(question)}
      <QuestionView
        question={question}
        view={view}
        order={item.choices}
        response={response}
        told={!answered ? 'none' : done ? 'all' : 'taken'}
        name={name}
        words={quizWords}
        onTake={taken => {
          setAsked(false)
          keep(attempt.id, question.id, { ...draft, response: taken })
        }}
      />
      {!answered && behaviour.hints && (question.hints || view.sure !== false) && (
        <div class="help">
          <div role="status">{helper && <helper.Hints hints={hints.slice(0, hinted)} words={help} />}</div>
          {(!helper || hinted < hints.length) && (
            <button type="button" onClick={more}>
              {fill(hinted === 0 ? help.hint : help.more, { k: hinted + 1, n: hints.length })}
            </button>
          )}
        </div>
      )}
      {!answered && view.sure !== false && (
        <Sure sure={draft?.sure} name={name} words={help} onSure={sure => keep(attempt.id, question.id, { response, sure })} />
      )}
      <p class="verdict" role="status" ref={told} tabIndex={-1} data-state={mark?.state}>
        {mark ? (view.verdict?.(mark.state, quizWords.lang) ?? verdictOf(mark.state, quizWords)) : asked ? quizWords.chooseFirst : ''}
      </p>
      {answered && <RuleLinks rules={question.rules} label={quizWords.rules} />}
      <div class="actions">
        {!answered && (
          <button type="submit" class="primary">
            {words.submit}
          </button>
        )}
        {answered && !done && (
          <>
            <button type="button" class="primary" onClick={again}>
              {words.tryAgain}
            </button>
            <button type="button" onClick={show}>
              {words.showKey}
            </button>
          </>
        )}
        {answered && done && (
          <button type="button" class="primary" onClick={next}>
            {isLast ? words.finish : words.next}
          </button>
        )}
      </div>
    </form>
  )
}
