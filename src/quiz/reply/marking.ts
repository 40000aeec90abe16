/** Marks a reply in the learner's own words: its form, never its meaning. A response is the one text that was typed. */
import type { PackPhrase } from '../../phrases/find.ts'
import type { Judged } from '../../phrases/judging.ts'
import type { Lasting, Marker, OfKind } from '../marker.ts'
import type { Need, Response } from '../question.ts'

export interface ReplyKeyed extends OfKind<'reply'> {
  readonly needs: readonly Need[]
  /** The banned phrases to look for, in both languages: a reply may be written in either. */
  readonly phrases?: readonly PackPhrase[]
}

/** The shortest reply that says anything, in characters. */
const SHORTEST = 4

function typedOf(response: Response): string {
  return (response[0] ?? '').trim()
}

/**
 * One point for each need that the reply's form meets; nothing with a banned phrase in it, and nothing for being polite
 * alone where something is to be done. `isReady`: can these words be judged yet?
 */
export function replyMarker(
  judge: (text: string, phrases: readonly PackPhrase[]) => Judged,
  isReady: (text: string) => boolean = () => true
): Marker<ReplyKeyed> {
  return {
    complete: (_, response) => typedOf(response).length >= SHORTEST && isReady(typedOf(response)),
    answered: (_, response) => typedOf(response) !== '',
    possible: question => Math.max(1, question.needs.length),
    mark(question, response) {
      const { banned, met } = judge(typedOf(response), question.phrases ?? [])
      const parts = question.needs.map(id => ({ id, taken: true, right: met.includes(id) }))
      const empty = parts.every(({ id, right }) => right === (id === 'heard')) && parts.length > 1
      return { earned: banned.length > 0 || empty ? 0 : parts.filter(part => part.right).length, parts }
    }
  }
}

export const replyLasting: Lasting<ReplyKeyed> = {
  ids: () => [],
  key: question => question.needs
}
