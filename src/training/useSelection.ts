/** A selection that begins with what the address says, or with a new seed. */
import { useEffect, useState } from 'preact/hooks'
import { cleanSeed, fromFragment, type Selection, seedFrom, toFragment } from './selection.ts'

/** Signs of a new seed: 28 million of them, and still quickly typed. */
const LENGTH = 5

export function newSeed(): string {
  return seedFrom(crypto.getRandomValues(new Uint8Array(LENGTH)))
}

/** With a seed in any case. */
export function seededSelection(selection: Selection): Selection {
  return { ...selection, seed: cleanSeed(selection.seed) || newSeed() }
}

/** `count` questions, unless the address asks for another number. */
export function useSelection(count: number) {
  useEffect(() => {
    // Another class or sheet was asked for in the same window.
    const follow = () => Object.keys(fromFragment(location.hash)).length > 0 && location.reload()
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return useState<Selection>(() => ({ seed: newSeed(), count, kinds: [], ...fromFragment(location.hash) }))
}

/** Puts a selection into the address, and into that of the page in the other language. */
export function keepInAddress(selection: Selection): void {
  const fragment = toFragment(selection)
  history.replaceState(history.state, '', fragment)
  const twin = document.querySelector<HTMLAnchorElement>('[data-twin]')
  if (twin) twin.hash = fragment
}
