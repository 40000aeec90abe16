/** What learners' answers say about the questions: from backups that an author has chosen. Nothing of it is kept. */
import { render } from 'preact'
import { useState } from 'preact/hooks'
import { digest, download, today } from '../device/handOut.island.ts'
import type { Refusal } from '../device/sealed.ts'
import { csvOf } from '../lang/csv.ts'
import { fill } from '../lang/text.ts'
import { inOrderOfNeed } from '../quiz/itemFindings.ts'
import type { ItemStatistics } from '../quiz/statistics.ts'
import { fromBackup } from './backup.ts'
import type { LogEvent } from './event.ts'
import { type ItemBank, type ItemEntry, type ItemReport, itemReport } from './items.ts'
import { findingTexts, itemRows, labelOf, numberText } from './itemTexts.ts'

interface Refused {
  readonly name: string
  readonly why: Refusal
}

/** Says in `said` what was read. Rejects when the bank can't be fetched. */
export async function showItems(place: HTMLElement, said: HTMLElement, address: string, files: readonly File[]): Promise<void> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(String(answer.status))
  const bank: ItemBank = await answer.json()
  const logs: (readonly LogEvent[])[] = []
  const refused: Refused[] = []
  for (const file of files) {
    const backup = await fromBackup(await file.text(), digest)
    if (backup.type === 'backup') logs.push(backup.events)
    else refused.push({ name: file.name, why: backup.why })
  }
  const report = itemReport(logs, bank.items)
  const { learners, tries, items } = report
  said.textContent = items.length === 0 ? bank.words.nothing : fill(bank.words.read, { learners, tries, items: items.length })
  render(<Items bank={bank} report={report} refused={refused} />, place)
}

interface Props {
  readonly bank: ItemBank
  readonly report: ItemReport
  readonly refused: readonly Refused[]
}

function Items({ bank, report, refused }: Props) {
  const { words } = bank
  const [module, setModule] = useState('')
  const entryOf = new Map(bank.items.map(entry => [entry.id, entry]))
  const shown = inOrderOfNeed(report.items).filter(({ question }) => module === '' || entryOf.get(question)?.module === module)
  const modules = [...new Set(report.items.flatMap(({ question }) => entryOf.get(question)?.module ?? []))]
  const save = () => download(new Blob([csvOf(itemRows(shown, bank))], { type: 'text/csv' }), `${words.fileName}-${today()}.csv`)
  return (
    <>
      {refused.length > 0 && (
        <ul class="note">
          {refused.map(({ name, why }) => (
            <li key={name}>{fill(words.refused, { name, why: words.reasons[why] })}</li>
          ))}
        </ul>
      )}
      {report.items.length > 0 && (
        <>
          <div class="narrow">
            <label>
              {words.module}
              <select value={module} onChange={event => setModule(event.currentTarget.value)}>
                <option value="">{words.all}</option>
                {modules.map(title => (
                  <option key={title}>{title}</option>
                ))}
              </select>
            </label>
            <button type="button" onClick={save}>
              {words.save}
            </button>
          </div>
          {shown.map(item => {
            const entry = entryOf.get(item.question)
            return entry && <Item key={item.question} item={item} entry={entry} bank={bank} />
          })}
        </>
      )}
    </>
  )
}

interface ItemProps {
  readonly item: ItemStatistics
  readonly entry: ItemEntry
  readonly bank: ItemBank
}

function Item({ item, entry, bank }: ItemProps) {
  const { words } = bank
  const told = item.trust === 'none' ? undefined : item
  return (
    <details data-item={entry.id}>
      <summary>
        <b>{entry.ask}</b>
        <small>
          {entry.module} · {entry.kind}
          {told && ` · ${fill(words.line, { n: item.n, facility: numberText(told.facility, '') })}`}
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
