/** Who is done with an assignment, who is late, and who has handed nothing in. */

import { useState } from 'preact/hooks'
import { download } from '../device/handOut.island.ts'
import { useStore } from '../device/useStore.ts'
import { csvOf } from '../lang/csv.ts'
import { fill } from '../lang/text.ts'
import type { ConsoleCourse } from './consoleCourse.ts'
import { desk } from './desk.store.ts'
import { Handed } from './Handed.tsx'
import { dueText } from './HandedList.tsx'
import { totalsOf, urgentFirst } from './matrix.ts'
import type { HandedOut } from './rows.ts'
import { rowsOf } from './rowsOf.ts'
import { type Filter, filtered, type Table, tableOf } from './table.ts'

interface Props {
  readonly course: ConsoleCourse
  readonly assigned: string
}

const PAGE = 100
const STATES = ['overdue', 'absent', 'working', 'done', 'done-late'] as const

export function ResultsView({ course, assigned }: Props) {
  const { words } = course
  const { assignments } = useStore(desk.$state)
  const [chosen, setChosen] = useState('')
  const handed = assignments.find(one => one.assignment.id === chosen) ?? assignments.at(-1)
  return (
    <section>
      <h2 tabIndex={-1}>{words.resultsTitle}</h2>
      {!handed ? (
        <p>{words.noneYet}</p>
      ) : (
        <>
          <label>
            {words.assignment}
            <select value={handed.assignment.id} onChange={event => setChosen(event.currentTarget.value)}>
              {assignments.toReversed().map(({ assignment: { id, title } }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <p class="hush">{dueText(handed, course)}</p>
          <Results key={handed.assignment.id} handed={handed} course={course} />
          <details>
            <summary>{words.handed}</summary>
            <Handed handed={handed} course={course} assigned={assigned} />
          </details>
        </>
      )}
    </section>
  )
}

function Results({ handed, course }: { readonly handed: HandedOut; readonly course: ConsoleCourse }) {
  const { words, locale, modules } = course
  const { roster, counted } = useStore(desk.$state)
  const [filter, setFilter] = useState<Filter>({ team: '', state: '' })
  const [page, setPage] = useState(0)
  const rows = rowsOf(handed, roster, counted, Date.now())
  const shown = urgentFirst(filtered(rows, filter))
  const titleOf = (code: number) =>
    modules.find(module => module.code === code)?.title ?? fill(words.unknownModule, { code: code.toString(16) })
  const timeOf = (at: number) => new Date(at).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' })
  const table = tableOf(shown, handed.assignment.modules.map(titleOf), words, timeOf)
  const teams = [...new Set(rows.map(({ team }) => team))].filter(team => team !== '')
  const choose = (some: Partial<Filter>) => {
    setFilter(now => ({ ...now, ...some }))
    setPage(0)
  }
  const save = () => {
    const csv = csvOf([table.head, ...table.rows.map(({ texts }) => texts)])
    download(new Blob([csv], { type: 'text/csv' }), `${handed.assignment.title}.csv`)
  }
  const from = page * PAGE
  return (
    <>
      {roster.length === 0 && (
        <div class="note">
          <p>{words.noRoster}</p>
          <a href="#people">{words.addRoster}</a>
        </div>
      )}
      <p>
        <b>{fill(words.totals, { ...totalsOf(rows) })}</b>
      </p>
      <div class="filters">
        {teams.length > 0 && (
          <label>
            {words.team}
            <select value={filter.team} onChange={event => choose({ team: event.currentTarget.value })}>
              <option value="">{words.allTeams}</option>
              {teams.map(team => (
                <option key={team} value={team}>
                  {team}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          {words.state}
          <select value={filter.state} onChange={event => choose({ state: STATES.find(one => one === event.currentTarget.value) ?? '' })}>
            <option value="">{words.allStates}</option>
            {STATES.map(state => (
              <option key={state} value={state}>
                {state === 'overdue' ? words.overdue : words.states[state]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {shown.length === 0 ? <p role="status">{words.nobody}</p> : <Grid table={table} from={from} course={course} />}
      <p class="ways">
        {shown.length > PAGE && (
          <>
            <button type="button" aria-disabled={page === 0} onClick={() => setPage(Math.max(0, page - 1))}>
              {words.previous}
            </button>
            <button
              type="button"
              aria-disabled={from + PAGE >= shown.length}
              onClick={() => from + PAGE < shown.length && setPage(page + 1)}
            >
              {words.next}
            </button>
          </>
        )}
        <button type="button" onClick={save}>
          {words.csv}
        </button>
      </p>
    </>
  )
}

/** A hundred rows at a time: ten thousand would keep the page busy. */
function Grid({
  table: { head, rows },
  from,
  course: { words }
}: {
  readonly table: Table
  readonly from: number
  readonly course: ConsoleCourse
}) {
  const part = rows.slice(from, from + PAGE)
  return (
    <>
      <p class="hush" role="status">
        {fill(words.rows, { from: from + 1, to: from + part.length, all: rows.length })}
      </p>
      <p class="hush">{words.legend}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard */}
      <section class="grid" aria-label={words.resultsTitle} tabIndex={0}>
        <table>
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
            {part.map(({ texts, looks }) => (
              <tr key={texts[0]}>
                {texts.map((text, at) => (at === 0 ? <th scope="row">{text}</th> : <td data-look={looks[at]}>{text}</td>))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
