/**
 * How sure people said they were, against how their answers are: for each level of sureness, and the rules that were
 * answered wrongly by people who were sure.
 */
import { SOME, type Work } from '../device/work.ts'
import { fill } from '../lang/text.ts'
import { CERTAINTIES, type Certainty } from '../quiz/behaviour.ts'
import { FEW, firstOf, type Marked } from '../quiz/statistics.ts'
import { BANDS, calibrationOf } from '../training/calibration.ts'
import type { KnowWords } from './knowWords.ts'
import { calledIn, type People } from './people.ts'
import type { Sheet } from './reports.ts'

/** `few` and `unclear`: nothing can be said. */
export type SureVerdict = keyof KnowWords['sureVerdicts']

export interface SureLevel {
  readonly sure: Certainty
  readonly said: number
  readonly right: number
  /** Where the share of right answers may well lie, 0 to 1. */
  readonly range: readonly [from: number, to: number]
  readonly verdict: SureVerdict
}

export interface SureRule {
  readonly rule: string
  /** Answers that somebody was sure of, and those of them that are not wholly right. */
  readonly said: number
  readonly wrong: number
  /** Who was sure and wrong. */
  readonly people: readonly string[]
}

export interface Sureness {
  /** First answers, and those for which somebody said how sure they were. */
  readonly answers: number
  readonly said: number
  /** The surest first; levels that nobody chose are left out. */
  readonly levels: readonly SureLevel[]
  /** Those that were answered surely and wrongly, most often first. */
  readonly rules: readonly SureRule[]
}

/** 97.5th percentile of the normal distribution. */
const Z = 1.959964

/** Interval of 95 % for a share (Wilson 1927, doi 10.1080/01621459.1927.10502953): it keeps within 0 and 1, also with few answers. */
export function wilson(right: number, n: number): [from: number, to: number] {
  if (n === 0) return [0, 1]
  const share = right / n
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))
  const middle = share + (Z * Z) / (2 * n)
  const whole = 1 + (Z * Z) / n
  return [Math.max(0, (middle - spread) / whole), Math.min(1, (middle + spread) / whole)]
}

/** Too sure, or surer than said, only where the whole range lies outside of the band: a few answers accuse nobody. */
function levelOf(sure: Certainty, said: number, right: number): SureLevel {
  const range = wilson(right, said)
  const [least, most] = BANDS[sure]
  const share = right / said
  const verdict =
    said < FEW
      ? 'few'
      : range[1] < least
        ? 'too-sure'
        : range[0] > most
          ? 'surer-than-said'
          : share >= least && share <= most
            ? 'well-judged'
            : 'unclear'
  return { sure, said, right, range, verdict }
}

const isRight = ({ earned, possible }: Marked) => earned === possible

/** `tries`: in the order in which they were given. Of each person the first answer to a question counts. */
export function* surenessOf(tries: readonly Marked[], ruleOf: (question: string) => string | undefined): Work<Sureness> {
  const first = yield* firstOf(tries)
  const said = first.filter(({ sure }) => sure !== undefined)
  yield
  const rules = new Map<string, { said: number; wrong: number; people: Set<string> }>()
  for (const [index, tried] of said.entries()) {
    if (index % SOME === 0) yield
    const rule = tried.sure === CERTAINTIES.at(-1) ? ruleOf(tried.question) : undefined
    if (rule === undefined) continue
    const own = rules.get(rule) ?? { said: 0, wrong: 0, people: new Set() }
    rules.set(rule, own)
    own.said++
    if (isRight(tried)) continue
    own.wrong++
    own.people.add(tried.learner)
  }
  return {
    answers: first.length,
    said: said.length,
    levels: calibrationOf(said).flatMap(level => (level.said > 0 ? [levelOf(level.sure, level.said, level.right)] : [])),
    rules: [...rules]
      .filter(([, { wrong }]) => wrong > 0)
      .map(([rule, own]) => ({ rule, ...own, people: [...own.people] }))
      .toSorted((a, b) => b.wrong - a.wrong || b.wrong / b.said - a.wrong / a.said)
  }
}

const percent = (share: number) => `${Math.round(share * 100)}%`

export function sureSheet(levels: readonly SureLevel[], words: KnowWords): Sheet {
  return {
    head: [words.sureSaid, words.answers, words.sureRights, words.sureShare, words.sureRange, words.sureReading],
    rows: levels.map(({ sure, said, right, range: [from, to], verdict }) => [
      words.bySure[sure],
      String(said),
      String(right),
      percent(right / said),
      `${percent(from)}–${percent(to)}`,
      words.sureVerdicts[verdict]
    ])
  }
}

export function sureRuleSheet(rules: readonly SureRule[], people: People, nameOf: (rule: string) => string, words: KnowWords): Sheet {
  return {
    head: [words.rule, words.sureRules, words.sureAsked, words.sureWho],
    rows: rules.map(({ rule, said, wrong, people: who }) => [
      nameOf(rule),
      String(wrong),
      String(said),
      calledIn(people, who).join(words.listMark)
    ])
  }
}

/** The plain reading: how good sure answers are, and how many of the wrong ones were sure. */
export function sureTexts({ levels }: Sureness, words: KnowWords): string[] {
  const surest = levels.find(({ sure }) => sure === CERTAINTIES.at(-1))
  const wrong = levels.reduce((sum, { said, right }) => sum + said - right, 0)
  const surely = surest ? surest.said - surest.right : 0
  return [
    ...(surest ? [fill(words.sureRight, { n: surest.said, k: surest.right })] : []),
    ...(wrong > 0 ? [fill(surely > 0 ? words.sureWrong : words.sureFine, { n: wrong, k: surely })] : [])
  ]
}

/** One person's levels in a line; empty where nothing was said. */
export function sureLine(levels: readonly SureLevel[], words: KnowWords): string {
  const list = levels.map(({ sure, said, right }) => fill(words.sureOne, { level: words.bySure[sure], n: said, k: right }))
  return list.length === 0 ? '' : fill(words.surePerson, { list: list.join(words.remarkMark) })
}
