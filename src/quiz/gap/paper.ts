/** A text on paper: its gaps are numbered and left blank, and under it stands what there is to choose from for each. */
import type { PaperForm, Reason } from '../paper.ts'
import type { ShownOf } from '../shown.ts'
import { piecesOf, placesIn } from './parts.ts'

export function gapsOnPaper({ text, gaps }: ShownOf<'gap'>): PaperForm {
  const places = placesIn(text, gaps)
  const inPlace = places.flatMap(id => gaps.filter(gap => gap.id === id))
  return {
    text: piecesOf(text, gaps)
      .map(piece => (piece.type === 'words' ? piece.words : `(${places.indexOf(piece.id) + 1})\u00a0________`))
      .join(''),
    lists: inPlace.flatMap(({ choices }, index) =>
      choices ? [{ sign: 'letter' as const, gap: index + 1, entries: choices.map(({ id, text }) => ({ id, text })) }] : []
    ),
    judged: true,
    reasons: inPlace.flatMap(({ choices, accept, feedback }, index): Reason[] =>
      choices
        ? choices.map(choice => ({ of: choice.id, right: choice.key, text: choice.feedback }))
        : [typed(index + 1, accept?.[0] ?? '', feedback)]
    )
  }
}

/** Of the wordings that are right the first; who reads it knows what is as good. */
function typed(gap: number, words: string, feedback = ''): Reason {
  const short = `(${gap}) ${words}`
  return { right: true, label: short, short, text: feedback }
}
