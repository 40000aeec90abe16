/** What a trainer asked of whoever uses this browser: the link that was opened, or the assignments that were taken on. */
import { h, render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { readSetting, writeSetting } from '../device/settings.store.ts'
import { useStore } from '../device/useStore.ts'
import { AssignedOffer } from './AssignedOffer.tsx'
import { AssignedPaste, refusalIn } from './AssignedPaste.tsx'
import { AssignedSwitch } from './AssignedSwitch.tsx'
import { AssignedWork } from './AssignedWork.tsx'
import { type ReadAssignment, readAssignment } from './assignment.ts'
import { toBase64url } from './bytes.ts'
import type { Course } from './course.ts'
import { enrolments } from './enrolled.store.ts'
import { record } from './learner.store.ts'
import { showNotice } from './notice.island.ts'
import { sameStaff } from './receipt.ts'
import { readable, tasksOf } from './takenOn.ts'
import { decodeTasks, encodeTasks, inTurn, TASKS } from './tasks.ts'

export interface AssignedProps {
  /** Address of the course. */
  readonly course: string
  /** Address of the trainer's page, where receipts are read. */
  readonly trainer: string
  readonly home: string
  readonly loading: string
  readonly failed: string
}

export function showAssigned(place: HTMLElement, props: AssignedProps): void {
  showNotice()
  render(h(Assigned, props), place)
}

/** What the address carries: an assignment, or the place of one on home's list. */
function inAddress(): ReadAssignment | undefined {
  return /^#[ad]=/.test(location.hash) ? readAssignment(location.hash) : undefined
}

/** Whose turn it is: the one that home's link names, else the one that it was. */
function turnInAddress(): string | undefined {
  const tasks = decodeTasks(readSetting(TASKS))
  const [, place = '0'] = /^#n=(\d+)$/.exec(location.hash) ?? []
  return (tasks[Number(place)] ?? tasks[0])?.id
}

function useCourse(address: string): Course | 'failed' | undefined {
  const [course, setCourse] = useState<Course | 'failed'>()
  useEffect(() => {
    fetch(address)
      .then(answer => (answer.ok ? answer.json() : Promise.reject()))
      .then(setCourse, () => setCourse('failed'))
  }, [])
  return course
}

/** Keeps what the address carries, also when another link is opened in this tab or the language is switched. */
function useAddress() {
  const [linked, setLinked] = useState(inAddress)
  useEffect(() => {
    const follow = () => setLinked(inAddress())
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  // The place on home's list is that of the moment when the link was followed.
  useEffect(() => {
    if (location.hash.startsWith('#n=')) history.replaceState(null, '', location.pathname)
  }, [])
  useEffect(() => {
    const twin = document.querySelector<HTMLAnchorElement>('[data-twin]')
    const carry = () => {
      if (twin) twin.hash = linked ? location.hash : ''
    }
    carry()
    // Every page's own handler would put the part that is being read there.
    twin?.addEventListener('click', carry)
    return () => twin?.removeEventListener('click', carry)
  }, [linked])
  return { linked, setLinked }
}

function Assigned({ course: address, trainer, home, loading, failed }: AssignedProps) {
  const course = useCourse(address)
  const { attempts } = useStore(record.$known)
  const health = useStore(record.$health)
  const kept = useStore(enrolments.$kept)
  const taken = readable(useStore(enrolments.$enrolments))
  const { linked, setLinked } = useAddress()
  const [turn, setTurn] = useState(turnInAddress)
  /** The learner asked to take the same assignment on for somebody else. */
  const [another, setAnother] = useState(false)
  /** The learner has done something here: from then on the focus follows what is shown. */
  const [acted, setActed] = useState(false)

  const ready = typeof course === 'object' && kept !== 'opening' && health.type !== 'opening'
  const code = linked?.type === 'assignment' ? toBase64url(linked.bytes) : undefined
  const ofLink = taken.filter(one => one.enrolment.code === code)
  const among = ofLink.length > 0 ? ofLink : code === undefined ? taken : []
  const person = taken.find(one => one.enrolment.id === turn)?.enrolment
  const current =
    among.find(one => one.enrolment.id === turn) ??
    among.find(one => person && sameStaff(one.enrolment.staff) === sameStaff(person.staff)) ??
    among[0]
  const offered = linked?.type === 'assignment' && (another || !current) ? linked : undefined
  const turnNow = offered ? turn : (current?.enrolment.id ?? turn)

  // Home and the checks know by the index; where nothing is kept there is nothing to know.
  const index = ready && kept === 'yes' ? encodeTasks(inTurn(tasksOf(taken, course, attempts), turnNow ?? '')) : undefined
  useEffect(() => {
    if (index !== undefined && (index !== '[]' || readSetting(TASKS) !== undefined)) writeSetting(TASKS, index)
  }, [index])

  if (course === 'failed') return <p role="alert">{failed}</p>
  if (!ready) return <p role="status">{loading}</p>
  const { words } = course
  const open = (next: ReadAssignment) => {
    setActed(true)
    setLinked(next)
    setAnother(false)
  }
  const leave = (id?: string) => {
    history.replaceState(null, '', location.pathname)
    setActed(true)
    setLinked(undefined)
    setAnother(false)
    if (id !== undefined) setTurn(id)
  }
  const refused = linked?.type === 'refused' ? linked.why : undefined
  return (
    <>
      {refused && (
        <div class="note" role="alert">
          <p>{refusalIn(words, refused)}</p>
          {refused === 'newer' && (
            <button type="button" onClick={() => location.reload()}>
              {words.reload}
            </button>
          )}
        </div>
      )}
      {kept !== 'yes' && <p class="note">{words.unsaved}</p>}
      {offered && (
        <AssignedOffer
          key={code}
          assignment={offered.assignment}
          bytes={offered.bytes}
          course={course}
          person={another ? undefined : (person ?? taken.at(-1)?.enrolment)}
          focus={acted}
          onTaken={leave}
          {...(taken.length > 0 && { onBack: () => leave() })}
        />
      )}
      {!offered && taken.length > 1 && (
        <AssignedSwitch taken={taken} current={current?.enrolment.id} course={course} attempts={attempts} onTurn={leave} />
      )}
      {!offered && current && (
        <AssignedWork
          key={current.enrolment.id}
          {...current}
          course={course}
          attempts={attempts}
          trainer={trainer}
          focus={acted}
          onAnother={() => {
            open(readAssignment(`a=${current.enrolment.code}`))
            setAnother(true)
          }}
        />
      )}
      {!offered && !current && !refused && (
        <section>
          <h2>{words.emptyTitle}</h2>
          <p>{words.emptyLine}</p>
          <a class="button" href={home}>
            {words.toModules}
          </a>
        </section>
      )}
      <AssignedPaste words={words} open={refused !== undefined || (!offered && !current)} onRead={open} />
    </>
  )
}
