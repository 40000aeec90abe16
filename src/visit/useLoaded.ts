/** Code that only some visits need: loaded when it is wanted. */
import { useEffect, useState } from 'preact/hooks'

/** What `load` has brought, or undefined until then and when it could not be loaded; it is tried again when asked again. */
export function useLoaded<T>(load: () => Promise<T>, wanted: boolean): T | undefined {
  const [loaded, setLoaded] = useState<{ readonly value: T }>()
  useEffect(() => {
    if (!wanted || loaded) return
    let left = false
    load().then(
      value => !left && setLoaded({ value }),
      () => undefined
    )
    return () => {
      left = true
    }
  }, [wanted])
  return loaded?.value
}
