/** Pieces of a text that a reader selects, with a mouse or by a long press. */
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { covered } from './mark.ts'

/** How long a selection made with a finger has to rest, in milliseconds: its ends are still being moved. */
const REST = 600

/** How many characters of the pieces stand before this point of the page. */
function charactersBefore(pieces: readonly Element[], node: Node, offset: number): number {
  const range = document.createRange()
  return pieces.reduce((sum, piece) => {
    range.selectNodeContents(piece)
    const side = range.comparePoint(node, offset)
    if (side < 0) return sum
    if (side === 0) range.setEnd(node, offset)
    return sum + range.toString().length
  }, 0)
}

function coveredIn(place: Element, selection: Selection): Element[] {
  // Whoever selects the whole page wants to copy it.
  if (selection.rangeCount === 0 || selection.isCollapsed || !place.contains(selection.anchorNode)) return []
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  const pieces = [...place.querySelectorAll('.piece')]
  const [from, to] = [charactersBefore(pieces, startContainer, startOffset), charactersBefore(pieces, endContainer, endOffset)]
  const sizes = pieces.map(piece => piece.textContent.length)
  return to > from ? covered(sizes, from, to).flatMap(index => pieces[index] ?? []) : []
}

/** Calls `onSelected` with the pieces of `place` that a selection covers at least half, once it is made. */
export function useSelected(place: RefObject<HTMLElement>, onSelected: (pieces: readonly Element[]) => void): void {
  const latest = useRef(onSelected)
  latest.current = onSelected
  useEffect(() => {
    let held = false
    let rest = 0
    const take = () => {
      const selection = document.getSelection()
      const pieces = place.current && selection ? coveredIn(place.current, selection) : []
      if (pieces.length > 0) latest.current(pieces)
    }
    const hold = () => {
      held = true
    }
    const release = (event: Event) => {
      if (held && event.type === 'pointerup') setTimeout(take) // a click that ends the selection comes after this
      held = false
    }
    const rested = () => {
      clearTimeout(rest)
      rest = window.setTimeout(() => held || take(), REST)
    }
    const heard: readonly [string, (event: Event) => void][] = [
      ['pointerdown', hold],
      ['pointerup', release],
      ['pointercancel', release],
      ['selectionchange', rested]
    ]
    for (const [type, hear] of heard) document.addEventListener(type, hear)
    return () => {
      clearTimeout(rest)
      for (const [type, hear] of heard) document.removeEventListener(type, hear)
    }
  }, [])
}
