import { beforeAll, expect, test } from 'vitest'
import { toDigits } from '../../src/training/bytes.ts'
import { bodyOf } from '../../src/training/receipt.ts'
import { newDeviceKey, newTrainerKey, openReceipt, publicHex, sealReceipt, shortHash } from '../../src/training/sealing.store.ts'
import { FULL, FULL_AND_PAGES } from './receipts.ts'

let trainer: CryptoKeyPair
let device: CryptoKeyPair
let to: string
let receipt = FULL
let sealed: Uint8Array

beforeAll(async () => {
  trainer = await newTrainerKey()
  device = await newDeviceKey()
  to = await publicHex(trainer.publicKey)
  receipt = { ...FULL, device: await publicHex(device.publicKey) }
  sealed = await sealReceipt(receipt, device.privateKey, to)
})

test('the trainer it was sealed to reads what the device reported', async () => {
  const back = await openReceipt(sealed, trainer, to)
  expect(back.type === 'opened' && back.opened.receipt).toEqual(receipt)
})

test('sealed twice it is never the same, and says nothing of who or what', async () => {
  const again = await sealReceipt(receipt, device.privateKey, to)
  expect(again).not.toEqual(sealed)
  expect(await shortHash(again)).not.toBe(await shortHash(sealed))
  const inside = Buffer.from(sealed)
  for (const open of [receipt.name, receipt.staff, receipt.assignment]) expect(inside.includes(open)).toBe(false)
  expect(inside.includes(Buffer.from(receipt.assignment, 'hex'))).toBe(false)
})

test('twelve modules of sixteen questions fit one QR code of version 15 at level M, and a link of 520 characters', () => {
  const link = 'https://service-handbook.example.com/zh/trainer/#r='
  expect(toDigits(sealed).length + 's='.length).toBeLessThanOrEqual(993)
  expect(link.length + Math.ceil((sealed.length * 4) / 3)).toBeLessThanOrEqual(520)
})

test('three pages that were acknowledged are read as they were said, and make the receipt forty characters longer at most', async () => {
  const withPages = await sealReceipt({ ...FULL_AND_PAGES, device: receipt.device }, device.privateKey, to)
  const back = await openReceipt(withPages, trainer, to)
  expect(back.type === 'opened' && back.opened.receipt.pages).toEqual(FULL_AND_PAGES.pages)
  expect(Math.ceil(((withPages.length - sealed.length) * 4) / 3)).toBeLessThanOrEqual(40)
  for (let at = 0; at < withPages.length; at++) {
    const other = withPages.slice()
    other[at] = (other[at] ?? 0) ^ (1 << (at % 8))
    expect((await openReceipt(other, trainer, to)).type, `byte ${at}`).toBe('refused')
  }
})

test('every change of one byte is refused', async () => {
  for (let at = 0; at < sealed.length; at++) {
    const other = sealed.slice()
    other[at] = (other[at] ?? 0) ^ (1 << (at % 8))
    expect((await openReceipt(other, trainer, to)).type, `byte ${at}`).toBe('refused')
  }
})

test('another trainer can’t read it, not even one whose key begins alike', async () => {
  const other = await newTrainerKey()
  const key = await publicHex(other.publicKey)
  expect(await openReceipt(sealed, other, key)).toEqual({ type: 'refused', why: 'other-trainer' })
  expect(await openReceipt(sealed, other, to)).toEqual({ type: 'refused', why: 'altered' })
})

test('a score that was altered and sealed again without the device’s key is noticed', async () => {
  const thief = await newDeviceKey()
  const better = { ...receipt, modules: receipt.modules.map(module => ({ ...module, percent: 100 })) }
  const forged = await sealReceipt(better, thief.privateKey, to)
  expect(await openReceipt(forged, trainer, to)).toEqual({ type: 'refused', why: 'altered' })
})

test('a newer seal, another version and nonsense are told apart, and none rejects', async () => {
  const newer = sealed.slice()
  newer[0] = 2
  expect(await openReceipt(newer, trainer, to)).toEqual({ type: 'refused', why: 'newer' })
  const none = sealed.slice()
  none[0] = 0
  expect(await openReceipt(none, trainer, to)).toEqual({ type: 'refused', why: 'not-one' })
  for (let length = 0; length < 80; length += 3) {
    expect((await openReceipt(sealed.slice(0, length), trainer, to)).type).toBe('refused')
  }
})

test('the device’s key can’t be taken out of the browser', async () => {
  await expect(crypto.subtle.exportKey('pkcs8', device.privateKey)).rejects.toThrow()
})

test('what no receipt can hold is not sealed', async () => {
  await expect(sealReceipt({ ...receipt, counter: -1 }, device.privateKey, to)).rejects.toThrow(RangeError)
  await expect(sealReceipt(receipt, device.privateKey, `02${'ff'.repeat(32)}`)).rejects.toThrow(RangeError)
  expect(bodyOf(receipt).length).toBeGreaterThan(200)
})
