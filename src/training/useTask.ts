/** Whether a check counts for an assignment. What knows that is loaded only where an assignment asks for the module. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { readSetting } from '../device/settings.store.ts'
import type { UnderTask } from './underTask.island.tsx'

/** `opening`: it counts for one, and what knows which is being loaded. */
export type TaskHere = UnderTask | 'none' | 'opening' | 'failed'

/** `assigned` is the index of `tasks.ts`, which would be loaded for its name alone. */
const isAsked = (module: string) => readSetting('assigned')?.includes(`"${module}"`) ?? false

export function useTask(module: string, home: string) {
  const [task, setTask] = useState<TaskHere>(() => (isAsked(module) ? 'opening' : 'none'))
  const loaded = useRef<TaskHere>(task)
  /** Resolves when it is known; after a failure it is tried again. */
  async function known(): Promise<TaskHere> {
    if (loaded.current === 'opening' || loaded.current === 'failed') {
      loaded.current = await import('./underTask.island.tsx').then(
        async ({ underTask }) => (await underTask(module, home)) ?? 'none',
        () => 'failed'
      )
      setTask(loaded.current)
    }
    return loaded.current
  }
  useEffect(() => void known(), [])
  return { task, known }
}
