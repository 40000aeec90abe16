/** What an assignment asks, in words: by whom, until when, on which terms; and what must be said about it today. */
import { fill } from '../lang/text.ts'
import type { Assignment } from './assignment.ts'
import type { Course } from './course.ts'
import { momentIn, type Remark, remarksOn, zoneName } from './remarks.ts'

interface Props {
  readonly assignment: Assignment
  readonly course: Course
}

/** Minutes east of UTC here, at that moment. */
const zoneAt = (at: number) => -new Date(at).getTimezoneOffset()

export function dueIn({ due, zone }: Assignment, { locale, words }: Course): string {
  if (due === undefined) return words.noDue
  const here = momentIn(due, zoneAt(due), locale)
  return zone === zoneAt(due) ? here : `${here} ${fill(words.dueThere, { time: momentIn(due, zone, locale), zone: zoneName(zone) })}`
}

function remarkIn(remark: Remark, { locale, words }: Course): string {
  if (remark === 'some-unknown') return words.someUnknown
  if (remark === 'all-unknown') return words.allUnknown
  return remark === 'clock' ? fill(words.clock, { day: new Date().toLocaleDateString(locale, { dateStyle: 'long' }) }) : words[remark]
}

/** What is odd or urgent about it today. */
export function Remarks({ assignment, course }: Props) {
  return (
    <>
      {remarksOn(assignment, course, Date.now()).map(remark => (
        <p key={remark} class="note">
          {remarkIn(remark, course)}
        </p>
      ))}
    </>
  )
}

export function AssignedAsked({ assignment, course }: Props) {
  const { words } = course
  const { by, pass, attempts, mustPass, note, revision } = assignment
  const rules = course.rules.filter(rule => mustPass.includes(rule.code))
  const version =
    revision === course.revision
      ? fill(words.versionSame, { revision })
      : fill(words.versionOther, { there: revision, here: course.revision })
  return (
    <dl class="asked">
      <dt>{words.by}</dt>
      <dd>{by || words.unnamed}</dd>
      <dt>{words.due}</dt>
      <dd>{dueIn(assignment, course)}</dd>
      <dt>{words.pass}</dt>
      <dd>{pass === undefined ? words.passOwn : fill(words.passEach, { percent: pass })}</dd>
      <dt>{words.attempts}</dt>
      <dd>{attempts === undefined ? words.attemptsAny : fill(words.attemptsN, { n: attempts })}</dd>
      {rules.length > 0 && (
        <>
          <dt>{words.must}</dt>
          <dd>
            <ul>
              {rules.map(rule => (
                <li key={rule.id}>
                  <a href={rule.href}>{rule.name}</a>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {note && (
        <>
          <dt>{words.note}</dt>
          <dd>{note}</dd>
        </>
      )}
      <dt>{words.version}</dt>
      <dd>{version}</dd>
    </dl>
  )
}
