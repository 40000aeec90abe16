/** What is known of a long log, kept beside it. Its code is loaded where there is something to keep or to take up. */
import type { Acknowledged } from './acknowledged.ts'
import type { Attempt } from './attempt.ts'
import type { Known } from './known.ts'

/** What is known of the log up to a row, to be kept beside it. */
export interface View {
  /** Key of the last row that was taken into account, and how many rows there were. */
  readonly key: number
  readonly count: number
  readonly unreadable: number
  readonly known: Known
}

/** Version of the kept form. It rises whenever `Known` is worked out in another way; an older one is then not read. */
const VERSION = 4

export function encodeView({ key, count, unreadable, known: { attempts, recovered, acknowledged } }: View): string {
  const plain = [...attempts.values()].map(({ drafts, answers, ...attempt }) => ({
    ...attempt,
    drafts: attempt.finished ? [] : [...drafts],
    answers: [...answers]
  }))
  return JSON.stringify({ v: VERSION, key, count, unreadable, attempts: plain, recovered, acknowledged: [...acknowledged] })
}

/** Undefined for anything that is no view of this version: then the log is read. */
export function decodeView(stored: unknown): View | undefined {
  try {
    const { v, key, count, unreadable, attempts, recovered, acknowledged } = JSON.parse(String(stored))
    if (v !== VERSION || ![key, count, unreadable].every(Number.isSafeInteger)) return undefined
    const known = (attempts as (Omit<Attempt, 'drafts' | 'answers'> & { drafts: []; answers: [] })[]).map(attempt => [
      attempt.id,
      { ...attempt, drafts: new Map(attempt.drafts), answers: new Map(attempt.answers) }
    ])
    const rest = { recovered: [...recovered], acknowledged: new Map(acknowledged as [string, Acknowledged][]) }
    return { key, count, unreadable, known: { attempts: new Map(known as [string, Attempt][]), ...rest } }
  } catch {
    return undefined
  }
}
