import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RunEntry } from '../../src/visit/paper.ts'
import { expired, goesAt, handedOut, type Kept, keepingFrom, LONGEST, shrunkSize } from '../../src/visit/photo.ts'
import { formOf, runOf } from './papers.ts'

const DAY = 86_400_000

describe('the size of a photo', () => {
  test.each([
    [4000, 3000, 1280, 960],
    [3000, 4000, 960, 1280],
    [1280, 10, 1280, 10],
    [100, 100, 100, 100],
    [100_000, 1, 1280, 1]
  ])('%i × %i is kept as %i × %i', (width, height, w, h) => {
    expect(shrunkSize(width, height)).toEqual({ width: w, height: h })
  })

  test('no side is longer than the longest or shorter than one pixel, and none grows', () => {
    const side = fc.integer({ min: 1, max: 20_000 })
    fc.assert(
      fc.property(side, side, (width, height) => {
        const size = shrunkSize(width, height)
        expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(Math.min(LONGEST, Math.max(width, height)))
        expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(1)
      })
    )
  })
})

describe('how long a photo stays', () => {
  const taken: RunEntry = { id: 'e', at: 1000, type: 'photo', step: 'a', photo: 'p' }
  const run = runOf('r', { entries: [taken] })
  const kept = (over: Partial<Kept> = {}): Kept => ({
    photos: [{ id: 'p', changed: 1000, run: 'r' }],
    runs: new Map([['r', run]]),
    unreadable: new Set(),
    forms: [],
    ...over
  })
  const withRun = (over: Parameters<typeof runOf>[1]) => kept({ runs: new Map([['r', runOf('r', { entries: [taken], ...over })]]) })
  const after = 365 * DAY

  test('it stays for ever while its run was never handed out', () => {
    expect(expired(kept(), 1, after)).toEqual([])
  })

  test.each([1, 7, 30] as const)('it goes %i days after its run was handed out, and not a moment before', days => {
    const out = withRun({ exported: 2000 })
    expect(expired(out, days, 2000 + days * DAY - 1)).toEqual([])
    expect(expired(out, days, 2000 + days * DAY)).toEqual(['p'])
    expect(expired(out, 'never', after)).toEqual([])
  })

  test('handing out the form counts as well, and the last time counts', () => {
    const forms = [formOf('f', { run: 'r', exported: 3000 }), formOf('g', { run: 'other', exported: 9000 }), formOf('h', { run: 'r' })]
    expect(handedOut(run, forms)).toBe(3000)
    expect(expired(kept({ forms }), 7, 3000 + 7 * DAY)).toEqual(['p'])
    expect(expired(kept({ ...withRun({ exported: 5 * DAY }), forms }), 7, 8 * DAY)).toEqual([])
  })

  test('one that was taken after the run was handed out waits for the next time', () => {
    expect(goesAt({ changed: 3000 }, runOf('r', { exported: 2000 }), [], 7)).toBeUndefined()
    expect(expired(withRun({ exported: 500 }), 1, after)).toEqual([])
  })

  test('one that was removed stays a day, so that it can be brought back; so does one without a run', () => {
    const removed = withRun({ entries: [taken, { id: 'x', at: 2000, type: 'photo-removed', step: 'a', photo: 'p' }] })
    expect(expired(removed, 'never', 2000 + DAY - 1)).toEqual([])
    expect(expired(removed, 'never', 2000 + DAY)).toEqual(['p'])
    expect(expired(kept({ runs: new Map() }), 'never', 1000 + DAY - 1)).toEqual([])
    expect(expired(kept({ runs: new Map() }), 'never', 1000 + DAY)).toEqual(['p'])
  })

  test('photos of a run that can’t be read are left alone', () => {
    expect(expired(kept({ runs: new Map(), unreadable: new Set(['r']) }), 1, after)).toEqual([])
  })

  test.each([
    ['1', 1],
    ['30', 30],
    ['never', 'never'],
    [undefined, 7],
    ['0', 7],
    ['-1', 7],
    ['1e99', 7],
    ['nonsense', 7]
  ])('the setting %s means %s', (setting, keeping) => {
    expect(keepingFrom(setting)).toBe(keeping)
  })
})
