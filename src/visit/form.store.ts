/** Keeps one form while it is filled in: what was typed is shown at once, and called saved when it would survive a crash. */
import { atom } from 'nanostores'
import { type DiskFault, faultOf } from '../device/database.store.ts'
import type { Readable } from '../device/derived.ts'
import type { Desk } from './desk.store.ts'
import { withExported } from './form.ts'
import { decodeFilled } from './formDecode.ts'
import type { Filled } from './paper.ts'

/** `new`: nothing of it has been kept yet. */
export type Saved = 'new' | 'saving' | 'yes' | DiskFault
export type Change = (filled: Filled) => Filled

export interface Keeping {
  readonly $form: Readable<Filled>
  readonly $saved: Readable<Saved>
  /** Makes one change, here and on the desk. What another tab changed meanwhile stays. */
  edit(change: Change): Promise<void>
  stop(): void
  readonly desk: Desk
}

/** `saved`: 'new' for a form that is not on the desk yet. */
export function keepForm(desk: Desk, start: Filled, saved: 'new' | 'yes'): Keeping {
  const $form = atom(start)
  const $saved = atom<Saved>(saved)
  /** Changes that are not on the desk, in their order: those that failed are tried again with the next. */
  let waiting: Change[] = []
  let writing = 0

  const changed = (filled: Filled, changes: readonly Change[]) => changes.reduce((now, change) => change(now), filled)

  async function edit(change: Change): Promise<void> {
    const before = $form.get()
    const mine = change(before)
    if (mine === before && waiting.length === 0) return
    waiting.push(change)
    const changes = [...waiting]
    $form.set(mine)
    desk.unsaved({ drawer: 'form', thing: mine })
    $saved.set('saving')
    writing++
    try {
      // What can't be read is not written over: it may be a newer version's.
      const kept = await desk.change('form', start.id, found =>
        found === undefined ? mine : decodeFilled(found) && changed(found, changes)
      )
      waiting = waiting.filter(one => !changes.includes(one))
      if (waiting.length === 0) desk.saved('form', start.id)
      const read = decodeFilled(kept)
      if (!read) throw new DOMException('This form was written by a newer version', 'VersionError')
      $form.set(changed(read, waiting))
      if (writing === 1) $saved.set('yes')
    } catch (error) {
      $saved.set(faultOf(error))
    } finally {
      writing--
    }
  }

  async function refresh(): Promise<void> {
    if (writing > 0 || $saved.get() !== 'yes') return
    const found = decodeFilled(await desk.get('form', start.id).catch(() => undefined))
    // A form that was deleted elsewhere stays on this screen; the next change keeps it again.
    if (found && writing === 0) $form.set(changed(found, waiting))
  }

  const stop = listening(desk, () => void refresh())
  return { $form, $saved, edit, stop, desk }
}

/** It was printed, shared or saved as a file; one in which nothing was written was not. */
export async function handedOut({ $saved, $form, edit, desk }: Keeping): Promise<void> {
  if ($saved.get() === 'new') return
  const now = Date.now()
  await edit(one => withExported(one, now))
  // Where it can't be noted on the run, the form's own date counts for its photos.
  await import('./handedOut.store.ts').then(({ runsHandedOut }) => runsHandedOut(desk, [$form.get()], now)).catch(() => undefined)
}

/** Where messages between tabs are not to be had, this one goes without. */
function listening(desk: Desk, told: () => void): () => void {
  try {
    return desk.listen(drawer => {
      if (drawer === 'form') told()
    })
  } catch {
    return () => undefined
  }
}

export interface Forms {
  readonly forms: readonly Filled[]
  /** Rows that could not be read, and are left as they are. */
  readonly unreadable: number
  readonly fault?: DiskFault
}

/** All that are kept. Undefined until they have been read. */
export function listForms(desk: Desk) {
  const $forms = atom<Forms | undefined>()

  async function load(): Promise<void> {
    try {
      const rows: unknown[] = await desk.all('form')
      const forms = rows.flatMap(row => decodeFilled(row) ?? [])
      $forms.set({ forms, unreadable: rows.length - forms.length })
    } catch (error) {
      $forms.set({ forms: $forms.get()?.forms ?? [], unreadable: 0, fault: faultOf(error) })
    }
  }

  /** Whether it was done; what went wrong is in `$forms`. */
  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      $forms.set({ forms: [], unreadable: 0, ...$forms.get(), fault: faultOf(error) })
      return false
    }
  }

  const ready = load()
  /** Many changes in a row are read once. */
  let soon: ReturnType<typeof setTimeout> | undefined
  const stop = listening(desk, () => {
    clearTimeout(soon)
    soon = setTimeout(() => void load(), 50)
  })
  return {
    $forms: $forms as Readable<Forms | undefined>,
    ready,
    stop,
    remove: (ids: readonly string[]) => attempt(() => desk.remove('form', ids)),
    /** Changes each that is still there. */
    edit: (ids: readonly string[], change: Change) =>
      attempt(async () => {
        await Promise.all(ids.map(id => desk.change('form', id, found => (decodeFilled(found) && found ? change(found) : undefined))))
      })
  }
}
