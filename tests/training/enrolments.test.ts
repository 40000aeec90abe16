import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { openDB } from 'idb'
import { describe, expect, test, vi } from 'vitest'
import { encodeAssignment } from '../../src/training/assignment.ts'
import { toBase64url } from '../../src/training/bytes.ts'
import { type Enrolment, endOf, hasNews, type KeptReceipt } from '../../src/training/enrolment.ts'
import { decodeEnrolment } from '../../src/training/enrolmentRow.ts'
import { openDrawer, openEnrolments, type Ports } from '../../src/training/enrolments.store.ts'
import { nextReceipt } from '../../src/training/handBack.ts'
import { publicHex, shortHash } from '../../src/training/keys.store.ts'
import { seedsOf } from '../../src/training/receipt.ts'
import { TWELVE } from './assignments.ts'
import { FULL, FULL_AND_PAGES } from './receipts.ts'

const BYTES = encodeAssignment(TWELVE)
const OTHER = encodeAssignment({ ...TWELVE, title: '第二周' })

let names = 0
const fresh = () => `test ${names++}`
let clock = 1000
const open = (name: string, channel?: BroadcastChannel) =>
  openEnrolments({ drawer: openDrawer(name), channel, now: () => clock++ } satisfies Ports)

const receipt = (counter: number): KeptReceipt => ({
  counter,
  seal: counter.toString(16).padStart(16, '0'),
  made: FULL.made,
  code: 'abc',
  modules: FULL.modules
})

