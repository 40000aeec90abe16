import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, cacheNames, lookIn, mayBePage, NO_STATE, outdated, type State, takeOver, typeOf } from '../../src/offline/pack.ts'

test('a page looks in its own version first, then in the other one that is kept', () => {
  const state: State = { current: 'two', previous: 'one', old: ['tab'] }
  expect(lookIn(state, 'two', 'tab')).toEqual(['one', 'two'])
  expect(lookIn(state, 'two', 'new tab')).toEqual(['two', 'one'])
  expect(lookIn(NO_STATE, 'two', 'tab')).toEqual(['two'])
})

test('who is open when a version takes over goes on with the one before', () => {
  const first = takeOver(NO_STATE, 'one', ['a'])
  expect(first).toEqual({ current: 'one', old: [] })
  const second = takeOver(first, 'two', ['a', 'b'])
  expect(second).toEqual({ current: 'two', previous: 'one', old: ['a', 'b'] })
  expect(takeOver(second, 'two', ['b'])).toEqual({ current: 'two', previous: 'one', old: ['b'] })
  // The host takes the deploy back.
  expect(takeOver(second, 'one', ['c'])).toEqual({ current: 'one', previous: 'two', old: ['c'] })
})

test('the version before is kept beside a waiting one only for pages that still need it', () => {
  const state: State = { current: 'two', previous: 'one', old: ['tab'] }
  expect(outdated(['one', 'two', 'three'], state, 'three', ['tab'])).toEqual([])
  expect(outdated(['one', 'two', 'three'], state, 'three', [])).toEqual(['one'])
  expect(outdated(['zero', 'one', 'two'], state, 'two', [])).toEqual(['zero'])
})

test('however many deploys there are, and whichever are used, at most three versions are kept, and two when all is at rest', () => {
  const steps = fc.array(
    fc.record({ version: fc.constantFrom('a', 'b', 'c', 'd', 'e'), used: fc.boolean(), open: fc.array(fc.constantFrom('x', 'y')) })
  )
  fc.assert(
    fc.property(steps, deploys => {
      let state = NO_STATE
      let kept: string[] = []
      for (const { version, used, open } of deploys) {
        kept = [...new Set([...kept, version])]
        const drop = (left: readonly string[]) => {
          kept = kept.filter(one => !left.includes(one))
        }
        drop(outdated(kept, state, version, open))
        expect(kept.length).toBeLessThanOrEqual(3)
        if (!used && state.current !== undefined) continue
        state = takeOver(state, version, open)
        drop(outdated(kept, state, version, open))
        expect(kept.length).toBeLessThanOrEqual(2)
        expect(kept).toContain(state.current)
      }
    })
  )
})

test('two handbooks on one host don’t take each other’s caches for their own', () => {
  const [root, below] = [cacheNames('service-handbook/'), cacheNames('service-handbook/b/')]
  expect(root.versionOf(root.of('v'))).toBe('v')
  expect(root.versionOf(below.of('v'))).toBeUndefined()
  expect(below.versionOf(root.of('v'))).toBeUndefined()
  expect(root.versionOf(root.state)).toBeUndefined()
})

test('files get their addresses and types, and only pages may be pages', () => {
  expect(['index.html', 'zh/tools/index.html', '404.html', 'zh/feed.xml'].map(addressOf)).toEqual([
    '',
    'zh/tools/',
    '404.html',
    'zh/feed.xml'
  ])
  expect(typeOf('_astro/a.b.js')).toBe('text/javascript; charset=utf-8')
  expect(typeOf('LICENSE')).toBe('text/plain; charset=utf-8')
  expect(['/zh/tools/', '/zh/tools', '/404.html'].map(mayBePage)).toEqual([true, true, true])
  expect(['/_astro/a.js', '/zh/questions.json', '/icon.svg'].map(mayBePage)).toEqual([false, false, false])
})
