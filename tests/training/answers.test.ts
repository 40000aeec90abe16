import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { GENERATOR } from '../../src/quiz/generator.ts'
import { receiptsIn } from '../../src/trainer/inbox.ts'
import { answersUnder, decodeAnswers, fromAnswersFile, LARGEST, toAnswers, toAnswersFile } from '../../src/training/answers.ts'
import type { LogEvent } from '../../src/training/event.ts'
import {
  newDeviceKey,
  newTrainerKey,
  openAnswers,
  publicHex,
  sealAnswers,
  sealReceipt,
  shortHash
} from '../../src/training/sealing.store.ts'
import { FULL } from './receipts.ts'

const draw = (seed: string) => ({ generator: GENERATOR, seed, items: [{ question: 'a', revision: 1, choices: ['x', 'y'] }] }) as const
const stamp = (id: string) => ({ v: 1, id, at: 1_800_000_000_000, zone: 480, device: 'device1' }) as const
const attempt = (id: string, seed: string, behaviour: 'check' | 'practice' = 'check'): LogEvent[] => [
  { ...stamp(`${id}1`), type: 'started', attempt: id, behaviour, module: 'speech', page: 'check', draw: draw(seed) },
  { ...stamp(`${id}2`), type: 'chose', attempt: id, question: 'a', response: ['y'] },
  { ...stamp(`${id}3`), type: 'answered', attempt: id, question: 'a', revision: 1, try: 1, response: ['您好“x”'], earned: 1, possible: 2 },
  { ...stamp(`${id}4`), type: 'finished', attempt: id, percent: 50, pass: 80 }
]
const MINE = attempt('mine', 'seeds.speech.1')
const LOG = [...attempt('hers', 'other.speech.1'), ...MINE, ...attempt('practice', 'seeds.speech.1', 'practice'), ...attempt('free', 'x')]

let trainer: CryptoKeyPair
let device: CryptoKeyPair
let [to, from] = ['', '']
let [receipt, sealed] = [new Uint8Array(), new Uint8Array()]
const hash = '0123456789abcdef'
const text = toAnswers(hash, answersUnder('seeds.', LOG))

beforeAll(async () => {
  trainer = await newTrainerKey()
  device = await newDeviceKey()
  to = await publicHex(trainer.publicKey)
  from = await publicHex(device.publicKey)
  receipt = Uint8Array.from(await sealReceipt({ ...FULL, device: from }, device.privateKey, to))
  sealed = Uint8Array.from(await sealAnswers(text, device.privateKey, to))
})

test('only answers of the enrolment’s own checks are in it, and none in progress', () => {
  expect(answersUnder('seeds.', LOG).map(({ id }) => id)).toEqual(['mine1', 'mine3', 'mine4'])
  expect(answersUnder('nobody.', LOG)).toEqual([])
})

test('the trainer reads from the file what the device wrote', async () => {
  const file = fromAnswersFile(`\uFEFF${toAnswersFile(receipt, sealed).replaceAll('\n', '\r\n')}`)
  if (file.type !== 'file') throw new Error(file.why)
  expect(file.receipt).toEqual(receipt)
  const opened = await openAnswers(file.sealed, trainer, to, from)
  expect(opened).toEqual({ type: 'opened', answers: text })
  expect(decodeAnswers(text)).toEqual({ type: 'answers', receipt: hash, events: answersUnder('seeds.', LOG) })
})

test('a console that knows only receipts finds the receipt in the file, and nothing damaged', () => {
  expect(receiptsIn(toAnswersFile(receipt, sealed))).toEqual({ sealed: [receipt], damaged: 0 })
})

test('who has the file can read nothing of it', () => {
  const inside = Buffer.from(sealed)
  for (const open of ['speech', 'mine', 'seeds', hash]) expect(inside.includes(open)).toBe(false)
})

describe('refused', () => {
  test('every change of one byte', async () => {
    for (let at = 0; at < sealed.length; at++) {
      const other = sealed.slice()
      other[at] = (other[at] ?? 0) ^ (1 << (at % 8))
      expect((await openAnswers(other, trainer, to, from)).type, `byte ${at}`).toBe('refused')
    }
  })
  test('answers of another device, of another trainer, and a receipt in their place', async () => {
    const other = await newTrainerKey()
    const thief = await newDeviceKey()
    const forged = await sealAnswers(text, thief.privateKey, to)
    expect(await openAnswers(forged, trainer, to, from)).toEqual({ type: 'refused', why: 'altered' })
    expect(await openAnswers(sealed, other, await publicHex(other.publicKey), from)).toEqual({ type: 'refused', why: 'other-trainer' })
    expect(await openAnswers(receipt, trainer, to, from)).toEqual({ type: 'refused', why: 'altered' })
    expect(await openAnswers(sealed, trainer, to, 'nonsense')).toEqual({ type: 'refused', why: 'altered' })
    expect(await shortHash(sealed)).not.toBe(await shortHash(receipt))
  })
  test('a file that is none, newer, cut short, or too large', () => {
    const file = toAnswersFile(receipt, sealed)
    const why = (some: string) => {
      const read = fromAnswersFile(some)
      return read.type === 'refused' ? read.why : read.type
    }
    expect(why('')).toBe('not-one')
    expect(why('hello\nr=AA\nw=AA')).toBe('not-one')
    expect(why(file.replace('answers 1', 'answers 2'))).toBe('newer')
    expect(why(file.replace('answers 1', 'answers 0'))).toBe('not-one')
    for (const some of [file.split('\n').slice(0, 2).join('\n'), `${file}w=AA`, file.replace('w=', 'r=')]) expect(why(some)).toBe('damaged')
    expect(why('x'.repeat(LARGEST + 1))).toBe('too-large')
  })
  test('answers that are none, newer, fewer than they say, or hold anything but events', () => {
    const why = (some: string) => {
      const read = decodeAnswers(some)
      return read.type === 'refused' ? read.why : read.type
    }
    expect(why('')).toBe('not-one')
    expect(why('null')).toBe('not-one')
    expect(why(text.replace('"v":1', '"v":2'))).toBe('newer')
    for (const some of [
      text.split('\n').slice(0, -1).join('\n'),
      text.replace(hash, 'x'),
      `${text}\n{}`,
      text.replace('"earned":1', '"earned":9')
    ]) {
      expect(why(some)).toBe('damaged')
    }
  })
  test('whatever else it is, without throwing', () => {
    fc.assert(fc.property(fc.string(), some => void expect(decodeAnswers(some).type).toBe('refused')))
    fc.assert(fc.property(fc.json(), some => void expect(decodeAnswers(some).type).toBe('refused')))
    fc.assert(fc.property(fc.string(), some => void expect(fromAnswersFile(some).type).toBe('refused')))
  })
})
