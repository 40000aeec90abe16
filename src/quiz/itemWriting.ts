/**
 * Checks of how questions are written, for a report: each names the questions that an author should look at again. None
 * of them is an error, because every one can be right where it stands; what breaks a question is the authoring check's.
 *
 * The guidelines are those of Haladyna, Downing & Rodriguez 2002 (doi 10.1207/s15324818ame1503_5), by their numbers.
 */
import type { Lang } from '../lang/text.ts'
import { countOf, lengthOf } from './cues.ts'
import { stemOf } from './guesser.ts'
import { askOf } from './options.ts'
import { type Choice, type ChoiceQuestion, hasChoices, type Question } from './question.ts'

/** Each check with its guideline, in the order of the report. */
export const CHECKS = {
  /** The stem asks for what is wrong: fair where a violation is to be spotted, a trap elsewhere. */
  'negative-stem': '17',
  /** A choice speaks of those above it. */
  'all-above': '26',
  'none-above': '25',
  /** The key repeats words of the stem, and no distractor does. */
  clang: '28b',
  /** A distractor has words without exception, and the key has none. */
  'absolute-distractor': '28a',
  /** The key is more than half as long again as the longest distractor. */
  'long-key': '24, 28d',
  /** The key is less than two thirds of the shortest distractor. */
  'short-key': '24, 28d',
  /** Two choices of a question say almost the same. */
  'alike-choices': '22',
  /** Two questions tell almost the same situation, or have almost the same key: one may answer the other. */
  'alike-questions': '4'
} as const
export type Check = keyof typeof CHECKS
export const CHECK_NAMES = Object.keys(CHECKS) as readonly Check[]

export interface Finding {
  readonly check: Check
  readonly guideline: string
  readonly lang: Lang
  /** Ids of questions; of pairs of questions both, with a plus between. */
  readonly found: readonly string[]
}

/** Every check on a bank in one language, also those that found nothing. */
export function itemWriting(questions: readonly Question[], lang: Lang): Finding[] {
  const chosen = questions.filter(hasChoices)
  const idsWhere = (holds: (question: ChoiceQuestion) => boolean) => chosen.filter(holds).map(({ id }) => id)
  const found: Readonly<Record<Check, readonly string[]>> = {
    'negative-stem': questions.filter(question => NEGATIVE[lang].test(askOf(question)?.[lang] ?? '')).map(({ id }) => id),
    'all-above': idsWhere(({ choices }) => choices.some(({ text }) => ALL_ABOVE[lang].test(text[lang]))),
    'none-above': idsWhere(({ choices }) => choices.some(({ text }) => NONE_ABOVE[lang].test(text[lang]))),
    clang: idsWhere(question => clangs(question, lang)),
    'absolute-distractor': idsWhere(question => absoluteDistractor(question, lang)),
    'long-key': idsWhere(question => lengthRatio(question, lang, 'longest') > LONG),
    'short-key': idsWhere(question => lengthRatio(question, lang, 'shortest') < SHORT),
    'alike-choices': idsWhere(question => alikeChoices(question, lang)),
    'alike-questions': alikeQuestions(questions, lang)
  }
  return CHECK_NAMES.map(check => ({ check, guideline: CHECKS[check], lang, found: found[check] }))
}

const NEGATIVE: Readonly<Record<Lang, RegExp>> = {
  zh: /不应该?|不能|不该|不属于|不是|不可以|不包括|不对|哪.{0,6}(?:不|错)|除了|错误的?是/,
  en: /\bnot\b|n’t\b|\bexcept\b|\bwrong\b|\bincorrect\b/i
}
const ALL_ABOVE: Readonly<Record<Lang, RegExp>> = {
  zh: /(?:以上|上述)(?:各项|选项|答案|说法|做法|几项|几种)?(?:都|皆|全|均)(?!不|非)/,
  en: /\b(?:all|both|any|some) of the above\b/i
}
const NONE_ABOVE: Readonly<Record<Lang, RegExp>> = {
  zh: /(?:以上|上述)(?:各项|选项|答案|说法|做法|几项|几种)?(?:都|皆|全|均)(?:不|非)/,
  en: /\b(?:none|neither) of the above\b/i
}

const keysOf = ({ choices }: ChoiceQuestion) => choices.filter(({ key }) => key)
const othersOf = ({ choices }: ChoiceQuestion) => choices.filter(({ key }) => !key)

/** Specific determiners: narrower than what a careful bot avoids, because “all the forms” is no such word. */
const DETERMINER: Readonly<Record<Lang, RegExp>> = {
  zh: /绝对|永远|从不|从来不|绝不|肯定|保证|完全|一律|任何/g,
  en: /\b(?:always|never|every|everything|nothing|none|nobody|completely|absolutely|guarantee\w*|definitely)\b/gi
}

