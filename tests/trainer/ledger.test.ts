import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chained, type Entry, verify } from '../../src/trainer/ledger.ts'

const digest = async (text: string) => createHash('sha256').update(text).digest('hex')
const open = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ at: index * 1000, what: 'counted' as const, of: `seal${index}`, told: ['late'] }))

test('a ledger that was only ever added to is whole', async () => {
  const first = await chained(undefined, open(3), digest)
  const all = [...first, ...(await chained(first.at(-1), open(2), digest))]
  expect(all.map(entry => entry.number)).toEqual([1, 2, 3, 4, 5])
  expect(await verify(all, digest)).toEqual({ type: 'whole', entries: 5 })
  expect(await verify([], digest)).toEqual({ type: 'whole', entries: 0 })
})

test('an entry that was changed, taken out, put in or moved breaks it there', async () => {
  const all = await chained(undefined, open(6), digest)
  const changed = (at: number, change: Partial<Entry>) => all.map((entry, index) => (index === at ? { ...entry, ...change } : entry))
  for (const change of [
    { at: 7 },
    { of: 'other' },
    { told: [] },
    { what: 'refused' as const },
    { hash: '0' },
    { previous: '0' },
    { number: 9 }
  ]) {
    expect(await verify(changed(3, change), digest)).toEqual({ type: 'broken', at: 4 })
  }
  expect(await verify(all.toSpliced(2, 1), digest)).toEqual({ type: 'broken', at: 3 })
  expect(await verify(all.toSpliced(2, 0, ...all.slice(4, 5)), digest)).toEqual({ type: 'broken', at: 3 })
  expect(await verify([...all].reverse(), digest)).toEqual({ type: 'broken', at: 1 })
})

test('any swap of two entries is noticed', async () => {
  const all = await chained(undefined, open(8), digest)
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 7 }), fc.nat({ max: 7 }), async (a, b) => {
      const swapped = all.with(a, all[b] as Entry).with(b, all[a] as Entry)
      expect((await verify(swapped, digest)).type).toBe(a === b ? 'whole' : 'broken')
    })
  )
})
