/** Signs certificates with the trainer's key, which is for opening receipts; as numbers it is one for signatures too. */

import { toBase64url } from '../training/bytes.ts'
import { type Certificate, certificateBody, certificateToSign } from '../training/certificate.ts'
import { SIGNING } from '../training/genuine.store.ts'
import { ECDSA, own, shortHash } from '../training/keys.store.ts'
import type { TrainerKey } from './cabinet.store.ts'
import { breathe, type Console } from './console.store.ts'
import { type KeptCertificate, keptOf, LONGEST_REASON, type Mark } from './issued.ts'

/** Signed one after another before the page may breathe. */
const TOGETHER = 50

async function signer({ pair }: TrainerKey): Promise<(body: Uint8Array) => Promise<Uint8Array>> {
  const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', pair.privateKey)
  const numbers = { kty, crv, x, y, d } as JsonWebKey
  const key = await crypto.subtle.importKey('jwk', numbers, ECDSA, false, ['sign'])
  return async body => new Uint8Array(await crypto.subtle.sign(SIGNING, key, own(certificateToSign(body))))
}

/** The bytes of each, with its signature. Rejects with a RangeError for what no certificate can hold. */
export async function signCertificates(certificates: readonly Omit<Certificate, 'key'>[], key: TrainerKey): Promise<Uint8Array[]> {
  const sign = await signer(key)
  const signed: Uint8Array[] = []
  for (const certificate of certificates) {
    if (signed.length % TOGETHER === TOGETHER - 1) await breathe()
    const body = certificateBody({ ...certificate, key: key.hex })
    signed.push(Uint8Array.of(...body, ...(await sign(body))))
  }
  return signed
}

/** Signs with the console's newest key; keeps them, and the ledger tells of each by its hash, not by a name. */
export async function issueCertificates(certificates: readonly Omit<Certificate, 'key'>[], desk: Console): Promise<Uint8Array[]> {
  const key = desk.$state.get().keys.at(-1)
  if (!key) throw new Error('There is no key')
  const signed = await signCertificates(certificates, key)
  const rows = await Promise.all(signed.map(async bytes => ({ seal: await shortHash(bytes), code: toBase64url(bytes) })))
  const certified = rows.map(row => ({ what: 'certified' as const, row }))
  await desk.record(async () => ({ made: undefined, outcomes: [], certified }))
  return signed
}

/** Marks one as withdrawn with a reason, or takes that back. Whoever has it still has it. */
export async function markCertificate(row: KeptCertificate, withdrawn: boolean, why: string, desk: Console): Promise<void> {
  const mark: Mark = { at: Math.max(desk.now(), (row.mark?.at ?? 0) + 1), withdrawn, why: why.trim().slice(0, LONGEST_REASON) }
  const certified = [{ what: withdrawn ? ('withdrawn' as const) : ('reinstated' as const), row: { ...keptOf(row), mark } }]
  await desk.record(async () => ({ made: undefined, outcomes: [], certified }))
}
