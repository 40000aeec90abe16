/** What a trainer hands out and gets back, made and opened with the same code as in the console. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../../src/authoring/codes.ts'
import { type Assignment, encodeAssignment, toFragment } from '../../src/training/assignment.ts'
import { fromBase64url } from '../../src/training/bytes.ts'
import type { Receipt } from '../../src/training/receipt.ts'
import { newTrainerKey, openReceipt, publicHex } from '../../src/training/sealing.store.ts'
import { folder } from './site.ts'

export const REVISION: string = JSON.parse(readFileSync(join(folder, 'catalogue.json'), 'utf8')).revision

const MINUTE = 60_000
const nowInMinutes = () => Math.floor(Date.now() / MINUTE) * MINUTE
export const inDays = (days: number) => nowInMinutes() + days * 24 * 60 * MINUTE

export interface Trainer {
  readonly key: CryptoKeyPair
  readonly hex: string
}

export async function trainer(): Promise<Trainer> {
  const key = await newTrainerKey()
  return { key, hex: await publicHex(key.publicKey) }
}

export function assignmentOf(modules: readonly string[], { hex }: Trainer, more: Partial<Assignment> = {}): Assignment {
  return {
    id: '00112233445566ff',
    issued: inDays(-1),
    due: inDays(5),
    zone: 480,
    pass: 80,
    attempts: 2,
    revision: REVISION,
    modules: modules.map(codeOf),
    mustPass: [],
    title: '新员工第一周必修',
    by: '培训部 李梅',
    note: '',
    key: hex,
    ...more
  }
}

export const fragmentOf = (assignment: Assignment) => toFragment(encodeAssignment(assignment))

/** The receipt in a link, as its trainer reads it. */
export async function receiptIn(link: string, { key, hex }: Trainer): Promise<Receipt> {
  const bytes = fromBase64url(link.split('#r=')[1] ?? '')
  const opened = bytes && (await openReceipt(bytes, key, hex))
  if (opened?.type !== 'opened') throw new Error(`No receipt: ${opened?.why}`)
  return opened.opened.receipt
}
