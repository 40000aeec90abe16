/** What the receipts say of rules, questions and modules, as texts: for the screen, for paper and for a spreadsheet. */
import { SOME, type Work } from '../device/work.ts'
import { fill } from '../lang/text.ts'
import { FIRM, type Marked, type MarkStatistics, markStatistics, median } from '../quiz/statistics.ts'
import type { QuestionResult } from '../training/receipt.ts'
import type { KnowWords } from './knowWords.ts'
import type { Cell } from './matrix.ts'
import { calledIn, type People } from './people.ts'
import type { Answered, Weakness } from './understood.ts'

export interface Sheet {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const percent = (share: number) => `${Math.round(share * 100)}%`

export function* ruleSheet(weak: readonly Weakness[], people: People, nameOf: (rule: string) => string, words: KnowWords): Work<Sheet> {
  const rows: string[][] = []
  for (const { rule, answers, missed, people: keys } of weak) {
    yield
    const who = calledIn(people, keys).join(words.listMark)
    rows.push([nameOf(rule), percent(missed / answers), String(missed), String(answers), who])
  }
  return { head: [words.rule, words.share, words.missed, words.answers, words.who], rows }
}

/** A receipt says no points: partly right counts half. */
const EARNED: Readonly<Record<QuestionResult, number>> = { right: 2, partly: 1, wrong: 0, unanswered: 0 }

export interface QuestionNumbers {
  readonly statistics: MarkStatistics
  readonly counts: Readonly<Record<QuestionResult, number>>
}

/** `answers`: one of each person for each question. */
export function* questionNumbers(answers: readonly Answered[], questions: readonly { readonly id: string }[]): Work<QuestionNumbers[]> {
  const counts = new Map<string, Record<QuestionResult, number>>()
  const tries: Marked[] = []
  for (const [index, { staff, question, result }] of answers.entries()) {
    if (index % SOME === 0) yield
    const own = counts.get(question) ?? { right: 0, partly: 0, wrong: 0, unanswered: 0 }
    own[result]++
    counts.set(question, own)
    tries.push({ learner: staff, question, earned: EARNED[result], possible: 2 })
  }
  const found = yield* markStatistics(tries, questions)
  return found.flatMap(statistics => {
    const own = counts.get(statistics.question)
    return own ? [{ statistics, counts: own }] : []
  })
}

/** Facility from which a question tells nobody apart, and below which most people miss it. */
const EASY = 0.95
const HARD = 0.4
/** Correlation below which a question says little of who has understood (Ebel & Frisbie 1991). */
const FLAT = 0.2

export type Remark = 'few' | 'unsure' | 'easy' | 'hard' | 'backwards' | 'flat' | 'good'

export function remarksOf(statistics: MarkStatistics): Remark[] {
  if (statistics.trust === 'none') return ['few']
  const { n, facility, discrimination } = statistics
  const found: Remark[] = []
  if (facility >= EASY) found.push('easy')
  else {
    if (facility < HARD) found.push('hard')
    if (discrimination !== undefined && discrimination < 0) found.push('backwards')
    else if (discrimination !== undefined && discrimination < FLAT) found.push('flat')
  }
  if (found.length === 0) found.push('good')
  return n < FIRM ? [...found, 'unsure'] : found
}

export function questionSheet(
  numbers: readonly QuestionNumbers[],
  textOf: (question: string) => string,
  moduleOf: (question: string) => string,
  words: KnowWords
): Sheet {
  return {
    head: [words.question, words.module, words.people, words.marks, words.facility, words.discrimination, words.remark],
    rows: numbers.map(({ statistics, counts: { right, partly, wrong, unanswered } }) => [
      textOf(statistics.question),
      moduleOf(statistics.question),
      String(statistics.n),
      [right, partly, wrong, unanswered].join(' / '),
      statistics.trust === 'none' ? '—' : percent(statistics.facility),
      statistics.trust === 'none' || statistics.discrimination === undefined ? '—' : statistics.discrimination.toFixed(2).replace('-', '−'),
      remarksOf(statistics)
        .map(remark => words[remark])
        .join(words.remarkMark)
    ])
  }
}

/** Where each band of per cent begins; the last one ends with 100. */
export const BANDS = [0, 50, 60, 70, 80, 90] as const

export interface Marks {
  readonly people: number
  readonly passed: number
  readonly median: number
  /** How many are in each of the bands. */
  readonly bands: readonly number[]
  readonly minutes: number
}

export function marksOf(cells: readonly Cell[]): Marks {
  const bandOf = (value: number) => BANDS.findLastIndex(from => value >= from)
  return {
    people: cells.length,
    passed: cells.filter(({ passed }) => passed).length,
    median: median(cells.map(cell => cell.percent)) ?? 0,
    bands: BANDS.map((_, band) => cells.filter(cell => bandOf(cell.percent) === band).length),
    minutes: median(cells.map(cell => cell.minutes)) ?? 0
  }
}

export function moduleSheet(modules: readonly { readonly title: string; readonly marks: Marks }[], words: KnowWords): Sheet {
  const bands = BANDS.map((from, band) => fill(words.band, { from, to: (BANDS[band + 1] ?? 101) - 1 }))
  return {
    head: [words.module, words.people, words.passedOf, words.median, ...bands, words.medianMinutes],
    rows: modules.map(({ title, marks }) => [
      title,
      String(marks.people),
      String(marks.passed),
      fill(words.percent, { n: marks.median }),
      ...marks.bands.map(String),
      String(marks.minutes)
    ])
  }
}
