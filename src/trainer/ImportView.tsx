/** Receipts come in here: pasted, as files, or by the link that was opened. Every one is told of, with its reason. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { fill } from '../lang/text.ts'
import type { ConsoleCourse } from './consoleCourse.ts'
import { desk } from './desk.store.ts'
import type { Line, Report } from './importing.store.ts'

interface Props {
  readonly course: ConsoleCourse
  /** The code of a link that was opened. */
  readonly linked: string
  onTaken(): void
}

/** Lines of a report that are shown: what is refused or remarked on comes first. */
const SHOWN = 200

export function ImportView({ course: { words }, linked, onTaken }: Props) {
  const { refused } = useStore(desk.$state)
  const [pasted, setPasted] = useState('')
  const [progress, setProgress] = useState<readonly [number, number]>()
  const [report, setReport] = useState<Report | 'failed'>()
  const files = useRef<HTMLInputElement>(null)

  const take = async (text: string) => {
    if (progress) return
    setReport(undefined)
    setProgress([0, 0])
    try {
      const { importReceipts } = await import('./importing.store.ts')
      setReport(await importReceipts(text, desk, (done, all) => setProgress([done, all])))
      setPasted('')
      if (files.current) files.current.value = ''
    } catch {
      setReport('failed')
    }
    setProgress(undefined)
  }
  const submit = async (event: Event) => {
    event.preventDefault()
    const texts = await Promise.all([...(files.current?.files ?? [])].map(file => file.text()))
    await take([pasted, ...texts].join('\n'))
  }
  useEffect(() => {
    if (linked === '') return
    onTaken()
    void take(linked)
  }, [linked])
  return (
    <section>
      <h2 tabIndex={-1}>{words.importTitle}</h2>
      <form class="box" onSubmit={event => void submit(event)}>
        <p>{words.importLine}</p>
        <label>
          {words.paste}
          <textarea
            rows={5}
            value={pasted}
            spellcheck={false}
            autocomplete="off"
            autocapitalize="off"
            onInput={event => setPasted(event.currentTarget.value)}
          />
        </label>
        <label>
          {words.files}
          <input ref={files} type="file" multiple accept=".txt,text/plain" />
        </label>
        <p class="ways">
          <button type="submit" class="primary" aria-disabled={progress !== undefined}>
            {words.importNow}
          </button>
        </p>
        {progress && (
          <label>
            {fill(words.importing, { done: progress[0], all: progress[1] })}
            <progress value={progress[0]} max={Math.max(1, progress[1])} />
          </label>
        )}
        <div role="status">{report && <Reported report={report} words={words} />}</div>
      </form>
      {typeof report === 'object' && <Lines lines={report.lines} words={words} />}
      {refused.length > 0 && (
        <details>
          <summary>{fill(words.refusedTitle, { n: refused.length })}</summary>
          <ul class="entries">
            {refused.slice(0, SHOWN).map(({ seal, why }) => (
              <li key={seal}>
                <code>{seal.slice(0, 8)}</code> {words.reasons[why]}
              </li>
            ))}
          </ul>
        </details>
      )}
      <h3>{words.cantTitle}</h3>
      <p>{words.cantLine}</p>
    </section>
  )
}

function Reported({ report, words }: { readonly report: Report | 'failed'; readonly words: ConsoleCourse['words'] }) {
  if (report === 'failed') return <p>{words.importFailed}</p>
  const { lines, damaged } = report
  const counted = lines.filter(({ type }) => type === 'counted').length
  const duplicate = lines.filter(({ told }) => told.includes('duplicate')).length
  const refused = lines.length - counted - duplicate
  return (
    <>
      {lines.length + damaged === 0 && <p>{words.importNone}</p>}
      {lines.length > 0 && <p>{fill(words.importDone, { all: lines.length, counted, duplicate, refused })}</p>}
      {damaged > 0 && <p>{fill(words.importDamaged, { n: damaged })}</p>}
    </>
  )
}

function Lines({ lines, words }: { readonly lines: readonly Line[]; readonly words: ConsoleCourse['words'] }) {
  const weight = ({ type, told }: Line) => (type === 'refused' ? 0 : told.length > 0 ? 1 : 2)
  const sentences: Readonly<Record<string, string>> = { ...words.told, ...words.reasons }
  return (
    <ul class="entries">
      {lines
        .toSorted((a, b) => weight(a) - weight(b))
        .slice(0, SHOWN)
        .map(({ seal, type, told, staff, name }, index) => (
          <li key={`${seal} ${index}`} data-line={type}>
            <b>{staff === undefined ? words.unknownPerson : `${name} ${staff}`}</b> {type === 'counted' ? '✓' : '✗'}{' '}
            {type === 'counted' ? words.lineCounted : words.lineRefused}
            <p>{told.length === 0 ? words.fine : told.map(one => sentences[one] ?? one).join(' ')}</p>
          </li>
        ))}
    </ul>
  )
}
