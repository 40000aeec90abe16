/**
 * The committed list of what each question's key was. It makes a silent change of a key fail: learners' records hold
 * question and choice ids, and they stay true only as long as those ids mean the same.
 */
import { createHash } from 'node:crypto'
import { z } from 'astro/zod'
import { LASTING } from '../quiz/markers.ts'
import type { Question } from '../quiz/question.ts'

export const LEDGER_FILE = 'content/ledger.json'

const line = z.strictObject({ revision: z.int().positive(), choices: z.array(z.string()), hash: z.string() })
export type LedgerLine = z.infer<typeof line>

export const ledgerFile = z.strictObject({
  format: z.literal(1),
  questions: z.record(z.string(), line),
  /** Ids that were taken out of the bank: `question` or `question/choice`. They are never used again. */
  retired: z.array(z.string())
})
export type Ledger = z.infer<typeof ledgerFile>

/** What the ledger says of a question. All wording, and orders that decide nothing, are left out: they may change freely. */
export function lineOf(question: Question): LedgerLine {
  const lasting = LASTING[question.kind]
  const choices = [...lasting.ids(question)].sort()
  const hash = createHash('sha256')
    .update(JSON.stringify([question.kind, choices, lasting.key(question)]))
    .digest('hex')
    .slice(0, 12)
  return { revision: question.revision, choices, hash }
}

/** The ledger of a bank. Retired ids stay for ever. */
export function ledgerOf(questions: readonly Question[], retired: readonly string[]): Ledger {
  const sorted = [...questions].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    format: 1,
    questions: Object.fromEntries(sorted.map(question => [question.id, lineOf(question)])),
    retired: [...new Set(retired)].sort()
  }
}

/** One line a question, so that a change in version control shows which. */
export function toFile(ledger: Ledger): string {
  const lines = Object.entries(ledger.questions).map(([id, entry]) => `    ${JSON.stringify(id)}: ${JSON.stringify(entry)}`)
  const retired = ledger.retired.map(id => `    ${JSON.stringify(id)}`)
  const list = (open: string, items: readonly string[], close: string) =>
    items.length === 0 ? `${open}${close}` : `${open}\n${items.join(',\n')}\n  ${close}`
  return `{\n  "format": 1,\n  "questions": ${list('{', lines, '}')},\n  "retired": ${list('[', retired, ']')}\n}\n`
}
