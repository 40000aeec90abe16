import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { openedWhenUsed, result } from '../../src/device/database.store.ts'

const create = (database: IDBDatabase) => void database.createObjectStore('things')
const count = (database: IDBDatabase) => result(database.transaction('things').objectStore('things').count())

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test('a database that is held up by another tab is given up after seconds, and opened at the next try', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const held = { result: { close: vi.fn() } } as unknown as IDBOpenDBRequest
  vi.spyOn(indexedDB, 'open').mockReturnValueOnce(held)
  const within = openedWhenUsed('held up', 1, create)
  const used = expect(within(count)).rejects.toThrow('slow')
  await vi.advanceTimersByTimeAsync(10_000)
  await used
  held.onsuccess?.(new Event('success'))
  expect(held.result.close).toHaveBeenCalledOnce()
  vi.useRealTimers()
  expect(await within(count)).toBe(0)
})
