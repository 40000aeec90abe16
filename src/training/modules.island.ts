/**
 * Fills in where the learner stands on module cards that the server rendered empty.
 *
 * A card is `[data-module]` with the module's id and `data-total` questions; in it `[data-ring]` holds a circle of path
 * length 100, `[data-state]` a line of text and `[data-seal]` the seal of a passed module. All have their room from the
 * start, so nothing moves.
 */
import { fill } from '../lang/text.ts'
import type { ModuleProgress, Progress } from './progress.ts'
import type { TrainingWords } from './words.ts'

type StateWords = TrainingWords['state']

/** Share of the ring to fill, in per cent: of an open check, else the best result, else what was practised. */
function shareOf(progress: ModuleProgress, total: number): number {
  if (progress.open) return Math.round((100 * progress.open.answered) / Math.max(1, progress.open.of))
  if (progress.best !== undefined) return progress.best
  return Math.round((100 * Math.min(progress.right, total)) / Math.max(1, total))
}

export function stateOf(progress: ModuleProgress | undefined, total: number, words: StateWords): string {
  if (!progress) return words.new
  if (progress.passed) return fill(words.passed, { percent: progress.best ?? 0 })
  if (progress.open) return fill(words.open, { k: progress.open.answered, n: progress.open.of })
  if (progress.best !== undefined) return fill(words.best, { percent: progress.best })
  return progress.right > 0 ? fill(words.practised, { k: progress.right, n: total }) : words.new
}

function paint(card: HTMLElement, progress: ModuleProgress | undefined, words: StateWords): void {
  const total = Number(card.dataset.total)
  const part = (name: string) => card.querySelector(`[data-${name}]`)
  const passed = progress?.passed ?? false
  part('seal')?.toggleAttribute('hidden', !passed)
  part('ring')?.toggleAttribute('hidden', passed)
  const share = progress ? shareOf(progress, total) : 0
  part('ring')?.querySelector('circle:last-of-type')?.setAttribute('stroke-dasharray', `${share} 100`)
  const label = part('ring')?.querySelector('text')
  if (label) label.textContent = share > 0 ? `${share}%` : '–'
  const state = part('state')
  if (state) state.textContent = stateOf(progress, total, words)
}

/** Paints all cards of the page. */
export function showModules({ modules }: Progress, words: StateWords): void {
  for (const card of document.querySelectorAll<HTMLElement>('[data-module]')) {
    paint(card, modules.get(card.dataset.module ?? ''), words)
  }
}
