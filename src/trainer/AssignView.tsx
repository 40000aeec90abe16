/** Making an assignment, and the list of those that were made. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import { faultsOf } from '../training/assignment.ts'
import { zoneName } from '../training/remarks.ts'
import { ChosenModules } from './ChosenModules.tsx'
import { randomId } from './console.store.ts'
import type { ConsoleCourse } from './consoleCourse.ts'
import { desk } from './desk.store.ts'
import { assignmentOf, type Draft, EMPTY_DRAFT } from './draft.ts'
import type { KeptDraft } from './drafts.ts'
import { Handed } from './Handed.tsx'
import type { HandedOut } from './rows.ts'
import { useLoaded } from './useLoaded.ts'

const loadLists = () => import('./AssignLists.tsx').then(({ AssignLists }) => AssignLists)

interface Props {
  readonly course: ConsoleCourse
  /** The public key that receipts are sealed to. */
  readonly trainer: string
  /** Address of the learner's page. */
  readonly assigned: string
}

/** Minutes east of UTC here at a moment. */
const zoneAt = (at: number) => -new Date(at).getTimezoneOffset()

function builtFrom(draft: Draft, { modules, rules, pages, revision }: ConsoleCourse, trainer: string) {
  const codes = new Map([...modules, ...rules, ...pages].map(({ id, code }) => [id, code]))
  const id = randomId()
  const momentOf = (wall: string) => new Date(wall).getTime()
  const around = { id, key: trainer, revision, now: Date.now(), momentOf, zoneAt, codeOf: (one: string) => codes.get(one) }
  const { assignment, faults } = assignmentOf(draft, around)
  return { assignment, faults: [...faultsOf(assignment), ...faults] }
}

/** What is in the form, kept a moment after it was typed in a row of its own; a failing disk is told by the console. */
function useDraft() {
  const [sheet, setSheet] = useState(() => {
    const { draft, drafts } = desk.$state.get()
    return { row: draft ? undefined : drafts.findLast(({ kind }) => kind === 'draft') }
  })
  const [draft, setDraft] = useState<Draft>(() => desk.$state.get().draft ?? sheet.row?.draft ?? EMPTY_DRAFT)
  const turn = useRef(Promise.resolve())
  const pending = useRef<() => void>()
  /** One after another, so that none takes what was written just before for another tab's. */
  const inTurn = (work: () => Promise<void>) => {
    turn.current = turn.current.then(work, work)
    return turn.current
  }
  useEffect(() => {
    if (draft === sheet.row?.draft || draft === EMPTY_DRAFT) return
    const keep = () => {
      pending.current = undefined
      void inTurn(async () => {
        const base = sheet.row
        const changed = Math.max(desk.now(), (base?.changed ?? 0) + 1)
        sheet.row = await desk.putDraft({ id: base?.id ?? randomId(), kind: 'draft', changed, draft }, base?.changed)
        if (desk.$state.get().draft) await desk.keepDraft(undefined)
      }).catch(() => undefined)
    }
    pending.current = keep
    const later = setTimeout(keep, 400)
    return () => clearTimeout(later)
  }, [draft])
  useEffect(() => () => pending.current?.(), [])
  /** Another draft in the form: one that is kept, or one that is not yet. */
  const open = (next: Draft, row?: KeptDraft) => {
    pending.current?.()
    setSheet({ row })
    setDraft(next)
  }
  /** It was handed out. */
  const done = () => {
    pending.current = undefined
    return inTurn(async () => {
      if (sheet.row) await desk.dropDraft(sheet.row.id)
      await desk.keepDraft(undefined)
      open(EMPTY_DRAFT)
    })
  }
  return { draft, setDraft, open, done, id: () => sheet.row?.id }
}

