/** The worker as it is built, with a browser's storage and network played by the test. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterAll, expect, test } from 'vitest'
import { packSite } from '../../src/site/offline.integration.ts'

const SCOPE = 'http://host/b/'
const STATE = 'service-handbook/b/offline'
const places: string[] = []
afterAll(() => {
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

async function siteOf(version: string): Promise<string> {
  const site = mkdtempSync(join(tmpdir(), 'handbook-'))
  places.push(site)
  const files = {
    'index.html': 'door',
    'offline/index.html': 'no connection',
    'zh/tools/index.html': `tools ${version}`,
    'zh/index.html': `<script src="/b/_astro/quiz.${version}.js"></script>`,
    'zh/trainer/index.html': `<h1>trainer ${version}</h1><script src="/b/_astro/console.${version}.js"></script>`,
    [`_astro/console.${version}.js`]: `import './quiz.${version}.js'`,
    'zh/set.json': `{"v":"${version}"}`,
    'en/index.html': `home ${version}`,
    [`_astro/quiz.${version}.js`]: `quiz ${version}`
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, file)), { recursive: true })
    writeFileSync(join(site, file), text)
  }
  await packSite(site)
  return site
}

/** A browser at a host: its caches, its open pages, and what is wrong with the network and the disk. */
function openBrowser() {
  const kept = new Map<string, Map<string, Response>>()
  const world = { site: '', isDown: false, isFull: false, answersWithPages: false, open: [] as string[], pageFor: /^$/ }
  const caches = {
    async open(name: string) {
      const cache = kept.get(name) ?? new Map<string, Response>()
      kept.set(name, cache)
      return {
        async put(key: string, value: Response) {
          if (world.isFull && key.endsWith('.js')) throw new DOMException('No room', 'QuotaExceededError')
          cache.set(key, value)
        },
        delete: async (key: string) => cache.delete(key)
      }
    },
    match: async (key: string, { cacheName }: { cacheName: string }) => kept.get(cacheName)?.get(key)?.clone(),
    keys: async () => [...kept.keys()],
    delete: async (name: string) => kept.delete(name)
  }
  /** In small parts, one after the other, until the reader has gone. */
  const inParts = (bytes: Uint8Array, signal?: AbortSignal) => {
    let at = 0
    return new ReadableStream<Uint8Array>({
      async pull(stream) {
        await new Promise(done => setTimeout(done))
        if (signal?.aborted) return stream.error(signal.reason)
        stream.enqueue(bytes.slice(at, at + 100))
        at += 100
        if (at >= bytes.length) stream.close()
      }
    })
  }
  const fetchFile = async (asked: string | { readonly url: string }, { signal }: { readonly signal?: AbortSignal } = {}) => {
    if (world.isDown) throw new TypeError('Failed to fetch')
    const path = new URL(typeof asked === 'string' ? asked : asked.url).pathname.slice('/b/'.length)
    const file = join(world.site, path.endsWith('/') ? `${path}index.html` : path)
    if (world.pageFor.test(path)) return new Response('a page')
    const body = path.includes('pack-') ? inParts(readFileSync(file), signal) : existsSync(file) && readFileSync(file)
    if (body) return new Response(body, { headers: { 'x-frame-options': 'DENY', 'set-cookie': 'a=b' } })
    return new Response('a page', { status: world.answersWithPages ? 200 : 404, headers: { 'content-type': 'text/html' } })
  }
  const told: { readonly type: string; readonly why?: string }[] = []

  /** Starts the worker that the host has now. */
  function start() {
    type Act = (event: object) => void
    const acts = new Map<string, Act>()
    const self = {
      registration: { scope: SCOPE },
      clients: { matchAll: async () => world.open.map(id => ({ id })) },
      skipWaiting: async () => undefined,
      addEventListener: (name: string, act: Act) => acts.set(name, act)
    }
    class Channel {
      postMessage = (message: (typeof told)[number]) => told.push(message)
    }
    const own = { self, caches, fetch: fetchFile, BroadcastChannel: Channel }
    const same = { URL, Response, Headers, Blob, TextEncoder, TextDecoder, crypto, btoa, AbortController, Uint8Array, RangeError, Error }
    runInNewContext(readFileSync(join(world.site, 'sw.js'), 'utf8'), { ...own, ...same })
    const fire = async (name: string, event: object = {}) => {
      const works: Promise<unknown>[] = []
      let answer: Promise<Response> | undefined
      acts.get(name)?.({
        ...event,
        waitUntil: (work: Promise<unknown>) => works.push(work),
        respondWith: (given: Promise<Response>) => (answer = given)
      })
      await Promise.all(works)
      return answer
    }
    const get = async (path: string, clientId = 'new', mode = 'cors') => {
      const answer = await fire('fetch', { request: { method: 'GET', url: SCOPE + path, mode }, clientId })
      return answer && { status: answer.status, text: await answer.text(), headers: answer.headers }
    }
    const textOf = async (path: string, client?: string) => (await get(path, client))?.text
    return { install: () => fire('install'), activate: () => fire('activate'), take: () => fire('message', { data: 'take' }), get, textOf }
  }
  const want = (langs: readonly string[]) => caches.open(STATE).then(cache => cache.put(`${SCOPE}wanted`, Response.json(langs)))
  const versions = () => [...kept.keys()].filter(name => name.includes('#'))
  return { world, told, start, want, versions }
}

