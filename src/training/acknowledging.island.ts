/** How an acknowledgement is told: the page's own place and the list on the learner's page say it with the same few lines. */
import { fill } from '../lang/text.ts'
import { type Acknowledged, type Acknowledgements, standingOf } from './acknowledged.ts'

type Said = Readonly<Record<'never' | 'said' | 'outdated', string>>

/** A day in the reader's words, where the reader is. */
const dayOf = (at: number) =>
  new Date(at).toLocaleDateString(document.documentElement.lang === 'en' ? 'en-GB' : 'zh-CN', { dateStyle: 'long' })

/** Fills in the list of pages that ask, `[data-words]` with its lines. */
export function showAcknowledged(said: Acknowledgements | undefined): void {
  for (const place of document.querySelectorAll<HTMLElement>('.confirmed [data-asked]')) {
    const words: Said = JSON.parse(place.parentElement?.dataset.words ?? '{}')
    const own = said?.get(place.dataset.asked ?? '')
    place.dataset.standing = standingAt(place, own)
    const line = place.querySelector('span')
    if (line) line.textContent = tell(place, own, words)
  }
}

/** `[data-asked]` is the page's id; `data-revision` and `data-since` are what it asks for. */
export function standingAt(place: HTMLElement, said: Acknowledged | undefined): 'never' | 'outdated' | 'said' {
  return standingOf({ revision: Number(place.dataset.revision), since: Number(place.dataset.since) }, said)
}

export function tell(place: HTMLElement, said: Acknowledged | undefined, words: Said): string {
  return fill(words[standingAt(place, said)], {
    n: said?.revision ?? place.dataset.revision ?? '',
    day: said ? dayOf(said.at) : ''
  })
}
