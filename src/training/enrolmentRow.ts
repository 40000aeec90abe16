/** An enrolment as it lies in the database, which may hold anything: it is decoded strictly. */
import type { Enrolment, KeptReceipt, Link } from './enrolment.ts'
import { type ModuleResult, RESULTS } from './receipt.ts'

type Loose = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown, most = 200): value is string => typeof value === 'string' && value.length <= most
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{16}$/.test(value)

/** The longest assignment is shorter, and so is the longest receipt. */
const LONGEST_CODE = 10_000

function decodeModule(value: unknown): ModuleResult | undefined {
  if (!isObject(value) || !Array.isArray(value.results) || value.results.length > 255) return undefined
  const { place, percent, passed, attempts, best, ended, minutes } = value
  if (typeof passed !== 'boolean') return undefined
  if (!isWhole(place) || !isWhole(percent) || !isWhole(attempts) || !isWhole(best) || !isWhole(ended) || !isWhole(minutes)) return undefined
  const results = value.results.map(result => RESULTS.find(one => one === result))
  return results.every(result => result !== undefined) ? { place, percent, passed, attempts, best, ended, minutes, results } : undefined
}

function decodeReceipt(value: unknown): KeptReceipt | undefined {
  if (!isObject(value) || !Array.isArray(value.modules) || value.modules.length > 100) return undefined
  const { counter, seal, made, code } = value
  const modules = value.modules.map(decodeModule)
  if (!isWhole(counter) || !isHash(seal) || !isWhole(made) || !isText(code, LONGEST_CODE)) return undefined
  return modules.every(module => module !== undefined) ? { counter, seal, made, code, modules } : undefined
}

export function decodeLink(value: unknown): Link | undefined {
  if (!isObject(value)) return undefined
  const { counter, seal } = value
  return isWhole(counter) && isHash(seal) ? { counter, seal } : undefined
}

export function decodeEnrolment(value: unknown): Enrolment | undefined {
  if (!isObject(value) || !Array.isArray(value.receipts) || value.receipts.length > 10_000) return undefined
  const { id, code, hash, staff, name, accepted, seeds, former = [] } = value
  const after = decodeLink(value.after)
  if (!Array.isArray(former) || former.length > 10_000) return undefined
  const receipts = value.receipts.map(decodeReceipt)
  const others = former.map(decodeReceipt)
  if (!isText(id) || !isText(code, LONGEST_CODE) || !isHash(hash) || !isText(staff) || !isText(name)) return undefined
  if (!isWhole(accepted) || !isText(seeds) || seeds === '') return undefined
  if (!receipts.every(receipt => receipt !== undefined) || !others.every(receipt => receipt !== undefined)) return undefined
  return { id, code, hash, staff, name, accepted, seeds, receipts, ...(after && { after }), ...(others.length > 0 && { former: others }) }
}