async function withFirst() {
  const browser = openBrowser()
  browser.world.site = await siteOf('one')
  await browser.want(['zh'])
  const worker = browser.start()
  await worker.install()
  await worker.activate()
  return { ...browser, worker }
}

test('without a network the wanted language and the shell are answered, with the host’s safety headers and no others', async () => {
  const { world, worker } = await withFirst()
  world.isDown = true
  expect(await worker.textOf('zh/tools/')).toBe('tools one')
  expect(await worker.textOf('_astro/quiz.one.js')).toBe('quiz one')
  const door = await worker.get('', 'new', 'navigate')
  expect(door?.headers.get('x-frame-options')).toBe('DENY')
  expect(door?.headers.get('set-cookie')).toBeNull()
  expect(door?.headers.get('content-type')).toBe('text/html; charset=utf-8')
})

test('without a network an unknown page says so with 503, a page without its slash is found, and a script is nothing', async () => {
  const { world, worker } = await withFirst()
  world.isDown = true
  expect(await worker.get('en/', 'new', 'navigate')).toMatchObject({ status: 503, text: 'no connection' })
  const moved = await worker.get('zh/tools?a=b', 'new', 'navigate')
  expect(moved?.status).toBe(302)
  expect(moved?.headers.get('location')).toBe(`${SCOPE}zh/tools/?a=b`)
  expect((await worker.get('_astro/gone.js'))?.status).toBe(0)
})

test('a host’s page for everything is no script and no data', async () => {
  const { world, worker } = await withFirst()
  world.answersWithPages = true
  expect((await worker.get('_astro/gone.js'))?.status).toBe(404)
  expect((await worker.get('zh/gone.json'))?.status).toBe(404)
  expect((await worker.get('zh/gone/'))?.status).toBe(200)
})

test('pages that were open when a version took over go on with theirs', async () => {
  const { world, start, versions } = await withFirst()
  world.site = await siteOf('two')
  world.open = ['old']
  const next = start()
  await next.install()
  await next.activate()
  expect(await next.textOf('zh/set.json', 'old')).toBe('{"v":"one"}')
  expect(await next.textOf('zh/set.json', 'new')).toBe('{"v":"two"}')
  expect(await next.textOf('_astro/quiz.one.js', 'new')).toBe('quiz one')
  expect((await next.get('zh/tools/', 'old', 'navigate'))?.text).toBe('tools two')
  expect(versions()).toHaveLength(2)
})

test.each([
  ['the network', 'isDown', 'unreachable'],
  ['the room', 'isFull', 'full']
] as const)('where %s fails, the new version leaves nothing and the one before answers', async (_, what, why) => {
  const { world, told, start, versions, worker } = await withFirst()
  const before = versions()
  world.site = await siteOf('two')
  const next = start()
  world[what] = true
  await expect(next.install()).rejects.toThrow()
  expect(told.at(-1)).toMatchObject({ type: 'failed', why })
  expect(versions()).toEqual(before)
  expect(await worker.textOf('zh/set.json')).toBe('{"v":"one"}')
})

test('when one pack fails, the others are given up and tell no more: the last word is why', async () => {
  const { world, told, start, want, versions } = openBrowser()
  world.site = await siteOf('one')
  world.pageFor = /pack-zh/
  await want(['zh'])
  await expect(start().install()).rejects.toThrow()
  await new Promise(done => setTimeout(done, 100))
  expect(told.at(-1)).toEqual({ type: 'failed', why: 'damaged' })
  expect(versions()).toEqual([])
})

test('the other language is added to a copy that is there', async () => {
  const { world, want, worker } = await withFirst()
  await want(['zh', 'en'])
  await worker.take()
  world.isDown = true
  expect(await worker.textOf('en/')).toBe('home one')
})

test('pages for trainers, and scripts that only these name, are in the copy when they are wanted', async () => {
  const { world, want, worker } = await withFirst()
  world.isDown = true
  expect((await worker.get('zh/trainer/', 'new', 'navigate'))?.status).toBe(503)
  expect((await worker.get('_astro/console.one.js'))?.status).toBe(0)
  world.isDown = false
  await want(['zh', 'more'])
  await worker.take()
  world.isDown = true
  expect(await worker.textOf('zh/trainer/')).toContain('trainer one')
  expect(await worker.textOf('_astro/console.one.js')).toContain('import')
  expect(await worker.textOf('_astro/quiz.one.js')).toBe('quiz one')
})

test('the same site gives the same version, another one another', async () => {
  const codes = await Promise.all(['one', 'one', 'two'].map(siteOf).map(async site => readFileSync(join(await site, 'sw.js'), 'utf8')))
  expect(codes[0]).toBe(codes[1])
  expect(codes[0]).not.toBe(codes[2])
})
