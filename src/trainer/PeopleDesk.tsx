/** The list of who should do it: pasted or a CSV file, with a look at how its columns are read before it is kept. */
import { useRef, useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { fill } from '../lang/text.ts'
import type { ConsoleCourse } from './consoleCourse.ts'
import type { ConsoleWords } from './consoleWords.ts'
import { desk } from './desk.store.ts'
import { COLUMNS, type Column, guessMapping, type Mapping, rosterOf } from './roster.ts'

interface Read {
  readonly rows: readonly (readonly string[])[]
  readonly mapping: Mapping
  readonly heads: boolean
}

const PREVIEW = 5
/** Of a list of odd rows so many are named. */
const NAMED = 20

export interface PeopleProps {
  readonly course: ConsoleCourse
  /** What is shown above has the focus next. */
  onKept(): void
}

export function PeopleDesk({ course: { words }, onKept }: PeopleProps) {
  const { roster } = useStore(desk.$state)
  const [pasted, setPasted] = useState('')
  const [read, setRead] = useState<Read>()
  const [said, setSaid] = useState('')
  const file = useRef<HTMLInputElement>(null)

  const submit = async (event: Event) => {
    event.preventDefault()
    try {
      const { readTable } = await import('./readTable.store.ts')
      const chosen = file.current?.files?.[0]
      const rows = readTable(pasted.trim() === '' && chosen ? await chosen.text() : pasted)
      setRead({ rows, ...guessMapping(rows) })
      setSaid('')
    } catch {
      setSaid(words.failed)
    }
  }
  const keep = async () => {
    if (!read) return
    const { people } = rosterOf(read.rows, read.mapping, read.heads)
    try {
      await desk.keepRoster(people)
      setSaid(fill(words.peopleKept, { n: people.length }))
      setRead(undefined)
      setPasted('')
      onKept()
    } catch {
      setSaid(words.failed)
    }
  }
  return (
    <>
      <p>{roster.length === 0 ? words.peopleNone : fill(words.peopleNow, { n: roster.length })}</p>
      <form class="box" onSubmit={event => void submit(event)}>
        <p>{words.peopleLine}</p>
        <label>
          {words.peoplePaste}
          <textarea rows={5} value={pasted} spellcheck={false} onInput={event => setPasted(event.currentTarget.value)} />
        </label>
        <label>
          {words.peopleFile}
          <input ref={file} type="file" accept=".csv,.tsv,.txt,text/csv" />
        </label>
        <p class="ways">
          <button type="submit" class={read ? '' : 'primary'}>
            {words.peopleRead}
          </button>
        </p>
      </form>
      {read && <Preview read={read} words={words} onChange={setRead} onKeep={() => void keep()} />}
      <p role="status">{said}</p>
    </>
  )
}

interface PreviewProps {
  readonly read: Read
  readonly words: ConsoleWords
  onChange(read: Read): void
  onKeep(): void
}

function Preview({ read, words, onChange, onKeep }: PreviewProps) {
  const { rows, mapping, heads } = read
  const { people, repeated, incomplete } = rosterOf(rows, mapping, heads)
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const choose = (column: Column, value: string) => {
    const { [column]: _, ...others } = mapping
    onChange({ ...read, mapping: value === '' ? others : { ...others, [column]: Number(value) } })
  }
  const some = (list: readonly (string | number)[]) => list.slice(0, NAMED).join(', ') + (list.length > NAMED ? '…' : '')
  return (
    <div class="box">
      <div class="filters">
        {COLUMNS.map(column => (
          <label key={column}>
            {words[column]}
            <select value={mapping[column] ?? ''} onChange={event => choose(column, event.currentTarget.value)}>
              <option value="">{words.notThere}</option>
              {Array.from({ length: columns }, (_, at) => (
                <option key={at} value={at}>
                  {fill(words.column, { n: at + 1 })}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <label class="pick">
        <input type="checkbox" checked={heads} onChange={() => onChange({ ...read, heads: !heads })} />
        {words.heads}
      </label>
      <p role="status">{people.length === 0 ? words.peopleEmpty : fill(words.peopleCount, { n: people.length })}</p>
      {repeated.length > 0 && <p>{fill(words.peopleRepeated, { list: some(repeated) })}</p>}
      {incomplete.length > 0 && <p>{fill(words.peopleIncomplete, { list: some(incomplete) })}</p>}
      {people.length > 0 && (
        <>
          <p>{words.preview}</p>
          <ul>
            {people.slice(0, PREVIEW).map(({ staff, name, team }) => (
              <li key={staff}>{[staff, name, team].filter(text => text !== '').join(' · ')}</li>
            ))}
          </ul>
          <p class="ways">
            <button type="button" class="primary" onClick={onKeep}>
              {words.peopleReplace}
            </button>
          </p>
        </>
      )}
    </div>
  )
}
