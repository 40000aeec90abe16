/** The part of the questions' view that needs more than receipts: what was chosen, or why that can't be told. */
import { useEffect, useState } from 'preact/hooks'
import type { ItemBank } from '../training/items.ts'
import { desk } from './desk.store.ts'
import type { KnowProps } from './KnowView.tsx'
import type { People } from './people.ts'
import type { Counted } from './verdict.ts'

interface Loaded {
  readonly View: typeof import('./TakenView.tsx')['TakenView']
  readonly Sure: typeof import('./SureView.tsx')['SureView']
  readonly bank: ItemBank
}

async function load(address: string): Promise<Loaded> {
  const [{ TakenView }, { SureView }, answer] = await Promise.all([import('./TakenView.tsx'), import('./SureView.tsx'), fetch(address)])
  if (!answer.ok) throw new Error(String(answer.status))
  return { View: TakenView, Sure: SureView, bank: await answer.json() }
}

interface Props extends KnowProps {
  /** Receipts that are shown, in the order in which they were made. */
  readonly counted: readonly Counted[]
  readonly people: People
  onPrint(): void
}

export function TakenPart(props: Props) {
  const { words, items } = props.know
  const [tries, setTries] = useState<ReadonlyMap<string, unknown>>()
  const [loaded, setLoaded] = useState<Loaded | 'failed'>()
  useEffect(() => {
    let isOver = false
    void desk.readTries().then(
      found => !isOver && setTries(found),
      () => undefined
    )
    return () => {
      isOver = true
    }
  }, [props.counted])
  const isThere = tries !== undefined && props.counted.some(({ seal }) => tries.has(seal))
  useEffect(() => {
    if (!isThere || loaded) return
    load(items).then(setLoaded, () => setLoaded('failed'))
  }, [isThere])
  if (!tries || !isThere) {
    return (
      <>
        <h3>{words.lackTitle}</h3>
        <p>{words.lackLine}</p>
      </>
    )
  }
  return (
    <>
      {loaded && loaded !== 'failed' && <loaded.Sure {...props} bank={loaded.bank} tries={tries} />}
      <h3>{words.takenTitle}</h3>
      {loaded === 'failed' && <p role="alert">{words.takenFailed}</p>}
      {!loaded && <p role="status">{words.takenLoading}</p>}
      {loaded && loaded !== 'failed' && <loaded.View {...props} bank={loaded.bank} tries={tries} />}
    </>
  )
}
