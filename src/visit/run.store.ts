/**
 * The runs of this device: on the screen at once, and *saved* when the disk has said so. What could not be written waits
 * and is tried again with the next change; nothing on the screen is lost meanwhile.
 *
 * A tab writes its changes, never its copy of a run: what another tab has done meanwhile stays.
 */
import { atom } from 'nanostores'
import { type DiskFault, faultOf } from '../device/database.store.ts'
import { writeSetting } from '../device/settings.store.ts'
import type { Desk } from './desk.store.ts'
import type { Run } from './paper.ts'
import { entryOf, type Happening, nowOf, withEntry } from './run.ts'
import { decodeRun } from './runDecode.ts'
import { sorted } from './runFind.ts'

export interface Book {
  readonly runs: ReadonlyMap<string, Run>
  /** Whether all runs have been read; a single run can be opened before. */
  readonly whole: boolean
  /** Runs on disk that this version can't read. They are left alone. */
  readonly unreadable: number
  readonly saved: 'yes' | 'saving' | 'no'
  /** Why the last change is not saved, or the runs could not be read. */
  readonly fault?: DiskFault
}

type Change = (run: Run) => Run

/** Where the Tools page finds how many runs are under way. */
export const UNDER_WAY = 'underway'

export function openRuns(desk: Desk, clock: () => number, newId: () => string) {
  const $book = atom<Book>({ runs: new Map(), whole: false, unreadable: 0, saved: 'yes' })
  /** Changes that are not on disk, by run. */
  const pending = new Map<string, Change[]>()
  /** Runs that were begun here and are not on disk yet. */
  const fresh = new Map<string, Run>()
  let writing: Promise<void> | undefined

  const set = (part: Partial<Book>) => $book.set({ ...$book.get(), ...part })
  const unsavedOf = (run: Run) => (pending.get(run.id) ?? []).reduce((now, change) => change(now), run)

  function show(id: string, run: Run | undefined): void {
    const runs = new Map($book.get().runs)
    if (run) runs.set(id, run)
    else runs.delete(id)
    set({ runs })
  }

  /** Shows a run that is not on disk as it is here. */
  function put(run: Run): void {
    show(run.id, run)
    desk.unsaved({ drawer: 'run', thing: run, known: !fresh.has(run.id) })
  }

  /** The home of a small count, for pages that don't open the desk. Exact only when all runs are known. */
  function tellUnderWay(): void {
    const { runs, whole } = $book.get()
    if (whole) writeSetting(UNDER_WAY, String(sorted(runs.values()).underWay.length))
  }

  async function readAll(): Promise<void> {
    try {
      const found = await desk.all('run')
      const read = found.flatMap(one => decodeRun(one) ?? [])
      const runs = new Map([...fresh, ...read.map(run => [run.id, run] as const)].map(([id, run]) => [id, unsavedOf(run)]))
      set({ runs, whole: true, unreadable: found.length - read.length })
      tellUnderWay()
    } catch (error) {
      set({ whole: true, fault: faultOf(error) })
    }
  }

  async function readOne(id: string): Promise<void> {
    try {
      const found = await desk.get('run', id)
      const run = decodeRun(found) ?? fresh.get(id)
      show(id, run && unsavedOf(run))
    } catch (error) {
      set({ fault: faultOf(error) })
    }
  }

  /** Writes what is pending of one run. */
  async function write(id: string): Promise<void> {
    const changes = [...(pending.get(id) ?? [])]
    const kept = await desk.change('run', id, found => {
      const base = found === undefined ? fresh.get(id) : decodeRun(found)
      return base && changes.reduce((run, change) => change(run), base)
    })
    fresh.delete(id)
    const rest = (pending.get(id) ?? []).slice(changes.length)
    if (kept && rest.length > 0) pending.set(id, rest)
    else {
      pending.delete(id)
      desk.saved('run', id)
    }
    // Undefined: another tab has deleted it meanwhile.
    show(id, kept && unsavedOf(kept))
  }

  async function writeAll(): Promise<void> {
    try {
      for (let [id] = pending.keys(); id !== undefined; [id] = pending.keys()) await write(id)
      const { fault: _, ...book } = $book.get()
      $book.set({ ...book, saved: 'yes' })
    } catch (error) {
      set({ saved: 'no', fault: faultOf(error) })
    }
  }

  /** Resolves when everything is on disk, or has failed to get there. */
  function save(): Promise<void> {
    set({ saved: 'saving' })
    writing ??= writeAll().finally(() => {
      writing = undefined
    })
    return writing
  }

  function alter(id: string, change: Change): Promise<void> {
    const run = $book.get().runs.get(id)
    if (!run) return Promise.resolve()
    pending.set(id, [...(pending.get(id) ?? []), change])
    put(change(run))
    return save()
  }

  return {
    $book,
    readAll,
    readOne,

    begin(checklist: string, order: string, customer: string): string {
      const now = clock()
      const run: Run = { v: 1, id: newId(), changed: now, checklist, order, customer, started: now, entries: [] }
      fresh.set(run.id, run)
      pending.set(run.id, [])
      put(run)
      void save().then(recount)
      return run.id
    },

    /** Puts an entry at the end of a run. Resolves when it is saved, or could not be. */
    async add(id: string, happening: Happening): Promise<void> {
      const run = $book.get().runs.get(id)
      if (!run) return
      const entry = entryOf(run, happening, newId(), clock())
      await alter(id, now => withEntry(now, entry))
      if (['finished', 'reopened', 'undone'].includes(entry.type)) await recount()
    },

    /** Changes a run's heading. */
    edit(id: string, heading: Partial<Pick<Run, 'order' | 'customer' | 'exported'>>): Promise<void> {
      const changed = clock()
      return alter(id, run => ({ ...run, ...heading, changed: Math.max(changed, run.changed) }))
    },

    /** Removes a run and its photos. False when it could not be removed. */
    async remove(id: string): Promise<boolean> {
      try {
        const photos = await desk.photosOf(id)
        await desk.remove('run', [id])
        await desk.remove(
          'photo',
          photos.map(photo => photo.id)
        )
      } catch (error) {
        // One that never was on disk can still be taken from the screen.
        if (!fresh.has(id)) {
          set({ fault: faultOf(error) })
          return false
        }
      }
      fresh.delete(id)
      pending.delete(id)
      show(id, undefined)
      await recount()
      return true
    },

    /** Removes everything that the tools keep, of all tools. False when it could not be done. */
    async erase(): Promise<boolean> {
      try {
        await desk.erase()
      } catch (error) {
        set({ fault: faultOf(error) })
        return false
      }
      fresh.clear()
      pending.clear()
      set({ runs: new Map(), saved: 'yes' })
      tellUnderWay()
      return true
    },

    /** Keeps up with other tabs: `id` is the run that is on the screen; without it, all are. Returns what stops it. */
    follow(id: string | undefined): () => void {
      return desk.listen(drawer => {
        if (drawer === 'run') void (id === undefined ? readAll() : readOne(id))
      })
    }
  }

  /** How many runs are under way, told to pages that don't open the desk. */
  async function recount(): Promise<void> {
    if ($book.get().whole) return tellUnderWay()
    try {
      const all = (await desk.all('run')).flatMap(run => decodeRun(run) ?? [])
      writeSetting(UNDER_WAY, String(all.filter(run => nowOf(run).finished === undefined).length))
    } catch {
      // The count is a hint only.
    }
  }
}

export type RunBook = ReturnType<typeof openRuns>
