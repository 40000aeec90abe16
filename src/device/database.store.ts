/**
 * Databases on this device (IndexedDB). What is written with strict durability is there when the browser is killed the
 * moment after; `localStorage` reaches the disk seconds later and tells nobody.
 */

/** `blocked`: no storage at all. `newer`: written by a newer version of the handbook. `full`: no room. */
export type DiskFault = 'blocked' | 'newer' | 'full'

export function faultOf(error: unknown): DiskFault {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  return name === 'QuotaExceededError' ? 'full' : name === 'VersionError' ? 'newer' : 'blocked'
}

export function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Resolves when all of a transaction is on disk; rejects when none of it is. */
export function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}

/**
 * A database that is opened when it is first used, closed for whoever needs a newer one, and opened again when it was
 * lost. `create` is called within an upgrade, with the version that was there before (0: none).
 */
export function openedWhenUsed(name: string, version: number, create: (database: IDBDatabase, before: number) => void) {
  let opening: Promise<IDBDatabase> | undefined

  async function open(): Promise<IDBDatabase> {
    const request = indexedDB.open(name, version)
    request.onupgradeneeded = event => create(request.result, event.oldVersion)
    const database = await result(request)
    const forget = () => {
      opening = undefined
    }
    // A newer version of the handbook, in another tab, must not wait for this one.
    database.onversionchange = () => {
      database.close()
      forget()
    }
    database.onclose = forget
    return database
  }

  /** Browsers close connections without a word (iOS, memory pressure): open again and try once more. */
  return async function within<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
    const attempt = async () => {
      opening ??= open()
      try {
        return await work(await opening)
      } catch (error) {
        opening = undefined
        throw error
      }
    }
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
      return attempt()
    }
  }
}
