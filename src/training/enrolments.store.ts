/**
 * The assignments that were taken on in this browser, and the key it signs receipts with: a database of its own. One
 * enrolment for each assignment and person. What can't be stored is kept in memory, and `$kept` says so.
 */
import { type DiskFault, done, faultOf, openedWhenUsed, result } from '../device/database.store.ts'
import { store } from '../device/store.ts'
import { readAssignment } from './assignment.ts'
import { fromBase64url, toBase64url } from './bytes.ts'
import { type Enrolment, endOf, furthest, hasNews, type KeptReceipt, type Link } from './enrolment.ts'
import { decodeEnrolment, decodeLink } from './enrolmentRow.ts'
import { newDeviceKey, publicHex, shortHash } from './keys.store.ts'
import { sameStaff, seedsOf } from './receipt.ts'

export interface Drawer {
  all(): Promise<unknown[]>
  /**
   * Changes one row in one transaction; `work` is given what is there, or else the end of the chain that was. Resolves when
   * it would survive a crash. A row that can't be read is put aside.
   */
  change(id: string, work: (before: Enrolment | undefined, after?: Link) => Enrolment): Promise<Enrolment>
  /** Of what is removed stays the end of its chain, under a hash of its id. */
  remove(id: string): Promise<void>
  /** Deletes all of it, the key as well. */
  erase(): Promise<void>
  /** The device's key: the one that is there, else this one, which is kept. */
  key(fresh: CryptoKeyPair): Promise<CryptoKeyPair>
  readKey(): Promise<CryptoKeyPair | undefined>
}

const VERSION = 1

/** Under which the end of a removed chain is kept. */
const goneOf = async (id: string) => `gone ${await shortHash(new TextEncoder().encode(id))}`

async function unusedIn(rows: IDBObjectStore, id: string): Promise<string> {
  return (await result(rows.getKey(id))) === undefined ? id : unusedIn(rows, `old ${id}`)
}

/** A drawer in this browser's IndexedDB. Nothing is opened before the first call. */
export function openDrawer(name: string): Drawer {
  const within = openedWhenUsed(name, VERSION, database => {
    database.createObjectStore('enrolments', { keyPath: 'id' })
    database.createObjectStore('keys')
  })
  const writing = (database: IDBDatabase, of: string) => database.transaction(of, 'readwrite', { durability: 'strict' })

  return {
    all: () => within(database => result(database.transaction('enrolments').objectStore('enrolments').getAll())),
    change: async (id, work) => {
      const gone = await goneOf(id)
      return within(async database => {
        const transaction = writing(database, 'enrolments')
        const rows = transaction.objectStore('enrolments')
        const put = async () => {
          const there = await result(rows.get(id))
          const before = decodeEnrolment(there)
          const ended = furthest([decodeLink((await result(rows.get(gone)))?.after), decodeLink(there?.receipts?.at?.(-1))])
          const after = work(before, ended)
          if (there && !before) await result(rows.put({ ...there, id: await unusedIn(rows, `old ${id}`) }))
          await result(rows.put(after))
          return after
        }
        const [after] = await Promise.all([put(), done(transaction)])
        return after
      })
    },
    remove: async id => {
      const gone = await goneOf(id)
      return within(async database => {
        const transaction = writing(database, 'enrolments')
        const rows = transaction.objectStore('enrolments')
        const take = async () => {
          const before = decodeEnrolment(await result(rows.get(id)))
          const after = before && endOf(before)
          if (after) await result(rows.put({ id: gone, after }))
          await result(rows.delete(id))
        }
        await Promise.all([take(), done(transaction)])
      })
    },
    erase: () =>
      within(database => {
        const transaction = database.transaction(['enrolments', 'keys'], 'readwrite', { durability: 'strict' })
        for (const of of ['enrolments', 'keys']) transaction.objectStore(of).clear()
        return done(transaction)
      }),
    key: fresh =>
      within(async database => {
        const transaction = writing(database, 'keys')
        const keys = transaction.objectStore('keys')
        const take = async () => {
          const there: CryptoKeyPair | undefined = await result(keys.get('device'))
          if (!there) await result(keys.put(fresh, 'device'))
          return there ?? fresh
        }
        const [pair] = await Promise.all([take(), done(transaction)])
        return pair
      }),
    readKey: () => within(database => result(database.transaction('keys').objectStore('keys').get('device')))
  }
}

export interface Ports {
  readonly drawer: Drawer
  readonly channel?: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> | undefined
  now(): number
}

/** Whether enrolments outlive this page. */
export type Kept = 'opening' | 'yes' | DiskFault

export type Enrolments = ReturnType<typeof openEnrolments>

/** A receipt and the one before it grew from the same row: another tab was quicker, so it is made anew. */
class Overtaken extends Error {}

