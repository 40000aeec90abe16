/** How well people judge themselves, and which rules they get wrong while they are sure. Loaded where answers came in files. */
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Work } from '../device/work.ts'
import { fill } from '../lang/text.ts'
import type { ItemBank } from '../training/items.ts'
import { Bar } from './Bar.tsx'
import { HandOn } from './HandOn.tsx'
import type { KnowProps } from './KnowView.tsx'
import type { People } from './people.ts'
import type { Sheet } from './reports.ts'
import { Scroller } from './Scroller.tsx'
import { type Sureness, surenessOf, sureRuleSheet, sureSheet, sureTexts } from './sureness.ts'
import { triedIn } from './taken.ts'
import { useWork } from './useWork.ts'
import type { Counted } from './verdict.ts'

interface Props extends KnowProps {
  readonly bank: ItemBank
  /** Receipts that are shown, in the order in which they were made. */
  readonly counted: readonly Counted[]
  readonly tries: ReadonlyMap<string, unknown>
  readonly people: People
  onPrint(): void
}

/** Column of the share, which has a bar. */
const SHARE = 3

export function SureView({ bank, counted, tries, people, onPrint, ...props }: Props) {
  const { course, know } = props
  const { words } = know
  const mainRules = useMemo(() => new Map(know.banks.flatMap(({ questions }) => questions.map(({ id, rule }) => [id, rule]))), [know])
  const { found, isWorking } = useWork(
    function* (): Work<Sureness> {
      return yield* surenessOf(yield* triedIn(counted, tries, bank.items), question => mainRules.get(question))
    },
    [counted, tries, bank, mainRules]
  )
  const ruleOf = (id: string) => course.rules.find(rule => rule.id === id)
  const levels = found?.levels ?? []
  const sheet = sureSheet(levels, words)
  const rules = sureRuleSheet(found?.rules ?? [], people, id => ruleOf(id)?.name ?? id, words)
  return (
    <div class="sureness">
      <h3>{words.sureTitle}</h3>
      <div role="status">{isWorking && <p>{words.working}</p>}</div>
      {found && found.said === 0 && <p>{words.sureNone}</p>}
      {found && found.said > 0 && (
        <>
          <p class="hush">{fill(words.sureLine, { all: found.answers, said: found.said })}</p>
          <Table
            label={words.sureTitle}
            hint={words.swipe}
            sheet={sheet}
            cell={(text, row, column) => {
              const level = levels[row]
              return column === SHARE && level ? (
                <>
                  {text} <Bar share={level.right / level.said} />
                </>
              ) : (
                text
              )
            }}
          />
          <p class="hush">{words.sureHow}</p>
          <p class="ways">
            <HandOn {...props} sheet={sheet} name={words.sureTitle} onPrint={onPrint} />
          </p>
          {sureTexts(found, words).map(text => (
            <p key={text}>{text}</p>
          ))}
          {found.rules.length > 0 && (
            <>
              <Table
                label={words.sureRules}
                hint={words.swipe}
                sheet={rules}
                cell={(text, row, column) => {
                  const href = column === 0 ? ruleOf(found.rules[row]?.rule ?? '')?.href : undefined
                  return href ? <a href={href}>{text}</a> : text
                }}
              />
              <p class="ways">
                <HandOn {...props} sheet={rules} name={words.sureRules} onPrint={onPrint} />
              </p>
            </>
          )}
        </>
      )}
    </div>
  )
}

interface TableProps {
  readonly label: string
  readonly hint: string
  readonly sheet: Sheet
  cell(text: string, row: number, column: number): ComponentChildren
}

function Table({ label, hint, sheet: { head, rows }, cell }: TableProps) {
  return (
    <Scroller label={label} hint={hint}>
      <table class="report">
        <thead>
          <tr>
            {head.map(text => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((texts, row) => (
            <tr key={texts[0]}>
              {texts.map((text, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell(text, row, column)}
                  </th>
                ) : (
                  <td key={column}>{cell(text, row, column)}</td>
                )
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}
