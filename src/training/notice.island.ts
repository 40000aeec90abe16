/** Tells the learner, wherever they are, when the record is not safe. */
import { fill } from '../lang/text.ts'
import { record } from './learner.store.ts'
import type { Health } from './record.store.ts'
import type { TrainingWords } from './words.ts'

function wordingOf(health: Health, unreadable: number, words: TrainingWords['notice']): string {
  if (health.type === 'lost') return fill(words.lost, { n: health.lost })
  if (health.type === 'unsaved') return [words.unsaved, words[health.fault], words.keep].join(' ')
  return unreadable > 0 ? fill(words.unreadable, { n: unreadable }) : ''
}

/**
 * Keeps the page's notice bar up to date. The bar carries its texts (`data-words`) and the address of the record's page
 * (`data-record`). Returns what stops it.
 */
export function showNotice(): () => void {
  const bar = document.getElementById('record-notice')
  if (!bar) return () => undefined
  const words: TrainingWords['notice'] = JSON.parse(bar.dataset.words ?? '{}')
  const show = () => {
    const health = record.$health.get()
    const text = wordingOf(health, record.$unreadable.get(), words)
    if (text === '') return bar.replaceChildren()
    const link = document.createElement('a')
    link.href = bar.dataset.record ?? ''
    link.textContent = health.type === 'lost' ? words.recover : words.toRecord
    bar.replaceChildren(text, ' ', link)
  }
  const stops = [record.$health.listen(show), record.$unreadable.listen(show)]
  show()
  return () => {
    for (const stop of stops) stop()
  }
}
