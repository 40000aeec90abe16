/** The trainer's console: which of its views is shown, and what must be done first. */
import { h, render } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { fill } from '../lang/text.ts'
import type { ConsoleCourse } from './consoleCourse.ts'
import { desk } from './desk.store.ts'
import { ImportView } from './ImportView.tsx'
import { KeyView } from './KeyView.tsx'
import { Later } from './Later.tsx'
import { PeopleView } from './PeopleView.tsx'
import { useLoaded } from './useLoaded.ts'

export interface ConsoleProps {
  /** Address of the course. */
  readonly course: string
  /** Address of the learner's page of assignments. */
  readonly assigned: string
  readonly loading: string
  readonly failed: string
}

export function showConsole(place: HTMLElement, props: ConsoleProps): void {
  render(h(Console, props), place)
}

const VIEWS = ['assign', 'import', 'results', 'rules', 'questions', 'people', 'key'] as const
type View = (typeof VIEWS)[number]

/** What the address asks for: a view, or a receipt to be read (`#r=`, or `#s=` from a QR code). */
function asked(): { readonly view: View | undefined; readonly receipt: string } {
  const hash = location.hash
  if (/^#[rs]=/.test(hash)) return { view: 'import', receipt: hash }
  return { view: VIEWS.find(view => `#${view}` === hash), receipt: '' }
}

function useCourse(address: string): ConsoleCourse | 'failed' | undefined {
  const [course, setCourse] = useState<ConsoleCourse | 'failed'>()
  useEffect(() => {
    fetch(address)
      .then(answer => (answer.ok ? answer.json() : Promise.reject()))
      .then(setCourse, () => setCourse('failed'))
  }, [])
  return course
}

function useAsked() {
  const [now, setNow] = useState(asked)
  useEffect(() => {
    const follow = () => setNow(asked())
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return { now, setNow }
}

const loadAssign = () => import('./AssignView.tsx').then(({ AssignView }) => AssignView)
const loadNote = () => import('./SendToNote.tsx').then(({ SendToNote }) => SendToNote)

function Console({ course: address, assigned, loading, failed }: ConsoleProps) {
  const course = useCourse(address)
  const health = useStore(desk.$health)
  const state = useStore(desk.$state)
  const { now, setNow } = useAsked()
  const { view: wanted, receipt } = now
  const { sendTo } = state
  // Loaded where there is somebody to send a draft to.
  const Note = useLoaded(loadNote, sendTo !== undefined)
  const shown = useRef<HTMLDivElement>(null)
  const ready = typeof course === 'object' && health !== 'opening'
  const key = state.keys.at(-1)
  const view = !key ? 'key' : (wanted ?? (state.counted.length > 0 ? 'results' : 'assign'))
  /** The code is in the console now: another tab that is opened from here must not read it again. */
  const taken = () => {
    history.replaceState(null, '', '#import')
    setNow({ view: 'import', receipt: '' })
  }

  /** What can be opened again takes the place of its row. */
  const readAgain = async () => {
    const { importReceipts } = await import('./importing.store.ts')
    await importReceipts(state.unread.join('\n'), desk)
    await desk.refresh()
  }

  const Assign = useLoaded(loadAssign, view === 'assign' && key !== undefined)

  const head = () => shown.current?.querySelector('h2')?.focus()

  // Whoever chose another view hears its heading; who has just come is left at the top of the page.
  const before = useRef<View>()
  const isAwaited = useRef(false)
  useLayoutEffect(() => {
    if (!ready) return
    if (before.current && before.current !== view) {
      head()
      isAwaited.current = view === 'assign' && !Assign
    }
    before.current = view
  }, [ready, view])
  // The heading that stood for the form until it came had the focus.
  useLayoutEffect(() => {
    if (Assign && isAwaited.current && document.activeElement === document.body) head()
    isAwaited.current = false
  }, [Assign])

  if (course === 'failed') return <p role="alert">{failed}</p>
  if (!ready) return <p role="status">{loading}</p>
  const { words } = course
  if (!crypto.subtle) return <p role="alert">{words.insecure}</p>
  return (
    <>
      {health !== 'yes' && (
        <p class="note" role="alert">
          {words.faults[health]}
        </p>
      )}
      {key && (
        <nav class="views" aria-label={words.menu}>
          {VIEWS.map(one => (
            <a key={one} href={`#${one}`} aria-current={one === view ? 'page' : undefined}>
              {one === 'rules' || one === 'questions' ? course.know[one] : words.views[one]}
            </a>
          ))}
        </nav>
      )}
      {!key && receipt !== '' && <p class="note">{words.needKey}</p>}
      {key && !key.backedUp && view !== 'key' && (
        <div class="note">
          <b>{words.toBackup}</b>
          <p>{words.toBackupLine}</p>
          <a href="#key">{words.backUpNow}</a>
        </div>
      )}
      {state.unread.length > 0 && (
        <div class="note" role="alert">
          <p>{fill(words.unreadRows, { n: state.unread.length })}</p>
          <button type="button" onClick={() => void readAgain()}>
            {words.readAgain}
          </button>
        </div>
      )}
      <div ref={shown}>
        {view === 'key' && <KeyView course={course} />}
        {view === 'import' && <ImportView course={course} linked={receipt} onTaken={taken} />}
        {(view === 'results' || view === 'rules' || view === 'questions') && <Later view={view} course={course} assigned={assigned} />}
        {view === 'people' && <PeopleView course={course} />}
        {view === 'assign' && sendTo && typeof Note === 'function' && <Note {...sendTo} course={course} onDone={head} />}
        {view === 'assign' &&
          key &&
          (typeof Assign === 'function' ? (
            <Assign course={course} trainer={key.hex} assigned={assigned} />
          ) : (
            <section>
              <h2 tabIndex={-1}>{words.assignTitle}</h2>
              <p role={Assign ? 'alert' : 'status'}>{Assign ? course.know.failed : course.know.loading}</p>
            </section>
          ))}
      </div>
    </>
  )
}
