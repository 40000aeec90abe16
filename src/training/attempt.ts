/**
 * One run through a practice set, a module's check, an exam or a review, worked out from the log.
 *
 * Nothing is counted twice, whatever the log holds: of a repeated start, finish, or answer to the same try, the first
 * that arrived counts; of answers in progress, the last.
 */

import type { Behaviour, Certainty } from '../quiz/behaviour.ts'
import type { Draw } from '../quiz/draw.ts'
import { percentOf } from '../quiz/score.ts'
import type { LogEvent } from './event.ts'

export interface Answer {
  readonly revision: number
  readonly response: readonly string[]
  readonly earned: number
  readonly possible: number
  /** Milliseconds UTC. */
  readonly at: number
  /** Hints that were looked at before. */
  readonly hints?: number
  readonly sure?: Certainty
  /** Seconds that the question was in sight before this answer. */
  readonly took?: number
}

/** An answer in progress. */
export interface Draft {
  readonly response: readonly string[]
  readonly sure?: Certainty
}

export interface Attempt {
  readonly id: string
  readonly behaviour: Behaviour['name']
  /** Id of the module; of the exam; or `review`. */
  readonly module: string
  /** Page of the practice set (`group/slug`), `check`, `exam` or `review`. */
  readonly page: string
  readonly draw: Draw
  /** Questions that were drawn and replaced, because the bank had changed. */
  readonly replaced?: readonly string[]
  readonly startedAt: number
  /** Seconds that it may take. */
  readonly limit?: number
  /** Latest event of the attempt. */
  readonly at: number
  /** By question. */
  readonly drafts: ReadonlyMap<string, Draft>
  /** Marked answers, by question, in the order of tries. */
  readonly answers: ReadonlyMap<string, readonly Answer[]>
  readonly finished?: { readonly at: number; readonly percent: number; readonly pass: number; readonly barred?: true }
}

export type Attempts = ReadonlyMap<string, Attempt>

function withEntry<T>(map: ReadonlyMap<string, T>, key: string, value: T): ReadonlyMap<string, T> {
  return new Map(map).set(key, value)
}

function follow(attempt: Attempt, event: LogEvent): Attempt {
  if (!('attempt' in event) || event.type === 'started' || attempt.finished) return attempt
  const { at } = event
  if (event.type === 'redrawn') {
    const now = new Set(event.draw.items.map(item => item.question))
    const gone = attempt.draw.items.map(item => item.question).filter(id => !now.has(id))
    return { ...attempt, at, draw: event.draw, replaced: [...(attempt.replaced ?? []), ...gone] }
  }
  if (event.type === 'chose') {
    const draft: Draft = { response: event.response, ...(event.sure && { sure: event.sure }) }
    return { ...attempt, at, drafts: withEntry(attempt.drafts, event.question, draft) }
  }
  if (event.type === 'finished') {
    const { percent, pass, barred } = event
    return { ...attempt, at, finished: { at, percent, pass, ...(barred && { barred }) } }
  }
  const tries = attempt.answers.get(event.question) ?? []
  if (event.try !== tries.length + 1) return { ...attempt, at }
  const { revision, response, earned, possible, hints, sure, took } = event
  const answer: Answer = {
    revision,
    response,
    earned,
    possible,
    at,
    ...(hints !== undefined && { hints }),
    ...(sure && { sure }),
    ...(took !== undefined && { took })
  }
  return { ...attempt, at, answers: withEntry(attempt.answers, event.question, [...tries, answer]) }
}

/** Takes further events into account. Events of an unknown attempt are passed over. */
export function furtherAttempts(known: Attempts, events: readonly LogEvent[]): Attempts {
  const attempts = new Map(known)
  for (const event of events) {
    if (!('attempt' in event)) continue
    const attempt = attempts.get(event.attempt)
    if (attempt) attempts.set(attempt.id, follow(attempt, event))
    else if (event.type === 'started') {
      const { attempt: id, behaviour, module, page, draw, at, limit } = event
      const fresh = { id, behaviour, module, page, draw, startedAt: at, at, drafts: new Map(), answers: new Map() }
      attempts.set(id, limit === undefined ? fresh : { ...fresh, limit })
    }
  }
  return attempts
}

/** All attempts of a log by id, in the order they were started. */
export function attemptsOf(log: readonly LogEvent[]): Attempts {
  return furtherAttempts(new Map(), log)
}

/** The newest attempt on this page (or check), if it is not finished: to be resumed. */
export function openAttempt(attempts: Attempts, module: string, page: string): Attempt | undefined {
  const newest = [...attempts.values()].findLast(attempt => attempt.module === module && attempt.page === page)
  return newest?.finished ? undefined : newest
}

/** The items of a draw that can still be asked: their question exists and has the revision that was drawn. */
export function standing(attempt: Attempt, revisions: ReadonlyMap<string, number>): Draw['items'] {
  return attempt.draw.items.filter(item => revisions.get(item.question) === item.revision)
}

/** Per cent over the last answer to each question that was answered. */
export function percentOfAttempt(attempt: Attempt): number {
  return percentOf([...attempt.answers.values()].flatMap(tries => tries.slice(-1)))
}
