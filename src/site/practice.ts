/** Which questions a page's practice set asks. A page has at most one. */
import type { Page } from '../authoring/library.ts'

/** Ids of the questions in the order the author gave; none where the page has no practice set. */
export function practiceOn(page: Pick<Page, 'body'>): string[] {
  const pick = /<Practice\s[^>]*\bpick="([^"]*)"/.exec(page.body)?.[1] ?? ''
  return pick.split(/\s+/).filter(id => id !== '')
}
