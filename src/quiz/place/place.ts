/** Marks matching and sorting: items placed with a partner or in a group. A response is `item=group` for each item. */
import { type Lasting, type Marker, type OfKind, pairsOf } from '../marker.ts'
import type { Response } from '../question.ts'

export interface PlaceKeyed extends OfKind<'match' | 'sort'> {
  readonly groups: readonly { readonly id: string }[]
  readonly items: readonly { readonly id: string; readonly group: string }[]
}

/** Where each known item was placed; only known groups count. */
export function placesOf(question: PlaceKeyed, response: Response): ReadonlyMap<string, string> {
  const pairs = pairsOf(response)
  const groups = new Set(question.groups.map(group => group.id))
  return new Map(
    question.items.flatMap(({ id }) => {
      const group = pairs.get(id)
      return group !== undefined && groups.has(group) ? [[id, group] as const] : []
    })
  )
}

/** Items placed rightly, out of all items. */
export const place: Marker<PlaceKeyed> = {
  complete: (question, response) => placesOf(question, response).size === question.items.length,
  answered: (question, response) => placesOf(question, response).size > 0,
  possible: question => Math.max(1, question.items.length),
  mark(question, response) {
    const places = placesOf(question, response)
    const parts = question.items.map(({ id, group }) => ({ id, taken: places.has(id), right: places.get(id) === group }))
    return { earned: parts.filter(part => part.right).length, parts }
  }
}

export const placeLasting: Lasting<PlaceKeyed> = {
  ids: question => [...question.items, ...question.groups].map(({ id }) => id),
  key: question => [question.groups.map(({ id }) => id).sort(), question.items.map(({ id, group }) => `${id}=${group}`).sort()]
}
