/**
 * Starts the visit tool in its place, and puts expired photos away. The place (`data-visit`) carries what the tool needs
 * and, for when its code can't be loaded, what to say.
 */
import { h, render } from 'preact'
import { desk } from './desk.store.ts'
import { Visits } from './Visits.tsx'

// A run that is read a moment later would push what stands below it down the screen of someone who had scrolled there.
history.scrollRestoration = 'manual'

for (const place of document.querySelectorAll<HTMLElement>('[data-visit]')) {
  place.dataset.awake = ''
  render(h(Visits, JSON.parse(place.dataset.visit ?? '')), place)
}

/** Once a page, when there is nothing else to do. */
async function putAway(): Promise<void> {
  if ((await desk.all('photo')).length === 0) return
  const { sweep } = await import('./photo.store.ts')
  await sweep(desk, Date.now())
}
const soon = () => void putAway().catch(() => undefined)
if ('requestIdleCallback' in globalThis) requestIdleCallback(soon)
else setTimeout(soon, 2000)
