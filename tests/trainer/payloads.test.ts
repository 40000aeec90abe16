import { expect, test } from 'vitest'
import { play } from './payloads.ts'

test('thousands of mutated and made up payloads: none throws, and none changes a result, a key, an assignment or the list of people', async () => {
  const { faults, count } = await play(4000)
  expect(faults).toEqual([])
  expect(count).toBe(4000)
})
