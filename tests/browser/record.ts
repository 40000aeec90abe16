/** The learner's record as it lies in the browser: read, planted and damaged from outside. */
import type { Page } from '@playwright/test'
import type { LogEvent } from '../../src/training/event.ts'
import { progressOf } from '../../src/training/progress.ts'
import { encodeWitness } from '../../src/training/witness.ts'

/** Name of the database, and the beginning of every key in local storage, of a handbook that stands at `/`. */
export const NAME = 'service-handbook/'
export const WITNESS = `${NAME}witness`

/** All rows on disk, as they are. */
export function rowsOnDisk(page: Page, name = NAME): Promise<unknown[]> {
  return page.evaluate(
    from =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open(from)
        opening.onupgradeneeded = () => opening.transaction?.abort()
        opening.onerror = () => resolve([])
        opening.onsuccess = () => {
          const reading = opening.result.transaction('events').objectStore('events').getAll()
          reading.onsuccess = () => resolve(reading.result)
          reading.onerror = () => reject(reading.error)
          opening.result.close()
        }
      }),
    name
  )
}

export async function logOnDisk(page: Page): Promise<LogEvent[]> {
  return (await rowsOnDisk(page)) as LogEvent[]
}

/** Adds rows to the database as the handbook would have made it. */
export function plantRows(page: Page, rows: readonly unknown[]): Promise<void> {
  return page.evaluate(
    ([name, values]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name, 1)
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore('events', { autoIncrement: true }).createIndex('id', 'id', { unique: true })
        }
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const adding = opening.result.transaction('events', 'readwrite')
          for (const value of values) adding.objectStore('events').add(value)
          adding.oncomplete = () => resolve()
          adding.onerror = () => reject(adding.error)
          opening.result.close()
        }
      }),
    [NAME, rows] as const
  )
}

export function plantWitness(page: Page, text: string): Promise<void> {
  return page.evaluate(([key, value]) => localStorage.setItem(key, value), [WITNESS, text] as const)
}

/** Leaves a record behind as if a learner had been here. The page must be on the site, and one that keeps no record. */
export async function plant(page: Page, log: readonly LogEvent[]): Promise<void> {
  await plantRows(page, log)
  await plantWitness(page, encodeWitness({ count: log.length, progress: progressOf(log) }))
}

/** What a browser does that clears its databases and says nothing. */
export function emptyDisk(page: Page): Promise<void> {
  return page.evaluate(
    name =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase(name)
        deleting.onsuccess = () => resolve()
        deleting.onerror = () => reject(deleting.error)
      }),
    NAME
  )
}
