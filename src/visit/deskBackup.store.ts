/** Takes the desk's backup and puts one back. */
import { type BackedUp, DECODERS } from './decode.ts'
import type { Desk, Drawers } from './desk.store.ts'
import { BACKED_UP, type News, newsOf, type Papers, union } from './deskBackup.ts'

async function readable<D extends BackedUp>(desk: Desk, drawer: D): Promise<Drawers[D][]> {
  const found: readonly unknown[] = await desk.all(drawer)
  return found.flatMap(one => DECODERS[drawer](one) ?? [])
}

/** Everything that a backup holds. */
export async function papersOn(desk: Desk): Promise<Papers> {
  const [run, form, followUp] = await Promise.all([readable(desk, 'run'), readable(desk, 'form'), readable(desk, 'followUp')])
  return { run, form, followUp }
}

export async function newsFor(desk: Desk, papers: Papers): Promise<{ readonly [D in BackedUp]: News }> {
  const here = await papersOn(desk)
  return {
    run: newsOf('run', here.run, papers.run),
    form: newsOf('form', here.form, papers.form),
    followUp: newsOf('followUp', here.followUp, papers.followUp)
  }
}

/**
 * What is not here is put in at once; what is here is changed one by one, each within a transaction, because another
 * tab may be at work on it.
 */
async function restoreDrawer<D extends BackedUp>(desk: Desk, drawer: D, things: readonly Drawers[D][]): Promise<void> {
  const here = new Set((await desk.all(drawer)).map(({ id }) => id))
  const once = new Map<string, Drawers[D]>()
  for (const thing of things) {
    const before = once.get(thing.id)
    once.set(thing.id, before ? union(drawer, before, thing) : thing)
  }
  const fresh = [...once.values()].filter(({ id }) => !here.has(id))
  if (fresh.length > 0) await desk.put(drawer, fresh)
  for (const thing of [...once.values()].filter(({ id }) => here.has(id))) {
    await desk.change(drawer, thing.id, found => {
      const mine = DECODERS[drawer](found)
      if (!mine) return undefined
      const both = union(drawer, mine, thing)
      return both === mine ? undefined : both
    })
  }
}

/** Rejects when something could not be written; what was written before that stays, and doing it again adds the rest. */
export async function restorePapers(desk: Desk, papers: Papers): Promise<void> {
  for (const drawer of BACKED_UP) await restoreDrawer(desk, drawer, papers[drawer])
}
