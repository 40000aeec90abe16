/** An assignment that is being worked on: what it asks, where each module stands, and handing back. */
import type { FunctionComponent } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import { AssignedAsked, dueIn, Remarks } from './AssignedAsked.tsx'
import { Former } from './AssignedFormer.tsx'
import { passedIn } from './AssignedSwitch.tsx'
import type { AssignedWords } from './assignedWords.ts'
import type { Attempts } from './attempt.ts'
import type { Course, CourseModule } from './course.ts'
import { enrolments } from './enrolled.store.ts'
import { type Allowed, allowedIn, type Place, placesOf, resultsOf } from './enrolment.ts'
import type { HandBackProps } from './HandBack.island.tsx'
import type { Taken } from './takenOn.ts'

interface Props extends Taken {
  readonly course: Course
  readonly attempts: Attempts
  readonly trainer: string
  /** The learner has asked for it here: the focus follows. */
  readonly focus: boolean
  onAnother(): void
}

export function AssignedWork(props: Props) {
  const { enrolment, assignment, course, attempts, trainer, focus, onAnother } = props
  const { words } = course
  const top = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (focus) top.current?.focus()
  }, [focus])
  const places = placesOf(assignment, course.modules, enrolment.seeds, attempts)
  const passed = passedIn(props, course, attempts)
  const of = assignment.modules.length
  const results = resultsOf(places)
  return (
    <section>
      <h2 ref={top} tabIndex={-1}>
        {assignment.title || words.untitled}
      </h2>
      <p>{fill(words.whose, { name: enrolment.name, staff: enrolment.staff })}</p>
      {assignment.due !== undefined && (
        <p>
          {words.due}
          {words.colon}
          <strong>{dueIn(assignment, course)}</strong>
        </p>
      )}
      {assignment.due !== undefined && <Remind enrolment={enrolment} assignment={assignment} words={words} />}
      <Remarks assignment={assignment} course={course} />
      <p class="progress">
        {fill(words.progress, { n: of, k: passed })}
        <progress max={of} value={passed} aria-hidden="true" />
      </p>
      {passed === of && <p class="done">{words.allPassed}</p>}
      <h3>{words.modules}</h3>
      <ul class="modules">
        {places.map(place => (
          <WorkModule key={place.place} place={place} props={props} />
        ))}
      </ul>
      <h3>{words.backTitle}</h3>
      {results.length === 0 ? <p>{words.backWait}</p> : <LazyHandBack {...{ enrolment, assignment, course, results, trainer }} />}
      {enrolment.former && <Former {...{ former: enrolment.former, course, trainer }} />}
      <h3>{words.terms}</h3>
      <AssignedAsked assignment={assignment} course={course} />
      <p>
        <button type="button" class="plain" onClick={onAnother}>
          {words.other}
        </button>
      </p>
      <Removing id={enrolment.id} words={words} />
    </section>
  )
}

function stateOf(allowed: Allowed, { attempts }: Extract<Place, { type: 'known' }>, words: AssignedWords): string {
  const percent = Math.max(0, ...attempts.map(({ finished }) => finished?.percent ?? 0))
  if (allowed.type === 'passed') return fill(words.statePassed, { percent })
  if (allowed.type === 'spent') return fill(words.stateSpent, { percent })
  if (allowed.type === 'resume') return fill(words.stateOpen, { k: allowed.attempt.drafts.size, n: allowed.attempt.draw.items.length })
  if (attempts.length === 0) return words.stateNew
  return allowed.left === undefined ? fill(words.stateAgain, { percent }) : fill(words.stateLeft, { percent, n: allowed.left })
}

function toCheck(allowed: Allowed, begun: boolean, words: AssignedWords): string {
  if (allowed.type === 'resume') return words.goOn
  if (allowed.type !== 'begin') return words.look
  return begun ? words.again : words.check
}

function WorkModule({ place, props }: { readonly place: Place; readonly props: Props }) {
  const { assignment, enrolment, course } = props
  const { words } = course
  const code = assignment.modules[place.place] ?? 0
  const module: CourseModule | undefined = course.modules.find(one => one.code === code)
  if (place.type === 'unknown' || !module)
    return <li class="card gone">{fill(words.unknownModule, { code: code.toString(16).padStart(6, '0') })}</li>
  const allowed = allowedIn(place, enrolment.seeds, assignment.attempts)
  return (
    <li class="card work" data-module={module.id} data-allowed={allowed.type}>
      <div>
        <b>{module.title}</b>
        <small>{fill(words.minutes, { minutes: module.minutes, n: module.draw, pass: place.pass })}</small>
        <strong>{stateOf(allowed, place, words)}</strong>
      </div>
      {allowed.type === 'passed' && (
        <span class="seal" aria-hidden="true">
          {module.seal.map(word => (
            <span key={word}>{word}</span>
          ))}
        </span>
      )}
      <p class="to">
        <a href={module.href} aria-label={`${words.read}: ${module.title}`}>
          {words.read}
        </a>
        <a href={`${module.href}check/`} aria-label={`${toCheck(allowed, place.attempts.length > 0, words)}: ${module.title}`}>
          {toCheck(allowed, place.attempts.length > 0, words)}
        </a>
      </p>
    </li>
  )
}

/** Few learners have something to hand back when they open the page: what does it is loaded when there is something. */
function LazyHandBack(props: HandBackProps) {
  const [HandBack, setHandBack] = useState<FunctionComponent<HandBackProps>>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    import('./HandBack.island.tsx').then(
      loaded => setHandBack(() => loaded.HandBack),
      () => setFailed(true)
    )
  }, [])
  const { words } = props.course
  if (failed) return <p role="alert">{words.sealFailed}</p>
  return HandBack ? <HandBack {...props} /> : <p>{words.backLine}</p>
}

function Remind({ enrolment, assignment, words }: Taken & { readonly words: AssignedWords }) {
  const [said, setSaid] = useState('')
  const save = async () => {
    try {
      const { saveReminder } = await import('./reminding.island.ts')
      const title = fill(words.remindTitle, { title: assignment.title || words.untitled })
      saveReminder(assignment, title, `${location.href.split('#')[0]}#a=${enrolment.code}`)
      setSaid(words.reminded)
    } catch {
      setSaid(words.remindFailed)
    }
  }
  return (
    <>
      <button type="button" class="plain" onClick={() => void save()}>
        {words.remind}
      </button>
      <p role="status">{said}</p>
    </>
  )
}

function Removing({ id, words }: { readonly id: string; readonly words: AssignedWords }) {
  const [sure, setSure] = useState(false)
  return (
    <details>
      <summary>{words.removeTitle}</summary>
      <p>{words.removeLine}</p>
      <p class="ways">
        {sure && (
          <button type="button" class="danger" onClick={() => void enrolments.remove(id)}>
            {words.removeSure}
          </button>
        )}
        <button type="button" onClick={() => setSure(!sure)}>
          {sure ? words.cancel : words.remove}
        </button>
      </p>
    </details>
  )
}
