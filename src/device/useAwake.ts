/** Keeps the screen from going dark while something is being done at it, where the browser can. */
import { useEffect } from 'preact/hooks'

/**
 * `minutes`: how long the screen stays on after `since` has changed; without it, as long as the view is there. A phone
 * that lies on a bench for two hours should not use up its battery.
 */
export function useAwake(minutes?: number, since?: unknown): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    const ask = async () => {
      if (document.hidden) return
      // Refused or unknown: the screen does what it always does.
      lock = await navigator.wakeLock?.request('screen').catch(() => undefined)
    }
    const end = () => {
      document.removeEventListener('visibilitychange', ask)
      void lock?.release()
    }
    void ask()
    document.addEventListener('visibilitychange', ask)
    const tired = minutes === undefined ? undefined : setTimeout(end, minutes * 60_000)
    return () => {
      clearTimeout(tired)
      end()
    }
  }, [minutes, since])
}
