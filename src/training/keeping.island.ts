/** What a learner can do with the record: take a copy, get one back, go on after a loss, erase it. */
import { digest, download as handOut, today } from '../device/handOut.island.ts'
import { writeSetting } from '../device/settings.store.ts'
import { type Backup, fromBackup, LARGEST, toBackup } from './backup.ts'
import { enrolments } from './enrolled.store.ts'
import { record } from './learner.store.ts'
import { TASKS } from './tasks.ts'
import { erase as eraseLog, goOn as goOnWithout, merge, wholeLog } from './wholeLog.store.ts'

/** Hands the whole record to the learner as a file, and the assignments that were taken on. */
export async function download(): Promise<void> {
  await Promise.all([record.ready, enrolments.ready])
  const text = await toBackup(await wholeLog(record), digest, enrolments.$enrolments.get())
  handOut(new Blob([text], { type: 'application/json' }), `service-handbook-${today()}.jsonl`)
}

export type Preview =
  | Exclude<Backup, { type: 'backup' }>
  | (Extract<Backup, { type: 'backup' }> & {
      /** Entries, and how many of them are not here: answers and assignments. */
      readonly count: number
      readonly fresh: number
    })

/** Reads a backup file and counts what in it is not on this device. Changes nothing. */
export async function preview(file: File): Promise<Preview> {
  await Promise.all([record.ready, enrolments.ready])
  if (file.size > LARGEST * 4) return { type: 'refused', why: 'too-large' }
  const backup = await fromBackup(await file.text(), digest)
  if (backup.type === 'refused') return backup
  const have = new Set((await wholeLog(record)).map(event => event.id))
  const taken = new Set(enrolments.$enrolments.get().map(({ id }) => id))
  const fresh = backup.events.filter(event => !have.has(event.id)).length + backup.enrolments.filter(({ id }) => !taken.has(id)).length
  return { ...backup, count: backup.events.length + backup.enrolments.length, fresh }
}

/** Adds what a backup holds. Returns how many entries and assignments were new, or undefined when they could not be saved. */
export async function restore({
  events,
  enrolments: kept
}: Pick<Extract<Backup, { type: 'backup' }>, 'events' | 'enrolments'>): Promise<{ added: number; assigned: number } | undefined> {
  const added = await merge(record, events)
  await goOnWithout(record)
  try {
    const assigned = await enrolments.bringBack(kept)
    if (kept.length > 0 && enrolments.$kept.get() === 'yes') {
      const { indexAssigned } = await import('./indexing.store.ts')
      const address = new URL('../assigned/course.json', location.href).href
      await indexAssigned(enrolments.$enrolments.get(), record.$known.get().attempts, address)
    }
    const isKept = record.$saved.get() === 'yes' && (kept.length === 0 || enrolments.$kept.get() === 'yes')
    return isKept ? { added: added + assigned, assigned } : undefined
  } catch {
    return undefined
  }
}

export function goOn(): Promise<void> {
  return goOnWithout(record)
}

/** With the record go the assignments that were taken on: they hold a name and a staff number. */
export async function erase(): Promise<void> {
  writeSetting('due', '') // nothing is due of what is gone
  writeSetting(TASKS, '')
  await enrolments.erase()
  await eraseLog(record)
}
