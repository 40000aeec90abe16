/**
 * The committed list of what each question's key was, and of the texts that readers are asked to acknowledge. It makes a silent change of a key fail: learners' records hold
 * question and choice ids, and they stay true only as long as those ids mean the same.
 */
import { createHash } from 'node:crypto'
import { z } from 'astro/zod'
import { LASTING } from '../quiz/markers.ts'
import type { Question } from '../quiz/question.ts'
import { type AgreedLine, agreedLine, agreedName, agreedOf } from './agreed.ts'
import type { Library } from './library.ts'

export const LEDGER_FILE = 'content/ledger.json'
/** How an author brings it up to date. */
export const LEDGER_UPDATE = 'npm run check -- --update-ledger'

const line = z.strictObject({ revision: z.int().positive(), choices: z.array(z.string()), hash: z.string() })
export type LedgerLine = z.infer<typeof line>

export const ledgerFile = z.strictObject({
  format: z.literal(1),
  questions: z.record(z.string(), line),
  /** Pages that ask, or have asked, to be acknowledged: `LANG/GROUP/PAGE`. */
  pages: z.record(z.string(), agreedLine).optional(),
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

type Sources = Pick<Library, 'questions' | 'pages' | 'rules' | 'phrases' | 'forms'>

/** The ledger as it should be after the one before. Retired ids stay for ever, and so do the pages that were agreed to. */
export function ledgerOf(library: Sources, before: Ledger | undefined): Ledger {
  const sorted = [...library.questions].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    format: 1,
    questions: Object.fromEntries(sorted.map(question => [question.id, lineOf(question)])),
    pages: pagesOf(library, before?.pages ?? {}),
    retired: [...new Set(before?.retired)].sort()
  }
}

function pagesOf(library: Sources, before: Readonly<Record<string, AgreedLine>>): Record<string, AgreedLine> {
  const asking = library.pages.filter(({ front }) => front.acknowledge)
  const now = asking.map(page => [agreedName(page), agreedOf(page, library, before[agreedName(page)])] as const)
  const all = { ...before, ...Object.fromEntries(now) }
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** One line a question or page, so that a change in version control shows which. */
export function toFile({ questions, pages = {}, retired }: Ledger): string {
  const linesOf = (entries: object) => Object.entries(entries).map(([id, entry]) => `    ${JSON.stringify(id)}: ${JSON.stringify(entry)}`)
  const list = (open: string, items: readonly string[], close: string) =>
    items.length === 0 ? `${open}${close}` : `${open}\n${items.join(',\n')}\n  ${close}`
  const parts = [
    `"questions": ${list('{', linesOf(questions), '}')}`,
    ...(Object.keys(pages).length > 0 ? [`"pages": ${list('{', linesOf(pages), '}')}`] : []),
    `"retired": ${list(
      '[',
      retired.map(id => `    ${JSON.stringify(id)}`),
      ']'
    )}`
  ]
  return `{\n  "format": 1,\n  ${parts.join(',\n  ')}\n}\n`
}
