/** The guests to be called, as this device keeps them. What a screen shows was saved before. */
import { atom } from 'nanostores'
import { type DiskFault, faultOf } from '../device/database.store.ts'
import { type Desk, desk } from './desk.store.ts'
import { decodeFollowUp } from './followUp.ts'
import type { FollowUp } from './paper.ts'

export interface Shown {
  /** Undefined while they are being read. */
  readonly all: readonly FollowUp[] | undefined
  /** Why the last reading or saving failed. */
  readonly fault?: DiskFault
  /** How many could not be read. They are left as they are. */
  readonly unreadable: number
  /** Whether there is a change to take back. */
  readonly canUndo: boolean
}

export interface FollowUps {
  readonly $shown: { get(): Shown; subscribe(told: (shown: Shown) => void): () => void }
  /** Each resolves to whether it was saved; nothing is changed when it was not. */
  save(followUp: FollowUp): Promise<boolean>
  remove(ids: readonly string[]): Promise<boolean>
  /** Takes back the last change that this page made. */
  undo(): Promise<boolean>
  /** Follows what this tab and others change; returns what stops it. */
  follow(): () => void
}

/** What was there before a change, by id; undefined where there was nothing. */
type Before = ReadonlyMap<string, FollowUp | undefined>

export function openFollowUps(drawers: Pick<Desk, 'all' | 'change' | 'put' | 'remove' | 'listen' | 'unsaved' | 'saved'>): FollowUps {
  const $shown = atom<Shown>({ all: undefined, unreadable: 0, canUndo: false })
  let before: Before | undefined
  let reading = 0

  async function read(): Promise<void> {
    const own = ++reading
    try {
      const found = await drawers.all('followUp')
      // A later reading knows more.
      if (own !== reading) return
      const all = found.flatMap(one => decodeFollowUp(one) ?? [])
      $shown.set({ all, unreadable: found.length - all.length, canUndo: before !== undefined })
    } catch (error) {
      const { all = [], ...shown } = $shown.get()
      $shown.set({ ...shown, all, fault: faultOf(error) })
    }
  }

  /** Makes a change, and remembers what would take it back. */
  async function change(work: () => Promise<unknown>, undoing: () => Before | undefined): Promise<boolean> {
    try {
      await work()
      before = undoing()
      await read()
      return true
    } catch (error) {
      $shown.set({ ...$shown.get(), fault: faultOf(error) })
      return false
    }
  }

  const known = (ids: readonly string[]): Before => new Map(ids.map(id => [id, $shown.get().all?.find(one => one.id === id)]))

  return {
    $shown,
    async save(followUp) {
      let found: FollowUp | undefined
      drawers.unsaved({ drawer: 'followUp', thing: followUp })
      const isSaved = await change(
        () =>
          drawers.change('followUp', followUp.id, there => {
            found = there
            return followUp
          }),
        () => new Map([[followUp.id, found]])
      )
      // Also when it could not be: the screen doesn't show it then.
      drawers.saved('followUp', followUp.id)
      return isSaved
    },
    async remove(ids) {
      const gone = known(ids)
      return change(
        () => drawers.remove('followUp', ids),
        () => gone
      )
    },
    async undo() {
      const back = before
      if (!back) return false
      const again = [...back.values()].filter(one => one !== undefined)
      const gone = [...back].flatMap(([id, one]) => (one ? [] : id))
      return change(
        async () => {
          if (again.length > 0) await drawers.put('followUp', again)
          if (gone.length > 0) await drawers.remove('followUp', gone)
        },
        () => undefined
      )
    },
    follow() {
      void read()
      return drawers.listen(drawer => {
        if (drawer === 'followUp') void read()
      })
    }
  }
}

/** Those of this handbook. */
export const followUps = openFollowUps(desk)
