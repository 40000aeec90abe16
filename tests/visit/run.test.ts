import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RunEntry } from '../../src/visit/paper.ts'
import {
  entryOf,
  type Happening,
  inOrder,
  isHandled,
  MOST_ENTRIES,
  merge,
  nowOf,
  progressOf,
  stageAt,
  stateOf,
  stepOf,
  withEntry
} from '../../src/visit/run.ts'
import { CHECKLIST, entries, IDS, runOf } from './papers.ts'

/** A run to which these things happened, one after the other. */
function runWith(...happenings: readonly Happening[]) {
  return happenings.reduce((run, happening, index) => withEntry(run, entryOf(run, happening, `e${index}`, index)), runOf('r'))
}
const now = (...happenings: readonly Happening[]) => nowOf(runWith(...happenings))

describe('what a run’s entries mean', () => {
  test('a step is open, done or skipped as the last tap says, with its time', () => {
    const state = now(
      { type: 'done', step: 'a' },
      { type: 'skipped', step: 'b', reason: 'late' },
      { type: 'done', step: 'c' },
      { type: 'open', step: 'c' }
    )
    expect(stepOf(state, 'a')).toMatchObject({ state: 'done', at: 1 })
    expect(stepOf(state, 'b')).toMatchObject({ state: 'skipped', reason: 'late' })
    expect(stepOf(state, 'c')).toEqual({ state: 'open', note: '', photos: [] })
    expect(stepOf(state, 'd')).toEqual({ state: 'open', note: '', photos: [] })
  })

  test('notes and photos stay with a step, whatever becomes of it', () => {
    const state = now(
      { type: 'note', step: 'a', text: 'first' },
      { type: 'photo', step: 'a', photo: 'p1' },
      { type: 'photo', step: 'a', photo: 'p2' },
      { type: 'done', step: 'a' },
      { type: 'note', step: 'a', text: 'second' },
      { type: 'photo-removed', step: 'a', photo: 'p1' },
      { type: 'open', step: 'a' }
    )
    expect(stepOf(state, 'a')).toEqual({ state: 'open', note: 'second', photos: ['p2'] })
  })

  test('progress counts what is done or skipped; a critical step skipped without a reason is still open', () => {
    const state = now({ type: 'done', step: 'a' }, { type: 'skipped', step: 'b', reason: ' ' }, { type: 'skipped', step: 'c', reason: '' })
    const progress = progressOf(CHECKLIST, state)
    expect(progress).toMatchObject({
      handled: 2,
      of: 4,
      stages: [
        { handled: 1, of: 2 },
        { handled: 1, of: 2 }
      ]
    })
    expect(progress.open.map(({ id }) => id)).toEqual(['b', 'd'])
    expect(progress.blocking.map(({ id }) => id)).toEqual(['b', 'd'])
    expect(
      isHandled({ id: 'b', text: { zh: '', en: '' }, critical: true }, stepOf(now({ type: 'skipped', step: 'b', reason: 'why' }), 'b'))
    ).toBe(true)
  })

  test('one goes on at the first stage with an open step, or stays at the last', () => {
    const at = (...happenings: readonly Happening[]) => stageAt(progressOf(CHECKLIST, now(...happenings)))
    expect(at()).toBe(0)
    expect(at({ type: 'done', step: 'a' }, { type: 'done', step: 'b' })).toBe(1)
    expect(at(...['a', 'b', 'c', 'd'].map(step => ({ type: 'done', step }) as const))).toBe(1)
  })

  test('a run is finished once, at the first time, until it is opened again', () => {
    expect(now({ type: 'finished' }, { type: 'finished' }).finished).toBe(1)
    expect(now({ type: 'finished' }, { type: 'reopened' }).finished).toBeUndefined()
  })

  test('what was taken back can be put back, by taking back the taking back', () => {
    const taken = now({ type: 'done', step: 'a' }, { type: 'undone', entry: 'e0' })
    expect(stepOf(taken, 'a').state).toBe('open')
    expect(taken.last).toBeUndefined()
    const back = now({ type: 'done', step: 'a' }, { type: 'undone', entry: 'e0' }, { type: 'undone', entry: 'e1' })
    expect(stepOf(back, 'a').state).toBe('done')
  })

  test('the last tap is offered to be taken back, a note is not', () => {
    expect(now({ type: 'done', step: 'a' }, { type: 'note', step: 'a', text: 'x' }).last).toMatchObject({ id: 'e0' })
  })

  test('a clock that was set back does not hide a tap', () => {
    const done = withEntry(runOf('r'), entryOf(runOf('r'), { type: 'done', step: 'a' }, 'e1', 1_000_000))
    const open = withEntry(done, entryOf(done, { type: 'open', step: 'a' }, 'e0', 5))
    expect(stepOf(nowOf(open), 'a').state).toBe('open')
  })

  test('an entry that is there already, and one too many, change nothing', () => {
    const run = runWith({ type: 'done', step: 'a' })
    const [entry] = run.entries
    expect(entry && withEntry(run, entry).entries).toEqual(run.entries)
    const full = runOf('f', { entries: Array.from({ length: MOST_ENTRIES }, (_, at) => ({ type: 'finished', id: `${at}`, at })) })
    expect(withEntry(full, { type: 'finished', id: 'more', at: 9e9 })).toBe(full)
  })
})

describe('whatever the entries are', () => {
  const any = entries(IDS)

  test('nothing throws, and the counts add up', () => {
    fc.assert(
      fc.property(any, list => {
        const progress = progressOf(CHECKLIST, stateOf(list))
        expect(progress.handled + progress.open.length).toBe(progress.of)
        expect(progress.handled).toBe(progress.stages.reduce((sum, { handled }) => sum + handled, 0))
      })
    )
  })

  test('taking an entry back restores what was before, of every kind', () => {
    const last = entries(['fresh']).filter(list => list.length > 0)
    fc.assert(
      fc.property(any, last, (list, [entry]) => {
        const late = { ...(entry as RunEntry), at: 100 }
        const undone: RunEntry = { type: 'undone', id: 'undoing', at: 101, entry: late.id }
        expect(stateOf([...list, late, undone])).toEqual(stateOf(list))
      })
    )
  })

  test('two tabs’ entries mean the same whichever comes first, and twice is once', () => {
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(stateOf([...one, ...other])).toEqual(stateOf([...other, ...one]))
        expect(inOrder([...one, ...other, ...one])).toEqual(inOrder([...other, ...one]))
      })
    )
  })

  test('two versions of a run become the same run whichever comes first, and a third does not mind the order', () => {
    const heading = fc.record({
      changed: fc.integer({ min: 0, max: 3 }),
      order: fc.constantFrom('A', 'B'),
      exported: fc.constantFrom(undefined, 1, 2)
    })
    const version = fc
      .tuple(heading, any)
      .map(([{ exported, ...over }, list]) => runOf('r', { ...over, entries: list, ...(exported !== undefined && { exported }) }))
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(merge(a, b)).toEqual(merge(b, a))
        expect(merge(merge(a, b), c).entries).toEqual(merge(a, merge(b, c)).entries)
        expect(merge(a, a).entries).toEqual(inOrder(a.entries))
      })
    )
  })
})
