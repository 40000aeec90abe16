/** The exam that closes a path: drawn by a plan, against the clock, as often as its terms allow. */

import { useEffect, useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { fill } from '../lang/text.ts'
import { drawable } from '../quiz/draw.ts'
import { drawByPlan } from '../quiz/plan.ts'
import { redrawn } from '../quiz/redraw.ts'
import { $attempts, begin, redraw } from './attempts.store.ts'
import { CheckResult } from './CheckResult.tsx'
import { CheckRun } from './CheckRun.tsx'
import type { CheckWords } from './checkWords.ts'
import { ExamClock } from './ExamClock.tsx'
import { attemptsAt, entryOf, missedMusts, type Terms } from './exam.ts'
import type { ExamSet } from './examSet.ts'
import { record } from './learner.store.ts'
import { NotLoaded } from './NotLoaded.tsx'
import { useBank } from './useBank.ts'
import type { TrainingWords } from './words.ts'

interface Props {
  readonly words: CheckWords & Pick<TrainingWords, 'exam'>
  readonly exam: string
  /** Address of the exam's questions and plan. */
  readonly bank: string
  readonly terms: Terms
  /** Questions in one attempt. */
  readonly count: number
  readonly lines: readonly string[]
  readonly seal: readonly string[]
  readonly home: string
  /** BCP 47 tag, for dates. */
  readonly locale: string
}

export function Exam({ words, exam, bank: address, terms, count, lines, seal, home, locale }: Props) {
  const attempts = useStore($attempts)
  const health = useStore(record.$health)
  const { bank, load } = useBank<ExamSet>(address, set => set.questions.map(question => question.kind))
  /** The attempt that is being taken, or whose result is looked at. */
  const [shown, setShown] = useState<string>()
  const mine = attemptsAt(attempts, exam)
  const entry = entryOf(mine, terms, Date.now())
  const attempt = shown === undefined ? undefined : attempts.get(shown)

  // The clock runs on: who comes back to an exam under way goes on at once.
  const open = entry.type === 'resume' ? entry.attempt.id : undefined
  useEffect(() => {
    if (open !== undefined && shown === undefined) void look(open)
  }, [open])

  async function look(id: string) {
    const fetched = await load()
    if (!fetched) return
    const looked = $attempts.get().get(id)
    const { questions, plan } = fetched.set
    const mended = looked && !looked.finished ? redrawn(looked, questions.map(drawable), plan) : undefined
    if (mended) redraw(id, mended)
    setShown(id)
  }
  async function start() {
    const fetched = await load()
    if (!fetched) return
    const now = attemptsAt($attempts.get(), exam) // a second tap, or another tab, may have begun meanwhile
    const last = now.at(-1)
    if (last && !last.finished) return look(last.id)
    const seen = new Set(now.flatMap(({ draw }) => draw.items.map(item => item.question)))
    const { questions, plan } = fetched.set
    setShown(
      begin({
        behaviour: 'exam',
        module: exam,
        page: 'exam',
        limit: terms.minutes * 60,
        draw: seed => drawByPlan(questions.map(drawable), plan, seed, seen)
      })
    )
  }

  if (bank === 'failed') return <NotLoaded words={words.bank} onRetry={start} />
  if (attempt && typeof bank === 'object') {
    const { questions } = bank.set
    if (!attempt.finished) {
      return (
        <CheckRun
          key={attempt.id}
          attempt={attempt}
          questions={questions}
          views={bank.views}
          terms={terms}
          words={words}
          clock={handIn => <ExamClock attempt={attempt} words={words.exam} onOver={handIn} />}
        />
      )
    }
    const musts = missedMusts(attempt, questions, terms.mustPass)
    const names = musts.flatMap(id => questions.flatMap(({ rules }) => rules).find(rule => rule.id === id) ?? [])
    return (
      <CheckResult
        key={attempt.id}
        attempt={attempt}
        questions={questions}
        views={bank.views}
        words={words}
        seal={seal}
        home={home}
        focus
        barred={{ line: words.exam.barred, rules: names }}
        onAgain={() => setShown(undefined)}
      />
    )
  }

  const last = mine.findLast(one => one.finished)
  const time = (at: number) => new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      {lines.map(line => (
        <p key={line}>{line}</p>
      ))}
      {entry.type === 'wait' && <p class="note">{fill(words.exam.wait, { time: time(entry.until), n: entry.left })}</p>}
      {entry.type === 'spent' && <p class="note">{words.exam.spent}</p>}
      {entry.type === 'passed' && entry.attempt.finished && (
        <p class="note">{fill(words.exam.passed, { date: time(entry.attempt.finished.at), percent: entry.attempt.finished.percent })}</p>
      )}
      {health.type === 'unsaved' && <p class="note">{words.exam.unsaved}</p>}
      <button
        type="button"
        class="primary"
        onClick={start}
        disabled={entry.type === 'wait' || entry.type === 'spent'}
        aria-busy={bank === 'loading'}
      >
        {bank === 'loading' ? words.bank.loading : fill(words.exam.start, { n: count, minutes: terms.minutes })}
      </button>
      {last && (
        <button type="button" class="also" onClick={() => look(last.id)}>
          {words.exam.lastResult}
        </button>
      )}
    </>
  )
}
