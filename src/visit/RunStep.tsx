/** One step: a row to tap, and behind the dots its note, its photos, the reason to skip it. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import type { ChecklistStep } from './paper.ts'
import { RunStepMore } from './RunStepMore.tsx'
import type { Happening, StepNow } from './run.ts'
import type { Clock } from './runText.ts'
import type { VisitPage } from './visit.ts'

export interface StepProps {
  readonly step: ChecklistStep
  readonly now: StepNow
  readonly run: string
  readonly page: VisitPage
  readonly clock: Clock
  readonly onAct: (happening: Happening) => void
}

interface Props extends StepProps {
  /** Its number within the stage. */
  readonly place: number
  readonly isOpen: boolean
  /** It is to have the focus now. */
  readonly isWanted: boolean
  readonly onFocused: () => void
  readonly onOpen: (isOpen: boolean) => void
}

const SIGNS = { open: '', done: '✓', skipped: '–' } as const

export function RunStep({ place, isOpen, isWanted, onFocused, onOpen, ...props }: Props) {
  const { step, now, page, clock, onAct } = props
  const { words, lang } = page
  const title = step.text[lang]
  const row = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (!isWanted) return
    row.current?.focus()
    onFocused()
  }, [isWanted])
  const time = now.state === 'done' && now.at !== undefined ? clock(now.at) : ''
  return (
    <li data-state={now.state}>
      {/* biome-ignore lint/a11y/useSemanticElements: the row is the box; an input could not hold its text */}
      <button
        ref={row}
        type="button"
        role="checkbox"
        class="step"
        aria-checked={now.state === 'done'}
        onClick={() => onAct({ type: now.state === 'done' ? 'open' : 'done', step: step.id })}
      >
        <span class="dot" aria-hidden="true">
          {SIGNS[now.state] || place}
        </span>
        <span class="what">
          <b>{title}</b>
          {step.critical && <span class="must">{words.critical}</span>}
          <StepTold {...props} />
        </span>
      </button>
      <button
        type="button"
        class="dots"
        aria-expanded={isOpen}
        aria-label={`${fill(words.stepMore, { step: title })} ${time}`.trim()}
        onClick={() => onOpen(!isOpen)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d={isOpen ? 'm6 15 6-6 6 6' : 'm6 9 6 6 6-6'} />
        </svg>
        {time}
      </button>
      {page.form && page.formSteps.includes(step.id) && (
        <a class="to-form" href={`${page.form}?run=${props.run}`}>
          {words.openForm} ›
        </a>
      )}
      {isOpen && <RunStepMore {...props} />}
    </li>
  )
}

/** What was said about a step: why it was skipped, its note, how many photos. */
export function StepTold({ now, page: { words, paper, lang }, clock }: Pick<StepProps, 'now' | 'page' | 'clock'>) {
  const { state, at, reason, note, photos } = now
  return (
    <>
      {state === 'skipped' && (
        <span class="told">
          {words.skippedAt} {at !== undefined && clock(at)}
          {reason && (
            <>
              {' · '}
              <bdi>{reason}</bdi>
            </>
          )}
        </span>
      )}
      {(note !== '' || photos.length > 0) && (
        <span class="told">
          {photos.length > 0 && (
            <span class="pictures">
              <svg viewBox="0 0 24 24" role="img" aria-label={paper[lang].photos}>
                <path d="M4 8h3l2-3h6l2 3h3v11H4zm8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6" />
              </svg>
              {photos.length}
            </span>
          )}
          <bdi>{note}</bdi>
        </span>
      )}
    </>
  )
}
