/** Where a learner goes on: the open check, the module in hand, or the next one of the chosen path. */
import type { Progress } from './progress.ts'

export type Next =
  | { readonly type: 'check'; readonly module: string; readonly answered: number; readonly of: number }
  | { readonly type: 'module' | 'next'; readonly module: string }
  /** All of the path is passed. */
  | { readonly type: 'done' }

/** Undefined for a new learner who has chosen no path. `path` holds module ids in order: of the chosen one, else of all. */
export function nextOf(progress: Progress, path: readonly string[], isChosen = false): Next | undefined {
  const { last, modules } = progress
  const open = [...modules.values()].filter(module => module.open).sort((a, b) => b.at - a.at)[0]
  if (open?.open) return { type: 'check', module: open.module, ...open.open }
  if (last && !modules.get(last.module)?.passed) return { type: 'module', module: last.module }
  const next = path.find(module => !modules.get(module)?.passed)
  if (modules.size === 0 && !isChosen) return undefined
  return next === undefined ? { type: 'done' } : { type: 'next', module: next }
}
