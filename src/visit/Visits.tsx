/** The visit tool: the list of runs, or the run that the address names. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { RunList } from './RunList.tsx'
import { RunView } from './RunView.tsx'
import { runs } from './runs.store.ts'
import { runIn, type VisitPage } from './visit.ts'

/** The run in the address. The link to the other language keeps it, and the arrow of the top bar leads to the list. */
function useRunInAddress(title: string): string | undefined {
  const [id, setId] = useState(runIn(location.hash))
  useEffect(() => {
    const look = () => setId(runIn(location.hash))
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [])
  useEffect(() => {
    const twin = document.querySelector<HTMLAnchorElement>('[data-twin]')
    if (twin) twin.hash = location.hash
    const back = document.querySelector<HTMLAnchorElement>('.back')
    const label = back?.querySelector('span')
    if (!id || !back || !label) return
    const [href, text] = [back.href, label.textContent]
    back.href = '#'
    label.textContent = title
    return () => {
      back.href = href
      label.textContent = text
    }
  }, [id])
  return id
}

/** Reads what is to be shown, again whenever the page comes back to the front. Returns whether it has been read. */
function useRead(id: string | undefined): boolean {
  const [read, setRead] = useState<string | undefined>('nothing')
  useEffect(() => {
    const look = () => (id === undefined ? runs.readAll() : runs.readOne(id)).then(() => setRead(id))
    const again = () => document.hidden || void look()
    void look()
    const stop = runs.follow(id)
    document.addEventListener('visibilitychange', again)
    // From the back/forward cache: messages of other tabs were missed.
    const shown = ({ persisted }: PageTransitionEvent) => void (persisted && look())
    addEventListener('pageshow', shown)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', again)
      removeEventListener('pageshow', shown)
    }
  }, [id])
  return read === id
}

export function Visits(page: VisitPage) {
  const { words } = page
  const book = useStore(runs.$book)
  const id = useRunInAddress(words.title)
  const read = useRead(id)
  const run = id === undefined ? undefined : book.runs.get(id)
  const heading = useRef<HTMLHeadingElement>(null)
  const first = useRef(true)
  const [usual] = useState(document.title)

  const isShown = id === undefined ? read || book.whole : run !== undefined || read
  useEffect(() => {
    document.title = run ? `${run.order} · ${usual}` : usual
  }, [run?.order])
  useEffect(() => {
    if (!isShown) return
    if (!first.current) {
      scrollTo(0, 0)
      heading.current?.focus({ preventScroll: true })
    }
    first.current = false
  }, [id, isShown])

  if (id !== undefined && run) return <RunView key={id} run={run} book={book} page={page} heading={heading} />
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {words.title}
      </h1>
      <p class="lead">{words.lead}</p>
      {isShown && (id === undefined ? <RunList book={book} page={page} /> : <Gone words={words} />)}
    </>
  )
}

function Gone({ words }: Pick<VisitPage, 'words'>) {
  return (
    <div class="note" role="alert">
      <p>{words.gone}</p>
      <p>
        <a href={location.pathname}>{words.all}</a>
      </p>
    </div>
  )
}
