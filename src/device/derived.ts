/** A view of a store: worked out when it is asked for, and once for each value. */
export interface Readable<T> {
  get(): T
  /** Calls at once and at every change; returns what stops it. */
  subscribe(told: (value: T) => void): () => void
}

export function derived<T, View>(store: Readable<T>, viewOf: (value: T) => View): Readable<View> {
  let kept: { readonly of: T; readonly view: View } | undefined
  const get = (value = store.get()) => {
    if (!kept || kept.of !== value) kept = { of: value, view: viewOf(value) }
    return kept.view
  }
  return { get: () => get(), subscribe: told => store.subscribe(value => told(get(value))) }
}
