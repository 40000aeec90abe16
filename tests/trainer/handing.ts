/** A trainer and learners: receipts made with the same code as on their devices. */
import 'fake-indexeddb/auto'
import { openCabinet } from '../../src/trainer/cabinet.store.ts'
import { openConsole } from '../../src/trainer/console.store.ts'
import { toAnswers, toAnswersFile } from '../../src/training/answers.ts'
import type { Assignment } from '../../src/training/assignment.ts'
import { fromBase64url, toBase64url } from '../../src/training/bytes.ts'
import type { LogEvent } from '../../src/training/event.ts'
import { type ModuleResult, NO_RECEIPT, type Receipt } from '../../src/training/receipt.ts'
import { newDeviceKey, publicHex, sealAnswers, sealReceipt, shortHash } from '../../src/training/sealing.store.ts'
import { TWELVE } from '../training/assignments.ts'

export const MINUTE = 60_000
export const NOW = Date.UTC(2026, 11, 10, 8)
export const ISSUED = NOW - 7 * 24 * 60 * MINUTE
export const DUE = NOW - 24 * 60 * MINUTE

let names = 0
export const freshName = () => `console ${names++}`

export function consoleNamed(name: string, channel?: BroadcastChannel, now = () => NOW) {
  return openConsole({ cabinet: openCabinet(name), channel, now })
}

export async function readyConsole(name = freshName()) {
  const one = consoleNamed(name)
  await one.ready
  const key = await one.makeKey()
  return { one, key, name }
}

export const plan = (key: string, more: Partial<Assignment> = {}): Assignment => ({
  ...TWELVE,
  modules: [11, 22],
  issued: ISSUED,
  due: DUE,
  attempts: 3,
  key,
  ...more
})

export const done = (place: number, more: Partial<ModuleResult> = {}): ModuleResult => ({
  place,
  percent: 90,
  passed: true,
  attempts: 1,
  best: 1,
  ended: DUE - 60 * MINUTE,
  minutes: 12,
  results: ['right', 'wrong'],
  ...more
})

/** A device of a learner: each receipt names the one before. */
export async function device(hash: string, trainer: string, staff = 'A1', name = '欧阳慧') {
  const pair = await newDeviceKey()
  const hex = await publicHex(pair.publicKey)
  let counter = 0
  let previous = NO_RECEIPT
  return {
    hex,
    /** The file with the answers behind a receipt. */
    async answers(code: string, events: readonly LogEvent[]): Promise<string> {
      const receipt = fromBase64url(code) ?? new Uint8Array()
      return toAnswersFile(receipt, await sealAnswers(toAnswers(await shortHash(receipt), events), pair.privateKey, trainer))
    },
    async hand(modules: readonly ModuleResult[], more: Partial<Receipt> = {}): Promise<string> {
      counter++
      const base = { assignment: TWELVE.id.slice(0, 8), hash, made: NOW - 60 * MINUTE, zone: 480, revision: TWELVE.revision }
      const receipt = { ...base, counter, previous, staff, name, device: hex, modules, ...more }
      const sealed = await sealReceipt(receipt, pair.privateKey, trainer)
      previous = await shortHash(sealed)
      return toBase64url(sealed)
    }
  }
}
