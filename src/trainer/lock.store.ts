/**
 * A text under a passphrase: AES-256-GCM with a key from PBKDF2 and SHA-256 (RFC 8018), 600,000 rounds as OWASP asks for
 * (Password Storage Cheat Sheet, 2023). Without the passphrase nobody can read it, the trainer included.
 */
import { fromBase64url, toBase64url } from '../training/bytes.ts'
import { own } from '../training/keys.store.ts'

const FORMAT = 'service-handbook trainer backup'
const VERSION = 1
export const ROUNDS = 600_000
/** More would only keep the page busy. */
const MOST_ROUNDS = 5_000_000
/** Characters of a file that are still read. */
const LARGEST = 200_000_000
export const SHORTEST_PASSPHRASE = 10

async function keyFrom(passphrase: string, salt: Uint8Array, iterations: number): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'))
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const from = { name: 'PBKDF2', hash: 'SHA-256', salt: own(salt), iterations }
  return crypto.subtle.deriveKey(from, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** The file: one line of JSON. */
export async function lock(plain: string, passphrase: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const key = await keyFrom(passphrase, salt, ROUNDS)
  const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(plain))
  const fields = { format: FORMAT, v: VERSION, rounds: ROUNDS, salt: toBase64url(salt), iv: toBase64url(iv) }
  return `${JSON.stringify({ ...fields, sealed: toBase64url(new Uint8Array(cipher)) })}\n`
}

/** `wrong`: another passphrase, or the file was changed. */
export type Unlocked =
  | { readonly type: 'plain'; readonly plain: string }
  | { readonly type: 'refused'; readonly why: 'not-one' | 'newer' | 'wrong' }

/** Never rejects. */
export async function unlock(text: string, passphrase: string): Promise<Unlocked> {
  const refused = (why: 'not-one' | 'newer' | 'wrong'): Unlocked => ({ type: 'refused', why })
  const file = parse(text)
  if (file?.format !== FORMAT) return refused('not-one')
  if (typeof file.v === 'number' && file.v > VERSION) return refused('newer')
  const bytes = (value: unknown) => (typeof value === 'string' ? fromBase64url(value) : undefined)
  const [salt, iv, sealed] = [bytes(file.salt), bytes(file.iv), bytes(file.sealed)]
  const rounds = Number(file.rounds)
  const isSane = Number.isInteger(rounds) && rounds >= ROUNDS && rounds <= MOST_ROUNDS
  if (file.v !== VERSION || salt?.length !== 16 || iv?.length !== 12 || !sealed || !isSane) return refused('not-one')
  try {
    const key = await keyFrom(passphrase, salt, rounds)
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: own(iv) }, key, own(sealed))
    return { type: 'plain', plain: new TextDecoder('utf-8', { fatal: true }).decode(plain) }
  } catch {
    return refused('wrong')
  }
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text.length > LARGEST) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined
  } catch {
    return undefined
  }
}
