/** The whole log, for a backup and from one, and after a loss. Only the learner's own page needs it. */
import { decodeEvent, type LogEvent } from './event.ts'
import type { LearnerRecord } from './record.store.ts'

type Whole = Pick<LearnerRecord, 'whole'>

/** What is on disk, and what could not be written. Rejects when the disk can't be read: half a log must not pass for the whole. */
export async function wholeLog({ whole: { inTurn, ports, own } }: Whole): Promise<LogEvent[]> {
  const rows = await inTurn(() => ports.disk.readAfter(0))
  const events = rows.map(row => decodeEvent(row.value)).filter(event => event !== undefined)
  const ids = new Set(events.map(event => event.id))
  return [...events, ...own().filter(event => !ids.has(event.id))]
}

/** The log, or where it can't be read what this page has added. */
export async function inReach(record: Whole): Promise<readonly LogEvent[]> {
  return wholeLog(record).catch(() => record.whole.own())
}

/** Adds events from a backup: those whose id is known are passed over, so the log never shrinks. Returns how many were new. */
export async function merge(record: Whole, events: readonly LogEvent[]): Promise<number> {
  const have = new Set((await inReach(record)).map(event => event.id))
  const fresh = events.filter(event => !have.has(event.id))
  await record.whole.take(fresh)
  return fresh.length
}

/** The learner goes on without what was lost; the modules that the witness still knows are written into the log. */
export async function goOn({ $health, append }: Pick<LearnerRecord, '$health' | 'append'>): Promise<void> {
  const health = $health.get()
  if (health.type !== 'lost') return
  $health.set({ type: 'whole' })
  const kept = [...health.witness.progress.modules.values()].filter(module => module.best !== undefined)
  await append({ type: 'recovered', modules: kept.map(({ module, best = 0, passed }) => ({ module, best, passed })) })
}

/** Deletes the whole record on this device. The caller has asked the learner. */
export async function erase({ $unreadable, $saved, $health, whole }: LearnerRecord): Promise<void> {
  const { inTurn, storageTry, ports, forget } = whole
  await inTurn(async () => {
    storageTry(storage => storage.removeItem(ports.names.witness))
    storageTry(storage => storage.removeItem(ports.names.left))
    await ports.disk.erase()
    forget()
    $unreadable.set(0)
    $saved.set('yes')
    $health.set({ type: 'whole' })
  })
  ports.channel?.postMessage('erased')
}