export function openEnrolments({ drawer, channel, now }: Ports) {
  const $enrolments = store<readonly Enrolment[]>([])
  const $kept = store<Kept>('opening')
  let pair: Promise<CryptoKeyPair> | undefined

  function see(enrolment: Enrolment): Enrolment {
    const others = $enrolments.get().filter(({ id }) => id !== enrolment.id)
    $enrolments.set([...others, enrolment].sort((a, b) => a.accepted - b.accepted))
    return enrolment
  }

  /** Reads what is on disk; what is only in memory stays. */
  async function refresh(): Promise<void> {
    try {
      const rows = (await drawer.all()).flatMap(row => decodeEnrolment(row) ?? [])
      const unsaved = $kept.get() === 'yes' ? [] : $enrolments.get().filter(({ id }) => rows.every(row => row.id !== id))
      $enrolments.set([...rows, ...unsaved].sort((a, b) => a.accepted - b.accepted))
      if ($kept.get() === 'opening') $kept.set('yes')
    } catch (error) {
      $kept.set(faultOf(error))
    }
  }

  /** The key that signs for this device. It is made when it is first needed, and can't leave the browser. */
  function device(): Promise<CryptoKeyPair> {
    const take = async () => {
      const there = await drawer.readKey().catch(() => undefined)
      if (there) return there
      const fresh = await newDeviceKey()
      return drawer.key(fresh).catch(error => {
        $kept.set(faultOf(error))
        return fresh
      })
    }
    pair ??= take().catch(error => {
      pair = undefined
      throw error
    })
    return pair
  }

  /** Changes an enrolment on disk and in memory, or where there is no disk in memory only. `work` may throw. */
  async function change(id: string, work: (before: Enrolment | undefined, after?: Link) => Enrolment): Promise<Enrolment> {
    let thrown: unknown
    try {
      const after = await drawer.change(id, (before, after) => {
        try {
          return work(before, after)
        } catch (error) {
          thrown = error
          throw error
        }
      })
      $kept.set('yes')
      channel?.postMessage('changed')
      return see(after)
    } catch (error) {
      if (thrown !== undefined) throw thrown
      $kept.set(faultOf(error))
      return see(work($enrolments.get().find(one => one.id === id)))
    }
  }

  /**
   * Takes an assignment on for a person; done twice it is the same enrolment. Rejects where the browser has no WebCrypto.
   * `bytes`: the assignment as it was handed out.
   */
  async function takeOn(bytes: Uint8Array, staff: string, name: string): Promise<Enrolment> {
    const hash = await shortHash(bytes)
    const seeds = seedsOf(hash, await publicHex((await device()).publicKey), staff)
    const id = `${hash} ${sameStaff(staff)}`
    const fresh = { id, code: toBase64url(bytes), hash, staff, name, seeds, receipts: [] }
    return change(id, (before, after) => (before ? { ...before, name } : { ...fresh, accepted: now(), ...(after && { after }) }))
  }

  /**
   * Takes up enrolments from a backup. What is here stays; of two chains that this device made the longer one goes on. The
   * key of another device is not in its backup, so that what that one signed is kept beside: this device begins a chain of
   * its own. Gives how many were not here, or had receipts that were not. Rejects like `takeOn`.
   */
  async function bringBack(kept: readonly Enrolment[]): Promise<number> {
    let added = 0
    for (const one of kept) {
      const bytes = fromBase64url(one.code)
      if (!bytes || readAssignment(`a=${one.code}`).type !== 'assignment') continue
      const hash = await shortHash(bytes)
      const seeds = seedsOf(hash, await publicHex((await device()).publicKey), one.staff)
      const own = seeds === one.seeds ? one : { receipts: [] }
      const id = `${hash} ${sameStaff(one.staff)}`
      if (hasNews($enrolments.get(), { ...one, id })) added++
      await change(id, (before, gone) => {
        const numberOf = (chain: readonly KeptReceipt[] = []) => chain.at(-1)?.counter ?? 0
        const receipts = before && numberOf(before.receipts) >= numberOf(own.receipts) ? before.receipts : own.receipts
        const { staff, name, accepted } = before ?? one
        const after = furthest([receipts.at(-1), before && endOf(before), endOf(own), gone])
        const seals = new Set(receipts.map(({ seal }) => seal))
        const others = [...(before?.former ?? []), ...(before?.receipts ?? []), ...(one.former ?? []), ...one.receipts]
        const former = others.filter(({ seal }) => !seals.has(seal) && seals.add(seal))
        return {
          ...{ id, code: one.code, hash, staff, name, accepted, seeds, receipts },
          ...(after && after.counter > numberOf(receipts) && { after }),
          ...(former.length > 0 && { former })
        }
      })
    }
    return added
  }

  /**
   * Adds a receipt to the chain. `make` is given the enrolment with the receipts so far; where another tab has added one
   * meanwhile it is called again, so that no two receipts have one place.
   */
  async function addReceipt(
    id: string,
    make: (enrolment: Enrolment, pair: CryptoKeyPair) => Promise<KeptReceipt>
  ): Promise<KeptReceipt | undefined> {
    const key = await device()
    for (let turn = 0; turn < 5; turn++) {
      const enrolment = $enrolments.get().find(one => one.id === id)
      if (!enrolment) return undefined
      const receipt = await make(enrolment, key)
      try {
        await change(id, before => {
          const now = before ?? enrolment
          if (now.receipts.length !== enrolment.receipts.length) throw new Overtaken()
          return { ...now, receipts: [...now.receipts, receipt] }
        })
        return receipt
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error
        await refresh()
      }
    }
    return undefined
  }

  /** Takes an enrolment off this device. What was done for it stays in the record; taken on again, its chain goes on. */
  async function remove(id: string): Promise<void> {
    await drawer.remove(id).catch(error => $kept.set(faultOf(error)))
    $enrolments.set($enrolments.get().filter(one => one.id !== id))
    channel?.postMessage('changed')
  }

  /** Deletes all enrolments and the key: the next ones are those of another device. */
  async function erase(): Promise<void> {
    await drawer.erase().catch(error => $kept.set(faultOf(error)))
    pair = undefined
    $enrolments.set([])
    channel?.postMessage('changed')
  }

  channel?.addEventListener('message', () => {
    pair = undefined // another tab may have erased it
    void refresh()
  })
  const ready = refresh()
  return { $enrolments, $kept, ready, device, takeOn, bringBack, addReceipt, remove, erase, refresh }
}
