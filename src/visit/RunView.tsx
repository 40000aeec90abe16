/** One run: its stages as a rail, the steps of one stage as large rows, and the last tap to be taken back. */
import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import { useAwake } from '../device/useAwake.ts'
import { useHold } from '../device/useHold.ts'
import { fill } from '../lang/text.ts'
import type { Run, RunEntry } from './paper.ts'
import { RunFinish } from './RunFinish.tsx'
import { RunStep } from './RunStep.tsx'
import { RunSummary } from './RunSummary.tsx'
import { RunSaved, RunTrouble } from './RunTrouble.tsx'
import type { Book } from './run.store.ts'
import { type Happening, nowOf, progressOf, stageAt, stepOf } from './run.ts'
import { runs } from './runs.store.ts'
import type { RunWords } from './runWords.ts'
import { useChange } from './useChange.ts'
import { clockFor, type VisitPage } from './visit.ts'

/** Minutes after the last tap during which the screen stays on. */
const AWAKE = 10

interface Props {
  readonly run: Run
  readonly book: Book
  readonly page: VisitPage
  readonly heading: RefObject<HTMLHeadingElement>
}

export function RunView({ run, book, page, heading }: Props) {
  const { words, checklist, lang } = page
  const now = nowOf(run)
  const progress = progressOf(checklist, now)
  const [stage, setStage] = useState(() => stageAt(progress))
  const [opened, setOpened] = useState<string>()
  /** The step that is to have the focus. */
  const [wanted, setWanted] = useState<string>()
  const clock = clockFor(lang, Date.now())
  const add = (happening: Happening) => void runs.add(run.id, happening)
  useAwake(AWAKE, run.entries.length)
  // A new version of the handbook is not put in while a run is on the screen.
  useHold(now.finished === undefined)
  const toTop = () => heading.current?.focus({ preventScroll: true })
  useChange(now.finished === undefined, toTop)
  // The button that took back the last tap is gone, and the focus with it.
  useChange(now.last === undefined, () => document.activeElement === document.body && toTop())

  const stageOf = (step: string) => checklist.stages.findIndex(({ steps }) => steps.some(({ id }) => id === step))
  function goTo(step: string) {
    setStage(Math.max(0, stageOf(step)))
    setOpened(step)
    setWanted(step)
  }
  function undo(last: RunEntry) {
    add({ type: 'undone', entry: last.id })
    if ('step' in last) setStage(Math.max(0, stageOf(last.step)))
  }

  const { steps = [] } = checklist.stages[stage] ?? {}
  return (
    <>
      <header class="run">
        <h1 ref={heading} tabIndex={-1}>
          <bdi>{run.order}</bdi>
        </h1>
        <p>
          <span class="whole">
            <span aria-hidden="true">{fill(words.progress, { k: progress.handled, n: progress.of })}</span>
            <span class="hidden">{fill(words.progressLong, { k: progress.handled, n: progress.of })}</span>
          </span>
          <bdi class="who">{run.customer}</bdi>
          <RunSaved book={book} page={page} />
        </p>
      </header>
      <RunTrouble book={book} page={page} />
      {now.finished === undefined ? (
        <>
          <nav class="rail" aria-label={words.stages}>
            {checklist.stages.map(({ id, title }, index) => {
              const count = progress.stages[index]
              const whole = count?.handled === count?.of
              return (
                <button
                  key={id}
                  type="button"
                  aria-current={index === stage ? 'step' : undefined}
                  data-whole={whole}
                  onClick={() => setStage(index)}
                >
                  {title[lang]}
                  <small>{fill(words.progress, { k: count?.handled ?? 0, n: count?.of ?? 0 })}</small>
                </button>
              )
            })}
          </nav>
          <ol class="steps">
            {steps.map((step, index) => (
              <RunStep
                key={step.id}
                step={step}
                place={index + 1}
                now={stepOf(now, step.id)}
                run={run.id}
                page={page}
                clock={clock}
                isOpen={opened === step.id}
                isWanted={wanted === step.id}
                onFocused={() => setWanted(undefined)}
                onOpen={isOpen => setOpened(isOpen ? step.id : undefined)}
                onAct={add}
              />
            ))}
          </ol>
          <RunFinish
            run={run}
            page={page}
            progress={progress}
            stage={stage}
            onStage={next => {
              setStage(next)
              setOpened(undefined)
              scrollTo(0, 0)
              toTop()
            }}
            onStep={goTo}
            onAct={add}
          />
        </>
      ) : (
        <RunSummary run={run} page={page} clock={clock} onAct={add} />
      )}
      <div class="undo">
        {now.last && (
          <>
            <p role="status">{toldOf(now.last, page, words)}</p>
            <button type="button" onClick={() => now.last && undo(now.last)}>
              {words.undo}
            </button>
          </>
        )}
      </div>
    </>
  )
}

const TOLD: Readonly<Record<RunEntry['type'], keyof RunWords>> = {
  done: 'did',
  skipped: 'didSkip',
  open: 'didOpen',
  note: 'note',
  photo: 'didPhoto',
  'photo-removed': 'didPhotoRemoved',
  finished: 'didFinish',
  reopened: 'didReopen',
  undone: 'undo'
}

function toldOf(entry: RunEntry, { checklist, lang }: VisitPage, words: RunWords): string {
  const id = 'step' in entry ? entry.step : ''
  const step = checklist.stages.flatMap(({ steps }) => steps).find(one => one.id === id)
  return fill(words[TOLD[entry.type]], { step: step?.text[lang] ?? id })
}
