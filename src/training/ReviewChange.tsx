/** Says of a question that it was changed since the learner answered it, and if the handbook tells it, what. */
import { fill } from '../lang/text.ts'
import type { ShownQuestion } from '../quiz/shown.ts'
import type { Day } from './day.ts'
import { changeSince, type ReviewBank } from './reviewBank.ts'
import { dayText } from './reviewText.ts'
import type { TrainingWords } from './words.ts'

interface Props {
  readonly bank: ReviewBank
  readonly question: ShownQuestion
  /** Day of the last answer. */
  readonly day: Day
  readonly locale: string
  readonly words: TrainingWords['review']
}

export function ReviewChange({ bank, question, day, locale, words }: Props) {
  const change = changeSince(bank, question, day)
  const answered = dayText(day, locale)
  return (
    <p class="note">
      {change
        ? fill(words.changedRule, { day: answered, date: dayText(Date.parse(change.date) / 86_400_000, locale), what: change.what })
        : fill(words.changedQuestion, { day: answered })}
    </p>
  )
}
