import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RunEntry } from '../../src/visit/paper.ts'
import { MOST_ENTRIES } from '../../src/visit/run.ts'
import { decodeRun, MOST } from '../../src/visit/runDecode.ts'
import { entries, HOSTILE, IDS, runOf } from './papers.ts'

test('a run that was written is read as it was', () => {
  fc.assert(
    fc.property(entries(IDS), list => {
      const run = runOf('r', { entries: list, exported: 7 })
      expect(decodeRun(JSON.parse(JSON.stringify(run)))).toEqual(run)
    })
  )
})

test('anything else is refused, and nothing throws', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), value => decodeRun(value) === undefined)
  )
})

const noted = (entry: object) => ({ ...runOf('r'), entries: [entry] })
const REFUSED: Readonly<Record<string, unknown>> = {
  'of another version': { ...runOf('r'), v: 2 },
  'without an id': { ...runOf(''), entries: [] },
  'with an order that is no text': { ...runOf('r'), order: 7 },
  'with an order too long': runOf('r', { order: 'x'.repeat(MOST.heading + 1) }),
  'changed at no time': { ...runOf('r'), changed: Number.NaN },
  'begun before there was time': runOf('r', { started: -1 }),
  'handed out at a text': { ...runOf('r'), exported: 'today' },
  'with entries that are no list': { ...runOf('r'), entries: {} },
  'with an entry of an unknown type': noted({ id: 'e', at: 1, type: 'painted', step: 'a' }),
  'with an entry of an inherited type': noted({ id: 'e', at: 1, type: 'constructor' }),
  'with an entry without a step': noted({ id: 'e', at: 1, type: 'done' }),
  'with a note too long': noted({ id: 'e', at: 1, type: 'note', step: 'a', text: 'x'.repeat(MOST.note + 1) }),
  'with one bad entry among good ones': {
    ...runOf('r'),
    entries: [{ id: 'e', at: 1, type: 'done', step: 'a' }, null]
  },
  'with too many entries': {
    ...runOf('r'),
    entries: Array.from({ length: MOST_ENTRIES + 1 }, (_, at): RunEntry => ({ type: 'finished', id: `${at}`, at }))
  }
}
test.each(Object.entries(REFUSED))('a run %s is refused whole', (_, value) => {
  expect(decodeRun(value)).toBeUndefined()
})

test('fields that no run has are left out, and hostile texts are texts', () => {
  for (const text of HOSTILE) {
    const run = runOf('r', {
      customer: text.slice(0, MOST.heading),
      entries: [{ id: 'e', at: 1, type: 'note', step: 'a', text: text.slice(0, MOST.note) }]
    })
    expect(decodeRun({ ...run, evil: true })).toEqual(run)
  }
  expect(Object.getPrototypeOf(decodeRun(JSON.parse('{"__proto__":{"x":1}}')) ?? {})).toBe(Object.prototype)
})
