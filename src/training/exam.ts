/** The rules of an exam: who may begin, how long it lasts, who has passed. Pure; the time comes from outside. */
import type { ShownQuestion } from '../quiz/shown.ts'
import type { Attempt, Attempts } from './attempt.ts'

export interface Terms {
  /** Per cent of the points. */
  readonly pass: number
  /** Rules on which no mistake is allowed. */
  readonly mustPass: readonly string[]
  readonly minutes: number
  readonly attempts: number
  /** Hours after an attempt that was not passed. */
  readonly coolDown: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The attempts at an exam, in the order in which they were begun. */
export function attemptsAt(attempts: Attempts, exam: string): Attempt[] {
  return [...attempts.values()].filter(attempt => attempt.behaviour === 'exam' && attempt.module === exam)
}

/**
 * The rules of `mustPass` that an attempt broke: a question that tests one of them was not answered wholly right.
 * `questions` are those of the exam as they are now.
 */
export function missedMusts(
  attempt: Attempt,
  questions: readonly Pick<ShownQuestion, 'id' | 'rules'>[],
  mustPass: readonly string[]
): string[] {
  const missed = new Set<string>()
  for (const { question: id } of attempt.draw.items) {
    const answer = attempt.answers.get(id)?.at(-1)
    const main = questions.find(question => question.id === id)?.rules[0]?.id
    if (answer && main !== undefined && mustPass.includes(main) && answer.earned < answer.possible) missed.add(main)
  }
  return [...missed]
}

/** Passed by its points; whoever knows the questions asks `missedMusts` as well. */
export function hasPassed(attempt: Attempt): boolean {
  return attempt.finished !== undefined && attempt.finished.percent >= attempt.finished.pass && !attempt.finished.barred
}

export type Entry =
  | { readonly type: 'resume'; readonly attempt: Attempt }
  | { readonly type: 'begin'; readonly left: number }
  /** Milliseconds UTC from which on it may be begun. */
  | { readonly type: 'wait'; readonly until: number; readonly left: number }
  | { readonly type: 'spent' }
  | { readonly type: 'passed'; readonly attempt: Attempt }

/** What a learner may do now. A passed exam may be taken again at any time, for practice. */
export function entryOf(mine: readonly Attempt[], { attempts, coolDown }: Terms, now: number): Entry {
  const last = mine.at(-1)
  if (last && !last.finished) return { type: 'resume', attempt: last }
  const passed = mine.find(hasPassed)
  if (passed) return { type: 'passed', attempt: passed }
  const left = attempts - mine.length
  if (left <= 0) return { type: 'spent' }
  const until = (last?.finished?.at ?? Number.NEGATIVE_INFINITY) + coolDown * HOUR
  // A clock that was set back makes nobody wait longer than the cool-down.
  return now < until && until - now <= coolDown * HOUR ? { type: 'wait', until, left } : { type: 'begin', left }
}

/**
 * Milliseconds left; 0 when it is over. The clock runs on while the page is closed, hidden or asleep, as it would in a
 * room; answers given before count. A clock that was set back gives no more time than the latest event allows.
 */
export function timeLeft(attempt: Pick<Attempt, 'startedAt' | 'at' | 'limit'>, now: number): number {
  if (attempt.limit === undefined) return Number.POSITIVE_INFINITY
  return Math.max(0, attempt.startedAt + attempt.limit * 1000 - Math.max(now, attempt.at))
}
