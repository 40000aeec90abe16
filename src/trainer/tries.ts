/**
 * What came in a file of answers, as far as item statistics need it: of each question the first answer, marked here. The
 * console keeps it beside the receipt as one short text. What was typed is left out: it may name somebody, and is no choice.
 */
import { score } from '../quiz/markers.ts'
import type { Response } from '../quiz/question.ts'
import type { Keyed } from '../quiz/score.ts'
import { firstTries, type Tried, takable } from '../quiz/statistics.ts'
import { attemptsOf } from '../training/attempt.ts'
import type { LogEvent } from '../training/event.ts'
import { triesOf } from '../training/tries.ts'

type Asked = Keyed & { readonly id: string; readonly revision: number }

/** An answer without its learner, who stands on the receipt. */
export interface KeptTry extends Omit<Tried, 'learner'> {
  readonly revision: number
}

/** Of one receipt: forty modules of twenty questions. */
const MOST = 800
const MOST_ENTRIES = 100
/** Characters of one receipt's text. */
export const LARGEST = 200_000

/** Entries that are choices of the question: a marked piece is kept whatever rule was named for it. */
function chosen(question: Asked, response: Response): string[] {
  const known = new Set(takable(question).map(({ id }) => id))
  return response.filter(entry => known.has(entry) || known.has(entry.split('=')[0] ?? '')).slice(0, MOST_ENTRIES)
}

export function keptTries(events: readonly LogEvent[], questions: Iterable<Asked>): KeptTry[] {
  const known = new Map([...questions].map(question => [question.id, question]))
  const revisions = new Map([...known.values()].map(({ id, revision }) => [id, revision]))
  return firstTries(triesOf(attemptsOf(events), '', revisions))
    .slice(0, MOST)
    .flatMap(({ learner: _, earned: __, possible: ___, response, ...tried }) => {
      const question = known.get(tried.question)
      if (!question) return []
      const { earned, possible } = score(question, response)
      return [{ ...tried, revision: question.revision, response: chosen(question, response), earned, possible }]
    })
}

export function triesText(tries: readonly KeptTry[]): string {
  return JSON.stringify(
    tries.map(({ question, revision, response, earned, possible, took, sure }) => [
      question,
      revision,
      response,
      earned,
      possible,
      took ?? 0,
      sure ?? 0
    ])
  )
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isShort = (value: unknown): value is string => typeof value === 'string' && value.length <= 200

function decodeTry(row: unknown): KeptTry | undefined {
  if (!Array.isArray(row)) return undefined
  const [question, revision, response, earned, possible, took, sure] = row as readonly unknown[]
  if (!isShort(question) || ![revision, earned, possible, took, sure].every(isWhole)) return undefined
  if (!Array.isArray(response) || response.length > MOST_ENTRIES || !response.every(isShort)) return undefined
  if ((possible as number) < 1 || (earned as number) > (possible as number)) return undefined
  return {
    question,
    revision: revision as number,
    response,
    earned: earned as number,
    possible: possible as number,
    ...((took as number) > 0 && { took: took as number }),
    ...((sure === 1 || sure === 2 || sure === 3) && { sure })
  }
}

/** Never throws; what is not well formed is left out. */
export function decodeTries(text: unknown): KeptTry[] {
  if (typeof text !== 'string' || text.length > LARGEST) return []
  try {
    const rows: unknown = JSON.parse(text)
    return Array.isArray(rows) ? rows.slice(0, MOST).flatMap(row => decodeTry(row) ?? []) : []
  } catch {
    return []
  }
}
