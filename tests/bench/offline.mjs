/**
 * What the offline copy takes: `npm run bench:offline` after a build. Prints the bytes of the worker and of each pack as
 * hosts send them, then has a real browser take the copy from a host that sends 200,000 bytes a second (1.6 Mbit/s) over
 * all connections, 150 ms after it was asked, with brotli at quality 11 and with gzip.
 *
 * The host holds the bytes back itself: what a browser does to slow itself down is not felt by a worker.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'

const DIST = process.env.DIST ?? 'dist'
const RATE = 200_000
const LATENCY = 150
const SLICE = 4000
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml' }
const print = line => process.stdout.write(`${line}\n`)

const br = (bytes, quality) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
const ENCODINGS = { br: bytes => br(bytes, 11), gzip: bytes => gzipSync(bytes, { level: 6 }) }

function sizes() {
  print('| file | plain | gzip 6 | brotli 5 | brotli 11 |\n| --- | ---: | ---: | ---: | ---: |')
  const packs = readdirSync(join(DIST, '_astro')).filter(name => name.startsWith('pack-'))
  for (const file of ['sw.js', ...packs.map(name => `_astro/${name}`)]) {
    const bytes = readFileSync(join(DIST, file))
    print(`| ${file} | ${bytes.length} | ${gzipSync(bytes).length} | ${br(bytes, 5).length} | ${br(bytes, 11).length} |`)
  }
}

async function slowHost(encoding) {
  const ready = new Map()
  const asked = []
  let free = 0
  /** One slice after the other, whoever asks. */
  const send = async (response, body) => {
    for (let from = 0; from < body.length; from += SLICE) {
      const slice = body.subarray(from, from + SLICE)
      free = Math.max(free, performance.now()) + (1000 * slice.length) / RATE
      await wait(free - performance.now())
      response.write(slice)
    }
    response.end()
  }
  const encoded = file => {
    if (!ready.has(file)) ready.set(file, ENCODINGS[encoding](readFileSync(file)))
    return ready.get(file)
  }
  for (const name of readdirSync(join(DIST, '_astro'))) encoded(join(DIST, '_astro', name))
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://host')
    const file = join(DIST, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    await wait(LATENCY)
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404).end()
    const body = encoded(file)
    asked.push({ pathname, bytes: body.length })
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain', 'content-encoding': encoding })
    await send(response, body)
  })
  await new Promise(done => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${server.address().port}`, asked, close: () => server.close().closeAllConnections() }
}

async function take(browser, lang, encoding) {
  const host = await slowHost(encoding)
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${host.url}/${lang}/me/`, { waitUntil: 'networkidle' })
  host.asked.length = 0
  const begun = performance.now()
  await page.locator('[data-offline="keep"]').click()
  await page.waitForFunction(() => document.querySelector('[data-offline="version"]')?.textContent !== '', undefined, { timeout: 120_000 })
  const seconds = (performance.now() - begun) / 1000
  const { files, used } = await page.evaluate(async () => {
    const name = (await caches.keys()).find(key => key.includes('#')) ?? ''
    return { files: (await (await caches.open(name)).keys()).length - 1, used: (await navigator.storage.estimate()).usage }
  })
  const asked = host.asked.filter(({ pathname }) => /sw\.js|pack-/.test(pathname))
  print(
    `| ${lang} | ${encoding} | ${asked.length} | ${asked.reduce((sum, { bytes }) => sum + bytes, 0)} | ${seconds.toFixed(1)} | ${files} | ${used} |`
  )
  await context.close()
  host.close()
}

sizes()
print(
  '\n| language | encoding | requests | bytes | seconds | files kept | bytes in the browser |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |'
)
const browser = await chromium.launch(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {})
for (const encoding of Object.keys(ENCODINGS)) for (const lang of ['zh', 'en']) await take(browser, lang, encoding)
await browser.close()
