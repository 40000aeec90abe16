/** Below the steps: on to the next stage, or the end of the run. A critical step that is open holds the end up. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import type { Run } from './paper.ts'
import { RunDetails } from './RunDetails.tsx'
import type { Happening, Progress } from './run.ts'
import type { VisitPage } from './visit.ts'

interface Props {
  readonly run: Run
  readonly page: VisitPage
  readonly progress: Progress
  readonly stage: number
  readonly onStage: (stage: number) => void
  readonly onStep: (step: string) => void
  readonly onAct: (happening: Happening) => void
}

export function RunFinish({ run, page, progress, stage, onStage, onStep, onAct }: Props) {
  const { words, checklist, lang } = page
  const [isAsking, setAsking] = useState(false)
  const next = checklist.stages[stage + 1]
  const count = progress.stages[stage]
  const isReady = next ? count?.handled === count?.of : progress.open.length === 0
  useEffect(() => setAsking(false), [stage, progress.open.length === 0])
  const finish = () => (progress.open.length === 0 ? onAct({ type: 'finished' }) : setAsking(true))
  return (
    <>
      <button type="button" class={isReady ? 'primary' : 'plain wide'} onClick={() => (next ? onStage(stage + 1) : finish())}>
        {next ? fill(words.next, { stage: next.title[lang] }) : words.finish}
      </button>
      {isAsking && (
        <Open
          page={page}
          progress={progress}
          onStep={step => {
            setAsking(false)
            onStep(step)
          }}
          onFinish={() => onAct({ type: 'finished' })}
        />
      )}
      <RunDetails run={run} page={page} label={words.moreOfRun} />
    </>
  )
}

interface OpenProps extends Pick<Props, 'page' | 'progress' | 'onStep'> {
  readonly onFinish: () => void
}

function Open({ page: { words, lang }, progress: { open, blocking }, onStep, onFinish }: OpenProps) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => place.current?.focus(), [])
  const listed = blocking.length > 0 ? blocking : open
  return (
    <div class="note" ref={place} tabIndex={-1}>
      <p>{blocking.length > 0 ? words.finishBlocked : fill(words.finishOpen, { n: open.length })}</p>
      <ul>
        {listed.map(({ id, text }) => (
          <li key={id}>
            <button type="button" class="plain wide" onClick={() => onStep(id)}>
              {text[lang]}
            </button>
          </li>
        ))}
      </ul>
      {blocking.length === 0 && (
        <button type="button" class="primary" onClick={onFinish}>
          {words.finishAnyway}
        </button>
      )}
    </div>
  )
}
