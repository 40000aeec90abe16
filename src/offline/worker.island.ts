/**
 * The service worker: keeps whole versions of the handbook on the device and answers from them. `dist/sw.js`.
 *
 * A version is complete or it isn't there. It never takes over by itself: a page asks it to, after its reader agreed.
 * Pages that are open at that time go on with the version they came from.
 */
import { unfold } from './fold.ts'
import {
  type About,
  addressOf,
  type Chosen,
  cacheNames,
  type Failure,
  lookIn,
  mayBePage,
  NO_STATE,
  type Order,
  outdated,
  type Pack,
  type PackFile,
  type Packs,
  type Part,
  type Progress,
  SAFETY,
  type State,
  takeOver,
  typeOf
} from './pack.ts'

/** The build puts these two in. */
declare const VERSION: string
declare const PACKS: Packs

interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface AskedEvent extends LastingEvent {
  readonly request: Request
  readonly clientId: string
  respondWith(answer: Promise<Response>): void
}
interface Worker {
  readonly registration: { readonly scope: string }
  readonly clients: { matchAll(which: { includeUncontrolled: boolean; type: 'all' }): Promise<readonly { readonly id: string }[]> }
  skipWaiting(): Promise<void>
  addEventListener(name: 'install' | 'activate', act: (event: LastingEvent) => void): void
  addEventListener(name: 'fetch', act: (event: AskedEvent) => void): void
  addEventListener(name: 'message', act: (event: LastingEvent & { readonly data: Order }) => void): void
}

const worker = self as unknown as Worker
const { scope } = worker.registration
const name = `service-handbook${new URL(scope).pathname}`
const names = cacheNames(name)
const channel = new BroadcastChannel(`${name}offline`)
const tell = (progress: Progress) => channel.postMessage(progress)

async function read<T>(cache: string, key: string): Promise<T | undefined> {
  const kept = await caches.match(scope + key, { cacheName: cache })
  return kept?.json()
}
async function write(cache: string, key: string, value: unknown): Promise<void> {
  await (await caches.open(cache)).put(scope + key, new Response(JSON.stringify(value)))
}
const readState = async () => (await read<State>(names.state, 'state')) ?? NO_STATE
const openPages = async () => (await worker.clients.matchAll({ includeUncontrolled: true, type: 'all' })).map(({ id }) => id)

class Refused extends Error {
  readonly why: Failure
  constructor(why: Failure) {
    super(why)
    this.why = why
  }
}

async function download(
  { path, hash }: PackFile,
  signal: AbortSignal,
  got: (bytes: number) => void
): Promise<{ pack: Pack; headers: Headers }> {
  // The browser's own cache needs no second copy, and may hold a damaged one.
  const answer = await fetch(scope + path, { cache: 'no-store', signal }).catch(() => undefined)
  if (!answer?.ok || !answer.body) throw new Refused('unreachable')
  const parts: Uint8Array<ArrayBuffer>[] = []
  const reader = answer.body.getReader()
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value)
      got(part.value.length)
    }
  } catch {
    throw new Refused('unreachable')
  }
  const bytes = await new Blob(parts).arrayBuffer()
  const sum = String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
  if (btoa(sum) !== hash) throw new Refused('damaged')
  return { pack: JSON.parse(new TextDecoder().decode(bytes)), headers: answer.headers }
}

async function keep(cache: Cache, { pack, headers }: { pack: Pack; headers: Headers }, addresses: string[]): Promise<void> {
  const safety = SAFETY.flatMap(header => (headers.has(header) ? [[header, headers.get(header) ?? '']] : []))
  const files = unfold(pack, new TextEncoder().encode(pack.text))
  for (let from = 0; from < files.length; from += 32) {
    await Promise.all(
      files.slice(from, from + 32).map(({ path, bytes }) => {
        const address = scope + addressOf(path)
        addresses.push(address)
        const init = { headers: [...safety, ['content-type', typeOf(path)]] as [string, string][] }
        return cache.put(address, new Response(bytes as Uint8Array<ArrayBuffer>, init))
      })
    )
  }
}

