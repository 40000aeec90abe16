/** Takes receipts in: pasted, as files, folders or pictures, from the camera, or by the link that was opened. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { fill } from '../lang/text.ts'
import type { CameraProps } from './Camera.tsx'
import type { ConsoleCourse } from './consoleCourse.ts'
import { desk } from './desk.store.ts'
import { filesIn } from './dropped.island.ts'
import { type CameraState, ImportCamera } from './ImportCamera.tsx'
import { ImportLines, ImportSummary, ImportUnread, RefusedBefore } from './ImportReport.tsx'
import type { Given, Intake, Step } from './intake.store.ts'
import { LedgerBox } from './LedgerBox.tsx'

export interface DeskProps {
  readonly course: ConsoleCourse
  readonly linked: string
  onTaken(): void
}

type Progress = readonly [step: Step, done: number, all: number]
/** Asks for a folder; not every list of attributes knows it. */
const FOLDER = { webkitdirectory: true }
const canTakeFolders = 'webkitdirectory' in HTMLInputElement.prototype

export function ImportDesk({ course, linked, onTaken }: DeskProps) {
  const { words, importing } = course
  const { refused, ledger } = useStore(desk.$state)
  const [pasted, setPasted] = useState('')
  const [progress, setProgress] = useState<Progress>()
  const [report, setReport] = useState<Intake | 'failed'>()
  const [over, setOver] = useState(false)
  const [camera, setCamera] = useState<CameraState>('off')
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const scan = useRef<HTMLButtonElement>(null)
  const before = useRef(camera)
  /** What is being imported now. */
  const under = useRef<Promise<void>>()

  /** One after the other: what comes while something is imported waits, and is not lost. */
  const take = async (given: Given) => {
    while (under.current) await under.current
    under.current = run(given)
    await under.current
  }
  const run = async (given: Given) => {
    setReport(undefined)
    setProgress(['files', 0, given.files.length])
    try {
      const [{ takeIn }, { loadBank }] = await Promise.all([import('./intake.store.ts'), import('./bank.store.ts')])
      setReport(
        await takeIn(
          given,
          desk,
          () => loadBank(course),
          (...step) => setProgress(step)
        )
      )
      if (given.pasted === pasted) setPasted('')
      for (const { current } of [files, folder]) if (current) current.value = ''
    } catch {
      setReport('failed')
    }
    under.current = undefined
    setProgress(undefined)
  }
  const submit = (event: Event) => {
    event.preventDefault()
    if (under.current) return
    void take({ pasted, files: [files, folder].flatMap(({ current }) => [...(current?.files ?? [])]) })
  }
  const drop = async (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const { dataTransfer } = event
    if (dataTransfer) await take({ pasted: dataTransfer.getData('text/plain'), files: await filesIn(dataTransfer) })
  }
  const follow = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  useEffect(() => {
    if (linked === '') return
    onTaken()
    void take({ pasted: linked, files: [] })
  }, [linked])
  // The camera's own buttons are gone with it.
  useLayoutEffect(() => {
    if (before.current === 'on') scan.current?.focus()
    before.current = camera
  }, [camera])
  const fromCamera: CameraProps['onCode'] = text => take({ pasted: text, files: [] })

  return (
    <>
      <form
        class="box"
        data-over={over}
        onSubmit={submit}
        onDragEnter={follow}
        onDragOver={follow}
        onDragLeave={event => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
        }}
        onDrop={event => void drop(event)}
      >
        <p>{importing.lead}</p>
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
          {importing.files}
          <input ref={files} type="file" multiple accept=".txt,text/plain,image/*" />
        </label>
        {canTakeFolders && (
          <label>
            {importing.folder}
            <input ref={folder} type="file" multiple {...FOLDER} />
          </label>
        )}
        <p class="drop">{over ? importing.dropNow : importing.drop}</p>
        <p class="ways">
          <button type="submit" class="primary" aria-disabled={progress !== undefined}>
            {words.importNow}
          </button>
          {camera !== 'on' && (
            <button type="button" ref={scan} onClick={() => setCamera('on')}>
              {importing.camera}
            </button>
          )}
        </p>
        {progress && <Under progress={progress} words={importing.steps} />}
        <div role="status">
          {report === 'failed' && <p>{words.importFailed}</p>}
          {typeof report === 'object' && <ImportSummary report={report} course={course} />}
        </div>
      </form>
      <ImportCamera state={camera} words={importing} onCode={fromCamera} onState={setCamera} />
      {typeof report === 'object' && (
        <>
          <ImportUnread unread={report.unread} words={importing} />
          <ImportLines key={report.lines.length} lines={report.lines} course={course} />
        </>
      )}
      <RefusedBefore refused={refused} course={course} />
      <h3>{words.cantTitle}</h3>
      <p>{words.cantLine}</p>
      <LedgerBox ledger={ledger} words={importing} />
    </>
  )
}

function Under({ progress: [step, done, all], words }: { readonly progress: Progress; readonly words: Readonly<Record<Step, string>> }) {
  return (
    <label>
      {fill(words[step], { done, all })}
      <progress value={done} max={Math.max(1, all)} />
    </label>
  )
}
