/** What the form of a bank gives away, as lines of a plain-text report. Pure. */
import { LANGS, type Lang } from '../lang/text.ts'
import type { Summary } from '../quiz/bots.ts'
import { type BotRow, type BotTable, leaks } from '../quiz/botTables.ts'
import { cluesOf } from '../quiz/clues.ts'
import { CHECK_NAMES, type Check, itemWriting } from '../quiz/itemWriting.ts'
import { type ChoiceQuestion, KINDS, type Kind, type Question } from '../quiz/question.ts'
import type { Library } from './library.ts'

const one = (value: number) => value.toFixed(1)
const signed = (value: number) => `${value < 0 ? '' : '+'}${one(value)}`

/** What a single cue finds; the bot that learns is for information. */
function leaking({ bot }: BotRow, summary: Summary, kind: Kind | undefined): boolean {
  return bot !== 'learned' && leaks(summary, kind)
}

/** Score, chance, and the difference with its interval. A `!` where the form gives keys away. */
function cells(row: BotRow, summary: Summary, kind: Kind | undefined): string {
  const { score, chance, chanceWithin, difference, least, most } = summary
  const drawn = chanceWithin > 0 ? `±${one(chanceWithin)}` : ''
  const interval = Number.isFinite(least) ? `[${signed(least)}, ${signed(most)}]` : ''
  const mark = leaking(row, summary, kind) ? '!' : ' '
  return [
    one(score).padStart(6),
    `${one(chance)}${drawn}`.padStart(7),
    `${signed(difference)}${mark}`.padStart(7),
    interval.padEnd(15)
  ].join(' ')
}

const HEAD = ['Bot'.padEnd(9), ...['zh: score', 'en: score'].map(name => `${name} chance   diff  95 %           `), 'both: diff  95 %']
  .join(' ')
  .trimEnd()

/** Questions that are named behind a leak. */
const NAMED = 20

/** One table of bots against chance, in points of a hundred; below it the questions behind each leak. */
export function bots({ kind, questions, rows }: BotTable): string[] {
  const behind = rows.flatMap(row =>
    LANGS.filter(lang => leaking(row, row[lang], kind)).map(lang => {
      const found = row.found[lang]
      const more = found.length > NAMED ? ` and ${found.length - NAMED} more` : ''
      return `! ${row.bot} ${lang}: its cue pays on ${found.slice(0, NAMED).join(', ')}${more}`
    })
  )
  return [
    `${kind ?? 'All kinds'} (${questions})`,
    HEAD,
    ...rows.map(row => {
      const together = cells(row, row.both, kind).slice(15)
      return `${row.bot.padEnd(9)} ${cells(row, row.zh, kind)} ${cells(row, row.en, kind)} ${together}`.trimEnd()
    }),
    ...behind
  ]
}

export function sizes(bank: readonly Question[], module?: string): string {
  const count = (kind: Kind) => bank.filter(question => question.kind === kind).length
  const kinds = KINDS.filter(kind => count(kind) > 0)
    .map(kind => `${kind} ${count(kind)}`)
    .join(', ')
  return `Questions: ${bank.length}${module === undefined ? '' : ` of ${module}`} (${kinds})`
}

/** Places and lengths of the keys. */
export function clues(bank: readonly ChoiceQuestion[]): string[] {
  const { keyPositions, expectedPositions, keyLength, otherLength } = cluesOf(bank)
  return [
    'Place of the key (20)  found  expected',
    ...keyPositions.map(
      (found, index) => `${String(index + 1).padEnd(22)} ${String(found).padStart(5)} ${one(expectedPositions[index] ?? 0).padStart(9)}`
    ),
    '',
    'Mean length in characters (24)   key  other',
    ...LANGS.map(lang => `${lang.padEnd(27)} ${one(keyLength[lang]).padStart(8)} ${one(otherLength[lang]).padStart(6)}`)
  ]
}

const CHECKED: Readonly<Record<Check, string>> = {
  'negative-stem': 'stem asks for what is wrong',
  'all-above': 'all of the above',
  'none-above': 'none of the above',
  clang: 'key alone repeats the stem',
  'absolute-distractor': 'absolutes in distractors only',
  'long-key': 'key over 1.5 × longest other',
  'short-key': 'key under 2/3 of shortest other',
  'alike-choices': 'choices almost alike',
  'alike-questions': 'questions almost alike'
}

/** A line for each check in each language, with the guideline it comes from. */
export function writing(bank: readonly Question[]): string[] {
  const findings = LANGS.flatMap(lang => itemWriting(bank, lang))
  const line = (check: Check, lang: Lang) => {
    const { found = [], guideline = '' } = findings.find(finding => finding.check === check && finding.lang === lang) ?? {}
    const count = String(found.length).padStart(4)
    return `${guideline.padEnd(8)} ${CHECKED[check].padEnd(32)} ${lang} ${count}${found.length > 0 ? `: ${found.join(', ')}` : ''}`
  }
  return [
    'Item writing (numbers: Haladyna, Downing & Rodriguez 2002)',
    ...CHECK_NAMES.flatMap(check => LANGS.map(lang => line(check, lang)))
  ]
}

export function modules(library: Library): string[] {
  return [
    'Module               questions  replace  rules',
    ...library.modules.map(module => {
      const own = library.questions.filter(question => question.module === module.id)
      const replace = own.filter(question => question.kind === 'replace').length
      const rules = new Set(own.flatMap(question => question.rules)).size
      return `${module.id.padEnd(20)} ${String(own.length).padStart(9)} ${String(replace).padStart(8)} ${String(rules).padStart(6)}`
    })
  ]
}
