import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseEncoding, readPath, serve } from '../../.commands/serve.mjs'

const outside = mkdtempSync(join(tmpdir(), 'serve-'))
const folder = join(outside, 'site')
const page = '<!doctype html><title>首页</title>'.repeat(20)
const secret = 'not part of the site'

let site: Awaited<ReturnType<typeof serve>>
let mounted: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  const files: Record<string, string> = {
    'index.html': page,
    '404.html': '<!doctype html><title>Not found 找不到</title>',
    'zh/handbook/index.html': page,
    'zh/feed.xml': '<feed xmlns="http://www.w3.org/2005/Atom"></feed>',
    'zh/查 阅.txt': '查阅',
    'empty/note.txt': 'A folder without a page.',
    'en/questions.json': '{}',
    'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
    'icon.png': 'png',
    '_astro/quiz.h0lQ.js': 'export const quiz = 1',
    _headers: '/*\n  X-Frame-Options: DENY\n\n/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n'
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  writeFileSync(join(outside, 'secret.txt'), secret)
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'way-out.txt'))
  site = await serve({ folder })
  mounted = await serve({ folder, base: '/handbook' })
})

afterAll(async () => {
  await Promise.all([site.close(), mounted.close()])
  rmSync(outside, { recursive: true })
})

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  bytes: Buffer
  text: string
}

/** The path goes out as it stands: `fetch` would tidy it first. */
function ask(path: string, headers: Record<string, string> = {}, { method = 'GET', from = site } = {}): Promise<Answer> {
  const { hostname, port } = new URL(from.url)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, answer => {
      const chunks: Buffer[] = []
      answer.on('data', chunk => chunks.push(chunk))
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks)
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes, text: bytes.toString() })
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}

describe('the right file', () => {
  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/zh/handbook/', 'text/html; charset=utf-8'],
    ['/zh/handbook/?from=home', 'text/html; charset=utf-8'],
    ['/zh/feed.xml', 'application/atom+xml; charset=utf-8'],
    ['/en/questions.json', 'application/json; charset=utf-8'],
    ['/icon.svg', 'image/svg+xml; charset=utf-8'],
    ['/icon.png', 'image/png'],
    ['/_astro/quiz.h0lQ.js', 'text/javascript; charset=utf-8'],
    [`/${encodeURIComponent('zh')}/${encodeURIComponent('查 阅.txt')}`, 'text/plain; charset=utf-8']
  ])('%s is found and named for what it is', async (path, type) => {
    const { status, headers } = await ask(path)
    expect([status, headers['content-type']]).toEqual([200, type])
  })

  test('a missing final slash is added, and the query kept', async () => {
    const { status, headers } = await ask('/zh/handbook?q=%E9%99%AA')
    expect([status, headers.location]).toEqual([301, '/zh/handbook/?q=%E9%99%AA'])
  })

  test('an unknown page is answered by the site’s own 404 page', async () => {
    const { status, headers, text } = await ask('/zh/nothing/')
    expect([status, headers['cache-control']]).toEqual([404, 'no-cache'])
    expect(text).toContain('找不到')
  })

  test.each(['/empty', '/empty/', '/icon.png/', '/_headers'])('%s is no page', async path => {
    expect((await ask(path)).status).toBe(404)
  })

  test('a missing script is never answered by a page, nor kept by a cache', async () => {
    const { status, headers, text } = await ask('/_astro/gone.js')
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([404, 'text/plain; charset=utf-8', 'no-cache'])
    expect(text).not.toContain('<')
  })

  test('HEAD says what GET says, without the body', async () => {
    const [got, head] = [await ask('/'), await ask('/', {}, { method: 'HEAD' })]
    expect(head.headers).toMatchObject({ etag: got.headers.etag, 'content-length': String(got.bytes.length) })
    expect(head.bytes.length).toBe(0)
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async method => {
    const { status, headers } = await ask('/', {}, { method })
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })
})

describe('below a base path', () => {
  const from = () => ({ from: mounted })

  test('pages are there and nothing is beside it', async () => {
    expect(mounted.url).toMatch(/\/handbook\/$/)
    expect((await ask('/handbook/zh/handbook/', {}, from())).text).toBe(page)
    expect((await ask('/zh/handbook/', {}, from())).status).toBe(404)
    expect((await ask('/handbookish/', {}, from())).status).toBe(404)
  })

  test('the slash is added to the base and below it', async () => {
    expect((await ask('/handbook?a=1', {}, from())).headers.location).toBe('/handbook/?a=1')
    expect((await ask('/handbook/zh/handbook', {}, from())).headers.location).toBe('/handbook/zh/handbook/')
  })

  test('the headers are there, and a hashed file is kept for a year', async () => {
    const { headers } = await ask('/handbook/_astro/quiz.h0lQ.js', {}, from())
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'cache-control': 'public, max-age=31536000, immutable' })
  })
})

