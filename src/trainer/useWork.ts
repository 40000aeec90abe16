/** What long work gives, worked out in slices. What was found before stays until the new is there. */
import { useLayoutEffect, useState } from 'preact/hooks'
import type { Work } from '../device/work.ts'
import { inSlices } from './slices.store.ts'

interface Found<T> {
  readonly found: T | undefined
  readonly isWorking: boolean
}

/** `from`: what the work is made of. Work of one slice is on the screen with the next frame. */
export function useWork<T>(make: () => Work<T>, from: readonly unknown[]): Found<T> {
  const [last, setLast] = useState<{ readonly found: T; readonly from: readonly unknown[] }>()
  useLayoutEffect(() => {
    let isOver = false
    void inSlices(make(), () => isOver).then(found => {
      if (!isOver && found !== undefined) setLast({ found, from })
    })
    return () => {
      isOver = true
    }
  }, from)
  return { found: last?.found, isWorking: !last || from.some((one, at) => one !== last.from[at]) }
}
