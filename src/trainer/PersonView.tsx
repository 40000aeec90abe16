/** All that one person has handed in, over all assignments, by time. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { fill } from '../lang/text.ts'
import { sameStaff } from '../training/receipt.ts'
import { Certifying } from './Certifying.tsx'
import { desk } from './desk.store.ts'
import { PaperHead, usePrint } from './HandOn.tsx'
import { historyOf } from './history.ts'
import { Issued } from './Issued.tsx'
import type { KnowProps } from './KnowView.tsx'
import { peopleOf } from './people.ts'
import type { HandedOut } from './rows.ts'
import { rowsOf } from './rowsOf.ts'
import { Scroller } from './Scroller.tsx'
import { useLoaded } from './useLoaded.ts'
import { passesIn, termFor, withValidity } from './validity.ts'

const loadSure = () => import('./PersonSure.tsx').then(part => part.PersonSure)

export function PersonView({ staff, ...props }: KnowProps & { readonly staff: string }) {
  const { course, know } = props
  const { words } = know
  const kept = useStore(desk.$state)
  const { counted, assignments, roster } = kept
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  const [, print] = usePrint()
  const PersonSure = useLoaded(loadSure)
  const person = peopleOf(roster, counted).get(sameStaff(staff)) ?? { staff, name: '', team: '' }
  const { attempts, pages, receipts } = historyOf(staff, counted, assignments)
  const own = counted.filter(({ receipt }) => sameStaff(receipt.staff) === sameStaff(staff))
  const now = Date.now()
  const passes = passesIn(own, assignments)
  const rowOf = (handed: HandedOut) => {
    const { id, modules, zone } = handed.assignment
    return withValidity(rowsOf(handed, [person], own, now, course.pages), modules, passes, termFor(kept, id), now, zone)
  }
  const timeOf = (at: number) => new Date(at).toLocaleString(course.locale, { dateStyle: 'medium', timeStyle: 'short' })
  const titleOf = (code: number) =>
    course.modules.find(module => module.code === code)?.title ?? fill(course.words.unknownModule, { code: code.toString(16) })
  const title = fill(words.personTitle, { name: person.name, staff: person.staff }).trim()
  const told: Readonly<Record<string, string>> = course.words.told
  return (
    <>
      <p class="ways">
        <button type="button" onClick={() => history.back()}>
          {words.back}
        </button>
        <button type="button" onClick={print}>
          {words.print}
        </button>
      </p>
      <h3 tabIndex={-1} ref={heading}>
        {title}
      </h3>
      <PaperHead {...props} title="" filter={person.team} />
      <p class="hush">{words.personLine}</p>
      <h4>{words.attempts}</h4>
      {attempts.length === 0 ? (
        <p>{words.attemptsNone}</p>
      ) : (
        <Lines
          label={words.attempts}
          hint={words.swipe}
          head={[words.ended, words.module, words.result, words.attempt, words.right, words.minutes, course.words.assignment, words.device]}
          rows={attempts.map(one => [
            timeOf(one.ended),
            titleOf(one.module),
            [`${one.passed ? '✓' : '✗'} ${one.percent}%`, one.passed ? words.passed : words.failed, ...(one.late ? [words.late] : [])].join(
              ' · '
            ),
            fill(words.attemptOf, { best: one.best, all: one.attempts }),
            fill(words.rightOf, { n: one.results.filter(result => result === 'right').length, all: one.results.length }),
            String(one.minutes),
            one.title,
            one.device
          ])}
        />
      )}
      {pages.length > 0 && (
        <>
          <h4>{words.pagesSaid}</h4>
          <Lines
            label={words.pagesSaid}
            hint={words.swipe}
            head={[words.saidAt, words.page, words.saidOf, course.words.assignment, words.device]}
            rows={pages.map(one => [
              timeOf(one.at),
              course.pages.find(({ code }) => code === one.page)?.title ?? one.page.toString(16).padStart(6, '0'),
              [fill(words.saidOfN[one.lang], { n: one.revision }), one.hash, ...(one.late ? [words.late] : [])].join(' · '),
              one.title,
              one.device
            ])}
          />
        </>
      )}
      {PersonSure && PersonSure !== 'failed' && <PersonSure {...props} counted={own} />}
      {assignments.map(handed => (
        <Certifying key={handed.assignment.id} {...props} handed={handed} rows={rowOf(handed)} single />
      ))}
      <Issued {...props} staff={staff} />
      <h4>{words.receipts}</h4>
      {receipts.length === 0 ? (
        <p>{words.receiptsNone}</p>
      ) : (
        <Lines
          label={words.receipts}
          hint={words.swipe}
          head={[words.made, words.imported, course.words.assignment, words.device, words.number, course.words.remark]}
          rows={receipts.map(({ row, title: from, device }) => [
            timeOf(row.receipt.made),
            timeOf(row.at),
            from,
            device,
            String(row.receipt.counter),
            row.told.length === 0 ? words.fine : row.told.map(one => told[one] ?? one).join(' ')
          ])}
        />
      )}
    </>
  )
}

interface LinesProps {
  readonly label: string
  readonly hint: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

function Lines({ label, hint, head, rows }: LinesProps) {
  return (
    <Scroller label={label} hint={hint}>
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
          {rows.map((texts, index) => (
            <tr key={index}>
              {texts.map((text, at) =>
                at === 0 ? (
                  <th key={at} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={at}>{text}</td>
                )
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}
