/** The review: questions of all modules, each asked again when it is about to be forgotten. */
import { useEffect, useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { REVIEW } from '../quiz/behaviour.ts'
import { arrange, drawable } from '../quiz/draw.ts'
import { type Views, viewsOf } from '../quiz/kinds.tsx'
import type { ShownQuestion } from '../quiz/shown.ts'
import { $attempts, begin } from './attempts.store.ts'
import type { CheckWords } from './checkWords.ts'
import { record } from './learner.store.ts'
import { NotLoaded } from './NotLoaded.tsx'
import { OneByOne } from './OneByOne.tsx'
import { ReviewFront } from './ReviewFront.tsx'
import { type Due, openReview } from './review.ts'
import type { ReviewBank } from './reviewBank.ts'
import { calendarNow } from './reviewDue.store.ts'
import { fsrs } from './reviewMemory.ts'
import { useBank } from './useBank.ts'
import type { TrainingWords } from './words.ts'

interface Props {
  /** The start button's text until the record is read. */
  readonly label: string
  readonly words: Omit<CheckWords, 'check'> & Pick<TrainingWords, 'practice' | 'review'>
  /** Address of what is known of all questions. */
  readonly bank: string
  /** Address under which each module has its questions. */
  readonly modules: string
  /** Where a learner chooses what to learn. */
  readonly home: string
  /** BCP 47 tag, for dates. */
  readonly locale: string
}

const scheduler = fsrs()

interface Running {
  readonly attempt: string
  readonly questions: readonly ShownQuestion[]
  readonly views: Views
  /** Questions that were changed since they were answered, and the day of that answer. */
  readonly changed: ReadonlyMap<string, number>
  /** Tells of a change; loaded where there is one to tell of. */
  readonly Change: typeof import('./ReviewChange.tsx').ReviewChange | undefined
}

async function questionsOf(modules: string, wanted: readonly Due[]): Promise<ShownQuestion[]> {
  const banks = await Promise.all(
    [...new Set(wanted.map(({ module }) => module))].map(async module => {
      const answer = await fetch(`${modules}${module}/questions.json`)
      if (!answer.ok) throw new Error(answer.statusText)
      return (await answer.json()) as ShownQuestion[]
    })
  )
  return wanted.flatMap(({ question }) => banks.flat().find(({ id }) => id === question) ?? [])
}

export function Review({ label, words, bank: address, modules, home, locale }: Props) {
  const attempts = useStore($attempts)
  const health = useStore(record.$health)
  const { bank, load } = useBank<ReviewBank>(address, () => [])
  const [running, setRunning] = useState<Running>()
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle')
  /** The learner has pressed the button before the record was read. */
  const [hurried, setHurried] = useState(false)
  const [returned, setReturned] = useState(false)
  useEffect(() => void load(), [])

  /** `resume` is the review to go on with; without it a new one is begun. */
  async function start(wanted: readonly Due[], resume?: string) {
    const before = openReview($attempts.get(), calendarNow())
    setState('loading')
    try {
      const questions = await questionsOf(modules, wanted)
      const changed = new Map(wanted.flatMap(one => (one.changed ? [[one.question, one.last]] : [])))
      const [views, Change] = await Promise.all([
        viewsOf(questions.map(({ kind }) => kind)),
        changed.size > 0 ? import('./ReviewChange.tsx').then(({ ReviewChange }) => ReviewChange) : undefined
      ])
      setState('idle')
      // A second tap, or another tab, may have begun one meanwhile.
      if (openReview($attempts.get(), calendarNow())?.id !== before?.id) return
      const draw = (seed: string) => arrange(questions.map(drawable), seed)
      const attempt = resume ?? begin({ behaviour: 'review', module: 'review', page: 'review', draw })
      setRunning({ attempt, questions, views, changed, Change })
    } catch {
      setState('failed')
    }
  }

  const attempt = running && attempts.get(running.attempt)
  if (attempt && typeof bank === 'object') {
    const { quiz, practice, saved, help, review } = words
    return (
      <OneByOne
        key={attempt.id}
        attempt={attempt}
        set={{ questions: running.questions, words: { quiz, practice: { ...practice, practiseAgain: review.back }, saved, help } }}
        views={running.views}
        behaviour={REVIEW}
        above={question => {
          const day = running.changed.get(question.id)
          return (
            running.Change &&
            day !== undefined && <running.Change bank={bank.set} question={question} day={day} locale={locale} words={review} />
          )
        }}
        onAgain={() => {
          setReturned(true)
          setRunning(undefined)
        }}
      />
    )
  }
  if (bank === 'failed' || state === 'failed') {
    return (
      <NotLoaded
        words={words.bank}
        onRetry={() => {
          setState('idle')
          void load()
        }}
      />
    )
  }
  if (typeof bank !== 'object' || health.type === 'opening') {
    return (
      <button type="button" class="primary" aria-busy onClick={() => setHurried(true)}>
        {label}
      </button>
    )
  }
  return (
    <ReviewFront
      attempts={attempts}
      bank={bank.set}
      scheduler={scheduler}
      words={words.review}
      loading={state === 'loading' ? words.bank.loading : undefined}
      home={home}
      locale={locale}
      hurried={hurried}
      focus={returned}
      whole={health.type === 'whole'}
      onStart={start}
    />
  )
}
