/** A certificate that a trainer issued: read from the address or a pasted message, its signature checked, shown as one sheet. */
import { h, render } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import { CertificateSheet } from './CertificateSheet.tsx'
import { type CertificateRefusal, type ReadCertificate, readCertificate } from './certificate.ts'
import type { CertificateWords } from './certificateWords.ts'
import type { Course, CourseModule } from './course.ts'
import { fingerprintOf } from './fingerprint.ts'
import { isGenuine } from './genuine.store.ts'

export interface CertificateProps {
  readonly words: CertificateWords
  /** Address of the course, for the titles of modules. */
  readonly course: string
  /** BCP 47 tag, for dates. */
  readonly locale: string
}

export function showCertificate(place: HTMLElement, props: CertificateProps): void {
  render(h(Page, props), place)
}

type Shown =
  | { readonly type: 'none' | 'checking' | 'insecure' }
  | { readonly type: 'refused'; readonly why: CertificateRefusal }
  | Extract<ReadCertificate, { type: 'certificate' }>

function inAddress(): ReadCertificate | undefined {
  return /^#[ck]=/.test(location.hash) ? readCertificate(location.hash) : undefined
}

/** What was read, once its signature has been checked. */
function useChecked(read: ReadCertificate | undefined): Shown {
  const [shown, setShown] = useState<Shown>({ type: 'checking' })
  useEffect(() => {
    if (!read) return setShown({ type: 'none' })
    if (read.type === 'refused') return setShown(read)
    if (!crypto.subtle) return setShown({ type: 'insecure' })
    let isLast = true
    const settle = (next: Shown) => isLast && setShown(next)
    setShown({ type: 'checking' })
    isGenuine(read).then(
      genuine => settle(genuine ? read : { type: 'refused', why: 'damaged' }),
      () => settle({ type: 'refused', why: 'damaged' })
    )
    return () => {
      isLast = false
    }
  }, [read])
  return shown
}

/** Titles of modules, once they are wanted; undefined while they are not there. A certificate can be read without them. */
function useModules(address: string, wanted: boolean): readonly CourseModule[] | undefined {
  const [modules, setModules] = useState<readonly CourseModule[]>()
  useEffect(() => {
    if (!wanted) return
    fetch(address)
      .then((answer): Promise<Course> => (answer.ok ? answer.json() : Promise.reject()))
      .then(
        course => setModules(course.modules),
        () => setModules([])
      )
  }, [wanted])
  return modules
}

/** The other language shows the same certificate. */
function useTwin(): void {
  useEffect(() => {
    const twin = document.querySelector<HTMLAnchorElement>('[data-twin]')
    const carry = () => {
      if (twin) twin.hash = /^#[ck]=/.test(location.hash) ? location.hash : ''
    }
    // Every page's own handler would put the part that is being read there.
    twin?.addEventListener('click', carry)
    return () => twin?.removeEventListener('click', carry)
  }, [])
}

function Page({ words, course, locale }: CertificateProps) {
  const [read, setRead] = useState(inAddress)
  const shown = useChecked(read)
  const modules = useModules(course, shown.type === 'certificate')
  const said = useRef<HTMLDivElement>(null)
  /** The reader has pasted something: the focus goes to what is said of it. */
  const [acted, setActed] = useState(false)
  useTwin()
  useEffect(() => {
    const follow = () => setRead(inAddress())
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  useLayoutEffect(() => {
    if (acted && shown.type !== 'checking') said.current?.focus()
  }, [acted, shown, modules])

  const open = (next: Extract<ReadCertificate, { type: 'certificate' }>) => {
    setActed(true)
    setRead(next)
  }
  if (shown.type === 'checking' || (shown.type === 'certificate' && !modules)) return <p role="status">{words.checking}</p>
  const isOver = shown.type === 'certificate' && shown.certificate.until !== undefined && Date.now() > shown.certificate.until
  return (
    <>
      <div ref={said} tabIndex={-1} class="said">
        {shown.type === 'none' && (
          <section>
            <h2>{words.emptyTitle}</h2>
            <p>{words.emptyLine}</p>
          </section>
        )}
        {shown.type === 'insecure' && (
          <p class="note" role="alert">
            {words.insecure}
          </p>
        )}
        {shown.type === 'refused' && (
          <div class="note bad" role="alert">
            <p>✗ {shown.why === 'not-one' ? words.notOne : words[shown.why]}</p>
            {shown.why === 'newer' && (
              <button type="button" onClick={() => location.reload()}>
                {words.reload}
              </button>
            )}
          </div>
        )}
        {shown.type === 'certificate' && (
          <div class={isOver ? 'note' : 'done'} role="status">
            <p>
              <b>{isOver ? `! ${words.genuineOver}` : `✓ ${words.genuine}`}</b>
            </p>
            <p>{fill(words.compare, { print: fingerprintOf(shown.certificate.key) })}</p>
          </div>
        )}
      </div>
      {shown.type === 'certificate' && (
        <>
          <p class="ways">
            <button type="button" class="primary" onClick={() => print()}>
              {words.print}
            </button>
          </p>
          <CertificateSheet {...shown} words={words} modules={modules ?? []} locale={locale} isOver={isOver} />
          <section class="proves">
            <h2>{words.provesTitle}</h2>
            <p>{words.proves}</p>
            <p>{words.compareWhy}</p>
            <p>{words.provesNot}</p>
          </section>
        </>
      )}
      <Paste words={words} open={shown.type !== 'certificate'} onRead={open} />
    </>
  )
}

interface PasteProps {
  readonly words: CertificateWords
  /** There is nothing else to do. */
  readonly open: boolean
  onRead(read: Extract<ReadCertificate, { type: 'certificate' }>): void
}

function Paste({ words, open, onRead }: PasteProps) {
  const [pasted, setPasted] = useState('')
  const [why, setWhy] = useState<CertificateRefusal>()
  const submit = (event: Event) => {
    event.preventDefault()
    const read = readCertificate(pasted)
    if (read.type === 'refused') return setWhy(read.why)
    setWhy(undefined)
    setPasted('')
    onRead(read)
  }
  return (
    <details class="paste" open={open}>
      <summary>{words.pasteTitle}</summary>
      <form onSubmit={submit}>
        <p>{words.pasteLine}</p>
        <label>
          {words.pasteLabel}
          <textarea
            rows={3}
            value={pasted}
            spellcheck={false}
            autocomplete="off"
            autocapitalize="off"
            aria-invalid={why !== undefined}
            onInput={event => setPasted(event.currentTarget.value)}
          />
        </label>
        <p class="fault" role="alert">
          {why && (why === 'not-one' ? words.notOne : words[why])}
        </p>
        <button type="submit">{words.paste}</button>
      </form>
    </details>
  )
}
