/**
 * A certificate that a trainer issues: who passed what, when, and until when it is valid. A link carries it in its fragment,
 * which no browser sends to a server; whoever has the link can read it, and check that the holder of the trainer's key
 * issued it and that nothing was changed since. It can't prove who sat at the screen when the checks were taken.
 *
 * Format 1, in this order: version (1 byte), flags (1), issued and the end of its validity (4 each, minutes since 2024 UTC;
 * 0: no end), the trainer's zone (1, quarters of an hour east of UTC plus 128), revision of the handbook (6), modules (1 +
 * code and result in per cent, 3 + 1 each), staff number, name, title of the assignment and by whom it was handed out (1 +
 * UTF-8 each), the trainer's public key (33, a compressed point of P-256) and a signature (64, ECDSA P-256 with SHA-256
 * over the context and all before, r and s, IEEE P1363). In any later format the version stays first.
 */
import { type Code, fromHex, MOST_MODULES, toHex } from './assignment.ts'
import { fromBase64url, fromDigits, read, toBase64url, toDigits, writer } from './bytes.ts'

export interface CertifiedModule {
  readonly code: Code
  readonly percent: number
}

export interface Certificate {
  /** Epoch milliseconds, whole minutes. */
  readonly issued: number
  readonly until?: number
  /** Minutes east of UTC where it was issued, in quarters of an hour: its days are the same wherever it is read. */
  readonly zone: number
  /** Twelve hex digits. */
  readonly revision: string
  readonly modules: readonly CertifiedModule[]
  readonly staff: string
  readonly name: string
  readonly title: string
  readonly by: string
  /** Compressed point of P-256, 66 hex digits. */
  readonly key: string
}

export interface SignedCertificate {
  readonly certificate: Certificate
  readonly bytes: Uint8Array
  readonly signature: Uint8Array
  /** What the signature is of. */
  readonly signed: Uint8Array
}

export const CERTIFICATE_VERSION = 1
/** Bytes of UTF-8. */
export const LONGEST_ON_CERTIFICATE = { staff: 72, name: 120, title: 60, by: 30 } as const
/** Why something is no certificate: none of it was read, it was changed or cut on its way, or a newer handbook wrote it. */
export type CertificateRefusal = 'not-one' | 'damaged' | 'newer'
export type ReadCertificate =
  | ({ readonly type: 'certificate' } & SignedCertificate)
  | { readonly type: 'refused'; readonly why: CertificateRefusal }

/** Before what is signed, so that a signature for something else is none for a certificate. */
const CONTEXT = new TextEncoder().encode('service-handbook certificate 1')
const EPOCH = Date.UTC(2024, 0, 1)
const MINUTE = 60_000
const QUARTER = 15
const SIGNATURE = 64
/** Nothing that is longer is read, in characters: the longest certificate as digits has fewer. */
const LARGEST = 1600
/** Lines and words that a pasted code may be broken into. */
const MOST_PIECES = 100

const FIELDS = ['staff', 'name', 'title', 'by'] as const

/** The first field that no certificate can hold, for the trainer to see before it is issued. */
export function tooLongFor(texts: Pick<Certificate, (typeof FIELDS)[number]>): (typeof FIELDS)[number] | undefined {
  return FIELDS.find(field => new TextEncoder().encode(texts[field]).length > LONGEST_ON_CERTIFICATE[field])
}

function makesSense(certificate: Certificate): boolean {
  const { issued, until, zone, modules, name, key } = certificate
  const codes = new Set(modules.map(({ code }) => code))
  return (
    modules.length > 0 &&
    modules.length <= MOST_MODULES &&
    codes.size === modules.length &&
    modules.every(({ percent }) => percent <= 100) &&
    (until === undefined || until > issued) &&
    Math.abs(zone) <= 14 * 60 &&
    name !== '' &&
    tooLongFor(certificate) === undefined &&
    /^0[23]/.test(key)
  )
}

