/** When each page is due to be read again by its owner. */
import type { Page } from '../authoring/library.ts'
import { monthsLater } from './dates.ts'

export interface Review {
  readonly page: Page
  readonly due: string
}

/** The earliest due first. A page is overdue from the day after. */
export function reviewsOf(pages: readonly Page[], today: string): { overdue: Review[]; upcoming: Review[] } {
  const reviews = pages
    .map(page => ({ page, due: monthsLater(page.front.reviewed, page.front.reviewEvery) }))
    .sort((a, b) => a.due.localeCompare(b.due))
  return { overdue: reviews.filter(({ due }) => due < today), upcoming: reviews.filter(({ due }) => due >= today) }
}
