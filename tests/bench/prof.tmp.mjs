/**
 * What a trainer's console takes to import receipts: `npm run bench:receipts [-- 1000 10000 100000]`. The built site in a
 * real browser; each receipt is of another learner, with twelve modules of sixteen questions. Reported for each number:
 *
 * 1. CPU seconds of the page's process, and of all of the browser (storage is written by another), with the seconds it took.
 * 2. The longest time that the page was blocked, and how often longer than 50 ms.
 * 3. The page's memory before and after, and the most while it went on.
 * 4. The same file once more, which must change nothing.
 *
 * Then the payloads of the tests (random, cut and changed), 100,000 of them: none may throw, and the longest is told.
 * Figures belong to the machine they were taken on. They are reported, not tested.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { serve } from '../../.commands/serve.mjs'
import { encodeAssignment } from '../../src/training/assignment.ts'
import { toBase64url } from '../../src/training/bytes.ts'
import { NO_RECEIPT } from '../../src/training/receipt.ts'
import { newDeviceKey, newTrainerKey, publicHex, sealReceipt, shortHash } from '../../src/training/sealing.store.ts'

const MINUTE = 60_000
const given = process.argv.slice(2).map(Number).filter(count => count > 0)
const counts = given.length > 0 ? given : [1000, 10_000]
const print = line => process.stdout.write(`${line}\n`)
const seconds = value => `${value.toFixed(2)} s`
const megabytes = value => `${(value / 2 ** 20).toFixed(0)} MB`
const now = Math.floor(Date.now() / MINUTE) * MINUTE

/** A trainer with one assignment, as the console keeps them. */
async function trainer() {
  const pair = await newTrainerKey()
  const hex = await publicHex(pair.publicKey)
  const assignment = {
    id: '00112233445566ff',
    issued: now - 24 * 60 * MINUTE,
    zone: 480,
    revision: '000000000000',
    modules: Array.from({ length: 12 }, (_, index) => 1000 + index),
    mustPass: [],
    title: 'Bench',
    by: '',
    note: '',
    key: hex
  }
  const bytes = encodeAssignment(assignment)
  return {
    hex,
    jwk: await crypto.subtle.exportKey('jwk', pair.privateKey),
    row: { id: assignment.id, hash: await shortHash(bytes), code: toBase64url(bytes) }
  }
}

async function linkOf(index, { hex, row }) {
  const device = await newDeviceKey()
  const modules = Array.from({ length: 12 }, (_, place) => ({
    place,
    percent: 80,
    passed: true,
    attempts: 2,
    best: 2,
    ended: now - (place + 5) * MINUTE,
    minutes: 25,
    results: Array.from({ length: 16 }, (_, question) => (question % 5 === place % 5 ? 'wrong' : 'right'))
  }))
  const head = { assignment: row.id.slice(0, 8), hash: row.hash, counter: 1, previous: NO_RECEIPT, made: now, zone: 480, revision: '000000000000' }
  const who = { staff: `A${index}`, name: '欧阳慧', device: await publicHex(device.publicKey) }
  return `https://handbook.example/zh/trainer/#r=${toBase64url(await sealReceipt({ ...head, ...who, modules }, device.privateKey, hex))}`
}

/** Runs in the page: puts the trainer's key and assignment where the console keeps them. */
async function plant({ hex, jwk, row, made }) {
  const name = (await indexedDB.databases()).map(({ name }) => name).find(name => name.endsWith('trainer'))
  const EC = { name: 'ECDH', namedCurve: 'P-256' }
  const { d: _, ...open } = { ...jwk, key_ops: [] }
  const pair = {
    privateKey: await crypto.subtle.importKey('jwk', { ...jwk, key_ops: ['deriveBits'] }, EC, true, ['deriveBits']),
    publicKey: await crypto.subtle.importKey('jwk', open, EC, true, [])
  }
  const database = await new Promise(resolve => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
  })
  const transaction = database.transaction(['keys', 'assignments'], 'readwrite')
  transaction.objectStore('keys').put({ hex, pair, made, backedUp: made })
  transaction.objectStore('assignments').put(row)
  await new Promise(resolve => (transaction.oncomplete = resolve))
  database.close()
}

