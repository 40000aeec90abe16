import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWord } from '../../src/training/event.ts'
import { bodyOf, decodeReceipt, sameStaff, seedOf, seedsOf, toSign } from '../../src/training/receipt.ts'
import { anyReceipt, FULL, FULL_AND_PAGES } from './receipts.ts'

const SIGNATURE = new Uint8Array(64).fill(7)
const signed = (body: Uint8Array) => Uint8Array.of(...body, ...SIGNATURE)

test('what a device reports is what a trainer reads', () => {
  fc.assert(
    fc.property(anyReceipt, receipt => {
      const body = bodyOf(receipt)
      expect(decodeReceipt(signed(body))).toEqual({ receipt, signature: SIGNATURE, signed: toSign(body) })
    })
  )
})

test.each([FULL, FULL_AND_PAGES])('what can be read has one form: written again it is the same bytes', receipt => {
  const bytes = signed(bodyOf(receipt))
  fc.assert(
    fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const other = bytes.slice()
      other[at] = (other[at] ?? 0) ^ change
      const back = decodeReceipt(other)
      if (back) expect(signed(bodyOf(back.receipt)).subarray(0, -64)).toEqual(other.subarray(0, -64))
    }),
    { numRuns: 1000 }
  )
})

test.each([FULL, FULL_AND_PAGES])('every change of one byte changes what is signed, or the signature', receipt => {
  const bytes = signed(bodyOf(receipt))
  const before = decodeReceipt(bytes)
  for (let at = 0; at < bytes.length; at++) {
    const other = bytes.slice()
    other[at] = (other[at] ?? 0) ^ 1
    const back = decodeReceipt(other)
    if (back) expect([back.signed, back.signature]).not.toEqual([before?.signed, before?.signature])
  }
})

test.each([FULL, FULL_AND_PAGES])('what was cut short, goes on, or is anything at all is refused or read, and never throws', receipt => {
  const bytes = signed(bodyOf(receipt))
  for (let length = 0; length < bytes.length; length++) expect(decodeReceipt(bytes.subarray(0, length))).toBeUndefined()
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), some => {
      decodeReceipt(some)
    }),
    { numRuns: 2000 }
  )
})

test('twelve modules of sixteen questions leave room for the seal in one QR code', () => {
  // Version 15 at level M holds 993 digits: 408 bytes. The seal adds 33 + 16 and its head 6.
  expect(signed(bodyOf(FULL)).length).toBeLessThanOrEqual(408 - 55)
})

test('another assignment, device, person, module or attempt draws by another seed; another spelling of a person does not', () => {
  const other = `02${'11'.repeat(32)}`
  const seeds = [
    seedOf(seedsOf('aa', FULL.device, 'A1'), 'speech', 1),
    seedOf(seedsOf('aa', FULL.device, 'A1'), 'speech', 2),
    seedOf(seedsOf('aa', FULL.device, 'A1'), 'records', 1),
    seedOf(seedsOf('aa', FULL.device, 'A2'), 'speech', 1),
    seedOf(seedsOf('aa', other, 'A1'), 'speech', 1),
    seedOf(seedsOf('bb', FULL.device, 'A1'), 'speech', 1)
  ]
  expect(new Set(seeds).size).toBe(seeds.length)
  expect(seedsOf('aa', FULL.device, ' ａ 1')).toBe(seedsOf('aa', FULL.device, 'A1'))
})

test('signs that nobody sees make no other person, and leave the draws as they were', () => {
  for (const staff of ['A1\u200b', '\u202eA1\u202c', 'A\u00ad1', '\ufeffa 1']) expect(sameStaff(staff), JSON.stringify(staff)).toBe('A1')
  expect(seedsOf('aa', FULL.device, 'A1\u200b')).not.toBe(seedsOf('aa', FULL.device, 'A1'))
})

test('a receipt of nobody, or with a control character in a name, is refused', () => {
  const read = (over: Partial<typeof FULL>) => decodeReceipt(signed(bodyOf({ ...FULL, ...over })))?.receipt
  for (const over of [{ staff: '' }, { staff: 'A1\0' }, { name: 'two\nlines' }, { name: '\u0085' }]) expect(read(over)).toBeUndefined()
  for (const over of [{ name: '' }, { staff: '\tA1', name: '欧阳\t慧' }]) expect(read(over)).toMatchObject(over)
})

test('a seed is a word that the record can hold, whatever the staff number is', () => {
  const seeds = seedsOf(FULL.hash, FULL.device, '工号：一二三 / 甲')
  expect(isWord(seedOf(seeds, 'compound-manager-and-more', 255))).toBe(true)
})

test('no number of a receipt can be made to be none: one that goes on and on is refused', () => {
  const endless = [...Array(150).fill(0x80), 1]
  const body = bodyOf({ ...FULL, modules: FULL.modules.slice(0, 1) })
  const names = [FULL.staff, FULL.name].reduce((sum, text) => sum + 1 + new TextEncoder().encode(text).length, 0)
  // The counter; how long before it was made the best attempt ended; the minutes that all took.
  const ended = 14 + 1 + 8 + 4 + 1 + 6 + names + 33 + 1 + 4
  const places: readonly (readonly [at: number, bytes: number])[] = [
    [14, 1],
    [ended, 2],
    [ended + 2, 1]
  ]
  expect(decodeReceipt(signed(body))?.receipt.modules).toHaveLength(1)
  for (const [at, bytes] of places) {
    const shorter = Uint8Array.of(...body.subarray(0, at), ...Array(bytes - 1).fill(0x81), 1, ...body.subarray(at + bytes))
    expect(decodeReceipt(signed(shorter)), `at ${at}`).toBeDefined()
    const long = Uint8Array.of(...body.subarray(0, at), ...endless, ...body.subarray(at + bytes))
    expect(decodeReceipt(signed(long)), `at ${at}`).toBeUndefined()
  }
})

test('a result that makes no sense is not written', () => {
  const [first] = FULL.modules
  if (!first) throw new Error('there is no module')
  for (const wrong of [{ percent: 101 }, { best: 3 }, { best: 0 }, { ended: FULL.made + 60_000 }]) {
    expect(() => bodyOf({ ...FULL, modules: [{ ...first, ...wrong }] })).toThrow(RangeError)
  }
})

test('a receipt without pages is of format 1, and one with pages of format 2', () => {
  expect([bodyOf(FULL)[0], bodyOf({ ...FULL, pages: [] })[0], bodyOf(FULL_AND_PAGES)[0]]).toEqual([1, 1, 2])
  expect(bodyOf({ ...FULL, pages: [] })).toEqual(bodyOf(FULL))
  const claims = bodyOf(FULL)
  claims[0] = 2
  for (const body of [claims, Uint8Array.of(...claims, 0)]) expect(decodeReceipt(signed(body))).toBeUndefined()
})

test('an acknowledgement that makes no sense is neither written nor read', () => {
  const [first, second] = FULL_AND_PAGES.pages ?? []
  if (!first || !second) throw new Error('there are no pages')
  for (const wrong of [{ revision: 0 }, { hash: '0a1b2c' }, { hash: 'zzzzzzzz' }, { at: FULL.made + 60_000 }, { at: 0 }]) {
    expect(() => bodyOf({ ...FULL, pages: [{ ...first, ...wrong }] })).toThrow(RangeError)
  }
  expect(decodeReceipt(signed(bodyOf({ ...FULL, pages: [first, { ...second, place: first.place }] })))).toBeUndefined()
})
