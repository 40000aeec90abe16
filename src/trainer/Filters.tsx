/** Which assignment, team and days a view of the results is about; and the same in words, for paper. */
import type { ComponentChildren } from 'preact'
import { useStore } from '../device/useStore.ts'
import { fill } from '../lang/text.ts'
import { $choice, type Choice, choose } from './choice.store.ts'
import type { KnowProps } from './KnowView.tsx'
import type { HandedOut } from './rows.ts'

interface Props extends KnowProps {
  readonly assignments: readonly HandedOut[]
  /** Of the assignment that is shown; empty where it is all of them. */
  readonly assignment: string
  readonly all: boolean
  readonly teams: readonly string[]
  readonly dates: readonly [from: string, to: string]
  /** More to choose from. */
  readonly children?: ComponentChildren
}

export function Filters({ course, know, assignments, assignment, all, teams, dates, children }: Props) {
  const choice = useStore($choice)
  const { words } = course
  const day = (key: 'from' | 'to', label: string) => (
    <label>
      {label}
      <input type="date" value={choice[key]} onChange={event => choose({ [key]: event.currentTarget.value })} />
    </label>
  )
  return (
    <div class="filters">
      <label>
        {words.assignment}
        <select value={assignment} onChange={event => choose({ assignment: event.currentTarget.value })}>
          {all && <option value="">{know.words.allAssignments}</option>}
          {assignments.toReversed().map(({ assignment: { id, title } }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {teams.length > 0 && (
        <label>
          {words.team}
          <select value={choice.team} onChange={event => choose({ team: event.currentTarget.value })}>
            <option value="">{words.allTeams}</option>
            {teams.map(team => (
              <option key={team} value={team}>
                {team}
              </option>
            ))}
          </select>
        </label>
      )}
      {children}
      {day('from', dates[0])}
      {day('to', dates[1])}
    </div>
  )
}

/** A team that is on no list any more chooses nothing. */
export function teamOf({ team }: Choice, teams: readonly string[]): string {
  return teams.includes(team) ? team : ''
}

/** What is chosen, for who reads it on paper. `more`: what else is, in words. */
export function filterText(
  { from, to }: Choice,
  team: string,
  { course, know: { words } }: KnowProps,
  more: readonly string[] = []
): string {
  const dayOf = (day: string) => new Date(`${day}T00:00`).toLocaleDateString(course.locale, { dateStyle: 'medium' })
  const list = [
    ...(team === '' ? [] : [team]),
    ...more,
    ...(from === '' ? [] : [fill(words.since, { day: dayOf(from) })]),
    ...(to === '' ? [] : [fill(words.until, { day: dayOf(to) })])
  ]
  return list.length === 0 ? words.shownAll : fill(words.shownOnly, { list: list.join(words.listMark) })
}
