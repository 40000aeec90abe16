/** All changes of the handbook in words, newest first. */
import type { Page } from '../authoring/library.ts'

export interface Change {
  readonly page: Page
  /** 1 for the page's first change; fixed for ever. */
  readonly number: number
  readonly date: string
  readonly kind: 'material' | 'editorial'
  readonly what: string
}

/** Changes of the given pages, newest first; on the same day in the order of the pages. */
export function changesOf(pages: readonly Page[]): Change[] {
  return pages
    .flatMap(page => page.front.changes.map((change, index) => ({ page, number: page.front.changes.length - index, ...change })))
    .sort((a, b) => b.date.localeCompare(a.date))
}

/** Changes that are sorted by day, as one list for each day. */
export function byDay(changes: readonly Change[]): { date: string; changes: Change[] }[] {
  const days: { date: string; changes: Change[] }[] = []
  for (const change of changes) {
    const last = days.at(-1)
    if (last?.date === change.date) last.changes.push(change)
    else days.push({ date: change.date, changes: [change] })
  }
  return days
}
