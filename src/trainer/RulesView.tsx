/** Rule by rule: what this team has not understood, who that is, and the way to assign it again. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import type { Work } from '../device/work.ts'
import { fill } from '../lang/text.ts'
import { AgainPanel } from './AgainPanel.tsx'
import { Bar } from './Bar.tsx'
import { $choice, boundsOf, type Choice } from './choice.store.ts'
import { desk } from './desk.store.ts'
import { Filters, filterText, teamOf } from './Filters.tsx'
import { HandOn, PaperHead, usePrint } from './HandOn.tsx'
import type { KnowProps } from './KnowView.tsx'
import { type People, peopleOf, teamsOf } from './people.ts'
import { ruleSheet, type Sheet } from './reports.ts'
import { Scroller } from './Scroller.tsx'
import { within } from './table.ts'
import { answersIn, type ReadAttempt, type Weakness, weaknesses } from './understood.ts'
import { useAnswers } from './useAnswers.ts'
import { useWork } from './useWork.ts'

interface Found {
  readonly weak: readonly Weakness[]
  readonly sheet: Sheet
}

function* weakIn(attempts: readonly ReadAttempt[], people: People, team: string, choice: Choice, { course, know }: KnowProps): Work<Found> {
  const bounds = boundsOf(choice)
  const isAsked = (staff: string) => team === '' || people.get(staff)?.team === team
  const asked = attempts.filter(({ staff, ended }) => isAsked(staff) && within(ended, bounds))
  yield
  const answers = yield* answersIn(asked, 'newest')
  const weak = yield* weaknesses(answers)
  return { weak, sheet: yield* ruleSheet(weak, people, nameIn(course), know.words) }
}

const nameIn = (course: KnowProps['course']) => (rule: string) => course.rules.find(({ id }) => id === rule)?.name ?? rule

const NOTHING: readonly ReadAttempt[] = []
const NONE: Found = { weak: [], sheet: { head: [], rows: [] } }

export function RulesView(props: KnowProps) {
  const { course, know } = props
  const { words } = know
  const { assignments, roster, counted } = useStore(desk.$state)
  const choice = useStore($choice)
  const [, print] = usePrint()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const place = useRef<HTMLDivElement>(null)
  const left = useRef('')
  const handed = assignments.find(({ assignment }) => assignment.id === choice.assignment)
  const { read, progress } = useAnswers(handed ? [handed] : assignments, course, know)
  const people = useMemo(() => peopleOf(roster, counted), [roster, counted])
  const teams = useMemo(() => teamsOf(people.values()), [people])
  const team = teamOf(choice, teams)
  const attempts = read?.attempts ?? NOTHING
  const { found = NONE, isWorking } = useWork(
    () => weakIn(attempts, people, team, choice, props),
    [attempts, people, team, choice, course, know]
  )
  const { weak, sheet } = found
  const picked = chosen.flatMap(rule => weak.find(one => one.rule === rule && one.missed > 0) ?? [])
  // The panel is gone: back to the button that opened it.
  useLayoutEffect(() => {
    if (left.current === '' || picked.length > 0) return
    const button = place.current?.querySelector<HTMLElement>(`[data-again="${CSS.escape(left.current)}"]`)
    const next = button ?? place.current?.closest('section')?.querySelector<HTMLElement>('h2')
    next?.focus()
    left.current = ''
  }, [picked.length])
  const close = (rules: readonly string[], rule: string) => {
    left.current = rule
    setChosen(rules)
  }

  const nameOf = nameIn(course)
  const reading = read ? '' : fill(words.reading, { done: progress[0], all: progress[1] })
  const said = reading || (isWorking ? words.working : weak.length === 0 ? words.rulesNone : '')
  const toggle = (rule: string) =>
    picked.some(one => one.rule === rule)
      ? close(
          chosen.filter(one => one !== rule),
          rule
        )
      : setChosen([...picked.map(one => one.rule), rule])
  return (
    <div ref={place}>
      <Filters
        {...props}
        assignments={assignments}
        assignment={handed?.assignment.id ?? ''}
        all
        teams={teams}
        dates={[words.answeredFrom, words.answeredTo]}
      />
      <PaperHead {...props} title={handed?.assignment.title ?? words.allAssignments} filter={filterText(choice, team, props)} />
      <p class="hush">{words.rulesLine}</p>
      {read && read.others > 0 && <p class="note">{fill(words.otherRevision, { n: read.others })}</p>}
      <div role="status">{said && <p>{said}</p>}</div>
      {picked.length > 0 && (
        <AgainPanel
          {...props}
          weak={picked}
          people={people}
          nameOf={nameOf}
          onDrop={rule =>
            close(
              chosen.filter(one => one !== rule),
              rule
            )
          }
          onClose={() => close([], picked.at(-1)?.rule ?? '')}
        />
      )}
      {weak.length > 0 && (
        <>
          <RuleTable {...props} weak={weak} sheet={sheet} picked={picked} onToggle={toggle} />
          {!isWorking && (
            <p class="ways">
              <HandOn {...props} sheet={sheet} name={course.know.titles.rules} onPrint={print} />
            </p>
          )}
        </>
      )}
    </div>
  )
}

interface TableProps extends KnowProps {
  readonly weak: readonly Weakness[]
  readonly sheet: Sheet
  readonly picked: readonly Weakness[]
  onToggle(rule: string): void
}

function RuleTable({ course, know: { words }, weak, sheet, picked, onToggle }: TableProps) {
  return (
    <Scroller label={course.know.titles.rules} hint={words.swipe}>
      <table class="report">
        <thead>
          <tr>
            {sheet.head.map(text => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
            <th scope="col" class="screen">
              {words.again}
            </th>
          </tr>
        </thead>
        <tbody>
          {weak.map(({ rule, answers, missed, people }, index) => {
            const [name = '', share, ...others] = sheet.rows[index] ?? []
            const who = others.pop()
            const href = course.rules.find(({ id }) => id === rule)?.href
            return (
              <tr key={rule}>
                <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
                <td>
                  {share} <Bar share={missed / answers} />
                </td>
                {others.map((text, at) => (
                  <td key={at}>{text}</td>
                ))}
                <td>
                  {people.length > FEW_NAMES ? <Names count={fill(words.peopleCount, { n: people.length })} names={who ?? ''} /> : who}
                </td>
                <td class="screen">
                  {missed > 0 && (
                    <button
                      type="button"
                      data-again={rule}
                      aria-pressed={picked.some(one => one.rule === rule)}
                      aria-label={fill(words.againFor, { rule: name })}
                      onClick={() => onToggle(rule)}
                    >
                      {words.again}
                    </button>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroller>
  )
}

/** As many names stand in a row; more are unfolded. */
const FEW_NAMES = 4

function Names({ count, names }: { readonly count: string; readonly names: string }) {
  return (
    <details>
      <summary>{count}</summary>
      {names}
    </details>
  )
}
