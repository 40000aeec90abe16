/** What a review knows of all questions before it fetches those that it asks. */
import type { ShownQuestion } from '../quiz/shown.ts'
import type { Day } from './day.ts'
import type { Reviewable } from './review.ts'

export interface ReviewBank {
  /** Revision of each question, by module. */
  readonly modules: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** What was changed in a page after it was published, the newest first, by its address. */
  readonly changes: Readonly<Record<string, readonly Change[]>>
}

export interface Change {
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly what: string
}

export function reviewableOf({ modules }: ReviewBank): Reviewable {
  return new Map(
    Object.entries(modules).flatMap(([module, questions]) =>
      Object.entries(questions).map(([question, revision]) => [question, { module, revision }] as const)
    )
  )
}

/** The newest change on the page of the question's main rule, if there is one on or after this day. */
export function changeSince({ changes }: ReviewBank, { rules }: Pick<ShownQuestion, 'rules'>, day: Day): Change | undefined {
  const [page = ''] = (rules[0]?.href ?? '').split('#')
  const newest = changes[page]?.[0]
  return newest && Date.parse(newest.date) >= day * 86_400_000 ? newest : undefined
}
