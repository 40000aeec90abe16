/** Each certificate that was issued: opened again, sent again, or marked as withdrawn; and all of them as a table. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { download } from '../device/handOut.island.ts'
import { useStore } from '../device/useStore.ts'
import { csvOf } from '../lang/csv.ts'
import { fill } from '../lang/text.ts'
import { markCertificate } from './certifying.store.ts'
import { desk } from './desk.store.ts'
import type { IssuedProps } from './Issued.tsx'
import { decodeAllIssued, foundIn, type IssuedRow, LONGEST_REASON, stateOf } from './issued.ts'
import { ISSUED_WORDS } from './issuedWords.ts'

type Words = (typeof ISSUED_WORDS)['zh']

/** Shown at once. */
const SHOWN = 50
const MINUTE = 60_000

export function IssuedList({ course: { locale }, know, staff }: IssuedProps) {
  const words = ISSUED_WORDS[locale.startsWith('zh') ? 'zh' : 'en']
  const { ledger } = useStore(desk.$state)
  const [rows, setRows] = useState<readonly IssuedRow[] | 'failed'>()
  const [text, setText] = useState('')
  const [size, setSize] = useState(SHOWN)
  // Whatever is issued or marked, here or in another tab, stands in the ledger.
  useEffect(() => {
    let isOver = false
    desk.readCertificates().then(
      read => isOver || setRows(decodeAllIssued(read)),
      () => isOver || setRows('failed')
    )
    return () => {
      isOver = true
    }
  }, [ledger])
  if (rows === undefined) return <p role="status">{know.certifying.words.loading}</p>
  if (rows === 'failed') return <p role="alert">{words.failed}</p>
  const own = foundIn(rows, { staff })
  const found = foundIn(own, { text })
  const address = new URL(know.certifying.page, location.href).href
  const linkOf = ({ code }: IssuedRow) => `${address}#c=${code}`
  /** By the calendar of where it was issued. */
  const dayOf = (at: number, zone: number) =>
    new Date(at + zone * MINUTE).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const save = () => {
    const lines = found.map(row => {
      const { issued, until, zone, staff, name, title } = row.certificate
      const why = row.mark?.withdrawn ? row.mark.why : ''
      const end = until === undefined ? '' : dayOf(until, zone)
      return [staff, name, title, dayOf(issued, zone), end, words.states[stateOf(row, Date.now())], why, linkOf(row)]
    })
    const table = csvOf([[words.staff, words.name, words.what, words.issued, words.until, words.state, words.reason, words.link], ...lines])
    download(new Blob([table], { type: 'text/csv' }), `${words.file}.csv`)
  }
  if (own.length === 0) return <p>{words.none}</p>
  return (
    <>
      <p class="hush">{words.line}</p>
      {staff === undefined && (
        <label>
          {words.find}
          <input type="search" value={text} onInput={event => setText(event.currentTarget.value)} />
        </label>
      )}
      <p class="ways">
        <span role="status">{fill(words.found, { n: found.length, all: own.length })}</span>
        <button type="button" onClick={save}>
          {words.csv}
        </button>
      </p>
      <ul class="entries">
        {found.slice(0, size).map(row => (
          <Entry key={row.seal} row={row} words={words} link={linkOf(row)} dayOf={dayOf} />
        ))}
      </ul>
      {found.length > size && (
        <p class="ways">
          <button type="button" onClick={() => setSize(size + SHOWN)}>
            {words.more}
          </button>
        </p>
      )}
    </>
  )
}

interface EntryProps {
  readonly row: IssuedRow
  readonly words: Words
  readonly link: string
  dayOf(at: number, zone: number): string
}

function Entry({ row, words, link, dayOf }: EntryProps) {
  const { issued, until, zone, staff, name, title } = row.certificate
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState('')
  const toggle = useRef<HTMLButtonElement>(null)
  const state = stateOf(row, Date.now())
  const of = (text: string) => fill(text, { name: `${name} ${title}` })
  const mark = async (why: string) => {
    try {
      await markCertificate(row, state !== 'withdrawn', why, desk)
      setAsking(false)
      setSaid(state === 'withdrawn' ? words.reinstated : words.marked)
      toggle.current?.focus()
    } catch {
      setSaid(words.failed)
    }
  }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      setSaid(words.copied)
    } catch {
      setSaid(words.copyByHand)
    }
  }
  return (
    <li data-state={state}>
      <b>{name}</b> {staff} · {title}
      <p class="hush">
        {fill(words.issuedOn, { day: dayOf(issued, zone) })} ·{' '}
        {until === undefined ? words.forEver : fill(words.validUntil, { day: dayOf(until, zone) })}
      </p>
      {state === 'expired' && <p>! {words.states.expired}</p>}
      {state === 'withdrawn' && row.mark && <p>✗ {fill(words.withdrawnOn, { day: dayOf(row.mark.at, zone), why: row.mark.why })}</p>}
      <p class="ways">
        <a href={link} target="_blank" rel="noreferrer" aria-label={of(words.openOf)}>
          {words.open}
        </a>
        <button type="button" aria-label={of(words.copyOf)} onClick={() => void copy()}>
          {words.copy}
        </button>
        <button
          type="button"
          ref={toggle}
          aria-label={of(state === 'withdrawn' ? words.reinstateOf : words.withdrawOf)}
          aria-expanded={state === 'withdrawn' ? undefined : asking}
          onClick={() => (state === 'withdrawn' ? void mark('') : setAsking(!asking))}
        >
          {state === 'withdrawn' ? words.reinstate : words.withdraw}
        </button>
      </p>
      {asking && <Withdraw words={words} onMark={why => void mark(why)} />}
      <p role="status">{said}</p>
    </li>
  )
}

function Withdraw({ words, onMark }: { readonly words: Words; onMark(why: string): void }) {
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => field.current?.focus(), [])
  const submit = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (why.trim() === '') field.current?.focus()
    else onMark(why)
  }
  return (
    <form class="box" onSubmit={submit} noValidate>
      <p>{words.withdrawLine}</p>
      <label>
        {words.why}
        <input ref={field} value={why} maxLength={LONGEST_REASON} onInput={event => setWhy(event.currentTarget.value)} />
      </label>
      <p class="fault" role="alert">
        {tried && why.trim() === '' && words.noReason}
      </p>
      <p class="ways">
        <button type="submit" class="primary">
          {words.withdrawNow}
        </button>
      </p>
    </form>
  )
}
