/** Behind a step's dots: its note, photos, skipping it, opening it again, and its place in the handbook. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { cut } from './decoding.ts'
import type { StepProps } from './RunStep.tsx'
import { MOST } from './runDecode.ts'
import { useLoaded } from './useLoaded.ts'

export function RunStepMore(props: StepProps) {
  const { step, now, page, onAct } = props
  const { words, handbook } = page
  const [isSkipping, setSkipping] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  function leave() {
    place.current?.focus({ preventScroll: true })
    setSkipping(false)
  }
  const RunPhotos = useLoaded(async () => (await import('./RunPhotos.tsx')).RunPhotos, true)
  if (isSkipping) {
    return (
      <div class="step-more" ref={place} tabIndex={-1}>
        <StepSkip {...props} onLeave={leave} />
      </div>
    )
  }
  return (
    <div class="step-more" ref={place} tabIndex={-1}>
      <StepNote {...props} />
      <div class="photos">{RunPhotos && <RunPhotos {...props} />}</div>
      <div class="acts-row">
        {now.state === 'skipped' || now.state === 'done' ? (
          <button type="button" class="plain" onClick={() => onAct({ type: 'open', step: step.id })}>
            {words.reopenStep}
          </button>
        ) : (
          <button
            type="button"
            class="plain"
            onClick={() => (step.critical ? setSkipping(true) : onAct({ type: 'skipped', step: step.id, reason: '' }))}
          >
            {words.skip}
          </button>
        )}
        {step.home && (
          <a class="plain" href={handbook + step.home}>
            {words.handbook}
          </a>
        )}
      </div>
    </div>
  )
}

/** Kept two seconds after the last key, and whenever the field or the page is left. */
function StepNote({ step, now, page: { words }, onAct }: StepProps) {
  const [draft, setDraft] = useState<string>()
  const latest = useRef<{ draft: string | undefined; kept: string }>({ draft: undefined, kept: '' })
  latest.current = { draft, kept: now.note }

  function keep() {
    const { draft: text, kept } = latest.current
    if (text !== undefined && text !== kept) onAct({ type: 'note', step: step.id, text: cut(text, MOST.note) })
    latest.current = { draft: undefined, kept: text ?? kept }
  }
  useEffect(() => {
    const hidden = () => document.hidden && keep()
    document.addEventListener('visibilitychange', hidden)
    addEventListener('pagehide', keep)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      removeEventListener('pagehide', keep)
      keep()
    }
  }, [])
  useEffect(() => {
    if (draft === undefined) return
    const soon = setTimeout(() => {
      keep()
      // From here on another tab's words are shown, not what was typed before them.
      setDraft(undefined)
    }, 2000)
    return () => clearTimeout(soon)
  }, [draft])
  return (
    <label class="field">
      {words.note}
      <textarea
        rows={2}
        maxLength={MOST.note}
        dir="auto"
        value={draft ?? now.note}
        onInput={event => setDraft(event.currentTarget.value)}
        onBlur={() => {
          keep()
          setDraft(undefined)
        }}
      />
    </label>
  )
}

/** A critical step is skipped with a reason only. */
function StepSkip({ step, page: { words }, onAct, onLeave }: StepProps & { readonly onLeave: () => void }) {
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => field.current?.focus(), [])

  function skip(event: Event) {
    event.preventDefault()
    if (reason.trim() === '') {
      setMissing(true)
      field.current?.focus()
      return
    }
    onAct({ type: 'skipped', step: step.id, reason: cut(reason.trim(), MOST.reason) })
    onLeave()
  }
  return (
    <form onSubmit={skip} noValidate>
      <label class="field">
        {words.reason}
        <textarea
          ref={field}
          rows={2}
          maxLength={MOST.reason}
          dir="auto"
          required
          aria-invalid={isMissing}
          value={reason}
          onInput={event => {
            setReason(event.currentTarget.value)
            setMissing(false)
          }}
        />
      </label>
      <div role="alert">{isMissing && <p class="wrong">{words.reasonMissing}</p>}</div>
      <div class="acts-row">
        <button type="submit" class="plain">
          {words.skipConfirm}
        </button>
        <button type="button" class="plain" onClick={onLeave}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
