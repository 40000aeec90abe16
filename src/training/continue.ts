/** Where a learner goes on: the open check, the module in hand, or the next one of the chosen path. */
import type { Progress } from './progress.ts'

export type Next =
  | { readonly type: 'check'; readonly module: string; readonly answered: number; readonly of: number }
  | { readonly type: 'module' | 'next'; readonly module: string }

/** Undefined for a new learner, and for one who has passed everything on the path. `path` holds module ids in order. */
export function nextOf(progress: Progress, path: readonly string[]): Next | undefined {
  const { last, modules } = progress
  const open = [...modules.values()].filter(module => module.open).sort((a, b) => b.at - a.at)[0]
  if (open?.open) return { type: 'check', module: open.module, ...open.open }
  if (last && !modules.get(last.module)?.passed) return { type: 'module', module: last.module }
  const next = path.find(module => !modules.get(module)?.passed)
  return next !== undefined && modules.size > 0 ? { type: 'next', module: next } : undefined
}
