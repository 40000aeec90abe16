/** A record's attempts as item statistics and calibration read them. */
import type { Tried } from '../quiz/statistics.ts'
import type { Attempts } from './attempt.ts'

/**
 * The first try of every attempt at every question, in the order in which they were given. Answers to another revision
 * than the present one are left out: that was another question.
 */
export function triesOf(attempts: Attempts, learner: string, revisions: ReadonlyMap<string, number>): Tried[] {
  return [...attempts.values()]
    .flatMap(({ answers }) => [...answers].flatMap(([question, [first]]) => (first ? [{ question, first }] : [])))
    .filter(({ question, first }) => revisions.get(question) === first.revision)
    .sort((a, b) => a.first.at - b.first.at)
    .map(({ question, first: { response, earned, possible, took, sure } }) => ({
      learner,
      question,
      response,
      earned,
      possible,
      ...(took !== undefined && { took }),
      ...(sure && { sure })
    }))
}