/** All but the signature. Throws a RangeError for what no certificate can hold. */
export function certificateBody(certificate: Certificate): Uint8Array {
  if (!makesSense(certificate)) throw new RangeError('This is no certificate')
  const { issued, until, zone, revision, modules, key } = certificate
  const out = writer()
  const minutes = (at: number) => (at - EPOCH) / MINUTE
  out.number(CERTIFICATE_VERSION, 1)
  out.number(0, 1)
  out.number(minutes(issued), 4)
  out.number(until === undefined ? 0 : minutes(until), 4)
  out.number(zone / QUARTER + 128, 1)
  out.bytes(fromHex(revision))
  out.number(modules.length, 1)
  for (const { code, percent } of modules) {
    out.number(code, 3)
    out.number(percent, 1)
  }
  for (const field of FIELDS) out.text(certificate[field])
  out.bytes(fromHex(key))
  return out.done()
}

/** What the trainer's key signs. */
export function certificateToSign(body: Uint8Array): Uint8Array {
  return Uint8Array.of(...CONTEXT, ...body)
}

/** Never throws. That it is read does not mean that its signature is right: `isGenuine` tells. */
export function decodeCertificate(bytes: Uint8Array): ReadCertificate {
  const refused = (why: CertificateRefusal): ReadCertificate => ({ type: 'refused', why })
  if (bytes.length <= SIGNATURE || bytes[0] === 0) return refused('damaged')
  if ((bytes[0] ?? 0) > CERTIFICATE_VERSION) return refused('newer')
  const body = bytes.subarray(0, -SIGNATURE)
  const certificate = read(body, reader => {
    if (reader.number(1) !== CERTIFICATE_VERSION || reader.number(1) !== 0) return undefined
    const issued = EPOCH + reader.number(4) * MINUTE
    const until = reader.number(4)
    const zone = (reader.number(1) - 128) * QUARTER
    const revision = toHex(reader.bytes(6))
    const modules = Array.from({ length: reader.number(1) }, () => ({ code: reader.number(3), percent: reader.number(1) }))
    const [staff, name, title, by] = [reader.text(), reader.text(), reader.text(), reader.text()]
    const found: Certificate = {
      issued,
      ...(until > 0 && { until: EPOCH + until * MINUTE }),
      zone,
      revision,
      modules,
      staff,
      name,
      title,
      by,
      key: toHex(reader.bytes(33))
    }
    return makesSense(found) ? found : undefined
  })
  if (!certificate) return refused('damaged')
  return { type: 'certificate', certificate, bytes, signature: bytes.slice(-SIGNATURE), signed: certificateToSign(body) }
}

/** The fragment of a link, without `#`. */
export function certificateFragment(bytes: Uint8Array): string {
  return `c=${toBase64url(bytes)}`
}

/** The same as digits, which a QR code packs more densely than letters. */
export function certificateDigits(bytes: Uint8Array): string {
  return toDigits(bytes)
}

/**
 * Reads what somebody was sent: a whole link, its fragment, or only the code, as pasted from a chat that broke it into
 * lines or put words around it. Never throws.
 */
export function readCertificate(pasted: string): ReadCertificate {
  if (pasted.length > LARGEST * 4) return { type: 'refused', why: 'not-one' }
  const [, mark, behind] = /(?:^|[#\s])([ck])=([\w\s-]+)/.exec(pasted) ?? []
  const pieces = (behind ?? pasted).trim().split(/\s+/).slice(0, MOST_PIECES)
  let worst: ReadCertificate = { type: 'refused', why: mark === undefined ? 'not-one' : 'damaged' }
  // Words may follow the code: it ends where it can be read to its last byte.
  for (let joined = ''; pieces.length > 0; ) {
    joined += pieces.shift()
    if (joined.length > LARGEST) break
    const bytes = mark === 'k' ? fromDigits(joined) : fromBase64url(joined)
    const found: ReadCertificate = bytes ? decodeCertificate(bytes) : worst
    if (found.type === 'certificate') return found
    if (found.why === 'newer' && mark !== undefined) worst = found
  }
  return worst
}
