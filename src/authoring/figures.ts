/** Figures of the standard, wherever a text repeats them: sentence by sentence, by the readings of each language. */
import type { Lang } from '../lang/text.ts'
import { wrongFileNumbers } from './file-numbers.ts'
import { toNumber } from './numbers.ts'
import type { Reading } from './reading.ts'
import { ENGLISH_READINGS } from './readings.en.ts'
import { CHINESE_READINGS } from './readings.zh.ts'

export const READINGS: readonly Reading[] = [...CHINESE_READINGS, ...ENGLISH_READINGS]

/** Sentences end at a full stop, a semicolon, a question or a line break. A point inside a number ends none. */
export function sentences(text: string): { text: string; at: number }[] {
  return [...text.matchAll(/[^。；！？;!?\n]+?(?:[。；！？;!?\n]|\.(?=\s|$|”)|$)/g)].map(match => ({ text: match[0], at: match.index }))
}

export interface Slip {
  readonly rule: string
  readonly figure: string
  readonly found: number | string
  /** Undefined where the figure is lost in the source. */
  readonly wanted: number | string | undefined
  /** Offset in the text. */
  readonly at: number
}

export type Figures = ReadonlyMap<string, Readonly<Record<string, string | number>>>

/** Wrong figures in `text`. `named` are the rules that the page or question around it names. */
export function slips(text: string, lang: Lang, figures: Figures, named: ReadonlySet<string>): Slip[] {
  const readings = READINGS.filter(
    reading => reading.lang === lang && figures.has(reading.rule) && (!reading.nearby || named.has(reading.rule))
  )
  return sentences(text).flatMap(sentence => {
    const found = [...readings.flatMap(reading => read(reading, sentence.text, figures)), ...readNumbers(sentence.text, figures, named)]
    const seen = new Set<string>()
    return found.flatMap(slip => {
      const name = `${slip.rule} ${slip.found}`
      if (seen.has(name)) return []
      seen.add(name)
      return [{ ...slip, at: slip.at + sentence.at }]
    })
  })
}

function read(reading: Reading, sentence: string, figures: Figures): Slip[] {
  const { rule, figure, about, unless, also = [], expected, numbers } = reading
  if (about?.test(sentence) === false || unless?.test(sentence)) return []
  const number = (name: string) => toNumber(String(figures.get(rule)?.[name] ?? '').replace('%', ''))
  const value = number(figure)
  if (value === undefined && !expected) return []
  const wanted = expected ? expected(value ?? 0) : value
  const fine = [wanted, ...also.map(number)]
  return numbers
    .flatMap(pattern => [...sentence.matchAll(pattern)])
    .flatMap(match => {
      const words = match[1] ?? ''
      const given = toNumber(words)
      return given === undefined || fine.includes(given) ? [] : [{ rule, figure, found: words, wanted, at: match.index }]
    })
}

function readNumbers(sentence: string, figures: Figures, named: ReadonlySet<string>): Slip[] {
  const rule = 'file.stay-number'
  const { example, serialDigits } = figures.get(rule) ?? {}
  if (typeof example !== 'string' || typeof serialDigits !== 'number') return []
  return wrongFileNumbers(sentence, example, serialDigits, named.has(rule)).map(wrong => ({ rule, figure: 'example', ...wrong }))
}
