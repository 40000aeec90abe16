/** What a check that was handed in shows: the result, each rule, what to study, and every question with its reasons. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import type { Views } from '../quiz/kinds.tsx'
import { QuestionView } from '../quiz/QuestionView.tsx'
import type { ShownQuestion, ShownRule } from '../quiz/shown.ts'
import type { Answer, Attempt } from './attempt.ts'
import type { CheckWords } from './checkWords.ts'
import { RuleLinks } from './RuleLinks.tsx'
import { byRule } from './results.ts'
import { SavedMark } from './SavedMark.tsx'

/** Milliseconds in which a click still belongs to the one before. */
const HASTE = 400

interface Props {
  readonly attempt: Attempt
  readonly questions: readonly ShownQuestion[]
  readonly views: Views
  readonly words: CheckWords
  readonly seal: readonly string[]
  readonly home: string
  /** Move the focus here: the learner has just handed in. */
  readonly focus: boolean
  /** Rules that must be kept and were not: then the per cent does not decide. */
  readonly barred?: { readonly line: string; readonly rules: readonly ShownRule[] } | undefined
  /** Where a result that has to be handed back is. */
  readonly onward?: { readonly href: string; readonly label: string } | undefined
  /** Address of what it asked about. */
  readonly study?: string
  onAgain(): void
}

export function CheckResult({ attempt, questions, views, words, seal, home, focus, barred, onward, study, onAgain }: Props) {
  const { check } = words
  const top = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (focus) top.current?.focus()
  }, [])
  const shownAt = useRef(performance.now())
  const { percent, pass } = attempt.finished ?? { percent: 0, pass: 100 }
  /** The second click of a double one must not follow the link that has come to stand under it. */
  const keep = (event: Event) => {
    if (focus && performance.now() - shownAt.current < HASTE) event.preventDefault()
  }
  const passed = percent >= pass && !attempt.finished?.barred
  // What is to be studied first comes first.
  const results = byRule(attempt, questions).sort((a, b) => a.right / a.of - b.right / b.of)
  const whole = [...attempt.answers.values()].filter(answers => answers.at(-1)?.earned === answers.at(-1)?.possible).length

  return (
    <section class="quiz result" data-passed={passed} onClickCapture={keep}>
      {passed && (
        <p class="stamp" aria-hidden="true">
          {seal.map(word => (
            <span key={word}>{word}</span>
          ))}
        </p>
      )}
      <h2 ref={top} tabIndex={-1}>
        {passed ? check.passed : check.notPassed}
      </h2>
      <p class="score">
        {fill(check.result, { percent, pass })} {fill(check.whole, { k: whole, n: attempt.draw.items.length })}{' '}
        <SavedMark words={words.saved} />
      </p>
      {barred && barred.rules.length > 0 && (
        <div class="note">
          <p>{barred.line}</p>
          <RuleList rules={barred.rules} />
        </div>
      )}
      <div class="actions">
        {passed && (
          <a class="primary" href={onward?.href ?? home}>
            {onward?.label ?? check.onward}
          </a>
        )}
        {!passed && study && (
          <a class="primary" href={study}>
            {check.study}
          </a>
        )}
        <button type="button" class={passed || study ? undefined : 'primary'} onClick={onAgain}>
          {check.checkAgain}
        </button>
      </div>
      <h3>{check.byRule}</h3>
      {results.every(({ right, of }) => right === of) && <p>{check.nothingMissed}</p>}
      <table>
        <tbody>
          {results.map(({ rule, right, of }) => (
            <tr key={rule.id}>
              <th scope="row">
                <a href={rule.href}>{rule.name}</a>
              </th>
              <td>{fill(check.ruleShare, { k: right, n: of })}</td>
              <td>
                <meter min={0} max={of} value={right} aria-hidden="true" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{check.review}</h3>
      <ol class="review">
        {attempt.draw.items.map(item => (
          <Reviewed
            key={item.question}
            order={item.choices}
            answer={attempt.answers.get(item.question)?.at(-1)}
            question={questions.find(({ id }) => id === item.question)}
            views={views}
            words={words}
          />
        ))}
      </ol>
    </section>
  )
}

function RuleList({ rules }: { readonly rules: readonly ShownRule[] }) {
  return (
    <ul>
      {rules.map(rule => (
        <li key={rule.id}>
          <a href={rule.href}>{rule.name}</a>
        </li>
      ))}
    </ul>
  )
}

interface ReviewedProps {
  readonly question: ShownQuestion | undefined
  readonly views: Views
  readonly order: readonly string[]
  readonly answer: Answer | undefined
  readonly words: CheckWords
}

function Reviewed({ question, views, order, answer, words: { quiz, check } }: ReviewedProps) {
  const view = question && views.get(question.kind)
  if (!question || !view || !answer) return <li>{check.gone}</li>
  const right = answer.earned === answer.possible
  const verdict = right ? quiz.right : answer.earned > 0 ? quiz.partly : quiz.wrong
  return (
    <li>
      <details data-state={right ? 'right' : 'wrong'}>
        <summary>
          <strong>{verdict}</strong> {question.situation}
        </summary>
        {question.revision !== answer.revision && <p class="note">{check.older}</p>}
        <QuestionView
          question={question}
          view={view}
          order={order}
          response={answer.response}
          told="all"
          name={`review-${question.id}`}
          words={quiz}
          onTake={() => undefined}
        />
        <RuleLinks rules={question.rules} label={quiz.rules} />
      </details>
    </li>
  )
}
