import { describe, expect, test } from 'vitest'
import { derived } from '../../src/device/derived.ts'
import { store } from '../../src/device/store.ts'

describe('a store', () => {
  test('tells who listens of each change, and of nothing else', () => {
    const count = store(0)
    const told: number[] = []
    const stop = count.listen(value => told.push(value))
    count.set(1)
    count.set(1)
    count.set(2)
    stop()
    count.set(3)
    expect(told).toEqual([1, 2])
    expect(count.get()).toBe(3)
  })
  test('who subscribes is told at once', () => {
    const told: string[] = []
    store('now').subscribe(value => told.push(value))
    expect(told).toEqual(['now'])
  })
  test('the same function may listen twice, and each listening ends by itself', () => {
    const count = store(0)
    const told: number[] = []
    const tell = (value: number) => told.push(value)
    const stop = count.listen(tell)
    count.listen(tell)
    count.set(1)
    stop()
    count.set(2)
    expect(told).toEqual([1, 1, 2])
  })
  test('who sets it anew while being told leaves nobody with the older value', () => {
    const count = store(0)
    const told: number[] = []
    count.listen(value => value === 1 && count.set(2))
    count.listen(value => told.push(value))
    count.set(1)
    expect(told).toEqual([2])
  })
  test('who stops listening while others are told is not told any more', () => {
    const count = store(0)
    const told: number[] = []
    let stop: () => void = () => undefined
    count.listen(() => stop())
    stop = count.listen(value => told.push(value))
    count.set(1)
    expect(told).toEqual([])
  })
  test('a view of it is worked out once for each value', () => {
    const count = store(1)
    let times = 0
    const double = derived(count, value => {
      times++
      return value * 2
    })
    expect([double.get(), double.get()]).toEqual([2, 2])
    expect(times).toBe(1)
  })
})
