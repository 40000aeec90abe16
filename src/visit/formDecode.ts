/**
 * Reads rows that anybody may have written: another version of the handbook, a backup file, a person with a console.
 * What is not exactly a filled form within its bounds is refused whole.
 */
import { isId, isLoose, isText, isTime } from './decoding.ts'
import { KIND, REASON } from './form.ts'
import type { Filled, Signature, Stroke } from './paper.ts'

const MOST_FIELDS = 80
/** More than a field takes, so that a form that was written under wider limits can still be read. */
const LONGEST_TEXT = 4000
const LONGEST_NAME = 120
const MOST_STROKES = 400
const MOST_POINTS = 20_000
/** Twice as high as wide is more than any pad. */
const LOWEST = 2

const isWithin = (value: unknown, most: number) => typeof value === 'number' && value >= 0 && value <= most

function decodeFields(value: unknown): Record<string, string> | undefined {
  if (!isLoose(value)) return undefined
  const entries = Object.entries(value)
  if (entries.length > MOST_FIELDS || !entries.every(([id, text]) => isId(id) && isText(text, LONGEST_TEXT))) return undefined
  return Object.fromEntries(entries) as Record<string, string>
}

function decodeStrokes(value: unknown): Stroke[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_STROKES) return undefined
  let points = 0
  for (const stroke of value) {
    if (!Array.isArray(stroke) || stroke.length === 0) return undefined
    points += stroke.length
    if (points > MOST_POINTS) return undefined
    for (const point of stroke)
      if (!Array.isArray(point) || point.length !== 2 || !isWithin(point[0], 1) || !isWithin(point[1], LOWEST)) return undefined
  }
  return value as Stroke[]
}

export function decodeSignature(value: unknown): Signature | undefined {
  if (!isLoose(value) || !isTime(value.at)) return undefined
  const { how, at, name, reason } = value
  if (how === 'drawn') {
    const strokes = decodeStrokes(value.strokes)
    return strokes && { how, strokes, at }
  }
  if (how === 'typed') return isText(name, LONGEST_NAME) && name !== '' ? { how, name, at } : undefined
  return how === 'declined' && isText(reason, REASON) && reason !== '' ? { how, reason, at } : undefined
}

export function decodeFilled(value: unknown): Filled | undefined {
  try {
    if (!isLoose(value)) return undefined
    const { v, id, form, created, changed, run, kind, exported } = value
    if (v !== 1 || !isId(id) || !isId(form) || !isTime(created) || !isTime(changed)) return undefined
    if ((run !== undefined && !isId(run)) || (kind !== undefined && !(isText(kind, KIND) && kind !== ''))) return undefined
    if (exported !== undefined && !isTime(exported)) return undefined
    const fields = decodeFields(value.fields)
    const signature = decodeSignature(value.signature)
    if (!fields || (value.signature !== undefined && !signature)) return undefined
    return {
      v,
      id,
      form,
      created,
      changed,
      fields,
      ...(run !== undefined && { run }),
      ...(kind !== undefined && { kind }),
      ...(signature && { signature }),
      ...(exported !== undefined && { exported })
    }
  } catch {
    // a getter that throws is no form either
    return undefined
  }
}
