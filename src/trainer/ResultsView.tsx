/** Who is done with an assignment, who is late, and who has handed nothing in; and all that one person has done. */

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { fill } from '../lang/text.ts'
import { Certifying } from './Certifying.tsx'
import { $choice, boundsOf } from './choice.store.ts'
import { desk } from './desk.store.ts'
import { Filters, filterText, teamOf } from './Filters.tsx'
import { Handed } from './Handed.tsx'
import { dueText } from './HandedList.tsx'
import { HandOn, PaperHead, usePrint } from './HandOn.tsx'
import { Issued } from './Issued.tsx'
import type { KnowProps } from './KnowView.tsx'
import { MatrixGrid } from './MatrixGrid.tsx'
import { totalsOf } from './matrix.ts'
import { PersonView } from './PersonView.tsx'
import { teamsOf } from './people.ts'
import type { HandedOut } from './rows.ts'
import { rowsOf } from './rowsOf.ts'
import { type Filter, STATES, shownRows, tableOf } from './table.ts'
import { ValidityField } from './ValidityField.tsx'
import { passesIn, standingOf, termFor, withValidity } from './validity.ts'

const PAGE = 100

/** Whose history is shown. The browser's own way back leads to the table again, and the address says nothing of it. */
function usePerson() {
  const read = (): string => (typeof history.state?.person === 'string' ? history.state.person : '')
  const [person, setPerson] = useState(read)
  useEffect(() => {
    const follow = () => setPerson(read())
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const open = (staff: string) => {
    history.pushState({ person: staff }, '')
    setPerson(staff)
  }
  return { person, open }
}

export function ResultsView(props: KnowProps) {
  const { words } = props.course
  const { assignments } = useStore(desk.$state)
  const { assignment: chosen } = useStore($choice)
  const { person, open } = usePerson()
  const [state, setState] = useState<Filter['state']>('')
  const [page, setPage] = useState(0)
  const place = useRef<HTMLDivElement>(null)
  const before = useRef('')
  // Back from a person: to the name that was pressed, or to the heading where it is not shown any more.
  useLayoutEffect(() => {
    if (person === '' && before.current !== '') {
      const name = place.current?.querySelector<HTMLElement>(`[data-person="${CSS.escape(before.current)}"]`)
      const other = place.current?.closest('section')?.querySelector<HTMLElement>('h2')
      const next = name ?? other
      next?.focus()
    }
    before.current = person
  }, [person])
  const handed = assignments.find(one => one.assignment.id === chosen) ?? assignments.at(-1)
  return (
    <div ref={place}>
      {person !== '' ? (
        <PersonView {...props} staff={person} />
      ) : !handed ? (
        <p>{words.noneYet}</p>
      ) : (
        <>
          <Results {...props} handed={handed} state={state} onState={setState} page={page} onPage={setPage} onPerson={open} />
          <Issued {...props} />
          <ValidityField key={`valid ${handed.assignment.id}`} {...props} handed={handed} />
          <details class="aside">
            <summary>{words.handed}</summary>
            <Handed handed={handed} course={props.course} assigned={props.assigned} />
          </details>
        </>
      )}
    </div>
  )
}

interface ResultsProps extends KnowProps {
  readonly handed: HandedOut
  readonly state: Filter['state']
  readonly page: number
  onState(state: Filter['state']): void
  onPage(page: number): void
  onPerson(staff: string): void
}

function Results(props: ResultsProps) {
  const { handed, course, know, state, onState, page, onPage, onPerson } = props
  const { words, locale, modules } = course
  const kept = useStore(desk.$state)
  const { roster, counted, assignments } = kept
  const choice = useStore($choice)
  const [printing, print] = usePrint()
  const { assignment } = handed
  const term = termFor(kept, assignment.id)
  const rows = useMemo(() => {
    const now = Date.now()
    return withValidity(
      rowsOf(handed, roster, counted, now),
      assignment.modules,
      passesIn(counted, assignments),
      term,
      now,
      assignment.zone
    )
  }, [handed, roster, counted, assignments, term])
  const teams = useMemo(() => teamsOf(rows), [rows])
  const team = teamOf(choice, teams)
  // Another choice begins with its first page.
  const asked = [assignment.id, team, choice.from, choice.to].join('\n')
  const before = useRef(asked)
  useLayoutEffect(() => {
    if (before.current !== asked) onPage(0)
    before.current = asked
  }, [asked])

  const shown = useMemo(() => shownRows(rows, { team, state, ...boundsOf(choice) }), [rows, team, state, choice])
  const titleOf = (code: number) =>
    modules.find(module => module.code === code)?.title ?? fill(words.unknownModule, { code: code.toString(16) })
  const times = {
    timeOf: (at: number) => new Date(at).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' }),
    dayOf: (at: number) => new Date(at).toLocaleDateString(locale, { dateStyle: 'short' })
  }
  const table = tableOf(shown, assignment.modules.map(titleOf), { ...know.words, ...words }, times)
  const sheet = { head: table.head, rows: table.rows.map(({ texts }) => texts) }
  const stateText = (one: (typeof STATES)[number]) =>
    one === 'overdue' ? words.overdue : one === 'expired' || one === 'expiring' ? know.words[one] : words.states[one]
  const standings = rows.map(standingOf)
  const howMany = (one: 'expired' | 'expiring') => standings.filter(standing => standing === one).length
  const from = printing ? 0 : page * PAGE
  const size = printing ? shown.length : PAGE
  return (
    <>
      {roster.length === 0 && (
        <div class="note">
          <p>{words.noRoster}</p>
          <a href="#people">{words.addRoster}</a>
        </div>
      )}
      <Filters
        {...props}
        assignments={assignments}
        assignment={assignment.id}
        all={false}
        teams={teams}
        dates={[know.words.handedFrom, know.words.handedTo]}
      >
        <label>
          {words.state}
          <select
            value={state}
            onChange={event => {
              onState(STATES.find(one => one === event.currentTarget.value) ?? '')
              onPage(0)
            }}
          >
            <option value="">{words.allStates}</option>
            {STATES.filter(one => term !== 0 || (one !== 'expired' && one !== 'expiring')).map(one => (
              <option key={one} value={one}>
                {stateText(one)}
              </option>
            ))}
          </select>
        </label>
      </Filters>
      <PaperHead {...props} title={assignment.title} filter={filterText(choice, team, props, state === '' ? [] : [stateText(state)])} />
      <p class="hush">{dueText(handed, course)}</p>
      <p>
        <b>{fill(words.totals, { ...totalsOf(rows) })}</b>
      </p>
      {term !== 0 && <p>{fill(know.words.validTotals, { expired: howMany('expired'), expiring: howMany('expiring') })}</p>}
      {shown.length === 0 ? (
        <p role="status">{words.nobody}</p>
      ) : (
        <MatrixGrid {...props} table={table} rows={shown} from={from} size={size} onPerson={onPerson} />
      )}
      <p class="ways">
        {shown.length > PAGE && (
          <>
            <button type="button" aria-disabled={page === 0} onClick={() => onPage(Math.max(0, page - 1))}>
              {words.previous}
            </button>
            <button
              type="button"
              aria-disabled={from + PAGE >= shown.length}
              onClick={() => from + PAGE < shown.length && onPage(page + 1)}
            >
              {words.next}
            </button>
          </>
        )}
        <HandOn {...props} sheet={sheet} name={assignment.title} onPrint={print} />
      </p>
      <Certifying key={assignment.id} {...props} rows={shown} />
    </>
  )
}
