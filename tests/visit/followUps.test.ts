/** The list of guests to be called as this device keeps it. */
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { openDesk } from '../../src/visit/desk.store.ts'
import { openFollowUps } from '../../src/visit/followUps.store.ts'
import type { FollowUp } from '../../src/visit/paper.ts'

let count = 0
const newDesk = () => openDesk(`follow-ups-${count++}`)
const guest = (id: string, changes: Partial<FollowUp> = {}): FollowUp => ({
  v: 1,
  id,
  changed: 1,
  guest: id,
  kind: 'group',
  checkOut: '2026-11-26',
  note: '',
  ...changes
})
const idsOf = (list: ReturnType<typeof openFollowUps>) => list.$shown.get().all?.map(({ id }) => id)

test('what was saved is there for another page', async () => {
  const desk = newDesk()
  const [one, other] = [openFollowUps(desk), openFollowUps(desk)]
  const stop = other.follow()
  expect(await one.save(guest('a'))).toBe(true)
  await expect.poll(() => idsOf(other)).toEqual(['a'])
  stop()
})

test('adding, changing and deleting are taken back one by one, each once', async () => {
  const list = openFollowUps(newDesk())
  await list.save(guest('a'))
  expect(await list.undo()).toBe(true)
  expect(idsOf(list)).toEqual([])
  expect(list.$shown.get().canUndo).toBe(false)
  expect(await list.undo()).toBe(false)

  await list.save(guest('a'))
  await list.save(guest('a', { called: '2026-11-27', changed: 2 }))
  await list.undo()
  expect(list.$shown.get().all).toEqual([guest('a')])

  await list.save(guest('b'))
  await list.remove(['a', 'b'])
  expect(idsOf(list)).toEqual([])
  await list.undo()
  expect(idsOf(list)).toEqual(['a', 'b'])
})

test('what can’t be read is counted and left as it is', async () => {
  const desk = newDesk()
  await desk.put('followUp', [guest('a'), { ...guest('b'), kind: 'king' } as unknown as FollowUp])
  const list = openFollowUps(desk)
  await list.save(guest('c'))
  expect(idsOf(list)).toEqual(['a', 'c'])
  expect(list.$shown.get().unreadable).toBe(1)
  expect(await desk.all('followUp')).toHaveLength(3)
})

test('where nothing can be saved, it is said, and what was shown stays', async () => {
  const desk = newDesk()
  const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
  let isFull = false
  const list = openFollowUps({ ...desk, change: (...given) => (isFull ? full() : desk.change(...given)) })
  await list.save(guest('a'))
  isFull = true
  expect(await list.save(guest('b'))).toBe(false)
  expect(list.$shown.get()).toMatchObject({ all: [guest('a')], fault: 'full' })
  isFull = false
  expect(await list.save(guest('b'))).toBe(true)
  expect(list.$shown.get().fault).toBeUndefined()
})

test('where nothing can be read, it is said', async () => {
  const list = openFollowUps({ ...newDesk(), all: () => Promise.reject(new Error('no storage')) })
  const stop = list.follow()
  await expect.poll(() => list.$shown.get()).toMatchObject({ all: [], fault: 'blocked' })
  stop()
})
