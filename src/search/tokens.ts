/**
 * Cuts text into what is looked up: Chinese by two characters, everything else by words. The same for what is searched
 * and for what is asked, so that no dictionary has to agree with itself.
 */
import { stem } from './stem.ts'

/** A run of Chinese characters, or one word or number. */
export interface Run {
  readonly text: string
  readonly from: number
  readonly han: boolean
}

const RUNS = /(\p{Script=Han}+)|(?:[^\P{L}\p{Script=Han}]|\p{N})+(?:['’](?:[^\P{L}\p{Script=Han}]|\p{N})+)*/gu
const WIDE = /[^\0-\x7f\u4e00-\u9fff]/g
const WIDE_OR_HAN = /[^\0-\x7f]/g

/**
 * One spelling for width, case and quotes. Never changes a length: what is found in the folded text stands at the same
 * place in the text itself.
 */
export function fold(text: string, simplified?: ReadonlyMap<string, string>): string {
  const plain = (sign: string) => {
    const folded = simplified?.get(sign) ?? sign.normalize('NFKC').toLowerCase()
    return folded.length === 1 ? folded : sign
  }
  return text.toLowerCase().length === text.length
    ? text.toLowerCase().replace(simplified ? WIDE_OR_HAN : WIDE, plain)
    : text.replace(WIDE_OR_HAN, plain)
}

/** The runs of a folded text. */
export function runsOf(folded: string): Run[] {
  return [...folded.matchAll(RUNS)].map(match => ({ text: match[0], from: match.index, han: match[1] !== undefined }))
}

/** A word as it is looked up: `customer’s`, `customers` and `customer` are one. */
export function wordOf(run: string): string {
  return stem(run.replace(/['’]s?$/, '').replace(/['’]/g, ''))
}

/** Pairs of neighbours; the last character also stands alone, so that every character begins one token. */
export function pairsOf(han: string): string[] {
  const signs = [...han]
  return signs.map((sign, index) => sign + (signs[index + 1] ?? ''))
}

export function tokensOf(text: string): string[] {
  return runsOf(fold(text)).flatMap(run => (run.han ? pairsOf(run.text) : [wordOf(run.text)]))
}
