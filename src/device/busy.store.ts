/**
 * Whether something on this page must not be interrupted: a quiz, a run, a form. A page is not loaded anew while it is
 * busy, and nobody is asked anything.
 */
const SHARED = Symbol.for('service-handbook busy')

/** Views and what keeps the offline copy are built apart, so a page may have this file twice: what it knows is there once. */
const page = globalThis as { [SHARED]?: { readonly holds: Set<symbol>; readonly listeners: Set<() => void> } }
page[SHARED] ??= { holds: new Set(), listeners: new Set() }
const { holds, listeners } = page[SHARED]

export const isBusy = () => holds.size > 0

/** Makes the page busy; returns what ends it, which may be called more than once. */
export function hold(): () => void {
  const mine = Symbol()
  holds.add(mine)
  return () => {
    if (holds.delete(mine) && !isBusy()) for (const told of listeners) told()
  }
}

/** Calls whenever the page is free again; returns what stops it. */
export function onFree(told: () => void): () => void {
  listeners.add(told)
  return () => listeners.delete(told)
}
