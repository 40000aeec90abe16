/** A text that is being written, and what the phrase check marks in it. Places are UTF-16 units: [from, to). */
import type { Marked } from './check.ts'

/** A piece of the text; `mark` is the place of its mark in the list. */
export interface Piece {
  readonly text: string
  readonly mark?: number
}

/** The text cut at its marks, with nothing lost. */
export function piecesOf(text: string, marks: readonly Marked[]): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  marks.forEach(({ from, to }, mark) => {
    if (from > end) pieces.push({ text: text.slice(end, from) })
    pieces.push({ text: text.slice(from, to), mark })
    end = to
  })
  if (end < text.length) pieces.push({ text: text.slice(end) })
  return pieces
}

/** Made anew for each use, because it remembers where it was. */
const ends = () => /[。！？!?；;\n\r…]|\.(?!\d)/g

/** The sentence in which something stands, with its end mark and without the spaces before it. */
export function sentenceAround(text: string, { from, to }: Pick<Marked, 'from' | 'to'>): [from: number, to: number] {
  let start = 0
  for (const end of text.slice(0, from).matchAll(ends())) start = end.index + end[0].length
  while (start < from && /\s/.test(text.charAt(start))) start++
  const next = ends()
  next.lastIndex = Math.max(from, to - 1)
  const end = next.exec(text)
  const isBreak = end !== null && /[\n\r]/.test(end[0])
  return [start, end === null ? text.length : end.index + (isBreak ? 0 : end[0].length)]
}

/** Marks that still hold where a text was changed further behind: an input method is at work there. */
export function unmoved(before: string, after: string, marks: readonly Marked[]): Marked[] {
  let same = 0
  while (same < before.length && before.charCodeAt(same) === after.charCodeAt(same)) same++
  return marks.filter(({ to }) => to <= same)
}

/** What is found, by phrase, in the order of the first mark of each; with the places of the marks in the list. */
export function byPhrase(marks: readonly Marked[]): { readonly phrase: string; readonly marks: readonly number[] }[] {
  const ids = [...new Set(marks.map(({ phrase }) => phrase))]
  return ids.map(phrase => ({ phrase, marks: marks.flatMap((one, place) => (one.phrase === phrase ? [place] : [])) }))
}
