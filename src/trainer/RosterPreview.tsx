/** How a list is read before it is kept: its sheet or its code, its columns, and what is odd in it. */
import { fill } from '../lang/text.ts'
import type { ConsoleWords } from './consoleWords.ts'
import { COLUMNS, type Column, guessMapping, LARGEST_ROSTER, type Mapping, rosterOf } from './roster.ts'
import type { ROSTER_WORDS } from './rosterWords.ts'
import type { Sheet, TableFile } from './tableFile.store.ts'
import { ENCODINGS, type Encoding } from './tableText.store.ts'
import { MOST_COLUMNS, MOST_ROWS } from './workbook.ts'

export interface Read {
  /** Empty: it was pasted. */
  readonly file: string
  readonly table: Extract<TableFile, { type: 'table' }>
  /** Which of its sheets. */
  readonly at: number
  readonly mapping: Mapping
  readonly heads: boolean
}

/** A sheet as it is read first. */
export function readingOf(table: Read['table'], file: string, at = 0): Read {
  return { file, table, at, ...guessMapping(table.sheets[at]?.rows ?? []) }
}

export const sheetIn = ({ table, at }: Read): Sheet => table.sheets[at] ?? { name: '', rows: [], isCut: false, above: 0 }

const PREVIEW = 5
/** Of a list of odd rows so many are named. */
const NAMED = 20
/** Of a long head so much is shown. */
const HEAD = 20

interface Props {
  readonly read: Read
  readonly words: ConsoleWords
  readonly own: (typeof ROSTER_WORDS)['zh']
  onChange(read: Read): void
  onEncoding(encoding: Encoding): void
  onKeep(): void
}

export function RosterPreview(props: Props) {
  const { read, words, own, onChange, onKeep } = props
  const { mapping, heads } = read
  const { rows, above, isCut } = sheetIn(read)
  const { people, repeated, incomplete, nameless, teamless } = rosterOf(rows, mapping, heads)
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const choose = (column: Column, value: string) => {
    const { [column]: _, ...others } = mapping
    onChange({ ...read, mapping: value === '' ? others : { ...others, [column]: Number(value) } })
  }
  const some = (list: readonly (string | number)[]) => list.slice(0, NAMED).join(', ') + (list.length > NAMED ? '…' : '')
  const nameOf = (at: number) => {
    const head = heads ? (rows[0]?.[at] ?? '').trim().slice(0, HEAD) : ''
    return head === '' ? fill(words.column, { n: at + 1 }) : fill(own.columnOf, { n: at + 1, head })
  }
  const isWorkbook = read.table.encoding === undefined
  return (
    <div class="box">
      <Whence {...props} />
      {isCut && (
        <p class="note">{fill(own.cut, { rows: isWorkbook && read.file !== '' ? MOST_ROWS : LARGEST_ROSTER, columns: MOST_COLUMNS })}</p>
      )}
      <div class="filters">
        {COLUMNS.map(column => (
          <label key={column}>
            {words[column]}
            <select value={mapping[column] ?? ''} onChange={event => choose(column, event.currentTarget.value)}>
              <option value="">{words.notThere}</option>
              {Array.from({ length: columns }, (_, at) => (
                <option key={at} value={at}>
                  {nameOf(at)}
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
      {nameless.length > 0 && (
        <p class="note">{fill(own.nameless, { n: nameless.length, list: some(nameless.map(row => row + above)) })}</p>
      )}
      {teamless.length > 0 && <p>{fill(own.teamless, { n: teamless.length, list: some(teamless.map(row => row + above)) })}</p>}
      {repeated.length > 0 && <p>{fill(words.peopleRepeated, { list: some(repeated) })}</p>}
      {incomplete.length > 0 && <p>{fill(words.peopleIncomplete, { list: some(incomplete.map(row => row + above)) })}</p>}
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

/** From which file, and from what in it. */
function Whence({ read, own, onChange, onEncoding }: Props) {
  const { file, table, at } = read
  if (file === '') return null
  const [only] = table.sheets
  return (
    <>
      <p>
        <b>{fill(own.name, { name: file })}</b>
      </p>
      {table.encoding !== undefined ? (
        <label>
          {own.encoding}
          <select value={table.encoding} onChange={event => onEncoding(event.currentTarget.value as Encoding)}>
            {ENCODINGS.map(one => (
              <option key={one} value={one}>
                {own.encodings[one]}
              </option>
            ))}
          </select>
        </label>
      ) : table.sheets.length > 1 ? (
        <label>
          {own.sheet}
          <select value={at} onChange={event => onChange(readingOf(table, file, Number(event.currentTarget.value)))}>
            {table.sheets.map(({ name, rows }, index) => (
              <option key={index} value={index}>
                {fill(own.rows, { name, n: rows.length })}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <p>{fill(own.oneSheet, { name: only?.name ?? '' })}</p>
      )}
    </>
  )
}
