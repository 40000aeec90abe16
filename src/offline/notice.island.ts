/** Offers a new version that is complete on this device. */
import type { Lang } from '../lang/text.ts'
import { showBar } from './bar.island.ts'
import { NOTICE } from './words.ts'

/** `waiting` is the new version's worker; without one it has taken over, and this page is still the old one. */
export function offer(lang: Lang, waiting: ServiceWorker | null | undefined): void {
  const { ready, apply, applied, reload } = NOTICE[lang]
  if (waiting) showBar(apply, ready, [{ label: apply, isMain: true, press: () => waiting.postMessage('apply') }])
  else showBar(reload, applied, [{ label: reload, isMain: true, press: () => location.reload() }])
}
