/** Certificates for those who are done: until when they are valid, signing them, and a link for each. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { download } from '../device/handOut.island.ts'
import { useStore } from '../device/useStore.ts'
import { csvOf } from '../lang/csv.ts'
import { fill } from '../lang/text.ts'
import { certificateFragment } from '../training/certificate.ts'
import { fingerprintOf } from '../training/fingerprint.ts'
import { CertifyPick, CertifyWithout } from './CertifyPick.tsx'
import { type Candidates, certificateOf } from './certify.ts'
import { fitting, issueCertificates } from './certifying.store.ts'
import { byName, isTicked, withoutOf } from './certifyPick.ts'
import { desk } from './desk.store.ts'
import type { KnowProps } from './KnowView.tsx'
import type { Row } from './matrix.ts'
import type { HandedOut } from './rows.ts'
import { termFor } from './validity.ts'

interface Props extends KnowProps {
  readonly handed: HandedOut
  readonly candidates: Candidates
  /** All of whom it is asked, with those who can't have one. */
  readonly rows: readonly Row[]
}

interface Made {
  readonly staff: string
  readonly name: string
  readonly link: string
}

/** Links that are shown one by one. */
const SHOWN = 50

const two = (number: number) => String(number).padStart(2, '0')

/** As a date field has it, by this computer's calendar. */
function dayOf(at: number): string {
  const day = new Date(at)
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** The day that all of them end on; nothing where they differ. */
function commonDay({ ready }: Candidates): string {
  const days = new Set(ready.map(({ until }) => (until === undefined ? '' : dayOf(until))))
  const [day = ''] = days
  return days.size === 1 ? day : ''
}

export function CertificateView({ handed, candidates, rows, ...props }: Props) {
  const { words, page } = props.know.certifying
  const kept = useStore(desk.$state)
  const { keys, roster } = kept
  const term = termFor(kept, handed.assignment.id)
  const { locale, words: own } = props.course
  const ready = useMemo(() => byName([...candidates.ready, ...candidates.doubted], locale), [candidates, locale])
  const without = byName(withoutOf(handed, rows, candidates), locale)
  const hasRoster = roster.length > 0
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const ticked = ready.filter(one => isTicked(one, hasRoster, turned))
  const [day, setDay] = useState(() => commonDay(candidates))
  const [state, setState] = useState<'' | 'bad' | 'nobody' | 'issuing' | 'failed'>('')
  const [made, setMade] = useState<readonly Made[]>([])
  const [left, setLeft] = useState(0)
  const key = keys.at(-1)
  const field = useRef<HTMLInputElement>(null)
  const form = useRef<HTMLFormElement>(null)

  const issue = async (event: Event) => {
    event.preventDefault()
    if (state === 'issuing' || !key) return
    if (ticked.length === 0) {
      setState('nobody')
      form.current?.querySelector<HTMLElement>('input[type="checkbox"]')?.focus()
      return
    }
    const now = Date.now()
    // To the end of that day, where the trainer is.
    const until = day === '' ? undefined : Date.parse(`${day}T23:59`)
    if (field.current?.validity.badInput || (until !== undefined && !(until > now))) {
      setState('bad')
      field.current?.focus()
      return
    }
    setState('issuing')
    try {
      const terms = { now, zone: -new Date(now).getTimezoneOffset(), revision: props.course.revision, until }
      const all = ticked.map(one => certificateOf(one, handed, terms))
      const certificates = fitting(all, key)
      setLeft(all.length - certificates.length)
      const signed = await issueCertificates(certificates, desk)
      const address = new URL(page, location.href).href
      setMade(
        signed.map((bytes, index) => {
          const { staff = '', name = '' } = certificates[index] ?? {}
          return { staff, name, link: `${address}#${certificateFragment(bytes)}` }
        })
      )
      setState('')
    } catch {
      setState('failed')
    }
  }
  const turn = (staff: string) => {
    const next = new Set(turned)
    if (!next.delete(staff)) next.add(staff)
    setTurned(next)
    setState(now => (now === 'nobody' ? '' : now))
  }
  const said = { '': '', bad: words.untilBad, nobody: words.nobody, issuing: '', failed: words.failed }[state]
  return (
    <>
      <p>{words.line}</p>
      {key && <p>{fill(words.fingerprint, { print: fingerprintOf(key.hex) })}</p>}
      {ready.length > 0 && (
        <form class="box" ref={form} onSubmit={event => void issue(event)}>
          <CertifyPick people={ready} hasRoster={hasRoster} turned={turned} words={words} console={own} onTurn={turn} />
          <label>
            {term === 0 ? words.until : typeof term === 'number' ? fill(words.untilEach, { n: term }) : words.untilDay}
            <input ref={field} type="date" value={day} onInput={event => setDay(event.currentTarget.value)} />
          </label>
          <p class="fault" role="alert">
            {said}
          </p>
          <p class="ways">
            <button type="submit" class="primary" aria-busy={state === 'issuing'}>
              {state === 'issuing'
                ? words.issuing
                : ready.length === 1 && ticked.length === 1
                  ? words.issue
                  : fill(words.issueN, { n: ticked.length })}
            </button>
          </p>
        </form>
      )}
      {left > 0 && <p role="alert">{fill(words.leftOut, { n: left })}</p>}
      <CertifyWithout people={without} words={words} />
      {made.length > 0 && <Links key={made[0]?.link} {...props} made={made} title={handed.assignment.title} />}
    </>
  )
}

interface LinksProps extends KnowProps {
  readonly made: readonly Made[]
  readonly title: string
}

function Links({ know, made, title }: LinksProps) {
  const { words } = know.certifying
  const head = useRef<HTMLParagraphElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState('')
  const all = made.map(({ staff, name, link }) => `${name} ${staff}\n${link}`).join('\n\n')
  useLayoutEffect(() => head.current?.focus(), [])
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(words.copied)
    } catch {
      field.current?.select()
      setSaid(words.copyByHand)
    }
  }
  const save = () => {
    const table = csvOf([[words.staff, words.name, words.link], ...made.map(({ staff, name, link }) => [staff, name, link])])
    download(new Blob([table], { type: 'text/csv' }), `${fill(words.file, { title })}.csv`)
  }
  return (
    <div class="box">
      <p tabIndex={-1} ref={head}>
        <b>{fill(words.issued, { n: made.length })}</b>
      </p>
      <label>
        {words.links}
        <textarea ref={field} rows={4} readOnly value={all} onFocus={event => event.currentTarget.select()} />
      </label>
      <p class="ways">
        <button type="button" class="primary" onClick={() => void copy(all)}>
          {words.copyAll}
        </button>
        <button type="button" onClick={save}>
          {words.csv}
        </button>
        <span role="status">{said}</span>
      </p>
      {made.length > SHOWN && <p class="hush">{fill(words.some, { n: SHOWN })}</p>}
      <ul class="entries">
        {made.slice(0, SHOWN).map(({ staff, name, link }) => (
          <li key={link}>
            <b>{name}</b> {staff}
            <p class="ways">
              <button type="button" onClick={() => void copy(link)}>
                {fill(words.copy, { name })}
              </button>
              <a href={link} target="_blank" rel="noreferrer">
                {fill(words.open, { name })}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
