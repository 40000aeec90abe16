/** How many forms of each kind there were in each month. */
import type { Form } from './form.ts'
import { monthAt } from './formText.ts'
import type { Filled } from './paper.ts'

export interface Counts {
  /** `2026-11`, the oldest first; months without a form between the first and the last are there too. */
  readonly months: readonly string[]
  /** Kinds in the form's order, then those that were written in, then '' for what is not yet classified. */
  readonly kinds: readonly string[]
  count(kind: string, month: string): number
}

/** A range longer than this, after a clock that was wrong, shows only months that have forms. */
const MOST_MONTHS = 240

function monthsBetween(first: string, last: string): string[] {
  const index = (month: string) => Number(month.slice(0, -3)) * 12 + Number(month.slice(-2)) - 1
  const length = index(last) - index(first) + 1
  if (!(length > 0 && length <= MOST_MONTHS)) return []
  return Array.from({ length }, (_, n) => {
    const at = index(first) + n
    return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}

/** A form belongs to the month in which it was begun. */
export function countsOf(form: Form, filled: readonly Filled[], zoneAt: (at: number) => number): Counts {
  const counts = new Map<string, number>()
  const months = new Set<string>()
  const kinds = new Set<string>()
  for (const one of filled) {
    if (one.form !== form.id) continue
    const month = monthAt(one.created, zoneAt(one.created))
    const kind = one.kind ?? ''
    months.add(month)
    kinds.add(kind)
    const key = `${month} ${kind}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const sorted = [...months].sort()
  const range = monthsBetween(sorted[0] ?? '', sorted.at(-1) ?? '')
  const known = (form.kinds?.choices ?? []).map(({ id }) => id).filter(id => kinds.has(id))
  const written = [...kinds].filter(kind => kind !== '' && !known.includes(kind)).sort()
  return {
    months: range.length > 0 ? range : sorted,
    kinds: [...known, ...written, ...(kinds.has('') ? [''] : [])],
    count: (kind, month) => counts.get(`${month} ${kind}`) ?? 0
  }
}
