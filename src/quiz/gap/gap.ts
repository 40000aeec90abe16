/** Marks gaps in a text. A response is `gap=choice` where words are chosen and `gap=typed words` where they are typed. */
import { type Lasting, type Marker, type OfKind, pairsOf } from '../marker.ts'
import type { Response } from '../question.ts'

type Wordings = readonly string[] | Readonly<Record<string, readonly string[]>>

interface KeyedGap {
  readonly id: string
  readonly choices?: readonly { readonly id: string; readonly key: boolean }[]
  /** In one language, or in both: a right wording is right in either. */
  readonly accept?: Wordings
  /** What is right in the other language, where `accept` holds one: a learner may write in either. */
  readonly also?: readonly string[]
}

export interface GapKeyed extends OfKind<'gap'> {
  readonly gaps: readonly KeyedGap[]
}

/** Wording alone: width, case, spaces and punctuation make no difference. */
export function bare(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function accepted(wordings: Wordings): readonly string[] {
  return Array.isArray(wordings) ? wordings : Object.values(wordings).flat()
}

/** What stands in each known gap; blank words are none, and an unknown choice is none. */
export function filled(question: GapKeyed, response: Response): ReadonlyMap<string, string> {
  const pairs = pairsOf(response)
  return new Map(
    question.gaps.flatMap(({ id, choices }) => {
      const words = pairs.get(id) ?? ''
      const known = choices ? choices.some(choice => choice.id === words) : bare(words) !== ''
      return known ? [[id, words] as const] : []
    })
  )
}

export function isRight({ choices, accept, also = [] }: KeyedGap, words: string | undefined): boolean {
  if (words === undefined) return false
  if (choices) return choices.some(choice => choice.key && choice.id === words)
  return [...accepted(accept ?? []), ...also].some(wording => bare(wording) === bare(words))
}

/** Gaps filled rightly, out of all gaps. */
export const gap: Marker<GapKeyed> = {
  complete: (question, response) => filled(question, response).size === question.gaps.length,
  answered: (question, response) => filled(question, response).size > 0,
  possible: question => Math.max(1, question.gaps.length),
  mark(question, response) {
    const words = filled(question, response)
    const parts = question.gaps.map(gap => ({ id: gap.id, taken: words.has(gap.id), right: isRight(gap, words.get(gap.id)) }))
    return { earned: parts.filter(part => part.right).length, parts }
  }
}

export const gapLasting: Lasting<GapKeyed> = {
  ids: question => question.gaps.flatMap(({ choices = [] }) => choices.map(choice => choice.id)),
  key: question =>
    question.gaps.map(({ id, choices, accept }) => [
      id,
      choices?.filter(choice => choice.key).map(choice => choice.id) ?? [...accepted(accept ?? [])].map(bare).sort()
    ])
}
