/** Reads a witness. The record needs it after a loss only; pages that show progress without the record, always. */
import type { Acknowledged } from './acknowledged.ts'
import type { ModuleProgress } from './progress.ts'
import type { Witness } from './witness.ts'

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

function isAcknowledged(entry: unknown): entry is [string, Acknowledged] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && isCount(entry[1]?.revision) && isCount(entry[1].at)
}

/** Undefined for anything that is not a witness: local storage may hold anything. */
export function decodeWitness(stored: string | null): Witness | undefined {
  try {
    const { v, count, modules, last, acknowledged, lost } = JSON.parse(stored ?? '')
    if (v !== 1 || !isCount(count) || !Array.isArray(modules)) return undefined
    const known = modules.map(decodeModule).filter(module => module !== undefined)
    const progress = { modules: new Map(known.map(module => [module.module, module])) }
    const place =
      typeof last?.module === 'string' && typeof last.page === 'string' ? { last: { module: last.module, page: last.page } } : {}
    const said = Array.isArray(acknowledged) ? acknowledged.filter(isAcknowledged) : []
    return {
      count,
      ...(isCount(lost) && { lost }),
      progress: { ...progress, ...place, ...(said.length > 0 && { acknowledged: new Map(said) }) }
    }
  } catch {
    return undefined
  }
}
