/** The days with practice of the last twelve months, a row a month: drawn, summed up in words, and as a table. */
import { fill } from '../lang/text.ts'
import { AsTable } from './AsTable.tsx'
import type { Attempts } from './attempt.ts'
import type { Day } from './day.ts'
import { levelOf, type Month, monthsOf, practisedOn } from './reviewDays.ts'
import { dayText } from './reviewText.ts'
import type { TrainingWords } from './words.ts'

interface Props {
  readonly attempts: Attempts
  readonly today: Day
  dayOf(at: number): Day
  readonly words: TrainingWords['review']
  readonly locale: string
}

/** Sides of a day's square, by level: told apart without colour. */
const SIDES = [1.5, 4, 6.5, 9] as const

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
const active = (counts: readonly number[]) => counts.filter(count => count > 0).length

function summaryOf(months: readonly Month[], words: Props['words'], locale: string): string {
  const days = months.flatMap(({ first, days: counts }) => counts.map((count, index) => ({ day: first + index, count })))
  const most = days.reduce((best, one) => (one.count > best.count ? one : best), { day: 0, count: 0 })
  if (most.count === 0) return words.practisedNone
  const counts = days.map(({ count }) => count)
  return fill(words.practisedLine, { days: active(counts), n: total(counts), day: dayText(most.day, locale), most: most.count })
}

export function ReviewDays({ attempts, today, dayOf, words, locale }: Props) {
  const months = monthsOf(practisedOn(attempts.values(), dayOf), today)
  const name = (month: Month) => dayText(month.first, locale, { year: 'numeric', month: 'long' })
  return (
    <>
      <p>{summaryOf(months, words, locale)}</p>
      <div class="months" aria-hidden="true">
        <span />
        <div class="scale">
          <span>1</span>
          <span>16</span>
          <span>31</span>
        </div>
        {months.map(({ first, days }) => (
          <MonthRow key={first} label={dayText(first, locale, { month: 'short' })} days={days} />
        ))}
      </div>
      <p class="hush">{words.legend}</p>
      <AsTable
        summary={words.byMonth}
        heads={[words.month, words.days, words.answers]}
        rows={months.map(month => [name(month), active(month.days), total(month.days)])}
      />
    </>
  )
}

function MonthRow({ label, days }: { readonly label: string; readonly days: readonly number[] }) {
  return (
    <>
      <span>{label}</span>
      <svg viewBox="0 0 310 10" aria-hidden="true">
        {days.map((count, index) => {
          const side = SIDES[levelOf(count)]
          return <rect key={index} x={index * 10 + 5 - side / 2} y={5 - side / 2} width={side} height={side} data-none={count === 0} />
        })}
      </svg>
    </>
  )
}
