/** How well one person judges their own answers, in a line. Nothing where no answers came in files. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { whole } from '../device/work.ts'
import { desk } from './desk.store.ts'
import type { KnowProps } from './KnowView.tsx'
import { sureLine, surenessOf } from './sureness.ts'
import { decodeTries } from './tries.ts'
import { inOrder } from './understood.ts'
import type { Counted } from './verdict.ts'

/** `counted`: this person's receipts. */
export function PersonSure({ know: { words }, counted }: KnowProps & { readonly counted: readonly Counted[] }) {
  const [tries, setTries] = useState<ReadonlyMap<string, unknown>>()
  const seals = counted.map(({ seal }) => seal).join(' ')
  useEffect(() => {
    let isOver = false
    void desk.readTries().then(
      found => !isOver && setTries(found),
      () => undefined
    )
    return () => {
      isOver = true
    }
  }, [seals])
  const line = useMemo(() => {
    const all = inOrder(counted).flatMap(({ seal }) => decodeTries(tries?.get(seal)).map(tried => ({ learner: '', ...tried })))
    return sureLine(whole(surenessOf(all, () => undefined)).levels, words)
  }, [seals, tries, words])
  return line === '' ? null : <p>{line}</p>
}
