/** A run as it may come from the disk, another version or a backup: taken whole, or not at all. */
import { allOf, isId, isLoose, isText, isTime, type Loose } from './decoding.ts'
import type { Run, RunEntry } from './paper.ts'
import { MOST_ENTRIES } from './run.ts'

/** Most characters of an order number or a customer's name, of a note, of a reason. */
export const MOST = { heading: 200, note: 10_000, reason: 2000 } as const

const PARTS: { readonly [Type in RunEntry['type']]: (entry: Loose) => object | undefined } = {
  done: ({ step }) => (isId(step) ? { step } : undefined),
  skipped: ({ step, reason }) => (isId(step) && isText(reason, MOST.reason) ? { step, reason } : undefined),
  open: ({ step }) => (isId(step) ? { step } : undefined),
  note: ({ step, text }) => (isId(step) && isText(text, MOST.note) ? { step, text } : undefined),
  photo: ({ step, photo }) => (isId(step) && isId(photo) ? { step, photo } : undefined),
  'photo-removed': ({ step, photo }) => (isId(step) && isId(photo) ? { step, photo } : undefined),
  finished: () => ({}),
  reopened: () => ({}),
  undone: ({ entry }) => (isId(entry) ? { entry } : undefined)
}

function decodeEntry(value: unknown): RunEntry | undefined {
  if (!isLoose(value) || !isId(value.id) || !isTime(value.at)) return undefined
  const { id, at, type } = value
  if (typeof type !== 'string' || !Object.hasOwn(PARTS, type)) return undefined
  const part = PARTS[type as RunEntry['type']](value)
  return part && ({ id, at, type, ...part } as RunEntry)
}

/** Undefined for anything that is no run of this version. Fields that no run has are left out. */
export function decodeRun(value: unknown): Run | undefined {
  if (!isLoose(value) || value.v !== 1) return undefined
  const { id, changed, checklist, order, customer, started, exported } = value
  if (!isId(id) || !isId(checklist) || !isTime(changed) || !isTime(started)) return undefined
  if (!isText(order, MOST.heading) || !isText(customer, MOST.heading)) return undefined
  if (exported !== undefined && !isTime(exported)) return undefined
  const entries = allOf(value.entries, MOST_ENTRIES, decodeEntry)
  if (!entries) return undefined
  return { v: 1, id, changed, checklist, order, customer, started, entries, ...(exported !== undefined && { exported }) }
}
