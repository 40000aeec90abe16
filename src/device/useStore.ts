/** The value of a store, and a new rendering whenever it changes. */
import { useLayoutEffect, useState } from 'preact/hooks'
import type { Readable } from './derived.ts'

/** Renders at once, so that what was tapped is on the screen in the next frame. */
export function useStore<T>(store: Readable<T>): T {
  const value = store.get()
  const [, render] = useState<unknown>(value)
  useLayoutEffect(() => store.subscribe(now => render(now)), [store])
  return value
}
