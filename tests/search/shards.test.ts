/** A large handbook is found in files just as a small one is as a whole. */
import { expect, test } from 'vitest'
import { Lookup } from '../../src/search/lookup.ts'
import { shardOf } from '../../src/search/shards.ts'
import { head, shardsOf } from '../../src/site/searchShards.ts'
import { searched, searchText, searchWords } from '../../src/site/searchText.ts'
import { theShelf } from './judged.ts'

const all = searched(theShelf(), 'zh')
const words = searchWords(theShelf())
const files = shardsOf(all)
const asked: string[] = []

function far(): Lookup {
  return new Lookup(JSON.parse(JSON.stringify(head(all))), words, async (_, name) => {
    asked.push(name)
    return JSON.parse(JSON.stringify(files.get(name)))
  })
}

test.each(['签字盖章', '用户不在怎么办', '簽字', 'jinyongyu', 'jyy', '章', '040214001'])('%s finds the same', async query => {
  const near = new Lookup(searchText(theShelf(), 'zh'), words)
  while (near.grow());
  const lookup = far()
  await lookup.prepare(query)
  const found = lookup.ask(query).paths
  expect(near.ask(query).paths.slice(0, 6)).toEqual(expect.arrayContaining(found.slice(0, 2)))
  expect(lookup.show(found[0] ?? '')?.group).not.toBe('')
})

test('a question loads a few files, and each once', async () => {
  const lookup = far()
  asked.length = 0
  await lookup.prepare('用户不签字')
  const first = asked.length
  expect(first).toBeLessThan(20)
  await lookup.prepare('用户不签字')
  expect(asked).toHaveLength(first)
  expect(new Set(asked).size).toBe(first)
})

test('a file that did not come is asked for again', async () => {
  let fails = true
  const lookup = new Lookup(head(all), words, (_, name) =>
    fails ? Promise.reject(new Error('offline')) : Promise.resolve(files.get(name))
  )
  await expect(lookup.prepare('盖章')).rejects.toThrow('offline')
  fails = false
  await lookup.prepare('盖章')
  expect(lookup.ask('盖章').paths.length).toBeGreaterThan(0)
})

test('a half typed word stands in the same file as the whole one', () => {
  for (const [begun, whole] of [
    ['si', 'signature'],
    ['签', '签字'],
    ['st', 'stamp']
  ] as const)
    expect(shardOf(begun, 250)).toBe(shardOf(whole, 250))
})
