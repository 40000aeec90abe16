/** A run that is done: everything that happened, stage by stage, and what can be done with it. */
import { fill } from '../lang/text.ts'
import type { Run } from './paper.ts'
import { RunDetails } from './RunDetails.tsx'
import { StepTold } from './RunStep.tsx'
import { type Happening, nowOf, stepOf } from './run.ts'
import type { Clock } from './runText.ts'
import { useLoaded } from './useLoaded.ts'
import type { VisitPage } from './visit.ts'

interface Props {
  readonly run: Run
  readonly page: VisitPage
  readonly clock: Clock
  readonly onAct: (happening: Happening) => void
}

const SIGNS = { open: '', done: '✓', skipped: '–' } as const

export function RunSummary({ run, page, clock, onAct }: Props) {
  const { words, checklist, lang } = page
  const now = nowOf(run)
  const RunOut = useLoaded(async () => (await import('./RunMore.tsx')).RunOut, true)
  return (
    <>
      <p class="ended">{fill(words.finishedAt, { when: clock(now.finished ?? 0) })}</p>
      <div class="out">{RunOut && <RunOut run={run} page={page} />}</div>
      {checklist.stages.map(({ id, title, steps }) => (
        <section key={id}>
          <h2>{title[lang]}</h2>
          <ol class="steps">
            {steps.map((step, index) => {
              const state = stepOf(now, step.id)
              return (
                <li key={step.id} data-state={state.state}>
                  <div class="step">
                    <span class="dot" aria-hidden="true">
                      {SIGNS[state.state] || index + 1}
                    </span>
                    <span class="what">
                      <b>{step.text[lang]}</b>
                      {step.critical && <span class="must">{words.critical}</span>}
                      {state.state === 'open' && <span class="told">{words.leftOpen}</span>}
                      <StepTold now={state} page={page} clock={clock} />
                    </span>
                    {state.state === 'done' && state.at !== undefined && <time>{clock(state.at)}</time>}
                  </div>
                </li>
              )
            })}
          </ol>
        </section>
      ))}
      <button type="button" class="plain wide" onClick={() => onAct({ type: 'reopened' })}>
        {words.reopen}
      </button>
      <RunDetails run={run} page={page} label={words.moreOfDone} />
    </>
  )
}
