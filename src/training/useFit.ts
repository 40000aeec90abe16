/** Makes the type of a column smaller until all of it can be seen; what is too long even so can be scrolled. */
import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/** Share of the full size below which nobody at the back could read it. */
const SMALLEST = 0.6
const STEPS = 6

function fit(column: HTMLElement): void {
  const set = (share: number) => column.style.setProperty('--fit', share.toFixed(3))
  const isCut = () => column.scrollHeight > column.clientHeight + 1
  set(1)
  column.tabIndex = -1
  if (!isCut()) return
  let [small, large] = [SMALLEST, 1]
  for (let step = 0; step < STEPS; step++) {
    const middle = (small + large) / 2
    set(middle)
    if (isCut()) large = middle
    else small = middle
  }
  set(small)
  // What must be scrolled can be reached by Tab.
  if (isCut()) column.tabIndex = 0
}

/** Fits the columns anew whenever one of `reasons` changes, or the room for them. */
export function useFit(columns: readonly RefObject<HTMLElement>[], ...reasons: readonly unknown[]): void {
  useLayoutEffect(() => {
    const there = columns.flatMap(({ current }) => current ?? [])
    const fitAll = () => there.forEach(fit)
    fitAll()
    const room = there[0]?.parentElement
    if (!room) return
    const watcher = new ResizeObserver(fitAll)
    watcher.observe(room)
    return () => watcher.disconnect()
  }, reasons)
}
