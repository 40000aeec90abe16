/**
 * What the quiz engine takes: `npm run bench:quiz`. Four questions are asked of the built site in a real browser:
 *
 * 1. From the tap on "submit" to the painted reason, for every kind, with a CPU four times slower (p50, p95); and how long
 *    the page's own thread was at work for it, which a machine busy with other things does not change much.
 * 2. From the tap on "start" to the first question of a check, with a bank of 1,000 questions.
 * 3. From an answer to "saved", in an exam of 100 questions (p50, p95).
 * 4. How much later a check is ready when the log holds 20,000 events, with and without the kept view.
 *
 * Times belong to the machine they were taken on. They are reported, not tested.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { chromium } from '@playwright/test'
import { serve } from '../../.commands/serve.mjs'
import { HANDS } from '../browser/hands.ts'
import { rightResponse, wrongResponse } from '../browser/learner.ts'

const ROUNDS = 8
const EVENTS = 20_000
const print = line => process.stdout.write(`${line}\n`)
const percentile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.max(0, Math.ceil(values.length * share) - 1))] ?? 0
const whole = value => `${Math.round(value)} ms`
const read = file => JSON.parse(readFileSync(file, 'utf8'))

async function open(browser, rate = 1) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true })
  const page = await context.newPage()
  const tools = await context.newCDPSession(page)
  if (rate > 1) await tools.send('Emulation.setCPUThrottlingRate', { rate })
  await tools.send('Performance.enable', { timeDomain: 'threadTicks' })
  /** Milliseconds of processor time that the page's thread has taken so far. */
  const worked = async () => {
    const { metrics } = await tools.send('Performance.getMetrics')
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value
  }
  return { context, page, worked }
}

/** Milliseconds from a click on the first of `button` to the frame after the one that shows `sign`. */
function clickToPaint(page, button, sign) {
  return page.evaluate(
    ([pressed, shown]) =>
      new Promise((resolve, reject) => {
        const start = performance.now()
        setTimeout(() => reject(new Error(`${shown} does not come`)), 20_000)
        const look = () => {
          if (document.querySelector(shown)) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
          else requestAnimationFrame(look)
        }
        document.querySelector(pressed).click()
        look()
      }),
    [button, sign]
  )
}

const START = '[data-island] button.primary'
const SUBMIT = 'form.quiz button[type=submit]'

/** Practice questions of each kind with the page that asks them, from the built site. */
function questionsByKind() {
  const kinds = new Map()
  const take = (address, file) => {
    const { questions } = read(file)
    const [question] = questions
    if (question) kinds.set(question.kind, [...(kinds.get(question.kind) ?? []), { address, question }])
  }
  for (const id of readdirSync('dist/en/exercises')) take(`en/exercises/${id}/`, `dist/en/exercises/${id}/practice.json`)
  for (const group of readdirSync('dist/en/handbook', { withFileTypes: true }).filter(entry => entry.isDirectory())) {
    for (const slug of readdirSync(`dist/en/handbook/${group.name}`)) {
      const file = `dist/en/handbook/${group.name}/${slug}/practice.json`
      if (existsSync(file)) take(`en/handbook/${group.name}/${slug}/`, file)
    }
  }
  return kinds
}

async function answer(page, question, response) {
  const form = page.locator('form.quiz')
  const hand = HANDS[question.kind]
  if (hand) return hand(form, response)
  for (const id of response) await form.locator('label.choice', { has: page.locator(`input[value="${id}"]`) }).click()
}

async function feedback(browser, url) {
  print(
    `Submit → painted reason, CPU ÷ 4, ${ROUNDS} answers a kind; load of the machine ${loadavg()[0]?.toFixed(1)} on ${cpus().length} processors`
  )
  print('\n| kind | p50 | p95 | at work, p50 | at work, p95 |\n| --- | ---: | ---: | ---: | ---: |')
  for (const [kind, list] of [...questionsByKind()].sort()) {
    const times = []
    const work = []
    for (let round = 0; round < ROUNDS; round++) {
      const { address, question } = list[round % list.length]
      const { context, page, worked } = await open(browser, 4)
      await page.goto(url + address)
      await page.locator('[data-island]').scrollIntoViewIfNeeded()
      await clickToPaint(page, START, 'form.quiz')
      await answer(page, question, round % 2 ? rightResponse(question) : wrongResponse(question))
      // Somebody who has finished an answer looks at it before submitting; the rules of a reply are there by then.
      await page.waitForLoadState('networkidle')
      await page.waitForTimeout(1000)
      const before = await worked()
      times.push(await clickToPaint(page, SUBMIT, '.verdict[data-state]'))
      work.push((await worked()) - before)
      await context.close()
    }
    print(
      `| ${kind} | ${whole(percentile(times, 0.5))} | ${whole(percentile(times, 0.95))} | ${whole(percentile(work, 0.5))} | ${whole(percentile(work, 0.95))} |`
    )
  }
}

/** A bank of many questions made from those of one module. */
function copies(questions, count) {
  return Array.from({ length: count }, (_, index) => ({ ...questions[index % questions.length], id: `copy-${index}` }))
}