function absoluteDistractor(question: ChoiceQuestion, lang: Lang): boolean {
  const has = ({ text }: Choice) => countOf(text[lang], DETERMINER[lang]) > 0
  return othersOf(question).some(has) && !keysOf(question).some(has)
}

/** How much longer than the longest distractor a key may be before the eye picks it out, and how much shorter. */
const LONG = 1.5
const SHORT = 2 / 3

/** Of the longest or the shortest key to the longest or shortest distractor. */
function lengthRatio(question: ChoiceQuestion, lang: Lang, which: 'longest' | 'shortest'): number {
  const pick = which === 'longest' ? Math.max : Math.min
  const length = (choices: readonly Choice[]) => pick(...choices.map(({ text }) => lengthOf(text[lang])))
  const [keys, others] = [keysOf(question), othersOf(question)]
  return keys.length === 0 || others.length === 0 ? 1 : length(keys) / Math.max(1, length(others))
}

/** English words that say nothing of what a text is about. */
const COMMON = new Set(
  'about after again also another back been before being could does doing done down each else even every first from give goes going have having here into it’s just know like make more most much must need next once only other over said same says should some still take tell than that that’s their them then there these they thing this those through till time today tomorrow until very want were what when where which while will with without would your you’re you’ll i’ll we’ll don’t'.split(
    ' '
  )
)
/** Chinese characters that mostly join others. */
const JOINING = /[的了是在和就也都又还我你您他她它们这那个一不有到把被给让从跟对说要会去来上下里着过吗呢吧啊]/

/** What a text is about: content words in English; in Chinese runs of three characters, none of which only joins. */
function subjectsOf(text: string, lang: Lang): Set<string> {
  if (lang === 'en') return new Set((text.toLowerCase().match(/[\p{L}’]{4,}/gu) ?? []).filter(word => !COMMON.has(word)))
  return new Set([...shingles(text, 'zh', 3)].filter(run => !JOINING.test(run)))
}

/** Words that the key must share with the stem alone before it rings. */
const RINGS: Readonly<Record<Lang, number>> = { zh: 1, en: 2 }

function clangs(question: ChoiceQuestion, lang: Lang): boolean {
  const stem = subjectsOf(stemOf(question, lang), lang)
  const shared = (choices: readonly Choice[]) =>
    new Set(choices.flatMap(({ text }) => [...subjectsOf(text[lang], lang)].filter(word => stem.has(word))))
  const others = shared(othersOf(question))
  return [...shared(keysOf(question))].filter(word => !others.has(word)).length >= RINGS[lang]
}

/** Runs of characters in Chinese, of words in English. */
function shingles(text: string, lang: Lang, size: number): Set<string> {
  const bare = text.normalize('NFKC').toLowerCase()
  if (lang === 'en') {
    const words = bare.match(/[\p{L}\p{N}’]+/gu) ?? []
    return new Set(words.slice(size - 1).map((_, index) => words.slice(index, index + size).join(' ')))
  }
  const runs = bare.match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(
    runs.flatMap(run => {
      const signs = [...run]
      return signs.slice(size - 1).map((_, index) => signs.slice(index, index + size).join(''))
    })
  )
}

/** Characters or words in a row that two texts must share to be alike there. */
const SIZE: Readonly<Record<Lang, number>> = { zh: 3, en: 2 }

/** Jaccard's coefficient of two sets of shingles (Broder 1997, doi 10.1109/SEQUEN.1997.666900). */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  const shared = [...small].filter(shingle => large.has(shingle)).length
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}

const ALIKE_CHOICES = 0.6
const ALIKE_STEMS = 0.25
const ALIKE_KEYS = 0.3

function alikeChoices({ choices }: ChoiceQuestion, lang: Lang): boolean {
  const sets = choices.map(({ text }) => shingles(text[lang], lang, SIZE[lang]))
  return sets.some((a, index) => sets.slice(index + 1).some(b => likeness(a, b) >= ALIKE_CHOICES))
}

function alikeQuestions(questions: readonly Question[], lang: Lang): string[] {
  const sets = questions.map(question => ({
    id: question.id,
    stem: shingles(question.situation[lang], lang, SIZE[lang]),
    keys: hasChoices(question) ? keysOf(question).map(({ text }) => shingles(text[lang], lang, SIZE[lang])) : []
  }))
  return sets.flatMap((a, index) =>
    sets
      .slice(index + 1)
      .filter(b => likeness(a.stem, b.stem) >= ALIKE_STEMS || a.keys.some(key => b.keys.some(other => likeness(key, other) >= ALIKE_KEYS)))
      .map(b => `${a.id} + ${b.id}`)
  )
}
