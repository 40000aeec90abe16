/** Whoever hands out a form hands out its visit: the photos of the run it came from go as if the run had been exported. */
import type { Desk } from './desk.store.ts'
import type { Filled } from './paper.ts'
import { decodeRun } from './runDecode.ts'

/** Notes it on the runs themselves, so that it holds when the form is deleted. A run that is gone stays gone. */
export async function runsHandedOut(desk: Pick<Desk, 'change'>, forms: readonly Filled[], now: number): Promise<void> {
  for (const id of new Set(forms.flatMap(({ run }) => run ?? []))) {
    await desk.change('run', id, found => {
      const run = decodeRun(found)
      return run && { ...run, exported: Math.max(now, run.exported ?? 0) }
    })
  }
}
