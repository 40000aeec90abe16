/** Seconds that each question has been in sight; while the page is hidden or asleep no time passes. */
import { useEffect, useRef } from 'preact/hooks'

/** `seconds` reads the time of every question so far, in whole seconds. */
export function useSeconds(question: string | undefined) {
  const spent = useRef(new Map<string, number>())
  /** When the question was last looked at; 0 while it is out of sight. */
  const since = useRef(0)

  const look = () => {
    const now = performance.now()
    if (question !== undefined && since.current) spent.current.set(question, (spent.current.get(question) ?? 0) + now - since.current)
    since.current = document.hidden ? 0 : now
  }
  useEffect(() => {
    since.current = 0
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      look()
      document.removeEventListener('visibilitychange', look)
    }
  }, [question])

  return {
    seconds(): ReadonlyMap<string, number> {
      look()
      return new Map([...spent.current].map(([id, milliseconds]) => [id, Math.round(milliseconds / 1000)]))
    }
  }
}
