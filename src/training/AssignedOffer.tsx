/** An assignment that was not taken on yet: what it asks, and who takes it on. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import { AssignedAsked, Remarks } from './AssignedAsked.tsx'
import type { AssignedWords } from './assignedWords.ts'
import type { Assignment } from './assignment.ts'
import type { Course } from './course.ts'
import { enrolments } from './enrolled.store.ts'
import type { Enrolment } from './enrolment.ts'
import { LONGEST_NAME, LONGEST_STAFF } from './receipt.ts'
import { faultOfTyped, tidied } from './remarks.ts'

interface Props {
  readonly assignment: Assignment
  readonly bytes: Uint8Array
  readonly course: Course
  /** Whoever took one on before: it needs no typing again. */
  readonly person: Pick<Enrolment, 'staff' | 'name'> | undefined
  /** The learner has asked for it here: the focus follows. */
  readonly focus: boolean
  onTaken(id: string): void
  onBack?(): void
}

export function AssignedOffer({ assignment, bytes, course, person, focus, onTaken, onBack }: Props) {
  const { words } = course
  const top = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (focus) top.current?.focus()
  }, [focus])
  const known = assignment.modules.flatMap(code => course.modules.find(module => module.code === code) ?? [])
  const minutes = known.reduce((sum, module) => sum + module.minutes, 0)
  return (
    <section>
      <h2 ref={top} tabIndex={-1}>
        {assignment.title || words.untitled}
      </h2>
      <Remarks assignment={assignment} course={course} />
      <AssignedAsked assignment={assignment} course={course} />
      <h3>{words.modules}</h3>
      <p class="hush">{fill(words.total, { n: assignment.modules.length, minutes })}</p>
      <ul class="modules">
        {assignment.modules.map(code => (
          <OfferedModule key={code} code={code} assignment={assignment} course={course} />
        ))}
      </ul>
      {assignment.pages && <OfferedPages codes={assignment.pages} course={course} />}
      {globalThis.crypto?.subtle ? (
        known.length > 0 && <WhoForm bytes={bytes} words={words} person={person} onTaken={onTaken} />
      ) : (
        <Insecure words={words} />
      )}
      {onBack && (
        <button type="button" class="plain" onClick={onBack}>
          {words.back}
        </button>
      )}
    </section>
  )
}

function OfferedModule({
  code,
  assignment,
  course: { modules, words }
}: {
  readonly code: number
  readonly assignment: Assignment
  readonly course: Course
}) {
  const module = modules.find(one => one.code === code)
  if (!module) return <li class="card gone">{fill(words.unknownModule, { code: code.toString(16).padStart(6, '0') })}</li>
  const { title, href, minutes, draw } = module
  return (
    <li class="card module">
      <a href={href}>
        <span>
          <b>{title}</b>
          <small>{fill(words.minutes, { minutes, n: draw, pass: assignment.pass ?? module.pass })}</small>
        </span>
      </a>
    </li>
  )
}

function OfferedPages({ codes, course: { pages, words } }: { readonly codes: readonly number[]; readonly course: Course }) {
  return (
    <>
      <h3>{words.pages}</h3>
      <ul class="modules">
        {codes.map(code => {
          const page = pages.find(one => one.code === code)
          if (!page)
            return (
              <li key={code} class="card gone">
                {fill(words.unknownPage, { code: code.toString(16).padStart(6, '0') })}
              </li>
            )
          return (
            <li key={code} class="card module">
              <a href={page.href}>
                <b>{page.title}</b>
              </a>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** No encryption without https: nothing could ever be handed back from here. */
function Insecure({ words }: { readonly words: AssignedWords }) {
  return (
    <div class="note">
      <p>{words.insecure}</p>
      <p>
        <a href={location.href.replace(/^http:/, 'https:')}>{words.insecureDo}</a>
      </p>
      <p>{words.insecureElse}</p>
    </div>
  )
}

interface WhoProps {
  readonly bytes: Uint8Array
  readonly words: AssignedWords
  readonly person: Pick<Enrolment, 'staff' | 'name'> | undefined
  onTaken(id: string): void
}

function WhoForm({ bytes, words, person, onTaken }: WhoProps) {
  const [staff, setStaff] = useState(person?.staff ?? '')
  const [name, setName] = useState(person?.name ?? '')
  const [asked, setAsked] = useState(false)
  const [state, setState] = useState<'waiting' | 'working' | 'failed'>('waiting')
  const form = useRef<HTMLFormElement>(null)
  const faults = { staff: faultOfTyped(staff, LONGEST_STAFF), name: faultOfTyped(name, LONGEST_NAME) }

  const submit = async (event: Event) => {
    event.preventDefault()
    setAsked(true)
    const wrong = faults.staff ? 'staff' : faults.name ? 'name' : undefined
    if (wrong) return form.current?.querySelector<HTMLInputElement>(`[name=${wrong}]`)?.focus()
    setState('working')
    try {
      onTaken((await enrolments.takeOn(bytes, tidied(staff), tidied(name))).id)
    } catch {
      setState('failed')
    }
  }
  const told = (fault: 'missing' | 'too-long' | undefined, missing: string, long: string) =>
    asked && fault ? (fault === 'missing' ? missing : long) : ''
  return (
    <form ref={form} class="who" noValidate onSubmit={submit}>
      <h3>{words.whoTitle}</h3>
      <p>{words.whoLine}</p>
      <Field
        name="staff"
        label={words.staff}
        value={staff}
        fault={told(faults.staff, words.staffMissing, words.staffLong)}
        onValue={setStaff}
      />
      <Field name="name" label={words.name} value={name} fault={told(faults.name, words.nameMissing, words.nameLong)} onValue={setName} />
      {state === 'failed' && <p role="alert">{words.takeOnFailed}</p>}
      <button type="submit" class="primary" aria-busy={state === 'working'}>
        {words.takeOn}
      </button>
    </form>
  )
}

interface FieldProps {
  readonly name: 'staff' | 'name'
  readonly label: string
  readonly value: string
  readonly fault: string
  onValue(value: string): void
}

function Field({ name, label, value, fault, onValue }: FieldProps) {
  // A fault inside the label would become part of the field's name.
  return (
    <div>
      <label>
        {label}
        <input
          name={name}
          value={value}
          autocomplete={name === 'name' ? 'name' : 'off'}
          spellcheck={false}
          aria-invalid={fault !== ''}
          aria-describedby={`${name}-fault`}
          onInput={event => onValue(event.currentTarget.value)}
        />
      </label>
      <p class="fault" id={`${name}-fault`} role="alert">
        {fault}
      </p>
    </div>
  )
}
