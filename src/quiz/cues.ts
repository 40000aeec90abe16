/** What the form of a text tells somebody who knows nothing: its length, its tone, its figures, and what it repeats. */
import type { Lang } from '../lang/text.ts'

/** Words of politeness. Chinese ones are told from longer words that contain them: 申请, 邀请 and 请假 ask nobody kindly. */
export const POLITE: Readonly<Record<Lang, RegExp>> = {
  zh: /您|(?<![申邀聘宴提])请(?![假示求教客])|麻烦|抱歉|对不起|不好意思|谢谢|感谢|辛苦|理解|放心|好的|非常|一定/g,
  en: /\b(?:please|sorry|apolog\w*|thank\w*|appreciat\w*|would you|could you|may i|of course|certainly|happy to|glad to|understand\w*|sir|madam|kindly|afraid)\b/gi
}

/** A time, a day or a number: what a concrete reply has and a vague one lacks. */
export const FIGURE: Readonly<Record<Lang, RegExp>> = {
  zh: /\d|[一二两三四五六七八九十半几](?:点(?!儿|[一二三]?下)|分钟|个?小时|[天日周月年]|成)|今[天早晚]|明[天早晚]|后天|上午|中午|下午|傍晚|下班前/,
  en: /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half)(?: an?)?[ -](?:minutes?|hours?|days?|weeks?|months?|o’clock)\b|o’clock|\b(?:today|tonight|tomorrow|noon|midday|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b/i
}

/** Words without exception. Who knows about tests avoids them, so a distractor must not be the only one to have them. */
export const ABSOLUTE: Readonly<Record<Lang, RegExp>> = {
  zh: /绝对|永远|从不|绝不|所有|任何|必须|只能|肯定|保证|完全|全都|一律/g,
  en: /\b(?:always|never|all|none|every|everything|nothing|only|must|any|completely|absolutely|guarantee\w*|definitely)\b/gi
}

/** Characters as a reader counts them, spaces apart. */
export function lengthOf(text: string): number {
  return [...text.replace(/\s+/g, lengthSpace(text))].length
}

/** English words keep their spaces; in Chinese a space is layout. */
function lengthSpace(text: string): string {
  return /\p{Script=Han}/u.test(text) ? '' : ' '
}

export function countOf(text: string, words: RegExp): number {
  return text.match(words)?.length ?? 0
}

/** Pairs of characters in Chinese and words of four letters and more in English: what an eye recognises. */
export function shapesOf(text: string, lang: Lang): Set<string> {
  if (lang === 'en') return new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
  const runs = text.match(/\p{Script=Han}{2,}/gu) ?? []
  return new Set(runs.flatMap(run => [...run].slice(1).map((second, index) => `${[...run][index]}${second}`)))
}

/** Share of a text's shapes that stand in another text already; 0 to 1. */
export function overlap(text: string, other: string, lang: Lang): number {
  const stem = shapesOf(other, lang)
  const own = [...shapesOf(text, lang)]
  return own.length === 0 ? 0 : own.filter(shape => stem.has(shape)).length / own.length
}

/** One of the texts among which somebody takes. */
export interface Sight {
  readonly text: string
  /** Its place as it is shown, from 0. */
  readonly index: number
  /** What is asked around it. */
  readonly stem: string
  readonly lang: Lang
}

/** How strongly a text calls to a bot; the highest is taken. */
export type Cue = (sight: Sight) => number

export const CUES = {
  longest: ({ text }) => lengthOf(text),
  shortest: ({ text }) => -lengthOf(text),
  first: ({ index }) => -index,
  last: ({ index }) => index,
  polite: ({ text, lang }) => countOf(text, POLITE[lang]),
  figures: ({ text, lang }) => (FIGURE[lang].test(text) ? 1 : 0),
  echo: ({ text, stem, lang }) => overlap(text, stem, lang),
  careful: ({ text, lang }) => -countOf(text, ABSOLUTE[lang]),
  random: () => 0,
  /** Takes whatever may be taken together; where only one may, any. */
  all: () => 0
} satisfies Record<string, Cue>
export type Bot = keyof typeof CUES
export const BOT_NAMES = Object.keys(CUES) as readonly Bot[]
