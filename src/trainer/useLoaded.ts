/** Code that is loaded when what needs it is shown. */
import { useEffect, useState } from 'preact/hooks'

/** Undefined until it is there, or while it is not wanted. `load` is asked once, and must not change. */
export function useLoaded<T>(load: () => Promise<T>, isWanted = true): T | 'failed' | undefined {
  const [loaded, setLoaded] = useState<T | 'failed'>()
  useEffect(() => {
    if (!isWanted || loaded !== undefined) return
    load().then(
      found => setLoaded(() => found),
      () => setLoaded('failed')
    )
  }, [isWanted])
  return loaded
}
