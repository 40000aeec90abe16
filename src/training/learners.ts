/** Whose answers a pile of backups holds. A learner has no name in them. */
import type { LogEvent } from './event.ts'

/**
 * One log for each learner: backups that share an event are of the same one, taken twice or brought to another device.
 * Each event once, in the order of time.
 */
export function learnersIn(logs: readonly (readonly LogEvent[])[]): LogEvent[][] {
  let learners: Map<string, LogEvent>[] = []
  for (const log of logs) {
    if (log.length === 0) continue
    const own = new Map(log.map(event => [event.id, event]))
    const same = learners.filter(known => log.some(({ id }) => known.has(id)))
    learners = [...learners.filter(known => !same.includes(known)), new Map([...same.flatMap(known => [...known]), ...own])]
  }
  return learners.map(known => [...known.values()].toSorted((a, b) => a.at - b.at))
}
