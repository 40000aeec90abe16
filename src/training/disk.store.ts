/**
 * The log on disk: one row an event, written with strict durability. Two tabs that each rewrite one stored list overwrite
 * each other's answers; rows that are only added lose none.
 *
 * What the log means is kept in a second database. It can be lost or broken without harm: then the log is read.
 */
import { done, openedWhenUsed, result } from '../device/database.store.ts'
import type { LogEvent } from './event.ts'

/** A row of the log as it was found: it may hold anything. */
export interface Row {
  /** Order of arrival; rises for ever. */
  readonly key: number
  readonly value: unknown
}

export interface Disk {
  /** Rows that arrived after `key`. */
  readAfter(key: number): Promise<Row[]>
  /** How many rows there are up to and with `key`. */
  countTo(key: number): Promise<number>
  /**
   * Resolves with the number of rows when all events would survive a crash; events whose id is there already are not
   * added again. Rejects with an error for `faultOf`, and then none was added.
   */
  append(events: readonly LogEvent[]): Promise<number>
  erase(): Promise<void>
  /** What was kept of the log's meaning; undefined where there is none. Never rejects. */
  readView(): Promise<unknown>
  /** Resolves in any case. */
  keepView(view: string): Promise<void>
}

const VERSION = 1

/** A disk in this browser's IndexedDB. Nothing is opened before the first call. */
export function openDisk(name: string): Disk {
  const inLog = openedWhenUsed(name, VERSION, database => {
    database.createObjectStore('events', { autoIncrement: true }).createIndex('id', 'id', { unique: true })
  })
  const inView = openedWhenUsed(`${name}view`, VERSION, database => database.createObjectStore('view'))

  return {
    readAfter: key =>
      inLog(async database => {
        const range = IDBKeyRange.lowerBound(key, true)
        const store = database.transaction('events').objectStore('events')
        const [keys, values] = await Promise.all([result(store.getAllKeys(range)), result(store.getAll(range))])
        return values.map((value: unknown, index) => ({ key: keys[index] as number, value }))
      }),
    countTo: key => inLog(database => result(database.transaction('events').objectStore('events').count(IDBKeyRange.upperBound(key)))),
    append: events =>
      inLog(async database => {
        const transaction = database.transaction('events', 'readwrite', { durability: 'strict' })
        const store = transaction.objectStore('events')
        const add = async () => {
          for (const event of events) {
            if ((await result(store.index('id').getKey(event.id))) === undefined) await result(store.add(event))
          }
          return result(store.count())
        }
        const [count] = await Promise.all([add(), done(transaction)])
        return count
      }),
    erase: () =>
      inLog(async database => {
        const transaction = database.transaction('events', 'readwrite', { durability: 'strict' })
        transaction.objectStore('events').clear()
        await done(transaction)
        await inView(view => result(view.transaction('view', 'readwrite').objectStore('view').clear())).catch(() => undefined)
      }),
    readView: () => inView(database => result(database.transaction('view').objectStore('view').get('known'))).catch(() => undefined),
    keepView: view =>
      inView(database => result(database.transaction('view', 'readwrite').objectStore('view').put(view, 'known'))).then(
        () => undefined,
        () => undefined
      )
  }
}