describe('caching', () => {
  test('a page is asked for again, a named version is kept for a year', async () => {
    expect((await ask('/')).headers['cache-control']).toBe('no-cache')
    expect((await ask('/_astro/quiz.h0lQ.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test('what the browser has is not sent again', async () => {
    const { headers } = await ask('/')
    for (const known of [headers.etag, `W/${headers.etag}`, `"other", ${headers.etag}`, '*']) {
      const again = await ask('/', { 'if-none-match': known ?? '' })
      expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, headers.etag])
    }
    expect((await ask('/', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('each encoding has its own ETag', async () => {
    const tags = await Promise.all(['br', 'gzip', ''].map(async encoding => (await ask('/', { 'accept-encoding': encoding })).headers.etag))
    expect(new Set(tags).size).toBe(3)
  })

  test('a changed file is served changed', async () => {
    const file = join(folder, 'changing.txt')
    writeFileSync(file, 'before')
    utimesSync(file, 1, 1)
    const before = await ask('/changing.txt')
    writeFileSync(file, 'behind')
    const after = await ask('/changing.txt', { 'if-none-match': before.headers.etag ?? '' })
    expect([before.text, after.status, after.text]).toEqual(['before', 200, 'behind'])
  })
})

describe('compression', () => {
  test('text comes in the encoding that was asked for', async () => {
    const br = await ask('/', { 'accept-encoding': 'gzip, deflate, br' })
    expect([br.headers['content-encoding'], br.headers.vary]).toEqual(['br', 'Accept-Encoding'])
    expect(brotliDecompressSync(br.bytes).toString()).toBe(page)
    const gzip = await ask('/', { 'accept-encoding': 'gzip' })
    expect([gzip.headers['content-encoding'], gzip.headers.vary]).toEqual(['gzip', 'Accept-Encoding'])
    expect(gunzipSync(gzip.bytes).toString()).toBe(page)
    const none = await ask('/')
    expect([none.headers['content-encoding'], none.headers.vary, none.text]).toEqual([undefined, 'Accept-Encoding', page])
  })

  test('a picture is sent as it is', async () => {
    const { headers } = await ask('/icon.png', { 'accept-encoding': 'br' })
    expect([headers['content-encoding'], headers.vary]).toEqual([undefined, undefined])
  })

  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['BR', 'br'],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['gzip;q=0', undefined],
    ['br;q=nonsense', undefined],
    ['', undefined],
    [undefined, undefined]
  ])('Accept-Encoding: %s gives %s', (accepted, encoding) => {
    expect(chooseEncoding(accepted)).toBe(encoding)
  })
})

describe('safety', () => {
  test('the headers of _headers are on every answer', async () => {
    for (const path of ['/', '/zh/handbook', '/nothing/', '/_astro/gone.js'])
      expect((await ask(path)).headers['x-frame-options']).toBe('DENY')
  })

  test.each([
    '/../secret.txt',
    '/zh/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/zh/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/index.html%00.txt',
    '/%',
    '/%zz',
    '/%c0%ae%c0%ae/secret.txt',
    '//example.org/zh/handbook',
    '/./secret.txt'
  ])('%s is refused', async path => {
    const { status, text } = await ask(path)
    expect(status).toBe(400)
    expect(text).not.toContain(secret)
  })

  test('a link that leads out of the folder is not followed', async () => {
    expect((await ask('/way-out.txt')).status).toBe(404)
  })

  const piece = fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2e%2e',
      '%252e',
      '/',
      '%2f',
      '\\',
      '%5c',
      '%00',
      '%',
      'zh',
      'secret.txt',
      'way-out.txt',
      'site',
      ';',
      '~',
      '%EF%BC%8F'
    ),
    fc.string({ unit: fc.integer({ min: 33, max: 126 }).map(code => String.fromCharCode(code)), maxLength: 5 })
  )
  const path = fc.array(piece, { maxLength: 8 }).map(pieces => `/${pieces.join('')}`)

  test('no address leads out of the folder or breaks the server', async () => {
    await fc.assert(
      fc.asyncProperty(path, async address => {
        const { status, headers, text } = await ask(address)
        expect([200, 301, 400, 404]).toContain(status)
        expect(text).not.toContain(secret)
        expect(headers.location ?? '/').toMatch(/^\/(?!\/)/)
      }),
      { numRuns: 300 }
    )
  })

  test('a readable path only ever goes down', () => {
    fc.assert(
      fc.property(path, address => {
        const read = readPath(address)
        expect(read === undefined || join('/site', read).startsWith('/site')).toBe(true)
      })
    )
  })

  test('what is not HTTP at all does no harm', async () => {
    const { hostname, port } = new URL(site.url)
    for (const bytes of ['\0\0\0\r\n\r\n', 'GET * HTTP/1.1\r\nHost: x\r\n\r\n', 'GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n']) {
      await new Promise(done => {
        const socket = connect(Number(port), hostname, () => socket.end(bytes))
        socket.on('error', done).on('close', done).resume()
      })
    }
    expect((await ask('/')).status).toBe(200)
  })
})

describe('coming and going', () => {
  test('a taken port is an error, not another port', async () => {
    const other = createServer()
    await new Promise<void>(done => other.listen(0, '127.0.0.1', done))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await expect(serve({ folder, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await new Promise(done => other.close(done))
  })

  test('closing does not wait for a browser that keeps its connection open', async () => {
    const short = await serve({ folder })
    const { hostname, port } = new URL(short.url)
    const socket = connect(Number(port), hostname)
    await new Promise(done => socket.once('connect', done))
    const closed = new Promise(done => socket.once('close', done))
    await short.close()
    await closed
  })
})
