/**
 * The page of a learner's knowledge. Who has no record yet is told what to do and loads nothing else; the view, with
 * the code that keeps the record, is loaded when there is something to show.
 */
import { glance, readWitness } from './glance.island.ts'

const place = document.querySelector<HTMLElement>('[data-statistics]')
const empty = document.querySelector<HTMLElement>('[data-empty]')

async function load(place: HTMLElement): Promise<void> {
  const { book = '', loading = '', failed = '' } = place.dataset
  try {
    const { showStatistics } = await import('./Statistics.island.tsx')
    showStatistics(place, { book, loading, failed })
  } catch {
    place.role = 'alert'
    place.textContent = failed
  }
}

if (place && empty) {
  place.dataset.awake = ''
  let loaded = false
  void glance(() => {
    const some = readWitness().count > 0
    place.hidden = !some
    empty.hidden = some
    if (!some || loaded) return
    loaded = true
    void load(place)
  })
}
