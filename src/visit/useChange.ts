/** Does something when a value changes, and nothing when the view appears. */
import { useEffect, useRef } from 'preact/hooks'

export function useChange(value: unknown, work: () => void): void {
  const before = useRef(value)
  useEffect(() => {
    if (before.current === value) return
    before.current = value
    work()
  }, [value])
}
