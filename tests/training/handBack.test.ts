import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Assignment, encodeAssignment } from '../../src/training/assignment.ts'
import { fromBase64url } from '../../src/training/bytes.ts'
import type { KeptReceipt } from '../../src/training/enrolment.ts'
import { type Enrolments, openDrawer, openEnrolments } from '../../src/training/enrolments.store.ts'
import { handBack } from '../../src/training/handBack.store.ts'
import { isReported, nextReceipt, tally } from '../../src/training/handBack.ts'
import { LARGEST_VERSION, receiptQr } from '../../src/training/qr.store.ts'
import { NO_RECEIPT } from '../../src/training/receipt.ts'
import { newTrainerKey, openReceipt, publicHex } from '../../src/training/sealing.store.ts'
import { TWELVE } from './assignments.ts'
import { FULL, FULL_AND_PAGES } from './receipts.ts'

const MINUTE = 60_000
const NOW = FULL.made + 12_345
const SITE = { revision: FULL.revision, now: () => NOW, zone: () => 345 }
const ENROLMENT = { id: 'x', code: '', hash: FULL.hash, staff: 'A1', name: 'Li', accepted: 0, seeds: 's', receipts: [] }
const AROUND = { device: FULL.device, revision: FULL.revision, now: NOW, zone: 345 }

describe('the next receipt', () => {
  test('is the first of its chain, or names the one before', () => {
    expect(nextReceipt(ENROLMENT, TWELVE, FULL, AROUND)).toMatchObject({
      counter: 1,
      previous: NO_RECEIPT,
      made: FULL.made,
      zone: 345
    })
    const before: KeptReceipt = { counter: 4, seal: '0123456789abcdef', made: 1, code: '', modules: [] }
    expect(nextReceipt({ ...ENROLMENT, receipts: [before] }, TWELVE, { modules: [] }, AROUND)).toMatchObject({
      counter: 5,
      previous: before.seal
    })
  })
  test('is not made before its results, on a clock that was set back', () => {
    const first = FULL.modules[0]?.ended ?? 0
    expect(nextReceipt(ENROLMENT, TWELVE, FULL, { ...AROUND, now: first - 99 * MINUTE }).made).toBe(
      Math.max(...FULL.modules.map(({ ended }) => ended))
    )
  })
  test('is needed only when there is something new', () => {
    const kept: KeptReceipt = { counter: 1, seal: '0123456789abcdef', made: 1, code: '', modules: FULL.modules }
    expect(isReported({ receipts: [] }, FULL)).toBe(false)
    expect(isReported({ receipts: [kept] }, structuredClone(FULL))).toBe(true)
    expect(isReported({ receipts: [kept] }, { modules: FULL.modules.slice(1) })).toBe(false)
    expect(isReported({ receipts: [kept] }, FULL_AND_PAGES)).toBe(false)
    const { pages } = FULL_AND_PAGES
    expect(isReported({ receipts: [{ ...kept, ...(pages && { pages }) }] }, structuredClone(FULL_AND_PAGES))).toBe(true)
    expect(isReported({ receipts: [{ ...kept, ...(pages && { pages }) }] }, { ...FULL_AND_PAGES, pages: pages?.slice(1) })).toBe(false)
  })
})

test('results are counted', () => {
  expect(tally(['right', 'right', 'wrong'])).toEqual({ right: 2, partly: 0, wrong: 1, unanswered: 0 })
})

describe('handing back', () => {
  let trainer: CryptoKeyPair
  let assignment: Assignment
  let enrolments: Enrolments
  let id: string
  beforeAll(async () => {
    trainer = await newTrainerKey()
    assignment = { ...TWELVE, key: await publicHex(trainer.publicKey) }
    enrolments = openEnrolments({ drawer: openDrawer('hand back'), now: () => 1 })
    id = (await enrolments.takeOn(encodeAssignment(assignment), 'A1', '欧阳慧')).id
  })
  const open = async ({ code }: KeptReceipt) => {
    const opened = await openReceipt(fromBase64url(code) ?? new Uint8Array(), trainer, assignment.key)
    return opened.type === 'opened' ? opened.opened.receipt : opened.why
  }

  test('each receipt can be opened by the trainer and names the one before', async () => {
    const first = await handBack(enrolments, id, assignment, { modules: FULL.modules.slice(0, 1) }, SITE)
    const second = await handBack(enrolments, id, assignment, FULL_AND_PAGES, SITE)
    if (first.type !== 'sealed' || second.type !== 'sealed') throw new Error('Nothing was sealed')
    expect(await open(first.receipt)).toMatchObject({ counter: 1, previous: NO_RECEIPT, staff: 'A1', name: '欧阳慧' })
    expect(await open(second.receipt)).toMatchObject({
      counter: 2,
      previous: first.receipt.seal,
      modules: FULL.modules,
      pages: FULL_AND_PAGES.pages
    })
  })
  test('to a key that is none nothing is sealed', async () => {
    const broken = { ...assignment, key: `02${'ff'.repeat(32)}` }
    expect(await handBack(enrolments, id, broken, FULL, SITE)).toEqual({ type: 'refused', why: 'bad-key' })
  })
  test('what no receipt can hold is refused, and nothing is added', async () => {
    const before = enrolments.$enrolments.get()
    const wrong = FULL.modules.map(module => ({ ...module, best: 0 }))
    expect(await handBack(enrolments, id, assignment, { modules: wrong }, SITE)).toEqual({ type: 'refused', why: 'failed' })
    expect(enrolments.$enrolments.get()).toEqual(before)
  })
})

describe('the QR code', () => {
  const ADDRESS = 'https://service-handbook.example.com/zh/trainer/'
  const sizeOf = (version: number) => 17 + 4 * version
  test('holds the address where it fits, and twelve modules in version 15 without it', () => {
    const [small, large] = [receiptQr(ADDRESS, '1'.repeat(400)), receiptQr(ADDRESS, '1'.repeat(900))]
    expect(small?.size).toBeLessThanOrEqual(sizeOf(LARGEST_VERSION))
    expect(large?.size).toBe(sizeOf(LARGEST_VERSION))
    expect(small?.path).toMatch(/^M[\d\sMmHhVvZzLl,.-]+$/)
  })
  test('is none where it would be too large to be read', () => expect(receiptQr(ADDRESS, '1'.repeat(1200))).toBeUndefined())
})
