/**
 * What a slow phone would feel: `npm run bench:phone` after a build. 360 × 740, 1.6 Mbit/s, 150 ms, CPU four times slower.
 *
 * Prints medians of five runs: first and largest contentful paint, blocking time, layout shift, transferred bytes; the
 * next page after a tap; from the tap on "submit" to the painted reason (50th and 95th percentile of twenty answers); and from the tap on the search
 * button to the first answer.
 * Times belong to the machine they were taken on. They are reported, not tested.
 */
import { chromium } from '@playwright/test'
import { serve } from '../../.commands/serve.mjs'

const RUNS = 5
const PAGES = ['zh/', 'zh/paths/technician/', 'zh/handbook/visit/after/', 'en/handbook/visit/after/', 'zh/modules/speech/check/', 'zh/me/']

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const percentile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ?? 0
const print = line => process.stdout.write(`${line}\n`)

async function slowPage(browser) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, locale: 'zh-CN' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 93_750
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  let bytes = 0
  session.on('Network.loadingFinished', event => {
    bytes += event.encodedDataLength
  })
  await page.addInitScript(() => {
    globalThis.seen = { shift: 0, blocked: 0, largest: 0 }
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) globalThis.seen.shift += entry.hadRecentInput ? 0 : entry.value
    }).observe({ type: 'layout-shift', buffered: true })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) globalThis.seen.blocked += Math.max(0, entry.duration - 50)
    }).observe({ type: 'longtask', buffered: true })
    new PerformanceObserver(list => {
      globalThis.seen.largest = list.getEntries().at(-1)?.startTime ?? 0
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })
  return { context, page, bytes: () => bytes }
}

const paintOf = page => page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)

async function load(browser, address) {
  const { context, page, bytes } = await slowPage(browser)
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForTimeout(1500)
  const first = await paintOf(page)
  const { shift, blocked, largest } = await page.evaluate(() => globalThis.seen)
  await context.close()
  return { first, largest, blocked, shift, bytes: bytes() }
}

/** From the tap on "next page" to the next page's first paint. */
async function next(browser, url) {
  const { context, page } = await slowPage(browser)
  await page.goto(`${url}zh/handbook/visit/during/`, { waitUntil: 'load' })
  await page.waitForTimeout(2000)
  const link = page.locator('a[rel=next]').first()
  await link.scrollIntoViewIfNeeded()
  await link.hover()
  await page.waitForTimeout(1000) // a thumb rests before it taps; speculation rules fetch meanwhile
  await link.click()
  await page.waitForURL('**/after/')
  await page.waitForLoadState('load')
  const paint = await paintOf(page)
  await context.close()
  return paint
}

/** From the tap on "submit" to the frame after the one that shows the reason, in milliseconds. */
async function taps(browser, url) {
  const { context, page } = await slowPage(browser)
  const times = []
  await page.goto(`${url}zh/handbook/speech/banned-phrases/`, { waitUntil: 'load' })
  await page.locator('[data-island]').scrollIntoViewIfNeeded()
  await page.locator('[data-island] button').click()
  for (let round = 0; round < 20; round++) {
    await page.locator('.choice').first().waitFor()
    await page
      .locator('.choice')
      .nth(round % 3)
      .click()
    times.push(
      await page.evaluate(
        () =>
          new Promise(resolve => {
            const button = document.querySelector('.quiz button[type=submit]')
            const start = performance.now()
            const done = () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
            new MutationObserver((_, observer) => {
              if (!document.querySelector('.feedback')) return
              observer.disconnect()
              done()
            }).observe(document.body, { childList: true, subtree: true })
            button.click()
          })
      )
    )
    const again = page.getByRole('button', { name: '再试一次' })
    if (await again.isVisible()) await again.click()
    else {
      await page.locator('.actions .primary').click()
      const restart = page.getByRole('button', { name: '再练一次' })
      if (await restart.isVisible()) await restart.click()
    }
  }
  await context.close()
  return times
}

/** From the tap on the search button, with a word typed at once, to its painted answer; then for further letters. */
async function searches(browser, url) {
  const { context, page } = await slowPage(browser)
  await page.goto(`${url}zh/handbook/visit/after/`, { waitUntil: 'load' })
  await page.waitForTimeout(1500)
  const answer = query =>
    page.evaluate(
      typed =>
        new Promise(resolve => {
          const start = performance.now()
          const done = () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
          const type = () => {
            const input = document.querySelector('#search input')
            if (!input) return
            if (input.value !== typed) {
              input.value = typed
              input.dispatchEvent(new Event('input', { bubbles: true }))
            }
            if (!document.querySelector('#search mark')) return
            observer.disconnect()
            done()
          }
          const observer = new MutationObserver(type)
          observer.observe(document.body, { childList: true, subtree: true })
          if (document.querySelector('#search')) type()
          else document.querySelector('header [data-search]').click()
        }),
      query
    )
  await page.evaluate(() => {
    globalThis.seen.blocked = 0
  })
  const first = await answer('签字')
  await page.waitForTimeout(3000)
  const { blocked } = await page.evaluate(() => globalThis.seen)
  const warm = []
  for (const query of ['签', 'qianzi', '用户不在', '怎么填表', 'dabh', '投诉', '客人骂人怎么办', '协议过期']) {
    await page.evaluate(() => document.querySelector('#search ul')?.remove())
    warm.push(await answer(query))
  }
  await context.close()
  return { first, blocked, warm }
}

const { url: address, close } = await serve({ folder: 'dist' })
const url = address.replace(/\/?$/, '/')
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] })
try {
  print('page                            FCP ms  LCP ms  blocked ms  shift  bytes')
  for (const path of PAGES) {
    const runs = []
    for (let run = 0; run < RUNS; run++) runs.push(await load(browser, url + path))
    const of = name => median(runs.map(run => run[name]))
    print(
      `${path.padEnd(30)} ${of('first').toFixed(0).padStart(7)} ${of('largest').toFixed(0).padStart(7)} ${of('blocked').toFixed(0).padStart(11)} ${of('shift').toFixed(3).padStart(6)} ${String(of('bytes')).padStart(6)}`
    )
  }
  const paints = []
  for (let run = 0; run < RUNS; run++) paints.push(await next(browser, url))
  print(`next page, tap to first paint: ${median(paints).toFixed(0)} ms`)
  const times = await taps(browser, url)
  print(
    `answer, tap to painted reason: p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms (${times.length} answers)`
  )
  const found = []
  for (let run = 0; run < RUNS; run++) found.push(await searches(browser, url))
  const warm = found.flatMap(run => run.warm)
  print(
    `search, tap to first answer: ${median(found.map(run => run.first)).toFixed(0)} ms, blocked ${median(found.map(run => run.blocked)).toFixed(0)} ms; ` +
      `once warm p50 ${percentile(warm, 0.5).toFixed(0)} ms, p95 ${percentile(warm, 0.95).toFixed(0)} ms`
  )
} finally {
  await browser.close()
  await close()
}
