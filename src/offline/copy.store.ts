/** The copy on this device as a page finds it, and what a page may do with it. */
import { NAME } from '../device/place.ts'
import { type About, type Chosen, NO_STATE, type Part, type Progress, type State } from './pack.ts'
import { below, names, registered, want, writeWish } from './registration.store.ts'

async function readJson<T>(cacheName: string, key: string): Promise<T | undefined> {
  return (await caches.match(below(key), { cacheName }))?.json()
}

/**
 * The version that answers at present, or the first one when it is about to. Undefined where there is none, or the browser
 * has cleared it.
 */
export async function copyHere(): Promise<About | undefined> {
  const { current } = (await readJson<State>(names.state, 'state')) ?? NO_STATE
  const versions = current === undefined ? (await caches.keys()).flatMap(cache => names.versionOf(cache) ?? []) : [current]
  for (const version of versions) {
    const about = await readJson<About>(names.of(version), 'about')
    if (about) return about
  }
  return undefined
}

/** Bytes of a download as a host that compresses sends it, by part. Undefined without a connection. */
export async function downloadSizes(): Promise<Readonly<Record<Part, number>> | undefined> {
  try {
    const answer = await fetch(below('offline.json'))
    return answer.ok ? await answer.json() : undefined
  } catch {
    return undefined
  }
}

export interface Room {
  /** Bytes that this site takes up; undefined where a browser doesn't tell. */
  readonly used: number | undefined
  /** Whether the browser has promised not to clear it. */
  readonly safe: boolean
}

export async function roomHere(): Promise<Room> {
  const { usage } = (await navigator.storage?.estimate?.()) ?? {}
  return { used: usage, safe: (await navigator.storage?.persisted?.()) ?? false }
}

/** Has the copy completed with a part, by the worker that answers at present. */
export async function takeAlso(part: Chosen): Promise<void> {
  await want(part)
  const registration = await registered()
  registration?.active?.postMessage('take')
}

/** Removes every version, and the worker. It is not made again by itself. */
export async function eraseCopy(): Promise<void> {
  writeWish('no')
  await (await registered())?.unregister()
  for (const cache of await caches.keys()) {
    if (cache === names.state || names.versionOf(cache) !== undefined) await caches.delete(cache)
  }
}

/** Calls with what the worker tells while it takes a copy. */
export function onProgress(told: (progress: Progress) => void): void {
  new BroadcastChannel(`${NAME}offline`).addEventListener('message', event => told(event.data))
}
