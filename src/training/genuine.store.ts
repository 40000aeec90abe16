/** Whether a certificate is what its trainer's key signed, checked by the browser (WebCrypto). */
import { fromHex } from './assignment.ts'
import type { SignedCertificate } from './certificate.ts'
import { ECDSA, own } from './keys.store.ts'
import { decompressed } from './p256.ts'

export const SIGNING = { name: 'ECDSA', hash: 'SHA-256' }

/** Never rejects for a certificate that is not genuine, also where its key is no point of the curve. */
export async function isGenuine({ certificate, signature, signed }: SignedCertificate): Promise<boolean> {
  const point = decompressed(fromHex(certificate.key))
  if (!point) return false
  const key = await crypto.subtle.importKey('raw', own(point), ECDSA, false, ['verify'])
  return crypto.subtle.verify(SIGNING, key, own(signature), own(signed))
}
