/** Keeps what is typed: not every key, and nothing is lost. */
import { type MutableRef, useEffect, useRef, useState } from 'preact/hooks'

/** Kept when typing has paused for so long, and at the latest after this much typing without a pause; in milliseconds. */
const PAUSE = 400
const LATEST = 1000

interface Typed<Field> {
  readonly field: MutableRef<Field | null>
  readonly typed: string
  type(text: string): void
  /** Keeps what is still waiting. */
  flush(): void
}

interface Keeping {
  /** What the record has. */
  readonly kept: string
  onKeep(text: string): void
  /** Can this be handed in? */
  isReady(text: string): boolean
  /** Makes it so; resolves to whether it is. */
  prepare(text: string): Promise<boolean>
}

export function useTyped<Field extends HTMLTextAreaElement>({ kept, ...keeping }: Keeping): Typed<Field> {
  const field = useRef<Field>(null)
  const [typed, setTyped] = useState(kept)
  const waiting = useRef<{ readonly text: string; readonly since: number; readonly timer: number }>()
  const latest = useRef(keeping)
  latest.current = keeping

  const flush = () => {
    const last = waiting.current
    waiting.current = undefined
    clearTimeout(last?.timer)
    if (last) latest.current.onKeep(last.text)
  }
  const type = (text: string) => {
    setTyped(text)
    const now = performance.now()
    const since = waiting.current?.since ?? now
    clearTimeout(waiting.current?.timer)
    waiting.current = { text, since, timer: window.setTimeout(flush, Math.min(PAUSE, since + LATEST - now)) }
  }

  // Another tab, or a try begun anew, may change what is kept; while something waits, the learner's keys are newer.
  useEffect(() => {
    if (!waiting.current) setTyped(kept)
  }, [kept])

  useEffect(() => {
    const form = field.current?.form
    /** A form handed in before its last words are kept, or can be judged, waits: it would be marked without. */
    const submit = (event: Event) => {
      const text = field.current?.value ?? ''
      if (!waiting.current && latest.current.isReady(text)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      flush()
      void latest.current.prepare(text).then(ready => ready && form?.querySelector<HTMLButtonElement>('[type="submit"]')?.click())
    }
    const leave = () => document.visibilityState === 'hidden' && flush()
    form?.addEventListener('submit', submit, true)
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('pagehide', flush)
    return () => {
      form?.removeEventListener('submit', submit, true)
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [])

  return { field, typed, type, flush }
}
