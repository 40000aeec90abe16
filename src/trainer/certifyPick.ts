/** Whom a trainer ticks for a certificate: those on the list at first, by name; and why others can't have one. */
import { tooLongFor } from '../training/certificate.ts'
import type { Candidates, Certifiable } from './certify.ts'
import type { Row } from './matrix.ts'
import type { HandedOut } from './rows.ts'

/** By name, and those of one name by staff number. */
export function byName<T extends { readonly row: Row }>(people: readonly T[], locale: string): T[] {
  const order = new Intl.Collator(locale, { numeric: true })
  const nameOf = ({ row }: T) => row.name || row.staff
  return people.toSorted((a, b) => order.compare(nameOf(a), nameOf(b)) || order.compare(a.row.staff, b.row.staff))
}

/** `turned`: staff numbers whose tick was changed by hand. Who is not on the list, or whose receipts raise doubts, is not ticked. */
export function isTicked({ row: { staff, stranger, doubted } }: Certifiable, hasRoster: boolean, turned: ReadonlySet<string>): boolean {
  return (!doubted && (!hasRoster || !stranger)) !== turned.has(staff)
}

export type Without = 'expired' | 'too-long' | 'working' | 'absent'

function whyNot({ state, cells, staff, name }: Row, { assignment: { title, by } }: HandedOut): Without | undefined {
  if (state === 'working' || state === 'absent') return state
  if (cells.some(cell => cell?.validity?.standing === 'expired')) return 'expired'
  return tooLongFor({ staff, name: name || staff, title, by }) ? 'too-long' : undefined
}

export function withoutOf(handed: HandedOut, rows: readonly Row[], { ready, doubted }: Candidates): { row: Row; why: Without }[] {
  const able = new Set([...ready, ...doubted].map(({ row }) => row))
  return rows.flatMap(row => {
    const why = able.has(row) ? undefined : whyNot(row, handed)
    return why ? [{ row, why }] : []
  })
}
