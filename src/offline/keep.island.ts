/**
 * From the second page on, when the browser has nothing better to do: has the offline copy made, and offers a new version.
 *
 * Nobody gets the copy with the first page they open: who comes once, from a link, has not asked for the whole handbook.
 * Later it is made, unless data are being saved or the network is slow.
 */
import { hold, isBusy, onFree } from '../device/busy.store.ts'
import { isLang, type Lang } from '../lang/text.ts'
import { readWish, register, registered, workers } from './registration.store.ts'

const HOUR = 3_600_000
/** Of the pages that are not in the usual copy, those that a person opens with a purpose. */
const TEACHING = /\/(trainer|bank|class|worksheets|reviews)\//

interface Connection {
  readonly saveData?: boolean
  readonly effectiveType?: string
}

const tag = document.documentElement.lang.slice(0, 2)
const lang: Lang = isLang(tag) ? tag : 'zh'

function isWelcome(): boolean {
  const wish = readWish()
  if (wish === undefined || wish === 'no') return false
  const { saveData, effectiveType = '' } = (navigator as { readonly connection?: Connection }).connection ?? {}
  return wish === 'yes' || !(saveData || /2g/.test(effectiveType))
}

const notice = () => import('./notice.island.ts')

function follow(registration: ServiceWorkerRegistration): void {
  /** The page goes on with the version it came from; its own worker is gone. */
  let isOld = false
  const offer = async () => {
    if (!isBusy() && (isOld || (registration.waiting && registration.active && !registration.installing)))
      (await notice()).offer(lang, isOld ? undefined : registration.waiting)
  }
  const watch = () => registration.installing?.addEventListener('statechange', () => void offer())
  registration.addEventListener('updatefound', watch)
  watch()
  onFree(() => void offer())
  void offer()
  if (workers()?.controller) {
    workers()?.addEventListener('controllerchange', () => {
      isOld = true
      if (isBusy()) return
      // The page is on its way out: nothing may be begun on it any more.
      hold()
      location.reload()
    })
  }
  let last = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - last < HOUR) return
    last = Date.now()
    void registration.update().catch(() => undefined)
  })
}

async function start(): Promise<void> {
  if (isWelcome() && TEACHING.test(location.pathname)) await (await import('./more.island.ts')).takeMore()
  const registration = (await registered()) ?? (isWelcome() ? await register(lang) : undefined)
  if (registration) follow(registration)
}

onFree(async () => (await import('./invite.island.ts')).invite(lang))
// A browser may refuse: storage is blocked, or the window is private. The site works online.
void start().catch(() => undefined)
