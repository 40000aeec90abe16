/**
 * What a page that goes away leaves for the next one. It may not live to hear from the disk, and a change that was being
 * made dies with it: so whatever is not saved by then is put, whole and at once, into the browser's other storage.
 */
import type { BackedUp } from './decode.ts'
import type { Drawers } from './paper.ts'

export type Stored = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** `known`: it has been on the desk, so if it is not there any more, it was deleted. */
export interface Left<D extends BackedUp = BackedUp> {
  readonly drawer: D
  readonly thing: Drawers[D]
  readonly known?: boolean
}

/** `storage` is asked for each time, and throws where it is blocked. Without one nothing is left. */
export function openLeaving(name: string, storage: () => Stored | undefined = () => undefined) {
  const unsaved = new Map<string, Left>()
  /** What this page has left; other pages' stays. */
  let own: readonly string[] = []
  let isLeaving = false

  /** Each as a text of its own, so that it can be told from others. */
  function left(): readonly string[] {
    try {
      const found: unknown = JSON.parse(storage()?.getItem(name) ?? '[]')
      return Array.isArray(found) ? found : []
    } catch {
      return []
    }
  }

  function exchange(gone: readonly string[], come: readonly string[]): void {
    if (gone.length + come.length === 0) return
    try {
      const all = [...left().filter(one => !gone.includes(one)), ...come]
      if (all.length > 0) storage()?.setItem(name, JSON.stringify(all))
      else storage()?.removeItem(name)
    } catch {
      // blocked or full: there is only the disk
    }
  }

  function handOver(): void {
    const before = own
    own = isLeaving ? [...unsaved.values()].map(one => JSON.stringify(one)) : []
    exchange(before, own)
  }

  return {
    left,
    /** What was left has come onto the desk. */
    taken: (texts: readonly string[]) => exchange(texts, []),
    /** This thing, as it is on the screen, is not on the disk yet. */
    unsaved(one: Left): void {
      unsaved.set(one.drawer + one.thing.id, one)
      if (isLeaving) handOver()
    },
    saved(drawer: string, id: string): void {
      unsaved.delete(drawer + id)
      if (isLeaving) handOver()
    },
    setLeaving(is: boolean): void {
      isLeaving = is
      handOver()
    },
    /** Nothing of this page's, or of any other's, is wanted any more. */
    forget(): void {
      unsaved.clear()
      exchange(left(), [])
    }
  }
}

export type Leaving = ReturnType<typeof openLeaving>