export function AssignView({ course, trainer, assigned }: Props) {
  const { words } = course
  const { draft, setDraft, open, done, id } = useDraft()
  const [made, setMade] = useState<HandedOut>()
  const [tried, setTried] = useState(false)
  const [failed, setFailed] = useState(false)
  const Lists = useLoaded(loadLists)
  const heading = useRef<HTMLHeadingElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const change = (some: Partial<Draft>) => setDraft(now => ({ ...now, ...some }))
  useLayoutEffect(() => {
    if (made) heading.current?.focus()
  }, [made])

  const { assignment, faults } = builtFrom(draft, course, trainer)
  const lines = faults.map(fault => words.faultsIn[fault])
  const problems = draft.title.trim() === '' ? [...lines, words.noTitle] : lines
  // What is too long or impossible is told while it is typed; what is missing, when the link is asked for.
  const shown = tried ? problems : lines.filter(line => line !== words.faultsIn['no-module'])

  const submit = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (problems.length > 0) return form.current?.querySelector<HTMLElement>('.fault')?.focus()
    try {
      const handed = await desk.handOut(assignment)
      // Before the form is emptied: an empty one would complain of what is missing.
      setTried(false)
      setFailed(false)
      await done()
      setMade(handed)
    } catch {
      setFailed(true)
    }
  }
  const again = (from?: Draft, kept?: KeptDraft, isStill = false) => {
    setMade(undefined)
    setTried(false)
    if (from) open(from, kept)
    if (!isStill) setTimeout(() => heading.current?.focus())
  }
  return (
    <section>
      <h2 tabIndex={-1} ref={heading}>
        {made ? fill(words.handedTitle, { title: made.assignment.title }) : words.assignTitle}
      </h2>
      {made ? (
        <>
          <Handed handed={made} course={course} assigned={assigned} />
          <p class="ways">
            <button type="button" onClick={() => again()}>
              {words.another}
            </button>
          </p>
        </>
      ) : (
        <form class="box" ref={form} onSubmit={event => void submit(event)} noValidate>
          <ChosenModules course={course} chosen={draft.modules} onChange={modules => change({ modules })} />
          <Fields course={course} draft={draft} onChange={change} />
          <div class="fault" role="alert" tabIndex={-1}>
            <ul>
              {[...shown, ...(failed ? [words.failed] : [])].map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
          <p class="hush">{words.public}</p>
          <p class="ways">
            <button type="submit" class="primary">
              {words.handOut}
            </button>
          </p>
        </form>
      )}
      {Lists === 'failed' && <p role="alert">{words.failed}</p>}
      {typeof Lists === 'function' && <Lists course={course} assigned={assigned} draft={draft} current={id} onOpen={again} />}
    </section>
  )
}

interface FieldsProps {
  readonly course: ConsoleCourse
  readonly draft: Draft
  onChange(some: Partial<Draft>): void
}

function Fields({ course, draft, onChange }: FieldsProps) {
  const { words } = course
  const zone = zoneName(zoneAt(draft.due === '' ? Date.now() : new Date(draft.due).getTime() || Date.now()))
  const field = (key: 'title' | 'by' | 'due' | 'pass' | 'attempts', label: string, type = 'text') => (
    <label>
      {label}
      <input
        type={type}
        inputMode={type === 'number' ? 'numeric' : undefined}
        value={draft[key]}
        onInput={event => onChange({ [key]: event.currentTarget.value })}
      />
    </label>
  )
  return (
    <>
      {field('title', words.title)}
      {field('by', words.by)}
      {field('due', fill(words.due, { zone }), 'datetime-local')}
      {field('pass', words.pass, 'number')}
      {field('attempts', words.attempts, 'number')}
      <label>
        {words.note}
        <textarea rows={2} value={draft.note} onInput={event => onChange({ note: event.currentTarget.value })} />
      </label>
      <MustPass course={course} draft={draft} onChange={onChange} />
      <Picks
        entries={course.pages.map(({ id, title }) => ({ id, name: title }))}
        title={course.words.pages}
        line={course.words.pagesLine}
        chosen={draft.pages}
        onChange={pages => onChange({ pages })}
      />
    </>
  )
}

interface PicksProps {
  readonly entries: readonly { readonly id: string; readonly name: string }[]
  /** With `{n}`: how many are chosen. */
  readonly title: string
  readonly line: string
  readonly chosen: readonly string[]
  onChange(chosen: string[]): void
}

function Picks({ entries, title, line, chosen, onChange }: PicksProps) {
  if (entries.length === 0) return null
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id])
  return (
    <details>
      <summary>{fill(title, { n: chosen.length })}</summary>
      <p>{line}</p>
      <ul class="picks">
        {entries.map(({ id, name }) => (
          <li key={id}>
            <label class="pick">
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
              {name}
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}

function MustPass({ course: { words, rules }, draft, onChange }: FieldsProps) {
  const among = rules.filter(rule => draft.mustPass.includes(rule.id) || rule.modules.some(id => draft.modules.includes(id)))
  return (
    <Picks entries={among} title={words.must} line={words.mustLine} chosen={draft.mustPass} onChange={mustPass => onChange({ mustPass })} />
  )
}
