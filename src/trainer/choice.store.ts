/** What a trainer has chosen to look at: it holds from one view of the results to the next, until the page is left. */
import { store } from '../device/store.ts'

export interface Choice {
  /** Id of an assignment. Empty: the newest one, or all, as the view has it. */
  readonly assignment: string
  /** Empty: all of them. */
  readonly team: string
  /** Days as fields for dates have them; empty for none. */
  readonly from: string
  readonly to: string
}

export const $choice = store<Choice>({ assignment: '', team: '', from: '', to: '' })

export function choose(some: Partial<Choice>): void {
  $choice.set({ ...$choice.get(), ...some })
}

/** The days as moments by this device's clock. What is no day bounds nothing. */
export function boundsOf({ from, to }: Choice): { readonly from?: number; readonly before?: number } {
  const start = (day: string, later: number) => {
    const [year = Number.NaN, month = 1, date = 1] = day.split('-').map(Number)
    return new Date(year, month - 1, date + later).getTime()
  }
  const [first, last] = [start(from, 0), start(to, 1)]
  return { ...(from !== '' && !Number.isNaN(first) && { from: first }), ...(to !== '' && !Number.isNaN(last) && { before: last }) }
}
