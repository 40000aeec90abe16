/** What the log means: where a learner stands in each module, and where to go on. */
import type { Acknowledgements } from './acknowledged.ts'
import type { Attempt } from './attempt.ts'
import type { LogEvent } from './event.ts'
import { further, type Known, NOTHING } from './known.ts'

export interface ModuleProgress {
  readonly module: string
  /** Best per cent of the finished checks; undefined before the first. */
  readonly best?: number
  readonly passed: boolean
  /** When it was first passed, milliseconds UTC. */
  readonly passedAt?: number
  /** Finished checks. */
  readonly checks: number
  /** A check that was begun and not handed in: answered so far, of how many. */
  readonly open?: { readonly answered: number; readonly of: number }
  /** How many questions were answered right at least once. */
  readonly right: number
  /** Latest event, milliseconds UTC. */
  readonly at: number
}

export interface Progress {
  readonly modules: ReadonlyMap<string, ModuleProgress>
  /** Where the learner was last: a module, and the page of the practice set or `check`. */
  readonly last?: { readonly module: string; readonly page: string }
  /** Pages that were read and said to be followed; undefined where there are none. */
  readonly acknowledged?: Acknowledgements
}

interface Growing extends Omit<{ -readonly [key in keyof ModuleProgress]: ModuleProgress[key] }, 'right'> {
  readonly answered: Set<string>
}

function take(module: Growing, attempt: Attempt): void {
  module.at = Math.max(module.at, attempt.at)
  for (const [question, tries] of attempt.answers) {
    if (tries.some(answer => answer.earned === answer.possible)) module.answered.add(question)
  }
  if (attempt.behaviour !== 'check') return
  if (!attempt.finished) {
    module.open = { answered: attempt.drafts.size, of: attempt.draw.items.length }
    return
  }
  delete module.open
  const { percent, pass, at, barred } = attempt.finished
  module.checks += 1
  module.best = Math.max(module.best ?? 0, percent)
  if (percent >= pass && !barred && !module.passed) {
    module.passed = true
    module.passedAt = at
  }
}

/** Progress from what is known. A passed module stays passed, whatever comes after. */
export function progressFrom({ attempts, recovered, acknowledged }: Known): Progress {
  const growing = new Map<string, Growing>()
  const of = (module: string): Growing => {
    const known: Growing = growing.get(module) ?? { module, passed: false, checks: 0, answered: new Set<string>(), at: 0 }
    growing.set(module, known)
    return known
  }
  for (const { at, modules } of recovered) {
    for (const { module, best, passed } of modules) {
      const known = of(module)
      known.best = Math.max(known.best ?? 0, best)
      known.at = Math.max(known.at, at)
      if (passed && !known.passed) Object.assign(known, { passed: true, passedAt: at })
    }
  }
  let last: Attempt | undefined
  for (const attempt of attempts.values()) {
    // Exams and reviews ask across modules and decide nothing about one.
    if (attempt.behaviour !== 'practice' && attempt.behaviour !== 'check') continue
    take(of(attempt.module), attempt)
    if (!last || attempt.at >= last.at) last = attempt
  }
  const modules = new Map([...growing].map(([id, { answered, ...module }]) => [id, { ...module, right: answered.size }]))
  return {
    modules,
    ...(last && { last: { module: last.module, page: last.page } }),
    ...(acknowledged.size > 0 && { acknowledged })
  }
}

export function progressOf(log: readonly LogEvent[]): Progress {
  return progressFrom(further(NOTHING, log))
}