/** Runs in the page before all else: notes what blocks it, and its memory. */
function observe() {
  window.blocked = []
  window.most = 0
  new PerformanceObserver(list => window.blocked.push(...list.getEntries().map(entry => entry.duration))).observe({ type: 'longtask' })
  setInterval(() => (window.most = Math.max(window.most, performance.memory.usedJSHeapSize)), 100)
}

async function imported(page, cpu, heap, file) {
  await page.locator('input[type=file]').first().setInputFiles(file)
  await heap()
  await page.evaluate(() => {
    window.blocked = []
    window.most = 0
  })
  const [before, begun] = [await cpu(), performance.now()]
  await page.locator('button.primary').click()
  await page.waitForFunction(() => document.querySelector('form [role=status] p'), null, { timeout: 1_800_000 })
  const [after, took] = [await cpu(), (performance.now() - begun) / 1000]
  const said = await page.locator('form [role=status] p').first().innerText()
  const { blocked, most } = await page.evaluate(() => ({ blocked: window.blocked, most: window.most }))
  return { page: after.page - before.page, all: after.all - before.all, took, said, blocked, most }
}

async function measure(browser, url, mei, file) {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.addInitScript(observe)
  await page.goto(`${url}en/trainer/`)
  await page.locator('[data-console] button').first().waitFor()
  await page.evaluate(plant, { ...mei, made: now })
  await page.goto(`${url}en/trainer/#import`)
  await page.reload()
  await page.locator('button.primary').waitFor()
  const session = await context.newCDPSession(page)
  const root = await browser.newBrowserCDPSession()
  await session.send('HeapProfiler.enable')
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  // Only one page is open: all renderers together are its process.
  const cpu = async () => {
    const { processInfo } = await root.send('SystemInfo.getProcessInfo')
    const of = list => list.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
    return { page: of(processInfo.filter(({ type }) => type === 'renderer')), all: of(processInfo) }
  }
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage')
    return page.evaluate(() => performance.memory.usedJSHeapSize)
  }
  const empty = await heap()
  await session.send('Profiler.enable'); await session.send('Profiler.start'); const first = await imported(page, cpu, heap, file); {const {profile}=await session.send('Profiler.stop'); const self=new Map(); const dt=profile.timeDeltas; const by=new Map(profile.nodes.map(n=>[n.id,n])); profile.samples.forEach((s,i)=>{const n=by.get(s).callFrame; const k=n.functionName+' '+n.url.split('/').pop()+':'+n.lineNumber+':'+n.columnNumber; self.set(k,(self.get(k)??0)+dt[i]/1000)}); for(const [k,v] of [...self].sort((a,b)=>b[1]-a[1]).slice(0,35)) print(v.toFixed(0).padStart(6)+' ms '+k)}
  const full = await heap()
  const again = await imported(page, cpu, heap, file)
  await context.close()
  return { empty, full, first, again }
}

const blocks = list => `${Math.round(Math.max(0, ...list)) || '< 50'} ms, ${list.length} over 50`

const folder = mkdtempSync(join(tmpdir(), 'receipts-'))
const { url, close } = await serve({ folder: 'dist', port: 0, host: '127.0.0.1' })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  args: ['--disable-background-networking', '--enable-precise-memory-info']
})
try {
  const mei = await trainer()
  const links = []
  for (const count of counts.toSorted((a, b) => a - b)) {
    while (links.length < count) links.push(await linkOf(links.length, mei))
    const file = join(folder, `${count}.txt`)
    writeFileSync(file, links.slice(0, count).join('\n'))
    const { empty, full, first, again } = await measure(browser, url, mei, file)
    print(`\n${count} receipts, load ${loadavg()[0].toFixed(1)}`)
    for (const [name, run] of Object.entries({ first, again })) {
      print(`  ${name}: ${run.said}`)
      print(`    CPU of the page ${seconds(run.page)}, of the browser ${seconds(run.all)}, took ${seconds(run.took)}`)
      print(`    longest block ${blocks(run.blocked)}; memory at most ${megabytes(run.most)}`)
    }
    print(`  memory ${megabytes(empty)} before, ${megabytes(full)} after`)
  }
} finally {
  await browser.close()
  await close()
  rmSync(folder, { recursive: true })
}

