/** The console's database on this device. Nothing is opened before the first call; what is written survives a crash. */
import { done, openedWhenUsed, result } from '../device/database.store.ts'
import type { KeptDraft } from './drafts.ts'
import type { KeptCertificate } from './issued.ts'
import type { Entry } from './ledger.ts'
import type { Person } from './roster.ts'
import type { CountedRow, HandedOut, RefusedRow } from './rows.ts'

/** A pair of keys that receipts are sealed to. The newest is used for new assignments; the older ones open older receipts. */
export interface TrainerKey {
  /** The public key in its short form, 66 hex digits. */
  readonly hex: string
  readonly pair: CryptoKeyPair
  /** Epoch milliseconds. */
  readonly made: number
  /** When a backup with it was read back. */
  readonly backedUp?: number
}

/** What is written together, or not at all. `after`: the ledger's last entry that it follows from. */
export interface Change {
  readonly after: Entry | undefined
  readonly entries: readonly Entry[]
  readonly counted?: readonly CountedRow[]
  readonly refused?: readonly RefusedRow[]
  /** Seals of receipts that were refused and count now. */
  readonly healed?: readonly string[]
  readonly assignments?: readonly HandedOut[]
  readonly certificates?: readonly KeptCertificate[]
}

/** Another tab has written to the ledger meanwhile: judge again with what is there now. */
export class Overtaken extends Error {}

export interface Contents {
  readonly keys: readonly TrainerKey[]
  readonly assignments: readonly unknown[]
  readonly counted: readonly unknown[]
  readonly refused: readonly unknown[]
  readonly ledger: readonly Entry[]
  readonly roster: unknown
  readonly draft: unknown
  readonly drafts: readonly unknown[]
  readonly valid: unknown
  readonly terms: unknown
  readonly sendTo: unknown
}

const VERSION = 1
const STORES = ['keys', 'assignments', 'counted', 'refused', 'ledger', 'kept'] as const

/** Keys of drafts in the store of what is kept: a row each, so that two tabs write side by side. */
const DRAFT = 'draft '
/** How the keys of what was answered begin. */
const TRIES = 'tries/'
/** How the keys of certificates begin. */
const CERTIFICATES = 'certificate/'
const startingWith = (begin: string) => IDBKeyRange.bound(begin, `${begin}\uffff`)

export type Cabinet = ReturnType<typeof openCabinet>