/** Completes this version's copy with the parts that are wanted. What was begun and failed is removed. */
async function take(): Promise<void> {
  const mine = names.of(VERSION)
  const about = await read<About>(mine, 'about')
  const wanted = (await read<readonly Chosen[]>(names.state, 'wanted')) ?? ['zh']
  const missing: Part[] = [...(about ? [] : ['shell' as const]), ...wanted.filter(part => !about?.parts.includes(part))]
  const of = missing.reduce((sum, part) => sum + PACKS[part].size, 0)
  const addresses: string[] = []
  const rest = new AbortController()
  let got = 0
  try {
    const packs = await Promise.all(
      missing.map(part =>
        download(PACKS[part], rest.signal, bytes => {
          got += bytes
          if (!rest.signal.aborted) tell({ type: 'taking', got, of })
        })
      )
    )
    const cache = await caches.open(mine)
    for (const pack of packs) await keep(cache, pack, addresses)
    const parts = [...new Set([...(about?.parts ?? []), ...wanted])]
    const now: About = { version: VERSION, parts, at: Date.now(), bytes: (about?.bytes ?? 0) + of }
    if (missing.length > 0) await write(mine, 'about', now)
    tell({ type: 'taken' })
  } catch (error) {
    // Nothing is told of the other packs once one has failed: the page would forget why.
    rest.abort()
    if (!about) await caches.delete(mine)
    else for (const address of addresses) await (await caches.open(mine)).delete(address)
    tell({ type: 'failed', why: error instanceof Refused ? error.why : 'full' })
    throw error
  }
}

async function clear(state: State): Promise<void> {
  const kept = (await caches.keys()).flatMap(cache => names.versionOf(cache) ?? [])
  for (const version of outdated(kept, state, VERSION, await openPages())) await caches.delete(names.of(version))
}

worker.addEventListener('install', event => {
  event.waitUntil(
    take().then(async () => {
      await clear(await readState())
    })
  )
})

let state: Promise<State> | undefined

worker.addEventListener('activate', event => {
  const turn = async () => {
    const now = takeOver(await readState(), VERSION, await openPages())
    await write(names.state, 'state', now)
    state = undefined
    await clear(now)
  }
  event.waitUntil(turn())
})

worker.addEventListener('message', event => {
  event.waitUntil(event.data === 'apply' ? worker.skipWaiting() : take().catch(() => undefined))
})

worker.addEventListener('fetch', event => {
  const { request, clientId } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || !(origin + pathname).startsWith(scope)) return
  // A page that is opened comes from this version, whoever opens it: one that is loaded anew has the id of the old one.
  event.respondWith(answer(request, request.mode === 'navigate' ? '' : clientId, origin + pathname))
})

async function kept(address: string, client: string): Promise<Response | undefined> {
  state ??= readState()
  for (const version of lookIn(await state, VERSION, client)) {
    const found = await caches.match(address, { cacheName: names.of(version) })
    if (found) return found
  }
  return undefined
}

async function answer(request: Request, client: string, address: string): Promise<Response> {
  const isPage = request.mode === 'navigate'
  // A cache that can't be read is no reason to answer nothing.
  const found = await kept(address, client).catch(() => undefined)
  if (found) return found
  const slashed = `${address}/`
  if (isPage && (await kept(slashed, client).catch(() => undefined))) return Response.redirect(slashed + new URL(request.url).search)
  try {
    const sent = await fetch(request)
    // Some hosts answer everything with a page. A script that is none must fail, or it is taken for one.
    const isHtml = sent.headers.get('content-type')?.startsWith('text/html')
    return isHtml && !mayBePage(address) ? new Response(null, { status: 404 }) : sent
  } catch {
    const page = isPage && mayBePage(address) ? await kept(`${scope}offline/`, client).catch(() => undefined) : undefined
    return page ? new Response(page.body, { status: 503, headers: page.headers }) : Response.error()
  }
}
