/**
 * Sealing a receipt to a trainer, and opening it: HPKE (RFC 9180) with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and
 * AES-128-GCM; signing it with the device's key: ECDSA P-256 with SHA-256. Keys and chance are the browser's (WebCrypto).
 *
 * A sealed receipt: version (1 byte), the first 4 bytes of the trainer's x coordinate, the sender's encapsulated point in
 * its short form (33), and the signed receipt encrypted, with its tag (16). The first five bytes are authenticated too.
 */
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { fromHex } from './assignment.ts'
import { contextOf, opened as openedHpke } from './hpke.store.ts'
import { ECDSA, own } from './keys.store.ts'
import { compressed, decompressed } from './p256.ts'
import { bodyOf, decodeReceipt, type Receipt, type SignedReceipt, toSign } from './receipt.ts'

export { newDeviceKey, newTrainerKey, publicHex, sha256, shortHash } from './keys.store.ts'

export const SEALED_VERSION = 1
const HEAD = 5
const POINT = 33
const TAG = 16
const SIGNATURE = 64
const INFO = new TextEncoder().encode('service-handbook receipt')
const ANSWERS_INFO = new TextEncoder().encode('service-handbook answers')
const CONTEXT = contextOf(INFO)
const ANSWERS_CONTEXT = contextOf(ANSWERS_INFO)
/** Bytes of sealed answers that are still opened. */
const LARGEST_ANSWERS = 12_000_000
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' }

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() })

/** The last few that were asked for: a trainer's own is asked for with every receipt, a device's with each of its. */
const points = new Map<string, Uint8Array<ArrayBuffer>>()
const MOST_POINTS = 500

function pointOf(hex: string): Uint8Array<ArrayBuffer> {
  const known = points.get(hex)
  if (known) return known
  const point = decompressed(fromHex(hex))
  if (!point) throw new RangeError('This is no public key')
  if (points.size >= MOST_POINTS) points.clear()
  const made = own(point)
  points.set(hex, made)
  return made
}

function headOf(trainer: string): Uint8Array {
  return Uint8Array.of(SEALED_VERSION, ...fromHex(trainer).subarray(1, 5))
}

/** Seals bytes to a trainer: head, the sender's point in its short form, cipher. */
async function seal(plain: Uint8Array, trainer: string, info: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const head = headOf(trainer)
  const recipientPublicKey = await suite.kem.deserializePublicKey(pointOf(trainer).buffer)
  const sender = await suite.createSenderContext({ recipientPublicKey, info })
  const cipher = await sender.seal(own(plain), own(head))
  const before = Uint8Array.of(...head, ...compressed(new Uint8Array(sender.enc)))
  const sealed = new Uint8Array(before.length + cipher.byteLength)
  sealed.set(before)
  sealed.set(new Uint8Array(cipher), before.length)
  return sealed
}

async function sign(signed: Uint8Array, device: CryptoKey): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign(SIGNING, device, own(signed)))
}

async function isSigned(signed: Uint8Array, signature: Uint8Array, device: string): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', pointOf(device), ECDSA, false, ['verify'])
  return crypto.subtle.verify(SIGNING, key, own(signature), own(signed))
}

/** Signs with the device's key and seals to the trainer's (66 hex digits). Rejects with a RangeError for a bad key or receipt. */
export async function sealReceipt(receipt: Receipt, device: CryptoKey, trainer: string): Promise<Uint8Array> {
  const body = bodyOf(receipt)
  const signature = await sign(toSign(body), device)
  return seal(Uint8Array.of(...body, ...signature), trainer, INFO)
}

/** Why a sealed receipt can't be read. `altered`: it was changed on its way, or its signature is not its device's. */
export type SealRefusal = 'not-one' | 'newer' | 'other-trainer' | 'altered'
type Refused = { readonly type: 'refused'; readonly why: SealRefusal }
/** `plain`: body and signature, as `decodeReceipt` reads them. */
export type Opened = { readonly type: 'opened'; readonly opened: SignedReceipt; readonly plain: Uint8Array } | Refused

const refused = (why: SealRefusal): Refused => ({ type: 'refused', why })

/** The bytes that were sealed, or why they can't be had. */
async function unseal(sealed: Uint8Array, key: CryptoKeyPair, trainer: string, context: Uint8Array): Promise<Uint8Array | SealRefusal> {
  const head = headOf(trainer)
  if (sealed.length < HEAD + POINT + TAG) return 'not-one'
  if ((sealed[0] ?? 0) > SEALED_VERSION) return 'newer'
  if (sealed[0] !== SEALED_VERSION) return 'not-one'
  if (head.some((byte, index) => byte !== sealed[index])) return 'other-trainer'
  const point = decompressed(sealed.subarray(HEAD, HEAD + POINT))
  if (!point) return 'altered'
  try {
    const recipient = pointOf(trainer)
    return await openedHpke({ sender: point, recipient, cipher: sealed.subarray(HEAD + POINT), also: head }, key.privateKey, context)
  } catch {
    return 'altered'
  }
}

/** Never rejects, whatever the bytes are. `trainer`: the short public key that belongs to `key`. */
export async function openReceipt(sealed: Uint8Array, key: CryptoKeyPair, trainer: string): Promise<Opened> {
  const plain = await unseal(sealed, key, trainer, CONTEXT)
  if (typeof plain === 'string') return refused(plain)
  const opened = decodeReceipt(plain)
  if (!opened) return refused('not-one')
  const { receipt, signature, signed } = opened
  const isOwn = await isSigned(signed, signature, receipt.device).catch(() => false)
  return isOwn ? { type: 'opened', opened, plain } : refused('altered')
}

/** Signs the answers behind a receipt (`toAnswers`) and seals them to the trainer, like the receipt. */
export async function sealAnswers(answers: string, device: CryptoKey, trainer: string): Promise<Uint8Array> {
  const text = new TextEncoder().encode(answers)
  const signature = await sign(withContext(text), device)
  const plain = new Uint8Array(text.length + SIGNATURE)
  plain.set(text)
  plain.set(signature, text.length)
  return seal(plain, trainer, ANSWERS_INFO)
}

export type OpenedAnswers = { readonly type: 'opened'; readonly answers: string } | Refused

/** Never rejects. `device`: the public key in the receipt that the answers came with; another device's are `altered`. */
export async function openAnswers(sealed: Uint8Array, key: CryptoKeyPair, trainer: string, device: string): Promise<OpenedAnswers> {
  if (sealed.length > LARGEST_ANSWERS) return refused('not-one')
  const plain = await unseal(sealed, key, trainer, ANSWERS_CONTEXT)
  if (typeof plain === 'string') return refused(plain)
  if (plain.length < SIGNATURE) return refused('not-one')
  const text = plain.subarray(0, -SIGNATURE)
  try {
    if (!(await isSigned(withContext(text), plain.slice(-SIGNATURE), device))) return refused('altered')
    return { type: 'opened', answers: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text) }
  } catch {
    return refused('altered')
  }
}

/** A signature for answers is none for a receipt. */
function withContext(text: Uint8Array): Uint8Array {
  const context = new TextEncoder().encode('service-handbook answers 1\n')
  const signed = new Uint8Array(context.length + text.length)
  signed.set(context)
  signed.set(text, context.length)
  return signed
}
