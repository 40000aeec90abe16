/**
 * Opening what was sealed with HPKE (RFC 9180, base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM), one message
 * for each key. Sealing is the library's (`sealing.store.ts`); opening is done here, because a trainer opens thousands at
 * once and the library asks the browser twelve times for each. The tests hold it to the library and to the RFC's vectors.
 */
import { own } from './keys.store.ts'
import { hmacUnder } from './sha256.ts'

const encoder = new TextEncoder()
const text = (ascii: string) => encoder.encode(ascii)
const VERSION = text('HPKE-v1')
/** Of the key encapsulation, and of the whole suite. */
const KEM = Uint8Array.of(...text('KEM'), 0, 0x10)
const SUITE = Uint8Array.of(...text('HPKE'), 0, 0x10, 0, 1, 0, 1)
const NONE = new Uint8Array()
const EC = { name: 'ECDH', namedCurve: 'P-256' }

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** An empty salt is a key of zeros. */
const unsalted = hmacUnder(new Uint8Array(32))
const extracted = (hmac: (message: Uint8Array) => Uint8Array, suite: Uint8Array, label: string, secret: Uint8Array) =>
  hmac(joined(VERSION, suite, text(label), secret))
/** At most 32 bytes: one block of HKDF. */
const expanded = (hmac: (message: Uint8Array) => Uint8Array, suite: Uint8Array, label: string, info: Uint8Array, length: number) =>
  hmac(joined(Uint8Array.of(0, length), VERSION, suite, text(label), info, Uint8Array.of(1))).slice(0, length)

/** The key schedule's context for one `info`. */
export function contextOf(info: Uint8Array): Uint8Array {
  return joined(Uint8Array.of(0), extracted(unsalted, SUITE, 'psk_id_hash', NONE), extracted(unsalted, SUITE, 'info_hash', info))
}

export interface Sealed {
  /** The sender's point and the recipient's own, 65 bytes each. */
  readonly sender: Uint8Array
  readonly recipient: Uint8Array
  readonly cipher: Uint8Array
  /** Authenticated and not encrypted. */
  readonly also: Uint8Array
}

/** Rejects for what was not sealed so, or was changed. `context`: `contextOf` the info it was sealed with. */
export async function opened({ sender, recipient, cipher, also }: Sealed, key: CryptoKey, context: Uint8Array): Promise<Uint8Array> {
  const point = await crypto.subtle.importKey('raw', own(sender), EC, false, [])
  const shared = new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: point }, key, 256))
  const agreed = hmacUnder(extracted(unsalted, KEM, 'eae_prk', shared))
  const salted = hmacUnder(expanded(agreed, KEM, 'shared_secret', joined(sender, recipient), 32))
  const secret = hmacUnder(extracted(salted, SUITE, 'secret', NONE))
  const iv = own(expanded(secret, SUITE, 'base_nonce', context, 12))
  const raw = own(expanded(secret, SUITE, 'key', context, 16))
  const aes = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt'])
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: own(also) }, aes, own(cipher)))
}
