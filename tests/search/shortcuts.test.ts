/** Recent and pinned pages, out of a storage where anything may stand. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPinned, opened, parse, toggled } from '../../src/search/shortcuts.ts'

const NONE = { pinned: [], recent: [] }
const place = (path: string) => ({ path: `handbook/visit/${path}/`, title: path })

test('the page opened last stands first, and each page once', () => {
  const recent = ['a', 'b', 'a', 'c'].reduce((shortcuts, path) => opened(shortcuts, place(path)), parse(undefined)).recent
  expect(recent.map(({ title }) => title)).toEqual(['c', 'a', 'b'])
})

test('five are remembered', () => {
  const recent = [...'abcdefgh'].reduce((shortcuts, path) => opened(shortcuts, place(path)), parse(undefined)).recent
  expect(recent.map(({ title }) => title)).toEqual([...'hgfed'])
})

test('a pin is set and taken away', () => {
  const pinned = toggled(NONE, place('a'))
  expect(isPinned(pinned, place('a').path)).toBe(true)
  expect(toggled(pinned, place('a'))).toEqual(NONE)
})

test('what was stored is read again', () => {
  const shortcuts = toggled(opened(NONE, { path: 'handbook/visit/after/#form', title: '签字' }), place('a'))
  expect(parse(JSON.stringify(shortcuts))).toEqual(shortcuts)
})

test.each([
  'null',
  '[]',
  '{"pinned":3}',
  '{"pinned":[null,{"path":"javascript:alert(1)","title":"x"}]}',
  '{"recent":[{"path":"//evil.example/","title":"x"},{"path":"../../x/","title":"x"},{"path":"handbook/a/","title":7}]}',
  '{'
])('%s is no list of pages', stored => {
  expect(parse(stored)).toEqual(NONE)
})

test('nothing that may be stored makes it fail', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), stored => void parse(stored)))
})
