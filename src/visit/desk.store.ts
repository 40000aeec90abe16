/**
 * What the tools keep on this device: runs, filled forms, guests to be called, photos. It is a database of its own, apart
 * from the learner's record: a full, broken or erased one never touches the other.
 */
import { done, openedWhenUsed, result } from '../device/database.store.ts'
import { NAME } from '../device/place.ts'
import { type Leaving, openLeaving, type Stored } from './leaving.store.ts'
import type { Drawer, Drawers, Kept, Photo } from './paper.ts'

export type { Drawer, Drawers } from './paper.ts'

export const DRAWERS: readonly Drawer[] = ['run', 'form', 'followUp', 'photo']

export interface Desk {
  /** Everything in a drawer, as it was found on disk: decode what another version may have written. */
  all<D extends Drawer>(drawer: D): Promise<Drawers[D][]>
  get<D extends Drawer>(drawer: D, id: string): Promise<Drawers[D] | undefined>
  /** Photos of a run, without reading all photos. */
  photosOf(run: string): Promise<Photo[]>
  /**
   * Changes one thing in one transaction, so that two tabs lose nothing, and resolves with it when it would survive a
   * crash. `change` gets what is there now (undefined: nothing) and returns what is to be there (undefined: leave it).
   * Rejects with an error for `faultOf`, and then nothing was changed.
   */
  change<D extends Drawer>(
    drawer: D,
    id: string,
    change: (found: Drawers[D] | undefined) => Drawers[D] | undefined
  ): Promise<Drawers[D] | undefined>
  /** Adds or replaces many at once, for a restored backup or a sample of a thousand. */
  put<D extends Drawer>(drawer: D, things: readonly Drawers[D][]): Promise<void>
  remove(drawer: Drawer, ids: readonly string[]): Promise<void>
  erase(): Promise<void>
  /** Calls after each change that this tab or another one made. Returns what stops it. */
  listen(told: (drawer: Drawer) => void): () => void
  /** Who shows something that is not on the disk yet says so, and when it is: should the page go away, it is not lost. */
  unsaved: Leaving['unsaved']
  saved: Leaving['saved']
  /** Told when the page goes out of sight, for it may never come back, and when it does. */
  setLeaving(is: boolean): void
}

const VERSION = 1

/**
 * A desk in this browser's IndexedDB. Nothing is opened before the first call. `storage` is where pages that go away leave
 * what they could not save.
 */
export function openDesk(name: string, storage?: () => Stored): Desk {
  const leaving = openLeaving(`${name}-left`, storage)
  const onDisk = openedWhenUsed(name, VERSION, database => {
    for (const drawer of DRAWERS) {
      const store = database.createObjectStore(drawer, { keyPath: 'id' })
      if (drawer === 'photo') store.createIndex('run', 'run')
    }
  })
  let taking: Promise<void> | undefined
  /** What was left behind comes first. Where that fails it stays left, and the desk is opened without it. */
  const within: typeof onDisk = async work => {
    taking ??= takeLeft().catch(() => undefined)
    await taking
    return onDisk(work)
  }
  async function takeLeft(): Promise<void> {
    const left = leaving.left()
    if (left.length === 0) return
    const { putLeft } = await import('./left.store.ts')
    await putLeft(openDesk(name), left)
    leaving.taken(left)
  }
  const listeners = new Set<(drawer: Drawer) => void>()
  const tell = (drawer: Drawer) => {
    for (const told of listeners) told(drawer)
  }
  let opened: BroadcastChannel | undefined
  /** Opened when it is first needed: a page that only has the tools' code in it opens nothing. */
  const otherTabs = () => {
    if (!opened) {
      opened = new BroadcastChannel(name)
      opened.onmessage = (event: MessageEvent<Drawer>) => tell(event.data)
    }
    return opened
  }

  async function write<T>(drawers: readonly Drawer[], working: (store: (drawer: Drawer) => IDBObjectStore) => Promise<T>): Promise<T> {
    const value = await within(async database => {
      const transaction = database.transaction(drawers, 'readwrite', { durability: 'strict' })
      const work = working(drawer => transaction.objectStore(drawer)).catch(error => {
        transaction.abort()
        throw error
      })
      const [made] = await Promise.all([work, done(transaction)])
      return made
    })
    for (const drawer of drawers) {
      tell(drawer)
      otherTabs().postMessage(drawer)
    }
    return value
  }

  return {
    all: drawer => within(database => result(database.transaction(drawer).objectStore(drawer).getAll())),
    get: (drawer, id) => within(database => result(database.transaction(drawer).objectStore(drawer).get(id))),
    photosOf: run => within(database => result(database.transaction('photo').objectStore('photo').index('run').getAll(run))),
    change: (drawer, id, change) =>
      write([drawer], async store => {
        const now = change(await result(store(drawer).get(id)))
        if (now) await result(store(drawer).put(now))
        return now
      }),
    put: (drawer, things) =>
      write([drawer], async store => {
        for (const thing of things satisfies readonly Kept[]) store(drawer).put(thing)
      }),
    remove(drawer, ids) {
      for (const id of ids) leaving.saved(drawer, id)
      return write([drawer], async store => {
        for (const id of ids) store(drawer).delete(id)
      })
    },
    erase() {
      leaving.forget()
      return write(DRAWERS, async store => {
        for (const drawer of DRAWERS) store(drawer).clear()
      })
    },
    listen(told) {
      listeners.add(told)
      otherTabs()
      return () => listeners.delete(told)
    },
    unsaved: leaving.unsaved,
    saved: leaving.saved,
    setLeaving(is) {
      leaving.setLeaving(is)
      // Another page may have gone while this one was out of sight.
      if (!is) taking = undefined
    }
  }
}

/** The desk of this handbook. */
export const desk = openDesk(`${NAME}desk`, () => localStorage)

if ('document' in globalThis) {
  // Before anything else hears of it: what is typed until the last moment is left behind too.
  addEventListener('pagehide', () => desk.setLeaving(true), true)
  addEventListener('pageshow', () => desk.setLeaving(false), true)
  document.addEventListener('visibilitychange', () => desk.setLeaving(document.hidden), true)
}
