/** What an untrusted value must be before the tools take it: each of these says yes or no, and never throws. */

export type Loose = Readonly<Record<string, unknown>>

/** The latest instant that a date can name (ECMAScript's time value), in epoch milliseconds. */
const LATEST = 8.64e15
const LONGEST_ID = 100

export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most
}

export function isId(value: unknown): value is string {
  return isText(value, LONGEST_ID) && value !== ''
}

/** Epoch milliseconds. */
export function isTime(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= LATEST
}

/** Every one of a list decoded, or undefined when one can't be or there are too many. */
export function allOf<T>(value: unknown, most: number, decode: (one: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value) || value.length > most) return undefined
  const decoded: T[] = []
  for (const one of value) {
    const got = decode(one)
    if (got === undefined) return undefined
    decoded.push(got)
  }
  return decoded
}

/** Cuts a text to a length without leaving half a character at its end. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const short = text.slice(0, most)
  return /[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short
}
