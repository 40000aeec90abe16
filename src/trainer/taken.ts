/** Item statistics from what the console keeps beside receipts. */
import type { Work } from '../device/work.ts'
import { type ItemStatistics, itemNumbers, type Tried } from '../quiz/statistics.ts'
import type { ItemEntry } from '../training/items.ts'
import { sameStaff } from '../training/receipt.ts'
import { decodeTries } from './tries.ts'
import type { Counted } from './verdict.ts'

type Asked = Pick<ItemEntry, 'id' | 'revision'>

export interface Taken {
  readonly learners: number
  readonly items: readonly ItemStatistics[]
}

/** Receipts that are read before the page may breathe. */
const FEW = 20

/** Answers to questions as they stand now, with the people who gave them, in the order of `counted`. */
export function* triedIn(counted: readonly Counted[], tries: ReadonlyMap<string, unknown>, entries: readonly Asked[]): Work<Tried[]> {
  const revisions = new Map(entries.map(({ id, revision }) => [id, revision]))
  const all: Tried[] = []
  for (const [index, { seal, receipt }] of counted.entries()) {
    if (index % FEW === 0) yield
    const learner = sameStaff(receipt.staff)
    for (const { revision, ...tried } of decodeTries(tries.get(seal))) {
      if (revisions.get(tried.question) === revision) all.push({ learner, ...tried })
    }
  }
  return all
}

/**
 * `counted`: in the order in which they were made. Each receipt of an enrolment tells all that the ones before told: of each
 * person the first answer to a question counts, in whichever it comes. `tries`: by the seals of receipts, as they are kept.
 */
export function* takenIn(counted: readonly Counted[], tries: ReadonlyMap<string, unknown>, entries: readonly ItemEntry[]): Work<Taken> {
  const all = yield* triedIn(counted, tries, entries)
  const learners = new Set(all.map(({ learner }) => learner))
  const questions = entries.map(({ id, question }) => ({ ...question, id }))
  return { learners: learners.size, items: yield* itemNumbers(all, questions) }
}
