/** A table's own region: it scrolls sideways so that the page does not, says so where it does, and goes by keyboard. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

interface Props {
  readonly label: string
  /** What is said where the table is wider than the screen. */
  readonly hint: string
  readonly children: ComponentChildren
}

export function Scroller({ label, hint, children }: Props) {
  const region = useRef<HTMLElement>(null)
  const [wide, setWide] = useState(false)
  const [more, setMore] = useState(false)
  useLayoutEffect(() => {
    const place = region.current
    if (!place) return
    const measure = () => {
      setWide(place.scrollWidth > place.clientWidth + 1)
      setMore(place.scrollLeft + place.clientWidth < place.scrollWidth - 1)
    }
    measure()
    const watcher = new ResizeObserver(measure)
    for (const one of [place, ...place.children]) watcher.observe(one)
    place.addEventListener('scroll', measure, { passive: true })
    return () => {
      watcher.disconnect()
      place.removeEventListener('scroll', measure)
    }
  }, [])
  return (
    <>
      {wide && <p class="hush swipe">{hint}</p>}
      <div class="scroller" data-more={more ? '' : undefined}>
        {/* What scrolls must be reached by keyboard. */}
        <section class="grid" aria-label={label} tabIndex={wide ? 0 : undefined} ref={region}>
          {children}
        </section>
      </div>
    </>
  )
}
