/** What the log says of pages that were read and will be followed. */
import { expect, test } from 'vitest'
import { furtherAcknowledged, standingOf } from '../../src/training/acknowledged.ts'
import { decodeEvent, type LogEvent } from '../../src/training/event.ts'
import { decodeView, encodeView } from '../../src/training/keptView.ts'
import { further, NOTHING } from '../../src/training/known.ts'
import { progressOf } from '../../src/training/progress.ts'
import { encodeWitness } from '../../src/training/witness.ts'
import { decodeWitness } from '../../src/training/witnessRead.ts'

const PAGE = 'speech/banned-phrases'

function said(revision: number, at: number, page = PAGE): LogEvent {
  return { type: 'acknowledged', page, revision, lang: 'zh', hash: '0123456789abcdef', v: 1, id: `e${at}`, at, zone: 480, device: 'd' }
}

test('an acknowledgement is read back as it was written, and without what does not belong to it', () => {
  const event = said(2, 5)
  expect(decodeEvent(JSON.parse(JSON.stringify(event)))).toEqual(event)
  expect(decodeEvent({ ...event, more: 1 })).toEqual(event)
})

test.each([
  { page: '' },
  { page: 'a b' },
  { page: 7 },
  { revision: 0 },
  { revision: 1.5 },
  { revision: '2' },
  { lang: undefined },
  { hash: undefined },
  { hash: '<b>' },
  { hash: 'x'.repeat(81) }
])('one with a field out of form is none: %o', change => {
  expect(decodeEvent({ ...said(1, 1), ...change })).toBeUndefined()
})

test('the highest revision counts, from the first time it was said', () => {
  const all = furtherAcknowledged(new Map(), [said(1, 10), said(3, 20), said(2, 30), said(3, 40), said(1, 50, 'visit/after')])
  expect([...all]).toEqual([
    [PAGE, { revision: 3, at: 20, lang: 'zh', hash: '0123456789abcdef' }],
    ['visit/after', { revision: 1, at: 50, lang: 'zh', hash: '0123456789abcdef' }]
  ])
})

test('a reader is asked again only from the revision that changed the meaning', () => {
  const asked = { revision: 5, since: 3 }
  expect(standingOf(asked, undefined)).toBe('never')
  expect(standingOf(asked, { revision: 2, at: 1 })).toBe('outdated')
  for (const revision of [3, 4, 5]) expect(standingOf(asked, { revision, at: 1 })).toBe('said')
})

test('the log, the view that is kept of it and the witness say the same', () => {
  const log = [said(1, 10), said(2, 20)]
  const { acknowledged } = progressOf(log)
  expect([...(acknowledged ?? [])]).toEqual([[PAGE, { revision: 2, at: 20, lang: 'zh', hash: '0123456789abcdef' }]])
  const known = further(NOTHING, log)
  expect(decodeView(encodeView({ key: 2, count: 2, unreadable: 0, known }))?.known).toEqual(known)
  expect(decodeWitness(encodeWitness({ count: 2, progress: progressOf(log) }))?.progress).toEqual(progressOf(log))
})

test('a witness of before, or with anything in that place, is still a witness', () => {
  const bare = JSON.stringify({ v: 1, count: 3, modules: [] })
  expect(decodeWitness(bare)).toEqual({ count: 3, progress: { modules: new Map() } })
  for (const acknowledged of [7, 'x', {}, [1], [['a']], [['a', { revision: -1, at: 0 }]], [[1, { revision: 1, at: 1 }]]])
    expect(decodeWitness(JSON.stringify({ v: 1, count: 3, modules: [], acknowledged }))).toEqual(decodeWitness(bare))
})
