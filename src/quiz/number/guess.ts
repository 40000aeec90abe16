/**
 * Guesses at a number: one that stands in the question. `longest` and `shortest` take the largest and the smallest,
 * `echo` the one that stands there most often. Chance types any number to 100, or any day of the year.
 */
import { type Guesser, stemOf, strongest } from '../guesser.ts'
import type { NumberForm, NumberQuestion } from '../question.ts'
import { figuresIn } from './figures.ts'

const DAY = 86_400_000

/** Answers that nobody has a reason for. A file number has a thousand million: none is worth a try. */
function blindly(form: NumberForm, year: string): string[] {
  if (form === 'file-number') return []
  if (form !== 'date') return Array.from({ length: 101 }, (_, number) => String(number))
  const start = Date.parse(`${year}-01-01T00:00:00Z`)
  return Array.from({ length: 365 }, (_, day) => new Date(start + day * DAY).toISOString().slice(0, 10))
}

export const guessNumber: Guesser<NumberQuestion> = (question, guest) => {
  const { form, answer } = question
  if (guest.bot === 'random' || guest.bot === 'all') return blindly(form, answer.slice(0, 4)).map(number => [number])
  const found = figuresIn(stemOf(question, guest.lang), form, guest.lang)
  const size = (figure: string) => Number(figure.replaceAll('-', ''))
  const times = (figure: string) => found.filter(one => one === figure).length
  const most = (value: (figure: string) => number) => found.filter(one => value(one) === Math.max(...found.map(value)))
  if (guest.bot === 'longest') return most(size).map(figure => [figure])
  if (guest.bot === 'shortest') return most(figure => -size(figure)).map(figure => [figure])
  if (guest.bot === 'echo') return most(times).map(figure => [figure])
  return strongest(
    found.map(figure => ({ id: figure, text: figure })),
    '',
    guest
  ).map(figure => [figure])
}
