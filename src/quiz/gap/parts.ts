/** A text cut at its gaps: words, and ids of gaps between them. */

export type Piece = { readonly type: 'words'; readonly words: string } | { readonly type: 'gap'; readonly id: string }

/** `[id]` is a gap where there is a gap of that id; anything else in brackets is part of the words. */
export function piecesOf(text: string, gaps: readonly { readonly id: string }[]): Piece[] {
  const known = new Set(gaps.map(gap => gap.id))
  const pieces: Piece[] = []
  for (const part of text.split(/(\[[^[\]]*\])/)) {
    const id = part.slice(1, -1)
    if (part.startsWith('[') && known.has(id)) pieces.push({ type: 'gap', id })
    else if (part !== '') pieces.push({ type: 'words', words: part })
  }
  return pieces
}

/** Ids of the gaps as a reader meets them: the two languages may have them in different orders. */
export function placesIn(text: string, gaps: readonly { readonly id: string }[]): string[] {
  return piecesOf(text, gaps).flatMap(piece => (piece.type === 'gap' ? [piece.id] : []))
}