describe('taking an assignment on', () => {
  test('it is there after the page was closed, with the seeds of this device and person', async () => {
    const name = fresh()
    const first = open(name)
    await first.ready
    const enrolment = await first.takeOn(BYTES, 'A1', '欧阳慧')
    const again = open(name)
    await again.ready
    expect(again.$enrolments.get()).toEqual([enrolment])
    expect(again.$kept.get()).toBe('yes')
    const device = await publicHex((await again.device()).publicKey)
    expect(enrolment).toMatchObject({ hash: await shortHash(BYTES), code: toBase64url(BYTES), receipts: [] })
    expect(enrolment.seeds).toBe(seedsOf(enrolment.hash, device, 'A1'))
  })

  test('twice by one person it is one; by two people, or of two assignments, they are apart', async () => {
    const store = open(fresh())
    await store.takeOn(BYTES, 'A1', 'Li')
    await store.takeOn(BYTES, ' a1', 'Li Mei')
    await store.takeOn(BYTES, 'B2', 'Wang')
    await store.takeOn(OTHER, 'A1', 'Li Mei')
    const all = store.$enrolments.get()
    expect(all.map(({ staff, name }) => [staff, name])).toEqual([
      ['A1', 'Li Mei'],
      ['B2', 'Wang'],
      ['A1', 'Li Mei']
    ])
    expect(new Set(all.map(({ seeds }) => seeds)).size).toBe(3)
  })

  test('taken on in two tabs at once there is one key and one enrolment', async () => {
    const name = fresh()
    const [one, two] = [open(name), open(name)]
    const [a, b] = await Promise.all([one.takeOn(BYTES, 'A1', 'Li'), two.takeOn(BYTES, 'A1', 'Li')])
    expect(a.seeds).toBe(b.seeds)
    const again = open(name)
    await again.ready
    expect(again.$enrolments.get()).toHaveLength(1)
  })

  test('the key is one that can’t be taken out, also after it was stored', async () => {
    const name = fresh()
    await open(name).device()
    const { privateKey } = await open(name).device()
    expect(privateKey.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow()
  })

  test('another tab hears of it', async () => {
    const name = fresh()
    const [here, there] = [new BroadcastChannel(name), new BroadcastChannel(name)]
    const other = open(name, there)
    await other.ready
    await open(name, here).takeOn(BYTES, 'A1', 'Li')
    await vi.waitFor(() => expect(other.$enrolments.get()).toHaveLength(1))
    here.close()
    there.close()
  })
})

describe('receipts', () => {
  test('they form a chain, also where two tabs make one at the same time', async () => {
    const name = fresh()
    const [one, two] = [open(name), open(name)]
    const { id } = await one.takeOn(BYTES, 'A1', 'Li')
    await two.refresh()
    const make = async ({ receipts }: Enrolment) => receipt(receipts.length + 1)
    await Promise.all([one.addReceipt(id, make), two.addReceipt(id, make), one.addReceipt(id, make)])
    const again = open(name)
    await again.ready
    expect(again.$enrolments.get()[0]?.receipts.map(({ counter }) => counter)).toEqual([1, 2, 3])
  })

  test('one that can’t be made changes nothing', async () => {
    const store = open(fresh())
    const { id } = await store.takeOn(BYTES, 'A1', 'Li')
    await expect(store.addReceipt(id, () => Promise.reject(new RangeError('no')))).rejects.toThrow(RangeError)
    expect(store.$enrolments.get()[0]?.receipts).toEqual([])
    expect(await store.addReceipt('nobody', async () => receipt(1))).toBeUndefined()
  })
})

describe('where nothing can be stored', () => {
  const blocked = () => Promise.reject(new DOMException('no', 'SecurityError'))
  const drawer = { all: blocked, change: blocked, remove: blocked, erase: blocked, key: blocked, readKey: blocked }

  test('everything works in memory, and it is said', async () => {
    const store = openEnrolments({ drawer, now: () => 1 })
    await store.ready
    expect(store.$kept.get()).toBe('blocked')
    const { id } = await store.takeOn(BYTES, 'A1', 'Li')
    await store.addReceipt(id, async () => receipt(1))
    expect(store.$enrolments.get()[0]?.receipts).toHaveLength(1)
    await store.refresh()
    expect(store.$enrolments.get()).toHaveLength(1)
    await store.remove(id)
    expect(store.$enrolments.get()).toEqual([])
  })

  test('a full disk is told from a blocked one', async () => {
    const full = { ...drawer, all: async () => [], change: () => Promise.reject(new DOMException('no', 'QuotaExceededError')) }
    const store = openEnrolments({ drawer: full, now: () => 1 })
    await store.takeOn(BYTES, 'A1', 'Li')
    expect(store.$kept.get()).toBe('full')
    expect(store.$enrolments.get()).toHaveLength(1)
  })
})

test('an enrolment taken off this device is gone, the others stay', async () => {
  const name = fresh()
  const store = open(name)
  const { id } = await store.takeOn(BYTES, 'A1', 'Li')
  await store.takeOn(BYTES, 'B2', 'Wang')
  await store.remove(id)
  const again = open(name)
  await again.ready
  expect(again.$enrolments.get().map(({ staff }) => staff)).toEqual(['B2'])
})

test('taken on again after it was removed, its chain goes on, and nothing there says whose it was', async () => {
  const name = fresh()
  const store = open(name)
  const { id } = await store.takeOn(BYTES, 'A1', '欧阳慧')
  for (const counter of [1, 2]) await store.addReceipt(id, async () => receipt(counter))
  await store.remove(id)
  expect(JSON.stringify(await openDrawer(name).all())).not.toMatch(/A1|欧阳慧/)
  const again = open(name)
  await again.ready
  expect(again.$enrolments.get()).toEqual([])
  const taken = await again.takeOn(BYTES, 'A1', '欧阳慧')
  const around = { device: '02', revision: 'r', now: FULL.made, zone: 0 }
  expect(nextReceipt(taken, { id: TWELVE.id }, { modules: [] }, around)).toMatchObject({ counter: 3, previous: receipt(2).seal })
  await again.remove(id)
  expect(endOf(await again.takeOn(BYTES, 'A1', '欧阳慧'))).toEqual({ counter: 2, seal: receipt(2).seal })
  expect(endOf(await again.takeOn(BYTES, 'B2', 'Wang'))).toBeUndefined()
})

test('a row that can’t be read is put aside, not overwritten, and the chain goes on after it', async () => {
  const name = fresh()
  const store = open(name)
  const { id } = await store.takeOn(BYTES, 'A1', 'Li')
  for (const counter of [1, 2]) await store.addReceipt(id, async () => receipt(counter))
  const database = await openDB(name, 1)
  const row = { ...(await database.get('enrolments', id)), accepted: 'of a newer version' }
  await database.put('enrolments', row)
  const again = open(name)
  await again.ready
  expect(again.$enrolments.get()).toEqual([])
  expect(endOf(await again.takeOn(BYTES, 'A1', 'Li'))?.counter).toBe(2)
  expect(await database.get('enrolments', `old ${id}`)).toEqual({ ...row, id: `old ${id}` })
  await database.put('enrolments', row)
  await again.takeOn(BYTES, 'A1', 'Li')
  expect(await database.get('enrolments', `old old ${id}`)).toEqual({ ...row, id: `old old ${id}` })
  database.close()
})

test('erased, nothing is left, and the next key is another', async () => {
  const name = fresh()
  const store = open(name)
  const { seeds } = await store.takeOn(BYTES, 'A1', 'Li')
  await store.erase()
  expect(store.$enrolments.get()).toEqual([])
  const again = open(name)
  await again.ready
  expect(again.$enrolments.get()).toEqual([])
  expect((await again.takeOn(BYTES, 'A1', 'Li')).seeds).not.toBe(seeds)
})

const BARE: Enrolment = {
  id: '8899aabbccddeeff A1',
  code: 'AQ',
  hash: '8899aabbccddeeff',
  staff: 'A1',
  name: 'Li',
  accepted: 1,
  seeds: 'x.',
  receipts: [receipt(1)]
}

test('a row is read as it was written, and whatever else lies there is no enrolment', () => {
  const row = BARE
  expect(decodeEnrolment(structuredClone(row))).toEqual(row)
  for (const key of Object.keys(row)) expect(decodeEnrolment({ ...row, [key]: undefined }), key).toBeUndefined()
  for (const seal of ['', 'x', 5]) expect(decodeEnrolment({ ...row, receipts: [{ ...receipt(1), seal }] })).toBeUndefined()
  fc.assert(fc.property(fc.anything(), value => void expect(decodeEnrolment(value)).toBeUndefined()))
})

test('a row says which pages a receipt told of, and a page out of form makes it none', () => {
  const { pages = [] } = FULL_AND_PAGES
  const row = (pages: unknown) => ({ ...BARE, receipts: [{ ...receipt(1), pages }] })
  expect(decodeEnrolment(structuredClone(row(pages)))).toEqual(row(pages))
  for (const wrong of [{ place: -1 }, { lang: 'fr' }, { revision: '1' }, { hash: 'x' }, { at: 1.5 }, { at: undefined }])
    expect(decodeEnrolment(row([{ ...pages[0], ...wrong }])), JSON.stringify(wrong)).toBeUndefined()
  for (const wrong of [7, 'x', null, {}, [1]]) expect(decodeEnrolment(row(wrong))).toBeUndefined()
})

describe('a backup of enrolments', () => {
  const taken = async (name: string) => {
    const one = open(name)
    await one.ready
    const { id } = await one.takeOn(BYTES, 'A1', '欧阳慧')
    await one.addReceipt(id, async () => receipt(1))
    return one
  }

  test('comes back on another device, which has seeds and a chain of its own, and the old receipts beside', async () => {
    const one = await taken(fresh())
    const name = fresh()
    const other = open(name)
    await other.ready
    expect(await other.bringBack(one.$enrolments.get())).toBe(1)
    const [there] = other.$enrolments.get()
    const device = await publicHex((await other.device()).publicKey)
    expect(there).toMatchObject({ staff: 'A1', name: '欧阳慧', receipts: [], former: [receipt(1)] })
    expect(there?.seeds).toBe(seedsOf(await shortHash(BYTES), device, 'A1'))
    expect(there?.seeds).not.toBe(one.$enrolments.get()[0]?.seeds)
    const again = open(name)
    await again.ready
    expect(again.$enrolments.get()).toEqual([there])
  })
  test('restored twice, or over what was done since, takes nothing away and adds nothing twice', async () => {
    const kept = (await taken(fresh())).$enrolments.get()
    const other = open(fresh())
    await other.ready
    await other.bringBack(kept)
    const id = other.$enrolments.get()[0]?.id ?? ''
    await other.addReceipt(id, async () => ({ ...receipt(1), seal: 'f'.repeat(16) }))
    const before = other.$enrolments.get()
    expect(await other.bringBack(kept)).toBe(0)
    expect(other.$enrolments.get()).toEqual(before)
  })
  test('on the device that made it is the same enrolment again, its chain as well', async () => {
    const one = await taken(fresh())
    const kept = one.$enrolments.get()
    await one.remove(kept[0]?.id ?? '')
    expect(await one.bringBack(kept)).toBe(1)
    expect(one.$enrolments.get()).toEqual(kept)
  })
  test('taken on again meanwhile on the device that made it, its chain comes back, and goes on', async () => {
    const one = await taken(fresh())
    const [kept] = one.$enrolments.get()
    if (!kept) throw new Error('nothing taken on')
    await one.remove(kept.id)
    const bare = await one.takeOn(BYTES, 'A1', '欧阳慧')
    expect(hasNews([bare], kept)).toBe(true)
    expect(await one.bringBack([kept])).toBe(1)
    const [there] = one.$enrolments.get()
    expect(there).toMatchObject({ receipts: [receipt(1)] })
    expect(there && hasNews([there], kept)).toBe(false)
    await one.addReceipt(kept.id, async () => receipt(2))
    await one.remove(kept.id)
    await one.bringBack([kept])
    expect(one.$enrolments.get()[0]).toMatchObject({ receipts: [receipt(1)], after: { counter: 2, seal: receipt(2).seal } })
  })
  test('of two chains that this device made the longer one goes on, and the other is kept beside', async () => {
    const one = await taken(fresh())
    const [kept] = one.$enrolments.get()
    if (!kept) throw new Error('nothing taken on')
    const longer = [2, 3].map(counter => ({ ...receipt(counter), seal: `f${receipt(counter).seal.slice(1)}` }))
    expect(await one.bringBack([{ ...kept, receipts: longer }])).toBe(1)
    expect(one.$enrolments.get()).toMatchObject([{ receipts: longer, former: [receipt(1)] }])
  })
  test('what is no assignment is passed over, and an id or a hash in the file is not believed', async () => {
    const [kept] = (await taken(fresh())).$enrolments.get()
    if (!kept) throw new Error('nothing taken on')
    const other = open(fresh())
    await other.ready
    expect(await other.bringBack([{ ...kept, code: 'abc' }])).toBe(0)
    await other.bringBack([{ ...kept, id: 'x', hash: '0'.repeat(16) }])
    expect(other.$enrolments.get().map(({ id, hash }) => [id, hash])).toEqual([[kept.id, kept.hash]])
  })
})
