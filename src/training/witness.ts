/**
 * A small second copy in the other storage of the browser: how many events there are, and where the learner stands.
 *
 * It has two uses. A damaged IndexedDB comes back empty and without an error, so only something outside it can tell a
 * new learner from one who has lost everything. And pages that only show progress read it at once, without the log.
 */
import type { Acknowledged } from './acknowledged.ts'
import type { ModuleProgress, Progress } from './progress.ts'

export interface Witness {
  /** Events in the log when it was last seen whole. */
  readonly count: number
  readonly progress: Progress
}

export const NEW_LEARNER: Witness = { count: 0, progress: { modules: new Map() } }

export function encodeWitness({ count, progress: { modules, last, acknowledged } }: Witness): string {
  return JSON.stringify({ v: 1, count, modules: [...modules.values()], last, acknowledged: acknowledged && [...acknowledged] })
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

/** Built anew from what is well formed. */
function decodeModule(value: Partial<ModuleProgress> | null): ModuleProgress | undefined {
  if (typeof value !== 'object' || typeof value?.module !== 'string') return undefined
  const { module, passed, best, passedAt, checks, open, right, at } = value
  return {
    module,
    passed: passed === true,
    checks: isCount(checks) ? checks : 0,
    right: isCount(right) ? right : 0,
    at: isCount(at) ? at : 0,
    ...(isCount(best) && best <= 100 && { best }),
    ...(isCount(passedAt) && { passedAt }),
    ...(isCount(open?.answered) && isCount(open.of) && { open: { answered: open.answered, of: open.of } })
  }
}

function decodeAcknowledged(value: unknown): [string, Acknowledged][] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry): [string, Acknowledged][] => {
    const [page, said] = Array.isArray(entry) ? entry : []
    return typeof page === 'string' && isCount(said?.revision) && isCount(said.at) ? [[page, { revision: said.revision, at: said.at }]] : []
  })
}

/** Undefined for anything that is not a witness: local storage may hold anything. */
export function decodeWitness(stored: string | null): Witness | undefined {
  try {
    const { v, count, modules, last, acknowledged } = JSON.parse(stored ?? '')
    if (v !== 1 || !isCount(count) || !Array.isArray(modules)) return undefined
    const known = modules.map(decodeModule).filter(module => module !== undefined)
    const progress = { modules: new Map(known.map(module => [module.module, module])) }
    const place =
      typeof last?.module === 'string' && typeof last.page === 'string' ? { last: { module: last.module, page: last.page } } : {}
    const said = decodeAcknowledged(acknowledged)
    return { count, progress: { ...progress, ...place, ...(said.length > 0 && { acknowledged: new Map(said) }) } }
  } catch {
    return undefined
  }
}
