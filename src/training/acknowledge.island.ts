/**
 * A page that asks to be acknowledged. What was said is read from the witness; the record's own code is loaded when the
 * learner presses the button.
 */
import type { Acknowledged } from './acknowledged.ts'
import { ACKNOWLEDGE_WORDS } from './acknowledgeWords.ts'
import { standingAt, tell } from './acknowledging.island.ts'
import { glance } from './glance.island.ts'

function setUp(place: HTMLElement): void {
  const { asked = '', revision, hash = '' } = place.dataset
  const lang = document.documentElement.lang === 'en' ? 'en' : 'zh'
  const words = ACKNOWLEDGE_WORDS[lang]
  const button = place.querySelector<HTMLElement>('button')
  const state = place.querySelector<HTMLElement>('.state')
  const told = place.querySelector('[role=status]')
  if (!button || !state || !told) return

  const paint = (said: Acknowledged | undefined) => {
    const standing = standingAt(place, said)
    place.dataset.standing = standing
    state.textContent = tell(place, said, words)
    if (standing !== 'said') return
    // Where the button had the focus, what it has done takes it over.
    if (document.activeElement === button) state.focus()
    button.hidden = true
  }

  button.addEventListener('click', async () => {
    if (button.ariaBusy) return
    button.ariaBusy = 'true'
    try {
      const { record, showNotice } = await import('./whole.island.ts')
      await record.ready
      await record.append({ type: 'acknowledged', page: asked, revision: Number(revision), lang, hash })
      paint(record.$progress.get().acknowledged?.get(asked))
      told.textContent = record.$saved.get() === 'yes' ? words.saved : words.notSaved
      showNotice()
    } catch {
      told.textContent = words.failed
    }
    button.ariaBusy = null
  })
  void glance(({ acknowledged }) => paint(acknowledged?.get(asked)))
}

const place = document.querySelector<HTMLElement>('[data-asked][data-hash]')
if (place) setUp(place)