async function largeBank(browser, url) {
  const bank = copies(read('dist/en/modules/speech/questions.json'), 1000)
  for (const rate of [1, 4]) {
    const times = []
    for (let round = 0; round < 5; round++) {
      const { context, page } = await open(browser, rate)
      await page.route('**/modules/speech/questions.json', route => route.fulfill({ json: bank }))
      await page.goto(`${url}en/modules/speech/check/`)
      await page.waitForTimeout(1000)
      times.push(await clickToPaint(page, START, 'form.quiz'))
      await context.close()
    }
    print(`A check from a bank of 1,000 questions, start → first question, CPU ÷ ${rate}: median ${whole(percentile(times, 0.5))}`)
  }
}

async function largeExam(browser, url) {
  const [exam] = readdirSync('dist/en/exams')
  const { questions } = read(`dist/en/exams/${exam}/questions.json`)
  const chosen = questions.filter(({ kind }) => kind === 'single' || kind === 'replace')
  const bank = copies(chosen, 100)
  const { context, page } = await open(browser)
  await page.route('**/exams/*/questions.json', route =>
    route.fulfill({ json: { plan: [{ count: 100, from: bank.map(({ id }) => id) }], questions: bank } })
  )
  // "Saved" is shown when the transaction is complete: that is the moment to measure.
  await page.addInitScript(() => {
    const begin = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (...given) {
      const transaction = begin.apply(this, given)
      if (given[1] === 'readwrite') transaction.addEventListener('complete', () => globalThis.onWritten?.())
      return transaction
    }
  })
  await page.goto(`${url}en/exams/${exam}/`)
  await page.waitForTimeout(1000)
  await clickToPaint(page, START, 'form.quiz')
  const times = []
  for (let place = 0; place < 100; place++) {
    times.push(
      await page.evaluate(
        () =>
          new Promise(resolve => {
            const start = performance.now()
            globalThis.onWritten = () => resolve(performance.now() - start)
            document.querySelector('.choices input:not(:checked)').click()
          })
      )
    )
    await page
      .locator('.places button')
      .nth(Math.min(99, place + 1))
      .click()
  }
  await context.close()
  print(`An exam of 100 questions, answer → saved: p50 ${whole(percentile(times, 0.5))}, p95 ${whole(percentile(times, 0.95))}`)
}

/** A log as a year of practice would leave it. */
function manyEvents() {
  const events = []
  const add = event =>
    events.push({ v: 1, id: `e${events.length}`, at: 1_790_000_000_000 + events.length * 1000, zone: 480, device: 'd1', ...event })
  for (let round = 0; events.length < EVENTS; round++) {
    const attempt = `t${round}`
    const items = Array.from({ length: 10 }, (_, index) => ({
      question: `q${(round * 10 + index) % 300}`,
      revision: 1,
      choices: ['a', 'b', 'c']
    }))
    add({
      type: 'started',
      attempt,
      behaviour: 'check',
      module: 'records',
      page: 'check',
      draw: { generator: 'sfc32@1', seed: attempt, items }
    })
    for (const { question } of items) add({ type: 'chose', attempt, question, response: ['a'] })
    for (const { question } of items)
      add({ type: 'answered', attempt, question, revision: 1, try: 1, response: ['a'], earned: 1, possible: 1, took: 20 })
    add({ type: 'finished', attempt, percent: 100, pass: 80 })
  }
  return events.slice(0, EVENTS)
}

/** From the start of navigation to a record that is open: its witness is written then. */
async function opened(page, url) {
  await page.goto(`${url}en/tools/`)
  await page.evaluate(() => localStorage.removeItem('service-handbook/witness'))
  await page.addInitScript(() => {
    const put = Storage.prototype.setItem
    Storage.prototype.setItem = function (key, value) {
      if (key.endsWith('witness')) globalThis.openedAt ??= performance.now()
      return put.call(this, key, value)
    }
  })
  await page.goto(`${url}en/modules/speech/check/`)
  await page.waitForFunction(() => globalThis.openedAt !== undefined)
  return page.evaluate(
    () => globalThis.openedAt - performance.getEntriesByType('resource').find(one => /\/record\.[^/]*\.js$/.test(one.name)).responseEnd
  )
}

async function longLog(browser, url) {
  const { context, page } = await open(browser)
  const empty = await opened(page, url)
  await page.goto(`${url}en/tools/`)
  await page.evaluate(
    events =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('service-handbook/')
        opening.onsuccess = () => {
          const adding = opening.result.transaction('events', 'readwrite')
          for (const event of events) adding.objectStore('events').add(event)
          adding.oncomplete = resolve
          adding.onerror = () => reject(adding.error)
          opening.result.close()
        }
      }),
    manyEvents()
  )
  const first = await opened(page, url)
  await page.waitForTimeout(1000)
  const times = []
  for (let round = 0; round < 5; round++) times.push(await opened(page, url))
  await context.close()
  print(
    `The record with ${EVENTS} events, scripts there → open: ${whole(first)} when the log is read, ` +
      `median ${whole(percentile(times, 0.5))} with the kept view, ${whole(empty)} for a new learner`
  )
}

const { url: address, close } = await serve({ folder: 'dist' })
const url = address.endsWith('/') ? address : `${address}/`
const browser = await chromium.launch({ ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }) })
const PARTS = { bank: largeBank, exam: largeExam, log: longLog, feedback }
const wanted = process.argv.slice(2).filter(name => name in PARTS)
try {
  for (const [name, part] of Object.entries(PARTS)) if (wanted.length === 0 || wanted.includes(name)) await part(browser, url)
} finally {
  await browser.close()
  await close()
}
