/** The runs of this device: those under way first, then a new one, then those that are done. */
import { useMemo, useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import type { Run } from './paper.ts'
import { RunBegin } from './RunBegin.tsx'
import { RunTrouble } from './RunTrouble.tsx'
import type { Book } from './run.store.ts'
import { nowOf, progressOf, stageAt } from './run.ts'
import { matching, sorted } from './runFind.ts'
import { useLoaded } from './useLoaded.ts'
import { addressOf, clockFor, type VisitPage } from './visit.ts'

/** Rows that are shown at once: a thousand would take a slow phone seconds. */
export const ROWS = 50

interface Props {
  readonly book: Book
  readonly page: VisitPage
}

export function RunList({ book, page }: Props) {
  const { words } = page
  const all = useMemo(() => sorted(book.runs.values()), [book.runs])
  const [asked, setAsked] = useState('')
  const done = useMemo(() => matching(all.done, asked), [all, asked])
  const isSearched = asked.trim() !== ''
  return (
    <>
      <RunTrouble book={book} page={page} />
      {book.unreadable > 0 && <p class="note">{fill(words.unreadable, { n: book.unreadable })}</p>}
      {all.underWay.length > 0 && (
        <section aria-label={words.underWay}>
          <h2>
            {words.underWay} <small>{all.underWay.length}</small>
          </h2>
          <Rows runs={all.underWay} page={page} />
        </section>
      )}
      <RunBegin book={book} page={page} />
      {all.done.length > 0 && (
        <section aria-label={words.done}>
          <h2>
            {words.done} <small>{all.done.length}</small>
          </h2>
          <label class="field">
            {words.search}
            <input type="search" enterkeyhint="search" value={asked} onInput={event => setAsked(event.currentTarget.value)} />
          </label>
          <p role="status" class="hush">
            {isSearched && (done.length > 0 ? fill(words.found, { n: done.length }) : words.nothingFound)}
          </p>
          <Rows key={asked} runs={done} page={page} />
          {done.length > 0 && <Table runs={done} page={page} />}
        </section>
      )}
      <Keeping page={page} />
    </>
  )
}

function Rows({ runs, page }: { readonly runs: readonly Run[]; readonly page: VisitPage }) {
  const [most, setMost] = useState(ROWS)
  const clock = clockFor(page.lang, Date.now())
  const rest = Math.min(ROWS, runs.length - most)
  return (
    <>
      <ul class="list card runs">
        {runs.slice(0, most).map(run => (
          <Row key={run.id} run={run} page={page} clock={clock} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="plain" onClick={() => setMost(most + ROWS)}>
          {fill(page.words.more, { n: rest })}
        </button>
      )}
    </>
  )
}

function Row({ run, page, clock }: { readonly run: Run; readonly page: VisitPage; readonly clock: (at: number) => string }) {
  const { words, checklist, lang } = page
  const now = nowOf(run)
  const progress = progressOf(checklist, now)
  const { handled, of } = progress
  const stage = checklist.stages[stageAt(progress)]?.title[lang]
  const when =
    now.finished === undefined ? fill(words.startedAt, { when: clock(run.started) }) : fill(words.finishedAt, { when: clock(now.finished) })
  return (
    <li>
      <a href={addressOf(run.id)}>
        <b>
          <bdi>{run.order}</bdi>
        </b>
        {run.customer !== '' && (
          <span>
            <bdi>{run.customer}</bdi>
          </span>
        )}
        <small>{now.finished === undefined ? `${stage} · ${when}` : when}</small>
        <span class="count" data-whole={handled === of}>
          <span aria-hidden="true">{fill(words.progress, { k: handled, n: of })}</span>
          <span class="hidden">{fill(words.progressLong, { k: handled, n: of })}</span>
        </span>
      </a>
    </li>
  )
}

function Table({ runs, page }: { readonly runs: readonly Run[]; readonly page: VisitPage }) {
  const hand = async () => (await import('./runOut.island.ts')).handOutTable(runs, page)
  return (
    <button type="button" class="plain" onClick={() => void hand()}>
      {fill(page.words.table, { n: runs.length })}
    </button>
  )
}

function Keeping({ page }: { readonly page: VisitPage }) {
  const [open, setOpen] = useState(false)
  const DeskKeeping = useLoaded(async () => (await import('./DeskKeeping.tsx')).DeskKeeping, open)
  return (
    <details class="keeping" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{page.words.keeping}</summary>
      {open && DeskKeeping && <DeskKeeping page={page} />}
    </details>
  )
}
