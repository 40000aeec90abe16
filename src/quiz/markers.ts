/** The markers of all kinds, for whoever marks any question: the build, the tests, a trainer's console. */
import { choicesLasting, multiple, single } from './choice/choices.ts'
import { gap, gapLasting } from './gap/gap.ts'
import { mark, markLasting } from './mark/mark.ts'
import type { Lasting, Marker } from './marker.ts'
import { number, numberLasting } from './number/number.ts'
import { order, orderLasting } from './order/order.ts'
import { place, placeLasting } from './place/place.ts'
import type { Kind, Response } from './question.ts'
import { reply, replyLasting } from './reply/reply.ts'
import { scenario, scenarioLasting } from './scenario/scenario.ts'
import { type Keyed, type Score, scoreWith } from './score.ts'

/** A marker for one kind is only ever given questions of that kind. */
type AnyMarker = Marker<Keyed>

export const MARKERS: Readonly<Record<Kind, AnyMarker>> = {
  single: single as AnyMarker,
  multiple: multiple as AnyMarker,
  replace: single as AnyMarker,
  order: order as AnyMarker,
  match: place as AnyMarker,
  sort: place as AnyMarker,
  mark: mark as AnyMarker,
  gap: gap as AnyMarker,
  number: number as AnyMarker,
  reply: reply as AnyMarker,
  scenario: scenario as AnyMarker
}

type AnyLasting = Lasting<Keyed>

/** What of a question of each kind must last. */
export const LASTING: Readonly<Record<Kind, AnyLasting>> = {
  single: choicesLasting as AnyLasting,
  multiple: choicesLasting as AnyLasting,
  replace: choicesLasting as AnyLasting,
  order: orderLasting as AnyLasting,
  match: placeLasting as AnyLasting,
  sort: placeLasting as AnyLasting,
  mark: markLasting as AnyLasting,
  gap: gapLasting as AnyLasting,
  number: numberLasting as AnyLasting,
  reply: replyLasting as AnyLasting,
  scenario: scenarioLasting as AnyLasting
}

/** May it be submitted? */
export function validate(question: Keyed, response: Response): boolean {
  return MARKERS[question.kind].complete(question, response)
}

export function score(question: Keyed, response: Response): Score {
  return scoreWith(MARKERS[question.kind], question, response)
}

/** Points that the right answer earns. */
export function possibleOf(question: Keyed): number {
  return MARKERS[question.kind].possible(question)
}
