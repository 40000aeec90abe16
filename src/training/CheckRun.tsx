/** A check or an exam under way: one question in sight, all within reach, nothing told before it is handed in. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useHold } from '../device/useHold.ts'
import { fill } from '../lang/text.ts'
import type { Views } from '../quiz/kinds.tsx'
import type { KindView } from '../quiz/kindView.tsx'
import { QuestionView } from '../quiz/QuestionView.tsx'
import type { ShownQuestion } from '../quiz/shown.ts'
import { type Attempt, standing } from './attempt.ts'
import { keep } from './attempts.store.ts'
import type { CheckWords } from './checkWords.ts'
import type { Terms } from './exam.ts'
import { handIn } from './handIn.store.ts'
import { SavedMark } from './SavedMark.tsx'
import { Sure } from './Sure.tsx'
import { useSeconds } from './useSeconds.ts'

interface Props {
  readonly attempt: Attempt
  readonly questions: readonly ShownQuestion[]
  readonly views: Views
  readonly terms: Pick<Terms, 'pass'> & Partial<Pick<Terms, 'mustPass'>>
  readonly words: CheckWords
  /** Stands above the question; it is given what hands in, for when the time is over. */
  readonly clock?: (handIn: () => void) => ComponentChildren
}

/** The questions of a draw with the views of their kinds; one whose view is not there can't be asked. */
export function withViews(items: Attempt['draw']['items'], questions: readonly ShownQuestion[], views: Views) {
  return items.flatMap(item => {
    const question = questions.find(({ id }) => id === item.question)
    const view = question && views.get(question.kind)
    return question && view ? [{ item, question, view, marker: view.marker }] : []
  })
}

export function CheckRun({ attempt, questions, views, terms, words: { check: words, quiz, saved, help }, clock }: Props) {
  const items = withViews(standing(attempt, new Map(questions.map(question => [question.id, question.revision]))), questions, views)
  const withdrawn = attempt.draw.items.length - items.length
  const draftOf = (id: string) => attempt.drafts.get(id)?.response ?? []
  const isAnswered = ({ question, marker }: { question: ShownQuestion; marker: KindView['marker'] }) =>
    marker.complete(question, draftOf(question.id))
  const firstOpen = items.findIndex(asked => !isAnswered(asked))
  const [index, setIndex] = useState(firstOpen === -1 ? Math.max(0, items.length - 1) : firstOpen)
  const [warned, setWarned] = useState(false)
  const top = useRef<HTMLElement>(null)
  useLayoutEffect(() => top.current?.focus(), [index])
  useHold(true)

  const asked = items[index]
  const { seconds } = useSeconds(asked?.question.id)
  const left = items.filter(one => !isAnswered(one)).length
  const isLast = index >= items.length - 1

  const hand = () => handIn(attempt.id, items, terms, seconds())
  const submit = (event: Event) => {
    event.preventDefault()
    if (!isLast) setIndex(index + 1)
    else if (left > 0 && !warned) setWarned(true)
    else hand()
  }
  const goBack = () => {
    setWarned(false)
    setIndex(Math.max(0, firstOpen))
  }

  return (
    <form class="quiz" onSubmit={submit}>
      <header ref={top} tabIndex={-1}>
        <span>{fill(words.place, { k: Math.min(index + 1, items.length), n: items.length })}</span>
        <SavedMark words={saved} />
        <progress max={items.length} value={items.length - left} aria-hidden="true" />
      </header>
      {clock?.(hand)}
      {attempt.replaced && <p class="note">{fill(words.replaced, { n: attempt.replaced.length })}</p>}
      {withdrawn > 0 && <p class="note">{fill(words.withdrawn, { n: withdrawn })}</p>}
      {asked && (
        <QuestionView
          key={asked.question.id}
          question={asked.question}
          view={asked.view}
          order={asked.item.choices}
          response={draftOf(asked.question.id)}
          told="none"
          name={`${attempt.id}-${asked.question.id}`}
          words={quiz}
          onTake={taken => {
            setWarned(false)
            keep(attempt.id, asked.question.id, { ...attempt.drafts.get(asked.question.id), response: taken })
          }}
        />
      )}
      {asked && (
        <Sure
          key={`sure ${asked.question.id}`}
          sure={attempt.drafts.get(asked.question.id)?.sure}
          name={`${attempt.id}-${asked.question.id}`}
          words={help}
          onSure={sure => keep(attempt.id, asked.question.id, { response: draftOf(asked.question.id), sure })}
        />
      )}
      {warned && left > 0 && (
        <div class="note" role="alert">
          <p>{fill(words.unanswered, { n: left })}</p>
          <button type="button" onClick={goBack}>
            {words.goBack}
          </button>
        </div>
      )}
      <div class="actions">
        <button type="submit" class="primary">
          {!isLast ? words.next : warned && left > 0 ? words.handInAnyway : words.handIn}
        </button>
        <button type="button" disabled={index === 0} onClick={() => setIndex(index - 1)}>
          {words.back}
        </button>
      </div>
      <nav aria-label={words.questionList}>
        <ol class="places">
          {items.map((one, place) => (
            <li key={one.question.id}>
              <button
                type="button"
                aria-current={place === index ? 'step' : undefined}
                data-answered={isAnswered(one)}
                onClick={() => setIndex(place)}
              >
                {place + 1}
                {isAnswered(one) && <span class="hidden"> {words.answered}</span>}
              </button>
            </li>
          ))}
        </ol>
      </nav>
    </form>
  )
}
