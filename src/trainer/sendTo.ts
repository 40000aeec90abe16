/** Whom a draft that was made from weak rules is for. Names are never in an assignment: they stay in this console. */

export interface SendTo {
  /** Of the draft when it was made. */
  readonly title: string
  /** Names and staff numbers, one a person. */
  readonly people: readonly string[]
}

const MOST = 50_000
const LONGEST = 400

/** What lies in the database or in a backup may be anything. Undefined where it names nobody. */
export function decodeSendTo(row: unknown): SendTo | undefined {
  const { title, people } = (row ?? {}) as Readonly<Record<string, unknown>>
  if (typeof title !== 'string' || !Array.isArray(people)) return undefined
  const named = people.slice(0, MOST).flatMap(one => (typeof one === 'string' && one !== '' ? one.slice(0, LONGEST) : []))
  return named.length > 0 ? { title: title.slice(0, LONGEST), people: named } : undefined
}
