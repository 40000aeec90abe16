/** An enrolment as it lies in the database, which may hold anything: it is decoded strictly. */
import { isLang } from '../lang/text.ts'
import type { Enrolment, KeptReceipt, Link } from './enrolment.ts'
import { type ModuleResult, type PageSaid, RESULTS } from './receipt.ts'

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

function decodePage(value: unknown): PageSaid | undefined {
  if (!isObject(value) || !isLang(value.lang)) return undefined
  const { place, lang, revision, hash, at } = value
  if (!isWhole(place) || !isWhole(revision) || typeof hash !== 'string' || !/^[0-9a-f]{8}$/.test(hash) || !isWhole(at)) return undefined
  return { place, lang, revision, hash, at }
}

function decodeReceipt(value: unknown): KeptReceipt | undefined {
  if (!isObject(value) || !Array.isArray(value.modules) || value.modules.length > 100) return undefined
  const { counter, seal, made, code, pages = [] } = value
  if (!Array.isArray(pages) || pages.length > 100) return undefined
  const modules = value.modules.map(decodeModule)
  const said = pages.map(decodePage)
  if (!isWhole(counter) || !isHash(seal) || !isWhole(made) || !isText(code, LONGEST_CODE)) return undefined
  if (!modules.every(module => module !== undefined) || !said.every(page => page !== undefined)) return undefined
  return { counter, seal, made, code, modules, ...(said.length > 0 && { pages: said }) }
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
