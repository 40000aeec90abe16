/** Long work a few milliseconds at a time, so that the page can paint and answer in between. */
import type { Work } from '../device/work.ts'
import { breathe } from './console.store.ts'

/** Milliseconds of work before the page may breathe. */
const BREATH = 16

/** Gives up, with undefined, once `isOver` says so. Rejects where the work throws. */
export async function inSlices<T>(work: Work<T>, isOver: () => boolean, now = () => performance.now()): Promise<T | undefined> {
  let breath = now()
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (now() - breath < BREATH) continue
    await breathe()
    if (isOver()) return undefined
    breath = now()
  }
}
