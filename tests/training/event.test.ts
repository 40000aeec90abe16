import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBackup, toBackup } from '../../src/training/backup.ts'
import { decodeEvent } from '../../src/training/event.ts'
import { progressOf } from '../../src/training/progress.ts'
import { encodeWitness } from '../../src/training/witness.ts'
import { decodeWitness } from '../../src/training/witnessRead.ts'
import { answered, chose, finished, logOf, started } from './events.ts'

const digest = async (text: string) => createHash('sha256').update(text).digest('hex')
const log = logOf(
  started('t'),
  chose('t', 'q1', 'a'),
  answered('t', 'q1', 1),
  finished('t', 100),
  { type: 'recovered', modules: [{ module: 'speech', best: 90, passed: true }] },
  {
    type: 'redrawn',
    attempt: 't',
    draw: { generator: 'sfc32@1', seed: 's', items: [{ question: 'q9', revision: 2, choices: ['a', 'b'] }] }
  }
)

describe('decodeEvent', () => {
  test.each(log)('gives back what was written: $type', event => expect(decodeEvent(JSON.parse(JSON.stringify(event)))).toEqual(event))
  test('leaves out what it does not know', () =>
    expect(decodeEvent({ ...log[3], extra: 1, __proto__: { polluted: true } })).toEqual(log[3]))
  test.each([
    ['another version', { ...log[3], v: 2 }],
    ['an unknown type', { ...log[3], type: 'cheated' }],
    ['a percent above 100', { ...log[3], percent: 101 }],
    ['more points than possible', { ...log[2], earned: 2 }],
    ['a negative try', { ...log[2], try: -1 }],
    ['an id with markup', { ...log[3], id: '<b>' }],
    ['an id that is far too long', { ...log[3], id: 'x'.repeat(81) }],
    ['a fraction of a point', { ...log[2], earned: 0.5 }],
    ['a new draw that is none', { ...log[5], draw: undefined }],
    ['a draw by an unknown generator', { ...log[0], draw: { generator: 'dice', seed: 's', items: [] } }]
  ])('refuses %s', (_, value) => expect(decodeEvent(value)).toBeUndefined())
  test('never throws, and what it accepts it accepts again', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        const event = decodeEvent(value)
        if (event) expect(decodeEvent(event)).toEqual(event)
      })
    )
    const field = fc.constantFrom(
      'type',
      'attempt',
      'question',
      'response',
      'draw',
      'earned',
      'possible',
      'at',
      'zone',
      'modules',
      'percent'
    )
    // Minus zero is written as zero.
    const json = fc.jsonValue().map((value: unknown): unknown => JSON.parse(JSON.stringify(value)))
    fc.assert(
      fc.property(fc.constantFrom(...log), field, json, (event, name, value) => {
        const changed = decodeEvent({ ...event, [name]: value })
        if (changed) expect(decodeEvent(JSON.parse(JSON.stringify(changed)))).toEqual(changed)
      })
    )
  })
})

describe('backup', () => {
  test('comes back whole', async () =>
    expect(await fromBackup(await toBackup(log, digest), digest)).toEqual({ type: 'backup', events: log, enrolments: [] }))
  test('an empty record too', async () =>
    expect(await fromBackup(await toBackup([], digest), digest)).toEqual({ type: 'backup', events: [], enrolments: [] }))
  test('survives an editor that changes line ends or adds a byte order mark', async () => {
    const text = `\uFEFF${(await toBackup(log, digest)).replaceAll('\n', '\r\n')}`
    expect((await fromBackup(text, digest)).type).toBe('backup')
  })
  test('is refused with a reason', async () => {
    const text = await toBackup(log, digest)
    const why = async (changed: string) => {
      const read = await fromBackup(changed, digest)
      return read.type === 'refused' ? read.why : 'taken'
    }
    expect(await why('')).toBe('not-a-backup')
    expect(await why('[1,2]')).toBe('not-a-backup')
    expect(await why(text.replace('"v":1,"count"', '"v":9,"count"'))).toBe('newer')
    expect(await why(text.split('\n').slice(0, -2).join('\n'))).toBe('incomplete')
    expect(await why(text.replace('"percent":100', '"percent":101'))).toBe('altered')
    expect(await why('x'.repeat(20_000_001))).toBe('too-large')
  })
  test('a change of any one character is refused or changes nothing', async () => {
    const text = await toBackup(log.slice(0, 2), digest)
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), async (at, character) => {
        const read = await fromBackup(text.slice(0, at) + character + text.slice(at + 1), digest)
        if (read.type === 'backup') expect(read.events).toEqual(log.slice(0, 2))
      })
    )
  })
})

describe('witness', () => {
  test('keeps the count and where the learner stands', () => {
    const progress = progressOf(log)
    expect(decodeWitness(encodeWitness({ count: 5, progress }))).toEqual({ count: 5, progress })
  })
  test('is undefined for anything else that storage may hold', () => {
    for (const stored of [
      null,
      '',
      'null',
      '1',
      '"x"',
      '[]',
      '{"v":2}',
      '{"v":1,"count":-1,"modules":[]}',
      '{"v":1,"count":3,"modules":{}}',
      '{"v":1,"cou'
    ]) {
      expect(decodeWitness(stored)).toBeUndefined()
    }
    fc.assert(fc.property(fc.string(), stored => void decodeWitness(stored)))
    fc.assert(fc.property(fc.json(), stored => void decodeWitness(stored)))
  })
})

describe('archive', () => {
  const folder = new URL('../archive/', import.meta.url)
  test.each(readdirSync(folder).filter(name => name.endsWith('.jsonl')))('the record %s can still be read', async name => {
    const read = await fromBackup(readFileSync(new URL(name, folder), 'utf8'), digest)
    expect(read.type).toBe('backup')
    if (read.type === 'backup')
      expect(
        Object.fromEntries([...progressOf(read.events).modules].map(([id, { passed, best }]) => [id, { passed, best }]))
      ).toMatchSnapshot()
  })
})
