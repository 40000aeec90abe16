/**
 * How long the list of visits takes with a full desk: `npm run bench:desk`. The built site in a real browser, runs of a
 * dozen entries each, most of them done. Reported for each number of runs, at full speed and with a CPU four times slower
 * (p50 and p95 of the rounds):
 *
 * 1. From the first line of the page's script to the painted list, everything read from the disk.
 * 2. From a key in the search field to the painted result.
 * 3. From a tap on a step to its tick, and to “saved”, with that many runs beside it.
 *
 * Times belong to the machine they were taken on. They are reported, not tested.
 */
import { loadavg } from 'node:os'
import { chromium } from '@playwright/test'
import { serve } from '../../.commands/serve.mjs'
import { plantRuns } from '../browser/visit.ts'

const ROUNDS = 8
const COUNTS = [10, 1000, 5000]
const STEPS = ['fill-form', 'call', 'ask-agreement', 'settle', 'check-agreement', 'ask-symptoms', 'analyse', 'report', 'consent', 'retest']
const print = line => process.stdout.write(`${line}\n`)
const percentile = (values, share) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? 0
const told = values => `${Math.round(percentile(values, 0.5))} / ${Math.round(percentile(values, 0.95))} ms`

/** All but the last three are done. */
function runsOf(count) {
  return Array.from({ length: count }, (_, id) => {
    const start = 1_700_000_000_000 + id * 3_600_000
    const ticks = STEPS.map((step, index) => ({ id: `${id}-${index}`, at: start + index * 60_000, type: 'done', step }))
    const note = { id: `${id}-n`, at: start + 1, type: 'note', step: 'ask-symptoms', text: `Blue screen after ten minutes, device ${id}` }
    const end = id < count - 3 ? [{ id: `${id}-f`, at: start + 3_000_000, type: 'finished' }] : []
    const entries = [...ticks, note, ...end]
    return {
      v: 1,
      id: `r${id}`,
      changed: start,
      checklist: 'visit',
      order: `JF-${id}`,
      customer: `Customer ${id}`,
      started: start,
      entries
    }
  })
}

/** Milliseconds until the frame after the one in which this is true. */
const untilPainted = (page, work, sign) =>
  page.evaluate(
    ([act, seen]) =>
      new Promise(resolve => {
        const isSeen = new Function(`return ${seen}`)
        const begun = performance.now()
        new Function(act)()
        const look = () => {
          if (isSeen()) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)))
          else requestAnimationFrame(look)
        }
        look()
      }),
    [work, sign]
  )

/** Notes when the page's place is taken by the tool's script, and when the first rows have been painted. */
function observe() {
  new MutationObserver((_, observer) => {
    const place = document.querySelector('[data-visit]')
    if (place?.dataset.awake !== undefined) window.begun ??= performance.now()
    if (!document.querySelector('.runs li')) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => (window.listed = performance.now())))
  }).observe(document, { childList: true, subtree: true, attributes: true })
}

async function measure(browser, site, count, rate) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true })
  const page = await context.newPage()
  await page.addInitScript(observe)
  await page.goto(`${site}en/tools/`)
  await plantRuns(page, runsOf(count))
  if (rate > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate })
  const times = { list: [], search: [], tick: [], saved: [] }
  for (let round = 0; round <= ROUNDS; round++) {
    await page.goto(`${site}en/tools/`)
    await page.goto(`${site}en/tools/visit/`)
    await page.waitForFunction(() => window.listed > 0)
    const list = await page.evaluate(() => window.listed - window.begun)
    const key = `const field = document.querySelector('[type=search]'); field.value = 'device ${round + 1}'; field.dispatchEvent(new Event('input', { bubbles: true }))`
    const search = await untilPainted(page, key, `document.querySelector('[role=status].hush').textContent !== ''`)
    await page.goto(`${site}en/tools/visit/#run=r${count - 1}`)
    await page.reload()
    await page.waitForSelector('.rail button')
    const tap = `window.was = document.querySelector('.step').ariaChecked; document.querySelector('.step').click()`
    const tick = await untilPainted(page, tap, `document.querySelector('.step').ariaChecked !== window.was`)
    const saved = await untilPainted(page, tap, `document.querySelector('.run .saved').dataset.saved === 'yes'`)
    // The first round warms the browser up.
    if (round > 0) for (const [name, time] of Object.entries({ list, search, tick, saved })) times[name].push(time)
  }
  await context.close()
  return times
}

const { url, close } = await serve({ folder: 'dist', port: 0, host: '127.0.0.1' })
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--disable-background-networking'] })
try {
  print(`${ROUNDS} rounds, p50 / p95; load ${loadavg()[0].toFixed(1)}`)
  print('\n| runs | CPU | list painted | search painted | tick painted | saved |\n| ---: | --- | ---: | ---: | ---: | ---: |')
  for (const count of COUNTS) {
    for (const rate of [1, 4]) {
      const { list, search, tick, saved } = await measure(browser, url, count, rate)
      print(`| ${count} | ${rate === 1 ? 'full' : '÷ 4'} | ${told(list)} | ${told(search)} | ${told(tick)} | ${told(saved)} |`)
    }
  }
  print(`\nload ${loadavg()[0].toFixed(1)} at the end`)
} finally {
  await browser.close()
  await close()
}
