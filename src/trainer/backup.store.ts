/** The whole console as one file, and back. Restoring is a union: nothing that is here is taken away or changed. */
import { decodeAssignment, fromHex } from '../training/assignment.ts'
import { fromBase64url, toBase64url } from '../training/bytes.ts'
import { own, publicHex, shortHash } from '../training/keys.store.ts'
import { decompressed } from '../training/p256.ts'
import { sameStaff } from '../training/receipt.ts'
import type { TrainerKey } from './cabinet.store.ts'
import type { Console } from './console.store.ts'
import { decodeDrafts, isSameDraft } from './drafts.ts'
import { decodeAllIssued, type KeptCertificate, keptOf, merged } from './issued.ts'
import { decodePeople } from './rows.ts'
import { decodeSendTo, type SendTo } from './sendTo.ts'
import { decodeTries, triesText } from './tries.ts'
import { decodeMonths, decodeTerms, type Terms } from './validity.ts'

interface KeptKey {
  readonly hex: string
  readonly made: number
  /** The private number, base64url. */
  readonly d: string
}

const EC = { name: 'ECDH', namedCurve: 'P-256' }

async function keptKey({ hex, made, pair }: TrainerKey): Promise<KeptKey> {
  const { d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey)
  return { hex, made, d }
}

/** Undefined where the two halves do not belong together. */
async function keyFrom({ hex, made, d }: KeptKey): Promise<TrainerKey | undefined> {
  const point = decompressed(fromHex(hex))
  if (!point) return undefined
  const jwk = { kty: 'EC', crv: 'P-256', x: toBase64url(point.subarray(1, 33)), y: toBase64url(point.subarray(33)) }
  try {
    const privateKey = await crypto.subtle.importKey('jwk', { ...jwk, d }, EC, true, ['deriveBits'])
    const publicKey = await crypto.subtle.importKey('raw', own(point), EC, true, [])
    const other = await crypto.subtle.generateKey(EC, false, ['deriveBits'])
    // A browser need not check that the private number belongs to the point: both sides must reach the same secret.
    const [one, two] = await Promise.all([
      crypto.subtle.deriveBits({ name: 'ECDH', public: other.publicKey }, privateKey, 256),
      crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, other.privateKey, 256)
    ])
    const belongs = toBase64url(new Uint8Array(one)) === toBase64url(new Uint8Array(two))
    return belongs && (await publicHex(publicKey)) === hex ? { hex, made, pair: { privateKey, publicKey } } : undefined
  } catch {
    return undefined
  }
}

/** What a backup holds, as JSON: keys, assignments, drafts, templates, roster, every receipt as it came, what is kept of answers, and certificates. */
export async function contentsOf({
  $state,
  readTries,
  readCertificates
}: Pick<Console, '$state' | 'readTries' | 'readCertificates'>): Promise<string> {
  const { keys, assignments, roster, counted, refused, ledger, valid, terms, sendTo, drafts } = $state.get()
  return JSON.stringify({
    keys: await Promise.all(keys.map(keptKey)),
    assignments: assignments.map(({ code }) => code),
    roster,
    drafts,
    valid,
    terms: Object.fromEntries(terms),
    sendTo,
    receipts: [...counted, ...refused].map(({ code }) => code),
    tries: [...(await readTries())],
    certificates: decodeAllIssued(await readCertificates()).map(keptOf),
    ledger
  })
}

export interface Backup {
  readonly keys: readonly TrainerKey[]
  readonly assignments: readonly string[]
  readonly roster: ReturnType<typeof decodePeople>
  readonly drafts: ReturnType<typeof decodeDrafts>
  readonly receipts: readonly string[]
  /** Months that a pass is valid for; 0 for ever. */
  readonly valid: number
  /** Of assignments for which that is another. */
  readonly terms: Terms
  readonly sendTo: SendTo | undefined
  /** What is kept of answers, by the seals of receipts. */
  readonly tries: ReadonlyMap<string, string>
  readonly certificates: readonly KeptCertificate[]
}

