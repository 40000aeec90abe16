/** What was chosen, question by question, from the answers that came in files. Loaded where there are some. */

import { fill } from '../lang/text.ts'
import { inOrderOfNeed } from '../quiz/itemFindings.ts'
import { FEW } from '../quiz/statistics.ts'
import { Item } from '../training/Item.tsx'
import type { ItemBank } from '../training/items.ts'
import { itemRows } from '../training/itemTexts.ts'
import { HandOn } from './HandOn.tsx'
import type { KnowProps } from './KnowView.tsx'
import { takenIn } from './taken.ts'
import { useWork } from './useWork.ts'
import type { Counted } from './verdict.ts'

interface Props extends KnowProps {
  readonly bank: ItemBank
  /** Receipts that are shown, in the order in which they were made. */
  readonly counted: readonly Counted[]
  readonly tries: ReadonlyMap<string, unknown>
  onPrint(): void
}

export function TakenView({ bank, counted, tries, onPrint, ...props }: Props) {
  const { words } = props.know
  const { found, isWorking } = useWork(() => takenIn(counted, tries, bank.items), [counted, tries, bank])
  const items = inOrderOfNeed(found?.items ?? [])
  const telling = items.filter(({ trust }) => trust !== 'none')
  const few = items.length - telling.length
  const entries = new Map(bank.items.map(entry => [entry.id, entry]))
  const [head = [], ...rows] = itemRows(items, bank)
  return (
    <>
      <div role="status">{isWorking && <p>{words.working}</p>}</div>
      {found && items.length === 0 && <p>{words.takenNothing}</p>}
      {found && items.length > 0 && (
        <div class="taken">
          <p class="hush">{fill(words.takenLine, { n: found.learners })}</p>
          {telling.map(item => {
            const entry = entries.get(item.question)
            return entry && <Item key={item.question} item={item} entry={entry} bank={bank} />
          })}
          {few > 0 && <p>{fill(words.takenFew, { n: few, least: FEW })}</p>}
          {!isWorking && (
            <p class="ways">
              <HandOn {...props} sheet={{ head, rows }} name={words.takenTitle} onPrint={onPrint} />
            </p>
          )}
        </div>
      )}
    </>
  )
}
