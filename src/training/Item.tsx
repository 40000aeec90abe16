/** What learners' answers say about one question: numbers, what to look at, and what was taken. */
import { fill } from '../lang/text.ts'
import type { ItemStatistics } from '../quiz/statistics.ts'
import type { ItemBank, ItemEntry } from './items.ts'
import { findingTexts, labelOf, numberText } from './itemTexts.ts'

interface ItemProps {
  readonly item: ItemStatistics
  readonly entry: ItemEntry
  readonly bank: ItemBank
}

export function Item({ item, entry, bank }: ItemProps) {
  const { words } = bank
  const told = item.trust === 'none' ? undefined : item
  return (
    <details data-item={entry.id}>
      <summary>
        <b>{entry.ask}</b>
        <small>
          {[entry.module, entry.kind, told && fill(words.line, { n: item.n, facility: numberText(told.facility, '') })]
            .filter(Boolean)
            .join(' · ')}
        </small>
        <small data-finding>{findingTexts(item, entry, bank)[0]}</small>
      </summary>
      {told && (
        <>
          <ul>
            {findingTexts(item, entry, bank).map(text => (
              <li key={text}>{text}</li>
            ))}
            {told.trust === 'uncertain' && <li>{words.uncertain}</li>}
          </ul>
          <dl>
            <Figure name={words.facility} value={numberText(told.facility, words.unknown)} />
            <Figure name={words.discrimination} value={numberText(told.discrimination, words.unknown)} />
            <Figure name={words.upperLower} value={numberText(told.upperLower, words.unknown)} />
            <Figure
              name={words.seconds}
              value={told.seconds === undefined ? words.unknown : fill(words.secondsValue, { n: Math.round(told.seconds) })}
            />
            <Figure name={words.sure} value={told.sure.said === 0 ? words.unknown : fill(words.sureValue, told.sure)} />
          </dl>
          {told.taken.length > 0 && <Taken item={told} entry={entry} bank={bank} />}
        </>
      )}
      <p>
        <a href={entry.href}>{words.toQuestion}</a> <code>{entry.id}</code>
      </p>
    </details>
  )
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Taken({ item, entry, bank: { words } }: ItemProps & { readonly item: Exclude<ItemStatistics, { readonly trust: 'none' }> }) {
  return (
    <table>
      <thead>
        <tr>
          {[words.taken, words.key, words.count, words.pull].map(head => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {item.taken.map(({ id, key, count, share, discrimination }) => (
          <tr key={id}>
            <th scope="row">{labelOf(entry, id)}</th>
            <td>{key ? `✓ ${words.yes}` : '—'}</td>
            <td>
              {count} <meter value={share} aria-hidden="true" />
            </td>
            <td>{numberText(discrimination, '—')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
