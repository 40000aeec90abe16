/** The worker's registration, and the reader's wish whether this device keeps a copy. */
import { NAME } from '../device/place.ts'
import { readSetting, writeSetting } from '../device/settings.store.ts'
import { isLang, type Lang } from '../lang/text.ts'
import { type Chosen, cacheNames } from './pack.ts'

const SETTING = 'offline'
export const names = cacheNames(NAME)

/** `seen`: has opened a page before. `yes` and `no`: has asked for the copy, or has deleted it. */
export type Wish = 'seen' | 'yes' | 'no'

export function readWish(): string | undefined {
  return readSetting(SETTING)
}
export function writeWish(wish: Wish): void {
  writeSetting(SETTING, wish)
}

/** Address of a file below the site's base. */
export const below = (path: string) => new URL(import.meta.env.BASE_URL.replace(/\/?$/, '/') + path, location.origin).href

/** Undefined where there are no workers: without https, and in some apps that show pages. */
export const workers = (): ServiceWorkerContainer | undefined => navigator.serviceWorker

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): string }
}

let policy: ReturnType<Policies['createPolicy']> | undefined

/** The only address that may become a script here: the security policy allows one named policy, and this is all it does. */
function addressOfWorker(): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies }
  const address = below('sw.js')
  // A second policy of the same name is refused.
  policy ??= trustedTypes?.createPolicy('worker', { createScriptURL: () => address })
  return policy?.createScriptURL('') ?? address
}

export async function wanted(): Promise<readonly Chosen[]> {
  const kept: unknown = await (await caches.match(below('wanted'), { cacheName: names.state }))?.json()
  return Array.isArray(kept) ? kept.filter(one => one === 'more' || isLang(one)) : []
}

/** Adds a part to those that this device keeps. */
export async function want(part: Chosen): Promise<void> {
  const parts = new Set([...(await wanted()), part])
  await (await caches.open(names.state)).put(below('wanted'), new Response(JSON.stringify([...parts])))
}

/** Registers the worker, which then takes the copy. Throws where a browser refuses it. */
export async function register(lang: Lang): Promise<ServiceWorkerRegistration | undefined> {
  if (!(await wanted()).some(isLang)) await want(lang)
  return workers()?.register(addressOfWorker(), { updateViaCache: 'none' })
}

/** Another handbook, at a shorter path of this host, may have a worker that would answer here too: that one is not ours. */
export async function registered(): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await workers()?.getRegistration(below(''))
  return registration?.scope === below('') ? registration : undefined
}
