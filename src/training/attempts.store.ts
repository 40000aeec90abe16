/** The attempts of this browser's learner, and how an island begins, keeps and ends one. */

import { derived } from '../device/derived.ts'
import { readSetting, writeSetting } from '../device/settings.store.ts'
import type { Certainty } from '../quiz/behaviour.ts'
import { isChecked } from '../quiz/checked.ts'
import type { Draw } from '../quiz/draw.ts'
import type { Marker } from '../quiz/marker.ts'
import { type Keyed, scoreWith } from '../quiz/score.ts'
import type { ShownQuestion } from '../quiz/shown.ts'
import type { Attempt, Draft } from './attempt.ts'
import { randomWord, record } from './learner.store.ts'

export const $attempts = derived(record.$known, known => known.attempts)

interface Beginning {
  readonly behaviour: Attempt['behaviour']
  readonly module: string
  readonly page: string
  /** Seconds that it may take. */
  readonly limit?: number
  /** Makes the draw from a new seed. */
  draw(seed: string): Draw
}

/** Returns the new attempt's id at once; it is being saved meanwhile. */
export function begin({ draw, ...beginning }: Beginning): string {
  const attempt = randomWord()
  void record.append({ type: 'started', attempt, ...beginning, draw: draw(randomWord()) })
  return attempt
}

/** From now on an attempt asks this: the bank has changed under it. */
export function redraw(attempt: string, draw: Draw): void {
  void record.append({ type: 'redrawn', attempt, draw })
}

/** Keeps an answer in progress, and how sure the learner is of it. */
export function keep(attempt: string, question: string, { response, sure }: Draft): void {
  void record.append({ type: 'chose', attempt, question, response, ...(sure && { sure }) })
}

/** A question with the marker of its kind. */
export interface Asked {
  readonly question: ShownQuestion
  readonly marker: Marker<Keyed>
}

/** What is known of an answer besides the answer itself. */
export interface Circumstances {
  /** Hints that were looked at. */
  readonly hints?: number
  readonly sure?: Certainty
  /** Seconds that the question was in sight. */
  readonly took?: number
}

/** An answer as it is kept: marked, as the next try at its question. */
export function marked(attempt: Attempt, { question, marker }: Asked, response: readonly string[], around: Circumstances) {
  const { earned, possible } = scoreWith(marker, question, response)
  const turn = (attempt.answers.get(question.id)?.length ?? 0) + 1
  return {
    type: 'answered',
    attempt: attempt.id,
    question: question.id,
    revision: question.revision,
    try: turn,
    response,
    earned,
    possible,
    ...around
  } as const
}

/**
 * Marks an answer and adds it to the record. `turn` is the try that the learner saw (1 for the first): a second click,
 * or another tab that was quicker, finds that try taken and adds nothing.
 */
export function answer(id: string, asked: Asked, response: readonly string[], turn: number, around: Circumstances = {}): void {
  const attempt = $attempts.get().get(id)
  const { question, marker } = asked
  if (!attempt || attempt.finished || !marker.complete(question, response)) return
  if ((attempt.answers.get(question.id)?.length ?? 0) + 1 !== turn) return
  const event = marked(attempt, asked, response, around)
  void record.append(event)
  if (turn === 1 && isChecked(question.kind)) note([event], attempt.behaviour)
}

/** Leaves first answers for home, which counts what is due without the log: `reviewDue.store.ts` takes them up. */
export function note(answers: readonly ReturnType<typeof marked>[], behaviour: Attempt['behaviour']): void {
  const lines = answers.map(({ question, earned, possible, hints, sure }) =>
    JSON.stringify([question, earned, possible, hints, sure, Date.now(), behaviour])
  )
  writeSetting('noted', [readSetting('noted'), ...lines].join('\n').slice(-50_000))
}

/** Ends a practice set or a review. */
export function finishPractice(id: string, percent: number): void {
  const attempt = $attempts.get().get(id)
  if (attempt && !attempt.finished) void record.append({ type: 'finished', attempt: id, percent, pass: 0 })
}