export function openCabinet(name: string) {
  const within = openedWhenUsed(name, VERSION, database => {
    database.createObjectStore('keys', { keyPath: 'hex' })
    database.createObjectStore('assignments', { keyPath: 'id' })
    database.createObjectStore('counted', { keyPath: 'seal' })
    database.createObjectStore('refused', { keyPath: 'seal' })
    database.createObjectStore('ledger', { keyPath: 'number' })
    database.createObjectStore('kept')
  })

  function write(stores: readonly string[], work: (transaction: IDBTransaction) => void): Promise<void> {
    return within(database => {
      const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' })
      work(transaction)
      return done(transaction)
    })
  }

  /** All of it, as one moment had it. */
  function read(): Promise<Contents> {
    return within(async database => {
      const transaction = database.transaction(STORES)
      const all = (store: string) => result(transaction.objectStore(store).getAll())
      const kept = (key: string) => result(transaction.objectStore('kept').get(key))
      const [keys, assignments, counted, refused, ledger, roster, draft, drafts, valid, terms, sendTo] = await Promise.all([
        all('keys'),
        all('assignments'),
        all('counted'),
        all('refused'),
        all('ledger'),
        kept('roster'),
        kept('draft'),
        result(transaction.objectStore('kept').getAll(startingWith(DRAFT))),
        kept('valid'),
        kept('terms'),
        kept('sendTo')
      ])
      return { keys, assignments, counted, refused, ledger, roster, draft, drafts, valid, terms, sendTo }
    })
  }

  /** Rejects with `Overtaken`, and writes nothing, where the ledger no longer ends with `after`. */
  async function change({
    after,
    entries,
    counted = [],
    refused = [],
    healed = [],
    assignments = [],
    certificates = []
  }: Change): Promise<void> {
    let overtaken = false
    const work = (transaction: IDBTransaction) => {
      const last = transaction.objectStore('ledger').openCursor(null, 'prev')
      last.onsuccess = () => {
        const there: Entry | undefined = last.result?.value
        if (there?.hash !== after?.hash) {
          overtaken = true
          transaction.abort()
          return
        }
        for (const entry of entries) transaction.objectStore('ledger').add(entry)
        for (const { seal, code, opened, told, at } of counted) transaction.objectStore('counted').put({ seal, code, opened, told, at })
        for (const seal of healed) transaction.objectStore('refused').delete(seal)
        for (const row of refused) transaction.objectStore('refused').put(row)
        for (const { assignment, hash, code } of assignments) transaction.objectStore('assignments').put({ id: assignment.id, hash, code })
        for (const row of certificates) transaction.objectStore('kept').put(row, CERTIFICATES + row.seal)
      }
    }
    try {
      await write(['ledger', 'counted', 'refused', 'assignments', 'kept'], work)
    } catch (error) {
      throw overtaken ? new Overtaken() : error
    }
  }

  const keep = (key: 'roster' | 'draft' | 'valid' | 'sendTo', value: readonly Person[] | unknown) =>
    write(['kept'], transaction => void transaction.objectStore('kept').put(value, key))

  /** Keeps a draft; as a new one where another tab has changed it since it was as of `base`. Gives what is kept. */
  async function putDraft(row: KeptDraft, base: number | undefined, fresh: string): Promise<KeptDraft> {
    let put = row
    await write(['kept'], transaction => {
      const kept = transaction.objectStore('kept')
      const reading = kept.get(DRAFT + row.id)
      reading.onsuccess = () => {
        if (reading.result && reading.result.changed !== base) put = { ...row, id: fresh }
        kept.put(put, DRAFT + put.id)
      }
    })
    return put
  }

  /** The term of one assignment; undefined: it has none of its own. */
  const keepTerm = (id: string, term: unknown) =>
    write(['kept'], transaction => {
      const kept = transaction.objectStore('kept')
      const there = kept.get('terms')
      there.onsuccess = () => void kept.put({ ...there.result, [id]: term }, 'terms')
    })

  const dropDraft = (id: string) => write(['kept'], transaction => void transaction.objectStore('kept').delete(DRAFT + id))

  /** Adds keys; one that is there is only marked as backed up. */
  const putKeys = (keys: readonly TrainerKey[]) =>
    write(['keys'], transaction => {
      for (const key of keys) transaction.objectStore('keys').put(key)
    })

  /** What was answered behind receipts, by their seals. What is there stays. */
  const keepTries = (tries: ReadonlyMap<string, string>) =>
    write(['kept'], transaction => {
      const kept = transaction.objectStore('kept')
      for (const [seal, text] of tries) {
        const there = kept.getKey(TRIES + seal)
        there.onsuccess = () => void (there.result ?? kept.put(text, TRIES + seal))
      }
    })

  const readTries = (): Promise<ReadonlyMap<string, unknown>> =>
    within(async database => {
      const kept = database.transaction('kept').objectStore('kept')
      const range = startingWith(TRIES)
      const [keys, texts] = await Promise.all([result(kept.getAllKeys(range)), result(kept.getAll(range))])
      return new Map(keys.map((key, at) => [String(key).slice(TRIES.length), texts[at]]))
    })

  const readCertificates = (): Promise<unknown[]> =>
    within(database => result(database.transaction('kept').objectStore('kept').getAll(startingWith(CERTIFICATES))))

  /** Of a backup. `merge`: what is kept where there is one already. */
  const keepCertificates = (rows: readonly KeptCertificate[], merge: (there: unknown, row: KeptCertificate) => KeptCertificate) =>
    write(['kept'], transaction => {
      const kept = transaction.objectStore('kept')
      for (const row of rows) {
        const there = kept.get(CERTIFICATES + row.seal)
        there.onsuccess = () => void kept.put(merge(there.result, row), CERTIFICATES + row.seal)
      }
    })

  return { read, change, keep, keepTerm, putDraft, dropDraft, putKeys, keepTries, readTries, readCertificates, keepCertificates }
}
