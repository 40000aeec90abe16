/** What the form of the bank gives away, worked out once for both languages' pages. Build time only. */
import { type BotTable, botTables } from '../quiz/botTables.ts'
import { type Clues, cluesOf } from '../quiz/clues.ts'
import { type Finding, itemWriting } from '../quiz/itemWriting.ts'
import { hasChoices, type Question } from '../quiz/question.ts'
import { theShelf } from './library.ts'

interface BankReport {
  readonly tables: readonly BotTable[]
  readonly clues: Clues
  /** Each check, in Chinese and in English. */
  readonly writing: readonly (readonly [zh: Finding, en: Finding])[]
}

let known: { readonly of: readonly Question[]; readonly report: BankReport } | undefined

export function bankReport(): BankReport {
  const { questions, rules } = theShelf().library
  if (known?.of === questions) return known.report
  const en = itemWriting(questions, 'en')
  const writing = itemWriting(questions, 'zh').flatMap(zh => {
    const other = en.find(({ check }) => check === zh.check)
    return other ? [[zh, other] as const] : []
  })
  const names = new Map([...rules.values()].map(rule => [rule.id, rule.name]))
  const report = { tables: botTables(questions, names), clues: cluesOf(questions.filter(hasChoices)), writing }
  known = { of: questions, report }
  return report
}
