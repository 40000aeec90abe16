/** A value that tells whoever listens when it changes. */
import type { Readable } from './derived.ts'

export interface Store<T> extends Readable<T> {
  /** Tells of a change when it is one; who listens is told in the order in which they began to. */
  set(value: T): void
  /** Calls at every change from now on; returns what stops it. */
  listen(told: (value: T) => void): () => void
}

export function store<T>(first: T): Store<T> {
  let value = first
  const listeners = new Set<(value: T) => void>()
  const listen: Store<T>['listen'] = told => {
    const own = (now: T) => told(now) // the same function may listen twice
    listeners.add(own)
    return () => void listeners.delete(own)
  }
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      // Who was told and sets it anew has told everybody the newer value: the older one is not told after it.
      for (const told of [...listeners]) if (Object.is(next, value) && listeners.has(told)) told(next)
    },
    listen,
    subscribe(told) {
      told(value)
      return listen(told)
    }
  }
}
