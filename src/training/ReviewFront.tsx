/** What is due today, and where the learner stands: between two reviews. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import type { Attempts } from './attempt.ts'
import { cardsOf, type Scheduler } from './cards.ts'
import { ReviewAhead } from './ReviewAhead.tsx'
import { ReviewCap } from './ReviewCap.tsx'
import { ReviewDays } from './ReviewDays.tsx'
import { type Due, drawnIn, kept, openReview, queueOf, reviewedOn, standingCards } from './review.ts'
import { type ReviewBank, reviewableOf } from './reviewBank.ts'
import { calendarNow, readCap, writeDue } from './reviewDue.store.ts'
import type { Strength } from './reviewMemory.ts'
import { dayText } from './reviewText.ts'
import type { TrainingWords } from './words.ts'

interface Props {
  readonly attempts: Attempts
  readonly bank: ReviewBank
  readonly scheduler: Scheduler<Strength>
  readonly words: TrainingWords['review']
  /** What the start button says while questions are being fetched. */
  readonly loading: string | undefined
  readonly home: string
  readonly locale: string
  /** Begin at once, if there is something to ask. */
  readonly hurried: boolean
  /** Move the focus here: the learner has just finished a review. */
  readonly focus: boolean
  /** Whether the record can be trusted. */
  readonly whole: boolean
  onStart(wanted: readonly Due[], resume?: string): void
}

/** All that the record says about reviews today. */
function standOf(attempts: Attempts, bank: ReviewBank, scheduler: Scheduler<Strength>) {
  const calendar = calendarNow()
  const { today, dayOf } = calendar
  const reviewable = reviewableOf(bank)
  const standing = standingCards(cardsOf(attempts.values(), scheduler, calendar).values(), reviewable, scheduler, today)
  const open = openReview(attempts, calendar)
  const drawn = open ? drawnIn(open, standing, reviewable) : []
  const answered = drawn.filter(({ question }) => open?.answers.has(question)).length
  return {
    today,
    dayOf,
    standing,
    done: reviewedOn(attempts.values(), today, dayOf),
    ...(answered < drawn.length && { open: { id: open?.id, drawn, answered } })
  }
}

export function ReviewFront({ attempts, bank, scheduler, words, loading, home, locale, hurried, focus, whole, onStart }: Props) {
  const [cap, setCap] = useState(readCap)
  // A page that is left open comes to the front on another day.
  const [day, setDay] = useState(calendarNow().today)
  const stand = useMemo(() => standOf(attempts, bank, scheduler), [attempts, bank, day])
  const { today, dayOf, standing, done, open } = stand
  const top = useRef<HTMLHeadingElement>(null)
  const queue = queueOf(standing, today, cap, done)
  const wanted = open?.drawn ?? queue

  useEffect(() => {
    if (!whole) return
    writeDue({ done: { day: today, count: done }, cards: new Map(standing.map(({ question, last, due }) => [question, { last, due }])) })
  }, [stand, whole])
  useLayoutEffect(() => {
    if (focus) top.current?.focus()
  }, [])
  useEffect(() => {
    if (hurried && wanted.length > 0) onStart(wanted, open?.id)
    const wake = () => setDay(calendarNow().today)
    document.addEventListener('visibilitychange', wake)
    return () => document.removeEventListener('visibilitychange', wake)
  }, [])

  if (standing.length === 0) {
    return (
      <div class="recall">
        <p>{words.nothing}</p>
        <p>
          <a class="button" href={home}>
            {words.learn}
          </a>
        </p>
      </div>
    )
  }

  const share = kept(attempts.values())
  const due = standing.map(card => card.due)
  const label = open ? fill(words.resume, { k: open.answered + 1, n: open.drawn.length }) : fill(words.start, { n: queue.length })
  return (
    <div class="recall">
      <h2 ref={top} tabIndex={-1}>
        {words.today}
      </h2>
      <Today standing={standing} queue={queue} today={today} cap={cap} done={done} words={words} locale={locale} />
      {wanted.length > 0 && (
        <button type="button" class="primary" aria-busy={loading !== undefined} onClick={() => onStart(wanted, open?.id)}>
          {loading ?? label}
        </button>
      )}
      <ReviewCap cap={cap} words={words} onCap={setCap} />
      <h2>{words.ahead}</h2>
      <p class="hush">{fill(words.aheadLine, { cap })}</p>
      <ReviewAhead due={due} today={today} cap={cap} done={done} words={words} locale={locale} />
      <h2>{words.kept}</h2>
      <p>
        {share.of === 0
          ? words.keptNone
          : fill(words.keptLine, { k: share.right, n: share.of, percent: Math.round((100 * share.right) / share.of) })}
      </p>
      <h2>{words.practised}</h2>
      <ReviewDays attempts={attempts} today={today} dayOf={dayOf} words={words} locale={locale} />
    </div>
  )
}

interface TodayProps extends Pick<Props, 'words' | 'locale'> {
  readonly standing: readonly Due[]
  readonly queue: readonly Due[]
  readonly today: number
  readonly cap: number
  readonly done: number
}

function Today({ standing, queue, today, cap, done, words, locale }: TodayProps) {
  const over = standing.filter(({ due }) => due <= today).length - queue.length
  const changed = queue.filter(one => one.changed).length
  const next = Math.min(...standing.map(({ due }) => due).filter(day => day > today))
  if (queue.length === 0 && over > 0) return <p>{fill(words.spent, { n: done, k: over })}</p>
  if (queue.length === 0) {
    return <p>{fill(words.none, { day: dayText(next, locale), n: Math.min(cap, standing.filter(({ due }) => due === next).length) })}</p>
  }
  return (
    <>
      <p>{fill(words.due, { n: queue.length })}</p>
      {changed > 0 && <p>{fill(words.changed, { n: changed })}</p>}
      {over > 0 && <p class="hush">{fill(words.waiting, { n: over, cap })}</p>}
    </>
  )
}
