/**
 * All that one person has handed in, over all assignments, in the order of time. Nothing takes the place of anything: a
 * better attempt stands beside the one before.
 */
import type { Code } from '../training/assignment.ts'
import { type ModuleResult, type PageSaid, sameStaff } from '../training/receipt.ts'
import type { CountedRow } from './rows.ts'
import type { Issued } from './verdict.ts'

/** An attempt as the first receipt that has it tells of it. */
export interface PastAttempt extends Omit<ModuleResult, 'place'> {
  readonly title: string
  readonly module: Code
  /** The device's key: its first eight digits after the form. */
  readonly device: string
  readonly late: boolean
}

/** A page as the first receipt that has it tells of it. */
export interface PastPage extends Omit<PageSaid, 'place'> {
  readonly title: string
  readonly page: Code
  readonly device: string
  readonly late: boolean
}

export interface PastReceipt {
  readonly row: CountedRow
  readonly title: string
  readonly device: string
}

export interface History {
  readonly attempts: readonly PastAttempt[]
  readonly pages: readonly PastPage[]
  readonly receipts: readonly PastReceipt[]
}

const shortDevice = (device: string) => device.slice(2, 10)

export function historyOf(staff: string, counted: readonly CountedRow[], issued: readonly Issued[]): History {
  const who = sameStaff(staff)
  const own = counted.filter(({ receipt }) => sameStaff(receipt.staff) === who).toSorted((a, b) => a.receipt.made - b.receipt.made)
  const attempts = new Map<string, PastAttempt>()
  const said = new Map<string, PastPage>()
  const receipts: PastReceipt[] = []
  for (const row of own) {
    const { receipt } = row
    const from = issued.find(({ assignment, hash }) => hash === receipt.hash && assignment.id.startsWith(receipt.assignment))
    if (!from) continue
    const { title, modules, pages = [], due } = from.assignment
    const device = shortDevice(receipt.device)
    receipts.push({ row, title, device })
    for (const { place, ...result } of receipt.modules) {
      const module = modules[place]
      if (module === undefined) continue
      // A later receipt repeats the best attempt so far, with a higher number of attempts.
      const key = [receipt.hash, receipt.device, module, result.best, result.ended, result.percent].join(' ')
      const before = attempts.get(key)
      const late = due !== undefined && result.ended > due
      if (before) attempts.set(key, { ...before, attempts: Math.max(before.attempts, result.attempts) })
      else attempts.set(key, { ...result, title, module, device, late })
    }
    for (const { place, ...one } of receipt.pages ?? []) {
      const page = pages[place]
      if (page === undefined) continue
      const key = [receipt.hash, receipt.device, page, one.lang, one.revision, one.hash, one.at].join(' ')
      if (!said.has(key)) said.set(key, { ...one, title, page, device, late: due !== undefined && one.at > due })
    }
  }
  return {
    attempts: [...attempts.values()].sort((a, b) => a.ended - b.ended),
    pages: [...said.values()].sort((a, b) => a.at - b.at),
    receipts
  }
}
