/** What the console's database holds, and how it is read back: strictly, like everything that was stored. */
import { decodeAssignment } from '../training/assignment.ts'
import { fromBase64url } from '../training/bytes.ts'
import { decodeReceipt } from '../training/receipt.ts'
import { REASONS, type Reason, TOLD } from './reasons.ts'
import type { Person } from './roster.ts'
import type { Counted, Issued, Told } from './verdict.ts'

/** An assignment that was handed out. `code`: its bytes as in the link, base64url. */
export interface HandedOut extends Issued {
  readonly code: string
}

/** `code`: the sealed receipt as it came, base64url. `opened`: its body and signature. */
export interface CountedRow extends Counted {
  readonly code: string
  readonly opened: Uint8Array
  readonly told: readonly Told[]
}

/** A receipt that was refused. Kept, because a key or an assignment that is restored later may make it readable. */
export interface RefusedRow {
  readonly seal: string
  readonly code: string
  readonly why: Reason
  /** Epoch milliseconds. */
  readonly at: number
}

const CODE = /^[\w-]{1,8000}$/
const SHORT = /^[0-9a-f]{16}$/

type Fields = Readonly<Record<string, unknown>>
const fieldsOf = (row: unknown): Fields => (typeof row === 'object' && row !== null ? (row as Fields) : {})
const isTime = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isText = (value: unknown, form: RegExp): value is string => typeof value === 'string' && form.test(value)

export function decodeHandedOut(row: unknown): HandedOut | undefined {
  const { code, hash } = fieldsOf(row)
  if (!isText(code, CODE) || !isText(hash, SHORT)) return undefined
  const read = decodeAssignment(fromBase64url(code) ?? new Uint8Array())
  return read.type === 'assignment' ? { assignment: read.assignment, hash, code } : undefined
}

export function decodeCounted(row: unknown): CountedRow | undefined {
  const { seal, code, opened, told, at } = fieldsOf(row)
  if (!isText(seal, SHORT) || !isText(code, CODE) || !isTime(at) || !(opened instanceof Uint8Array) || !Array.isArray(told))
    return undefined
  const read = decodeReceipt(opened)
  return read && { seal, code, opened, at, told: TOLD.filter(one => told.includes(one)), receipt: read.receipt }
}

/** The receipt of a row that can't be read, as it came; an empty text where not even that is left. */
export function codeOf(row: unknown): string {
  const { code } = fieldsOf(row)
  return isText(code, CODE) ? code : ''
}

export function decodeRefused(row: unknown): RefusedRow | undefined {
  const { seal, code, why, at } = fieldsOf(row)
  const reason = REASONS.find(one => one === why)
  return isText(seal, SHORT) && isText(code, CODE) && isTime(at) && reason ? { seal, code, why: reason, at } : undefined
}

export function decodePeople(row: unknown): Person[] {
  if (!Array.isArray(row)) return []
  return row.flatMap(one => {
    const { staff, name, team } = fieldsOf(one)
    return typeof staff === 'string' && typeof name === 'string' && typeof team === 'string' ? [{ staff, name, team }] : []
  })
}
