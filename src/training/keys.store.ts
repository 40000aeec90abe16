/** Keys and hashes of assignments and receipts, made by the browser (WebCrypto). Sealing needs more code: `sealing.store.ts`. */
import { toHex } from './assignment.ts'
import { compressed } from './p256.ts'

export const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' }

/** A copy over a buffer of its own, as WebCrypto wants it. */
export const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', own(bytes)))
}

/** The first 8 bytes of the SHA-256, as hex: how receipts name an assignment or the receipt before. */
export async function shortHash(bytes: Uint8Array): Promise<string> {
  return toHex((await sha256(bytes)).subarray(0, 8))
}

/** A key for signatures that can't leave this browser. */
export function newDeviceKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ECDSA, false, ['sign', 'verify'])
}

/** A trainer's key: it can be exported, because a backup of it is the only way to read receipts on another computer. */
export function newTrainerKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
}

/** A public key in its short form, 66 hex digits. */
export async function publicHex(key: CryptoKey): Promise<string> {
  return toHex(compressed(new Uint8Array(await crypto.subtle.exportKey('raw', key))))
}
