/** Certificates that this console has issued, as they are kept: their bytes, and whether the trainer has marked them as withdrawn. */
import { fromBase64url } from '../training/bytes.ts'
import { type Certificate, decodeCertificate } from '../training/certificate.ts'
import { sameStaff } from '../training/receipt.ts'

/** The newest one counts. */
export interface Mark {
  /** Epoch milliseconds. */
  readonly at: number
  readonly withdrawn: boolean
  readonly why: string
}

export interface KeptCertificate {
  /** The short hash of its bytes, as in the ledger. */
  readonly seal: string
  /** Its bytes as in the link, base64url. */
  readonly code: string
  readonly mark?: Mark
}

export interface IssuedRow extends KeptCertificate {
  readonly certificate: Certificate
}

export const LONGEST_REASON = 200
const MOST = 100_000

function decodeMark(mark: unknown): Mark | undefined {
  const { at, withdrawn, why } = (mark ?? {}) as Readonly<Record<string, unknown>>
  if (!Number.isSafeInteger(at) || (at as number) < 0 || typeof withdrawn !== 'boolean' || typeof why !== 'string') return undefined
  return { at: at as number, withdrawn, why: why.slice(0, LONGEST_REASON) }
}

/** What lies in the database or in a backup may be anything. */
export function decodeIssued(row: unknown): IssuedRow | undefined {
  const { seal, code, mark } = (row ?? {}) as Readonly<Record<string, unknown>>
  if (typeof seal !== 'string' || !/^[0-9a-f]{16}$/.test(seal) || typeof code !== 'string' || !/^[\w-]{1,1600}$/.test(code))
    return undefined
  const read = decodeCertificate(fromBase64url(code) ?? new Uint8Array())
  if (read.type !== 'certificate') return undefined
  const marked = decodeMark(mark)
  return { seal, code, certificate: read.certificate, ...(marked && { mark: marked }) }
}

/** The newest first. */
export function decodeAllIssued(rows: unknown): IssuedRow[] {
  const all: readonly unknown[] = Array.isArray(rows) ? rows.slice(0, MOST) : []
  return all.flatMap(row => decodeIssued(row) ?? []).sort((a, b) => b.certificate.issued - a.certificate.issued)
}

export const keptOf = ({ seal, code, mark }: KeptCertificate): KeptCertificate => ({ seal, code, ...(mark && { mark }) })

/** What is there with what comes from elsewhere: nothing is lost, and the newer mark counts. */
export function merged(there: unknown, row: KeptCertificate): KeptCertificate {
  const own = decodeIssued(there)
  const mark = (own?.mark?.at ?? -1) >= (row.mark?.at ?? -1) ? own?.mark : row.mark
  return keptOf({ seal: row.seal, code: row.code, ...(mark && { mark }) })
}

export type IssuedState = 'valid' | 'expired' | 'withdrawn'

export function stateOf({ mark, certificate: { until } }: IssuedRow, now: number): IssuedState {
  if (mark?.withdrawn) return 'withdrawn'
  return until !== undefined && now > until ? 'expired' : 'valid'
}

/** Those of one person, or those in which a text stands. */
export function foundIn(
  rows: readonly IssuedRow[],
  { staff, text = '' }: { readonly staff?: string | undefined; readonly text?: string }
): IssuedRow[] {
  const plain = (some: string) => some.normalize('NFKC').toLowerCase()
  const wanted = plain(text.trim())
  return rows.filter(({ certificate }) => {
    if (staff !== undefined && sameStaff(certificate.staff) !== sameStaff(staff)) return false
    return wanted === '' || plain(`${certificate.staff} ${certificate.name} ${certificate.title}`).includes(wanted)
  })
}
