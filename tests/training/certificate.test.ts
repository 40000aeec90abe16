/** Certificates: read as written, and refused where one byte is another. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signCertificates } from '../../src/trainer/certifying.store.ts'
import { monthsLater } from '../../src/trainer/validity.ts'
import { toHex } from '../../src/training/assignment.ts'
import { toDigits } from '../../src/training/bytes.ts'
import {
  type Certificate,
  certificateBody,
  certificateFragment,
  certificateToSign,
  decodeCertificate,
  LONGEST_ON_CERTIFICATE,
  readCertificate,
  tooLongFor
} from '../../src/training/certificate.ts'
import { fingerprintOf } from '../../src/training/fingerprint.ts'
import { isGenuine } from '../../src/training/genuine.store.ts'
import { newTrainerKey, publicHex } from '../../src/training/keys.store.ts'
import { toSign } from '../../src/training/receipt.ts'

const EPOCH = Date.UTC(2024, 0, 1)
const ISSUED = Date.UTC(2026, 10, 27, 2, 30)
const SIGNATURE = new Uint8Array(64).fill(7)
const signed = (body: Uint8Array) => Uint8Array.of(...body, ...SIGNATURE)

const pair = await newTrainerKey()
const KEY = { hex: await publicHex(pair.publicKey), pair, made: 0 }
const FULL: Certificate = {
  issued: ISSUED,
  until: monthsLater(ISSUED, 12),
  zone: 480,
  revision: '0123456789ab',
  modules: [
    { code: 0x010203, percent: 95 },
    { code: 0xfffefd, percent: 80 }
  ],
  staff: 'A-1027',
  name: '欧阳慧',
  title: '新员工第一周',
  by: '培训部 李梅',
  key: KEY.hex
}
const [GENUINE = new Uint8Array()] = await signCertificates([FULL], KEY)

const minute = fc.integer({ min: 1, max: 5_000_000 })
const text = (most: number) => fc.string({ unit: 'grapheme', maxLength: 12 }).filter(some => new TextEncoder().encode(some).length <= most)
const hex = (bytes: number) => fc.uint8Array({ minLength: bytes, maxLength: bytes }).map(toHex)
const anyCertificate: fc.Arbitrary<Certificate> = fc
  .record({
    issued: minute,
    lasts: fc.option(minute),
    zone: fc.integer({ min: -56, max: 56 }).map(quarters => quarters * 15),
    revision: hex(6),
    modules: fc.uniqueArray(fc.record({ code: fc.nat({ max: 0xffffff }), percent: fc.nat({ max: 100 }) }), {
      minLength: 1,
      maxLength: 40,
      selector: ({ code }) => code
    }),
    staff: text(LONGEST_ON_CERTIFICATE.staff),
    name: text(LONGEST_ON_CERTIFICATE.name).filter(some => some !== ''),
    title: text(LONGEST_ON_CERTIFICATE.title),
    by: text(LONGEST_ON_CERTIFICATE.by),
    key: hex(32).map(x => `03${x}`)
  })
  .map(({ issued, lasts, ...rest }) => ({
    ...rest,
    issued: EPOCH + issued * 60_000,
    ...(lasts !== null && { until: EPOCH + (issued + lasts) * 60_000 })
  }))

test('what a trainer issues is what others read, as letters and as digits', () => {
  fc.assert(
    fc.property(anyCertificate, certificate => {
      const body = certificateBody(certificate)
      const bytes = signed(body)
      const found = { type: 'certificate', certificate, bytes, signature: SIGNATURE, signed: certificateToSign(body) }
      expect(decodeCertificate(bytes)).toEqual(found)
      expect(readCertificate(`#${certificateFragment(bytes)}`)).toEqual(found)
      expect(readCertificate(`https://x/zh/certificate/#k=${toDigits(bytes)}`)).toEqual(found)
    })
  )
})

test('a certificate is genuine as it was issued', async () => {
  const read = decodeCertificate(GENUINE)
  if (read.type === 'refused') throw new Error(read.why)
  expect(read.certificate).toEqual(FULL)
  expect(await isGenuine(read)).toBe(true)
})

test('a certificate with any one byte changed is refused', async () => {
  for (let at = 0; at < GENUINE.length; at++) {
    for (const change of [1, 128, 255]) {
      const other = GENUINE.slice()
      other[at] = (other[at] ?? 0) ^ change
      const read = decodeCertificate(other)
      if (read.type === 'certificate') expect(await isGenuine(read), `byte ${at}`).toBe(false)
    }
  }
})

test('a link with any one letter changed is refused', async () => {
  const fragment = certificateFragment(GENUINE)
  for (let at = 2; at < fragment.length; at++) {
    const read = readCertificate(`#${fragment.slice(0, at)}${fragment[at] === 'A' ? 'B' : 'A'}${fragment.slice(at + 1)}`)
    if (read.type === 'certificate') expect(await isGenuine(read), `letter ${at}`).toBe(false)
  }
})

test('nobody else’s key can take the place of the trainer’s', async () => {
  const other = await newTrainerKey()
  const [bytes = new Uint8Array()] = await signCertificates([FULL], { hex: KEY.hex, pair: other, made: 0 })
  const read = decodeCertificate(bytes)
  expect(read.type === 'certificate' && (await isGenuine(read))).toBe(false)
})

test('a signature of the same bytes as a receipt is none of a certificate', () => {
  const body = certificateBody(FULL)
  expect(certificateToSign(body)).not.toEqual(toSign(body))
})

test('what was cut short, goes on, or is anything at all is refused, and never throws', () => {
  for (let length = 0; length < GENUINE.length; length++) expect(decodeCertificate(GENUINE.subarray(0, length)).type).toBe('refused')
  expect(decodeCertificate(Uint8Array.of(...GENUINE, 0)).type).toBe('refused')
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 400 }), fc.base64String({ maxLength: 400 })), some => {
      readCertificate(some)
      readCertificate(`#c=${some}`)
      readCertificate(`#k=${some}`)
    }),
    { numRuns: 2000 }
  )
})

test('each refusal is named', () => {
  const why = (text: string) => {
    const read = readCertificate(text)
    return read.type === 'refused' ? read.why : read.type
  }
  const fragment = certificateFragment(GENUINE)
  expect(why('')).toBe('not-one')
  expect(why('你好，证书呢？')).toBe('not-one')
  expect(why('x'.repeat(10_000))).toBe('not-one')
  expect(why(`#${fragment.slice(0, -5)}`)).toBe('damaged')
  expect(why('#c=')).toBe('not-one')
  expect(why(`#${certificateFragment(Uint8Array.of(2, ...GENUINE.subarray(1)))}`)).toBe('newer')
})

test('a code that a chat broke into lines, with words around it, is found', () => {
  const fragment = certificateFragment(GENUINE)
  const message = `你的证书：\nhttps://example.com/zh/certificate/#${fragment.slice(0, 60)}\n${fragment.slice(60)} 收好`
  expect(readCertificate(message)).toEqual(decodeCertificate(GENUINE))
  expect(readCertificate(fragment.slice(2))).toEqual(decodeCertificate(GENUINE))
})

test('what makes no sense is not issued', () => {
  const [first] = FULL.modules
  if (!first) throw new Error('there is no module')
  const bad: Partial<Certificate>[] = [
    { modules: [] },
    { modules: [first, first] },
    { modules: [{ ...first, percent: 101 }] },
    { name: '' },
    { name: '字'.repeat(41) },
    { until: FULL.issued },
    { issued: FULL.issued + 1 }
  ]
  for (const one of bad) expect(() => certificateBody({ ...FULL, ...one }), JSON.stringify(one)).toThrow(RangeError)
  expect(tooLongFor({ ...FULL, name: '字'.repeat(40) })).toBeUndefined()
  expect(tooLongFor({ ...FULL, name: '字'.repeat(41) })).toBe('name')
})

test('a fingerprint is the beginning of the key, in groups', () => {
  expect(fingerprintOf(`02${'0123456789abcdef'.repeat(4)}`)).toBe('0123 4567 89ab cdef 0123')
})
