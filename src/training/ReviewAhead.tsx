/** How many questions come on each of the next days: drawn as bars with their numbers, and as a table. */
import { AsTable } from './AsTable.tsx'
import type { Day } from './day.ts'
import { forecast } from './review.ts'
import { dayText } from './reviewText.ts'
import type { TrainingWords } from './words.ts'

interface Props {
  readonly due: readonly Day[]
  readonly today: Day
  readonly cap: number
  /** Asked already today. */
  readonly done: number
  readonly words: TrainingWords['review']
  readonly locale: string
}

const LONG: Intl.DateTimeFormatOptions = { month: 'long', day: 'numeric', weekday: 'long' }

export function ReviewAhead({ due, today, cap, done, words, locale }: Props) {
  const counts = forecast(due, today, cap, done)
  const most = Math.max(1, ...counts)
  return (
    <>
      <div class="ahead" aria-hidden="true">
        {counts.map((count, ahead) => (
          <div key={ahead} data-none={count === 0}>
            <b>{count}</b>
            <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
              <rect y={100 - (100 * count) / most} width="10" height={(100 * count) / most} />
            </svg>
            <span>{dayText(today + ahead, locale, { weekday: 'narrow' })}</span>
            <span>{new Date((today + ahead) * 86_400_000).getUTCDate()}</span>
          </div>
        ))}
      </div>
      <AsTable
        summary={words.asTable}
        heads={[words.day, words.questions]}
        rows={counts.map((count, ahead) => [dayText(today + ahead, locale, LONG), count])}
      />
    </>
  )
}
