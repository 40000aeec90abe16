import fc from 'fast-check'
import {
  LONGEST_NAME,
  LONGEST_STAFF,
  type ModuleResult,
  NO_RECEIPT,
  type PageSaid,
  RESULTS,
  type Receipt
} from '../../src/training/receipt.ts'

const MINUTE = 60_000
const EPOCH = Date.UTC(2024, 0, 1)
const MADE = Date.UTC(2026, 11, 10, 8, 30)

/** Twelve modules of sixteen questions: what must fit one QR code. */
export const FULL: Receipt = {
  assignment: '00112233',
  hash: '8899aabbccddeeff',
  counter: 3,
  previous: '0123456789abcdef',
  made: MADE,
  zone: 480,
  revision: '4be47eef55fc',
  staff: 'A10432',
  name: '欧阳慧',
  device: `03${'cd'.repeat(32)}`,
  modules: Array.from({ length: 12 }, (_, place) => ({
    place,
    percent: 80 + place,
    passed: true,
    attempts: 2,
    best: 2,
    ended: MADE - (place + 1) * 1500 * MINUTE,
    minutes: 25,
    results: Array.from({ length: 16 }, (_, index) => RESULTS[(index * place) % 3] ?? 'right')
  }))
}

/** With three pages that were acknowledged. */
export const FULL_AND_PAGES: Receipt = {
  ...FULL,
  pages: [0, 1, 2].map(place => ({
    place,
    lang: place === 1 ? 'en' : 'zh',
    revision: place + 1,
    hash: '0a1b2c3d',
    at: MADE - (place + 1) * 700 * MINUTE
  }))
}

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map(some => [...some].map(byte => byte.toString(16).padStart(2, '0')).join(''))
const text = (bytes: number) =>
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter(some => new TextEncoder().encode(some).length <= bytes && some.isWellFormed())

const anyModule = (place: number, made: number): fc.Arbitrary<ModuleResult> =>
  fc.integer({ min: 1, max: 255 }).chain(attempts =>
    fc.record({
      place: fc.constant(place),
      percent: fc.nat({ max: 100 }),
      passed: fc.boolean(),
      attempts: fc.constant(attempts),
      best: fc.integer({ min: 1, max: attempts }),
      ended: fc.nat({ max: (made - EPOCH) / MINUTE }).map(before => made - before * MINUTE),
      minutes: fc.nat({ max: 100_000 }),
      results: fc.array(fc.constantFrom(...RESULTS), { maxLength: 60 })
    })
  )

const anyPage = (place: number, made: number): fc.Arbitrary<PageSaid> =>
  fc.record({
    place: fc.constant(place),
    lang: fc.constantFrom('zh', 'en'),
    revision: fc.integer({ min: 1, max: 1_000_000 }),
    hash: hex(4),
    at: fc.nat({ max: (made - EPOCH) / MINUTE }).map(before => made - before * MINUTE)
  })

/** Any receipt that a device can make. */
export const anyReceipt: fc.Arbitrary<Receipt> = fc
  .tuple(
    fc.nat({ max: 2 ** 31 }).map(minutes => EPOCH + minutes * MINUTE),
    fc.uniqueArray(fc.nat({ max: 39 }), { maxLength: 12 }),
    fc.uniqueArray(fc.nat({ max: 11 }), { maxLength: 12 })
  )
  .chain(([made, places, said]) =>
    fc.record({
      assignment: hex(4),
      hash: hex(8),
      counter: fc.integer({ min: 1, max: 100_000 }),
      previous: fc.oneof(hex(8), fc.constant(NO_RECEIPT)),
      made: fc.constant(made),
      zone: fc.integer({ min: -56, max: 56 }).map(quarters => quarters * 15),
      revision: hex(6),
      staff: text(LONGEST_STAFF).filter(staff => staff !== ''),
      name: text(LONGEST_NAME),
      device: hex(33),
      modules: fc.tuple(...places.map(place => anyModule(place, made))),
      pages: fc.tuple(...said.map(place => anyPage(place, made)))
    })
  )
  .map(({ pages, ...receipt }) => (pages.length > 0 ? { ...receipt, pages } : receipt))
