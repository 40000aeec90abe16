/** Marks a choice among choices. A response is the ids of the chosen ones, in any order. */
import type { Lasting, Marker, OfKind } from '../marker.ts'
import type { Response } from '../question.ts'

export interface ChoicesKeyed extends OfKind<'single' | 'multiple' | 'replace'> {
  readonly choices: readonly { readonly id: string; readonly key: boolean }[]
}

/** The known choices of a response, each once. */
export function takenOf(question: ChoicesKeyed, response: Response): ReadonlySet<string> {
  const known = new Set(question.choices.map(choice => choice.id))
  return new Set(response.filter(id => known.has(id)))
}

function isKey({ key }: { readonly key: boolean }): boolean {
  return key
}

function choices(several: boolean): Marker<ChoicesKeyed> {
  const answered = (question: ChoicesKeyed, response: Response) => {
    const { size } = takenOf(question, response)
    return several ? size > 0 : size === 1
  }
  return {
    complete: answered,
    answered,
    possible: question => (several ? Math.max(1, question.choices.filter(isKey).length) : 1),
    mark(question, response) {
      const taken = takenOf(question, response)
      const signed = question.choices.reduce((sum, { id, key }) => (taken.has(id) ? sum + (key ? 1 : -1) : sum), 0)
      const parts = question.choices.map(({ id, key }) => ({ id, taken: taken.has(id), right: taken.has(id) === key }))
      return { earned: Math.max(0, signed), parts }
    }
  }
}

/** Single choice and phrase replacement: 1 for the key, 0 for anything else. Two choices are no answer. */
export const single = choices(false)

/**
 * Multiple choice: keys taken − others taken, floor 0, out of the number of keys. Ticking everything earns nothing
 * where half are keys (plus/minus scoring: Betts et al. 2022, PMC8725057).
 */
export const multiple = choices(true)

export const choicesLasting: Lasting<ChoicesKeyed> = {
  ids: question => question.choices.map(choice => choice.id),
  key: question =>
    question.choices
      .filter(isKey)
      .map(choice => choice.id)
      .sort()
}
