/** Home, path and module pages: progress on the cards, where to go on, and what is new since the last visit. */

import { readSetting, writeSetting } from '../device/settings.store.ts'
import { fill } from '../lang/text.ts'
import { type Next, nextOf } from './continue.ts'
import { glance, readWitness } from './glance.island.ts'
import { showModules } from './modules.island.ts'
import type { Progress } from './progress.ts'
import { calendarNow, readCap, readDue } from './reviewDue.store.ts'
import { doneOn, dueOn } from './reviewDue.ts'
import type { TrainingWords } from './words.ts'

type Words = TrainingWords['state'] & TrainingWords['home']

/** What `[data-continue]` carries: each module's title and address, and each path's modules. */
interface Course {
  readonly modules: Readonly<Record<string, { readonly title: string; readonly href: string }>>
  readonly paths: Readonly<Record<string, readonly string[]>>
}

function showContinue(section: HTMLElement, progress: Progress, words: Words): void {
  const course: Course = JSON.parse(section.dataset.continue ?? '{}')
  const link = section.querySelector('a')
  const title = section.querySelector('h2')
  const line = section.querySelector('p')
  const chosen = course.paths[readSetting('path') ?? '']
  const path = chosen ?? Object.keys(course.modules)
  const next = nextOf(progress, path, chosen !== undefined)
  if (!link || !title || !line || !next) return
  // The room that the invitation took stays, so that nothing below moves.
  section.style.minHeight = `${section.offsetHeight}px`
  const sealed = path.filter(id => progress.modules.get(id)?.passed).length
  line.replaceWith(Object.assign(document.createElement('p'), { textContent: fill(words.sealed, { k: sealed, n: path.length }) }))
  if (next.type === 'done') {
    title.textContent = words.allPassed
    link.textContent = words.toReview
    link.href = section.dataset.review ?? ''
    return
  }
  const module = course.modules[next.module]
  if (module) goOn(title, link, next, module, words)
}

/** What comes next, and the way to it. */
function goOn(
  title: Element,
  link: HTMLAnchorElement,
  next: Exclude<Next, { type: 'done' }>,
  module: { readonly title: string; readonly href: string },
  words: Words
): void {
  title.textContent = fill(next.type === 'next' ? words.nextModule : words.goOn, { title: module.title })
  link.href = next.type === 'check' ? `${module.href}check/` : module.href
  if (next.type === 'check') link.textContent = fill(words.goOnCheck, { k: Math.min(next.answered + 1, next.of), n: next.of })
  else link.textContent = next.type === 'module' ? words.goOnModule : words.goOnNext
}

/** A path's own way on: the same, of this path's modules as they stand on the page. */
function showOnward(place: HTMLElement, progress: Progress, words: Words): void {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-module]')]
  const ids = cards.map(card => card.dataset.module ?? '')
  const [title, link] = [place.querySelector('b'), place.querySelector('a')]
  // What another path's module left open belongs to home.
  const { last } = progress
  const modules = new Map([...progress.modules].filter(([id]) => ids.includes(id)))
  const next = nextOf({ modules, ...(last && ids.includes(last.module) && { last }) }, ids, true)
  if (!title || !link || !next) return
  if (next.type === 'done') {
    title.textContent = words.allPassed
    link.textContent = place.dataset.exam ?? words.toReview
    link.href = place.dataset.exam ? '#exam' : (place.dataset.review ?? '')
    return
  }
  const card = cards[ids.indexOf(next.module)]
  const module = { title: card?.querySelector('b')?.textContent ?? '', href: card?.querySelector('a')?.getAttribute('href') ?? '' }
  goOn(title, link, next, module, words)
}

/** How many questions are due today, in the room of the link to the review. `usual` is what it says of none. */
function showDue(place: HTMLElement, usual: string, words: Words): void {
  const list = readDue()
  const { today } = calendarNow()
  const due = readWitness().count > 0 ? dueOn(list, today, readCap()) : 0
  place.textContent = due > 0 ? fill(words.reviewDue, { n: due }) : doneOn(list, today) > 0 ? words.reviewDone : usual
}

/** Changes dated on or after the last day on which this browser was here before today get a mark. */
function markNew(): void {
  const today = new Date().toISOString().slice(0, 10)
  const [before, latest] = (readSetting('visits') ?? '').split(' ')
  const since = latest === today ? before : latest
  if (latest !== today) writeSetting('visits', `${latest ?? ''} ${today}`)
  if (!since) return
  for (const entry of document.querySelectorAll<HTMLElement>('[data-changes] [data-date]')) {
    if ((entry.dataset.date ?? '') >= since) entry.querySelector('[data-fresh]')?.removeAttribute('hidden')
  }
}

const bar = document.getElementById('record-notice')
if (bar) {
  const words: Words = JSON.parse(bar.dataset.words ?? '{}')
  const section = document.querySelector<HTMLElement>('[data-continue]')
  const due = document.querySelector<HTMLElement>('[data-due]')
  const onward = document.querySelector<HTMLElement>('[data-onward]')
  const usual = due?.textContent ?? ''
  const path = document.querySelector<HTMLElement>('main[data-path]')?.dataset.path
  if (path) writeSetting('path', path)
  void glance(progress => {
    showModules(progress, words)
    if (onward) showOnward(onward, progress, words)
    if (section) showContinue(section, progress, words)
    if (due) showDue(due, usual, words)
  })
  if (section) markNew()
}
