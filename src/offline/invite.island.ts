/**
 * After the first finished quiz: asks the browser not to clear what this site keeps, and tells once how the handbook is
 * put on the home screen.
 */
import { readSetting, writeSetting } from '../device/settings.store.ts'
import type { Lang } from '../lang/text.ts'
import { showBar } from './bar.island.ts'
import { INVITE } from './words.ts'

/** What Chromium offers; the page's own script keeps it. */
interface Offer extends Event {
  prompt(): Promise<unknown>
}
declare global {
  interface Window {
    /** Where a browser has offered to install the site. */
    installOffer?: Offer
  }
}

const SETTING = 'invited'
const isInstalled = () => matchMedia('(display-mode: standalone)').matches
const isApple = () => /iPhone|iPad/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)

export function invite(lang: Lang): void {
  // The browser decides; most don't ask the reader.
  void navigator.storage?.persist?.().catch(() => undefined)
  const { installOffer } = window
  if (readSetting(SETTING) !== undefined || isInstalled() || !(installOffer || isApple())) return
  writeSetting(SETTING, 'yes')
  const { label, line, install, steps, close } = INVITE[lang]
  const no = { label: close, press: () => undefined }
  if (installOffer) showBar(label, line, [{ label: install, isMain: true, press: () => installOffer.prompt() }, no])
  else showBar(label, `${line}${lang === 'en' ? ' ' : ''}${steps}`, [no])
}
