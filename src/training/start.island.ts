/**
 * Puts a practice set or a check into its place: `[data-island]` with the name of the view and `data-props`.
 *
 * The server has left the start button there, so nothing moves. The view's code is loaded when its place comes near the
 * screen; if it can't be, the place says so, and the questions are still there as text.
 *
 * These few lines stand where Astro's own islands would: its runtime stands inline in every page, and the first bytes of
 * a page have to fit one round trip.
 */
import { type ComponentType, h, render } from 'preact'
import style from '../quiz/quiz.css?inline'
import { adopt } from '../quiz/styles.island.ts'
import { showNotice } from './notice.island.ts'

/** What is rendered from a place's props, each from its own file. */
const VIEWS: Readonly<Record<string, () => Promise<unknown>>> = {
  practice: async () => (await import('./Practice.island.tsx')).Practice,
  check: async () => (await import('./checks.island.ts')).Check,
  exam: async () => (await import('./checks.island.ts')).Exam,
  review: async () => (await import('./Review.island.tsx')).Review,
  class: async () => (await import('./Class.island.tsx')).Class,
  worksheet: async () => (await import('./Worksheet.island.tsx')).Worksheet
}

async function start(place: HTMLElement): Promise<void> {
  const { island = '', props = '' } = place.dataset
  // A class and a sheet look like no quiz.
  if (island !== 'class' && island !== 'worksheet') adopt(style)
  try {
    const View = (await VIEWS[island]?.()) as ComponentType | undefined
    const tapped = place.querySelector('[data-tap]')
    if (View) render(h(View, JSON.parse(props)), place)
    // A tap on the server's button, before the view was there, is not lost: the page's head has marked it.
    if (tapped) place.querySelector('button')?.click()
  } catch {
    // The page's last script says so, as it does where this file can't be loaded.
    delete place.dataset.awake
    dispatchEvent(new Event('island-failed'))
  }
}

const near = new IntersectionObserver(
  entries => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue
      near.unobserve(target)
      void start(target as HTMLElement)
    }
  },
  { rootMargin: '300px' }
)
for (const place of document.querySelectorAll<HTMLElement>('[data-island]')) {
  place.dataset.awake = ''
  near.observe(place)
}
showNotice()