function decodeKept(kept: unknown): ReadonlyMap<string, string> {
  const pairs: readonly unknown[] = Array.isArray(kept) ? kept : []
  return new Map(
    pairs.flatMap((pair): [string, string][] => {
      const [seal, text] = Array.isArray(pair) ? (pair as readonly unknown[]) : []
      const tries = decodeTries(text)
      return typeof seal === 'string' && /^[0-9a-f]{16}$/.test(seal) && tries.length > 0 ? [[seal, triesText(tries)]] : []
    })
  )
}

/** Each under the hash of its own bytes, whatever the file says. */
function certificatesIn(rows: unknown): Promise<KeptCertificate[]> {
  const sealed = async (row: KeptCertificate) => keptOf({ ...row, seal: await shortHash(fromBase64url(row.code) ?? new Uint8Array()) })
  return Promise.all(decodeAllIssued(rows).map(sealed))
}

/** Undefined for what is no backup. Never rejects. */
export async function readBackup(plain: string): Promise<Backup | undefined> {
  try {
    const { keys, assignments, roster, drafts, receipts, valid, terms, sendTo, tries, certificates } = JSON.parse(plain) as Record<
      string,
      unknown
    >
    if (!Array.isArray(keys) || !Array.isArray(assignments) || !Array.isArray(receipts)) return undefined
    const isKey = (one: unknown): one is KeptKey => {
      const { hex, made, d } = (one ?? {}) as Record<string, unknown>
      return typeof hex === 'string' && /^0[23][0-9a-f]{64}$/.test(hex) && Number.isSafeInteger(made) && typeof d === 'string'
    }
    const isCode = (one: unknown): one is string => typeof one === 'string' && /^[\w-]{1,8000}$/.test(one)
    const read = await Promise.all(keys.filter(isKey).map(keyFrom))
    return {
      keys: read.flatMap(key => key ?? []),
      assignments: assignments.filter(isCode),
      roster: decodePeople(roster),
      drafts: decodeDrafts(drafts),
      receipts: receipts.filter(isCode),
      valid: decodeMonths(valid),
      terms: decodeTerms(terms),
      sendTo: decodeSendTo(sendTo),
      tries: decodeKept(tries),
      certificates: await certificatesIn(certificates)
    }
  } catch {
    return undefined
  }
}

/** Adds keys, assignments, drafts and people of a backup. Its receipts go through the same import as any others. */
export async function restore(
  { $state, putKeys, handOut, keepRoster, keepValid, keepTerm, keepSendTo, putDraft, keepTries, keepCertificates }: Console,
  { keys, assignments, roster, drafts, valid, terms, sendTo, tries, certificates }: Backup
): Promise<void> {
  const there = new Set($state.get().keys.map(({ hex }) => hex))
  await putKeys(keys.filter(({ hex }) => !there.has(hex)).map(key => ({ ...key, backedUp: key.made })))
  for (const code of assignments) {
    const read = decodeAssignment(fromBase64url(code) ?? new Uint8Array())
    if (read.type === 'assignment') await handOut(read.assignment)
  }
  // One that was changed here since stands beside the one from the file.
  for (const row of drafts) if (!$state.get().drafts.some(one => isSameDraft(one, row))) await putDraft(row)
  const own = $state.get().roster
  const known = new Set(own.map(({ staff }) => sameStaff(staff)))
  const others = roster.filter(({ staff }) => !known.has(sameStaff(staff)))
  if (others.length > 0) await keepRoster([...own, ...others])
  if ($state.get().valid === 0 && valid > 0) await keepValid(valid)
  for (const [id, term] of terms) if (!$state.get().terms.has(id)) await keepTerm(id, term)
  if (sendTo && !$state.get().sendTo) await keepSendTo(sendTo)
  if (tries.size > 0) await keepTries(tries)
  if (certificates.length > 0) await keepCertificates(certificates, merged)
}

/** A short name for a key that people can compare: the first 8 bytes of its hash. */
export const nameOfKey = (hex: string) => shortHash(fromHex(hex))
