/** The dates in a page's frontmatter: in order, not in the future, and reviewed in time. */
import type { Library, Page } from '../library.ts'
import { mistake, type Problem, warning } from '../problem.ts'
import type { Trail } from '../read.ts'

export function* checkDates(library: Library, today: string): Iterable<Problem> {
  for (const page of library.pages) {
    yield* checkFuture(library, page, today)
    yield* checkChanges(library, page)
    const due = addMonths(page.front.reviewed, page.front.reviewEvery)
    if (due < today) {
      yield warning(
        'review-overdue',
        spotOf(library, page, ['reviewed']),
        `The review was due on ${due}.`,
        'Read the page against the standard and your daily practice, mend it, and set `reviewed` to that day.'
      )
    }
  }
}

function spotOf(library: Library, page: Page, trail: Trail) {
  return library.spot(`page:${page.lang}/${page.id}`, trail)
}

function* checkFuture(library: Library, page: Page, today: string): Iterable<Problem> {
  const { updated, reviewed, changes } = page.front
  const dates: [string, Trail][] = [
    [updated, ['updated']],
    [reviewed, ['reviewed']]
  ]
  for (const [index, { date }] of changes.entries()) dates.push([date, ['changes', index, 'date']])
  for (const [date, trail] of dates) {
    if (date > today)
      yield mistake('date-in-future', spotOf(library, page, trail), `${date} is in the future.`, 'Write the day on which it happened.')
  }
}

function* checkChanges(library: Library, page: Page): Iterable<Problem> {
  const { updated, changes } = page.front
  for (const [index, { date }] of changes.entries()) {
    const newer = changes[index - 1]
    if (newer && newer.date < date) {
      yield mistake(
        'changes-order',
        spotOf(library, page, ['changes', index, 'date']),
        `The change of ${date} stands below an older one.`,
        'The newest change comes first.'
      )
    }
  }
  const newest = changes.reduce((latest, { date }) => (date > latest ? date : latest), '')
  if (updated < newest) {
    yield mistake(
      'updated-before-change',
      spotOf(library, page, ['updated']),
      `\`updated\` is ${updated}, before the newest change of ${newest}.`,
      'Set `updated` to the day of the newest change, or later.'
    )
  }
}

/** The same day some months later; the last day of the month where there is no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const index = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(index / 12), index % 12]
  const last = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(toYear).padStart(4, '0')}-${two(toMonth + 1)}-${two(Math.min(date, last))}`
}
