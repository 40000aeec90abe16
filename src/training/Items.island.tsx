/** What learners' answers say about the questions: from backups that an author has chosen. Nothing of it is kept. */
import { render } from 'preact'
import { useState } from 'preact/hooks'
import { digest, download, today } from '../device/handOut.island.ts'
import type { Refusal } from '../device/sealed.ts'
import { csvOf } from '../lang/csv.ts'
import { fill } from '../lang/text.ts'
import { inOrderOfNeed } from '../quiz/itemFindings.ts'
import { fromBackup } from './backup.ts'
import type { LogEvent } from './event.ts'
import { Item } from './Item.tsx'
import { type ItemBank, type ItemReport, itemReport } from './items.ts'
import { itemRows } from './itemTexts.ts'

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
