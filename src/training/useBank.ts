/** The questions of a page or a module with what comes beside them, and the views of their kinds, fetched once. */
import { useState } from 'preact/hooks'
import { type Views, viewsOf } from '../quiz/kinds.tsx'
import type { Kind } from '../quiz/question.ts'

export interface Fetched<T> {
  readonly set: T
  readonly views: Views
}

export type Bank<T> = Fetched<T> | 'waiting' | 'loading' | 'failed'

/**
 * `load` gives what is at the address with the views it needs, or undefined when either could not be had; then the bank
 * is `failed` and can be tried again.
 */
export function useBank<T extends object>(address: string, kindsOf: (set: T) => readonly Kind[]) {
  const [bank, setBank] = useState<Bank<T>>('waiting')
  async function load(): Promise<Fetched<T> | undefined> {
    if (typeof bank === 'object') return bank
    setBank('loading')
    try {
      const answer = await fetch(address)
      if (!answer.ok) throw new Error(answer.statusText)
      const set: T = await answer.json()
      const fetched = { set, views: await viewsOf(kindsOf(set)) }
      setBank(fetched)
      return fetched
    } catch {
      setBank('failed')
      return undefined
    }
  }
  return { bank, load }
}
