/**
 * One journey in the other engines that the machine has: `npm run engines` after a build. What it looks at is what engines do
 * differently: storing, cryptography, the worker, files, pointers, sizes. Chromium has the browser tests.
 *
 * A learner practises and finds it kept, searches, takes a check under an assignment and hands back; the trainer's console
 * makes the key and the assignment and counts the receipt; a form is signed; the offline copy is taken. Prints each
 * step; fails where one fails, or where no engine is there and `--need` was said. `--pictures FOLDER` keeps what was seen.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { serve } from '../../.commands/serve.mjs'
import { fill } from '../../src/lang/text.ts'
import { CONSOLE_WORDS } from '../../src/trainer/consoleWords.ts'
import { ASSIGNED_WORDS } from '../../src/training/assignedWords.ts'
import { openFirefox, openWebKit } from './drivers.mjs'

const TITLE = '新员工第一周'
const MODULE = 'speech'
const PRACTICE = 'handbook/speech/banned-phrases/'
/** Milliseconds. */
const PATIENCE = 20_000
const print = line => process.stdout.write(`${line}\n`)
const argument = name => process.argv[process.argv.indexOf(name) + 1]
const pictures = process.argv.includes('--pictures') ? argument('--pictures') : undefined

/** In the page: the first element in sight of this selector with this text, scrolled to the middle; where its own middle is. */
const find = (css, text) => {
  const isShown = one => one.checkVisibility() && one.getClientRects().length > 0
  const found = [...document.querySelectorAll(css)].find(one => isShown(one) && (!text || one.textContent.trim().includes(text)))
  if (!found) return null
  found.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { x, y, width, height } = found.getBoundingClientRect()
  return { x: x + Math.min(width / 2, 60), y: y + height / 2 }
}
/** In the page: a field by what labels it. */
const fieldOf = (label, text) => {
  const named = [...document.querySelectorAll('label')].find(one => one.textContent.trim().startsWith(label))
  const field = named?.querySelector('input, textarea, select') ?? document.getElementById(named?.htmlFor ?? '')
  if (!field) return null
  if (text === undefined) return field.value
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')
  field.focus()
  set.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  return field.value
}
const textIn = css => [...document.querySelectorAll(css)].map(one => one.textContent.trim()).join(' | ')

function handsOf(engine) {
  async function until(work, what) {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await wait(150)) {
      const found = await work()
      if (found) return found
    }
    throw new Error(`${what}: not within ${PATIENCE} ms; the page says: ${(await engine.run(textIn, 'main')).slice(0, 400)}`)
  }
  const press = async (css, text = '') => {
    // What is still moving is not tapped.
    let before
    const { x, y } = await until(async () => {
      const now = await engine.run(find, css, text)
      const isStill = now && before && now.x === before.x && now.y === before.y
      before = now
      return isStill && now
    }, `${css} “${text}”`)
    await engine.tap(x, y)
  }
  const sees = (css, text) => until(async () => (await engine.run(textIn, css)).includes(text), `${css} with “${text}”`)
  const fillIn = (label, text) => until(async () => (await engine.run(fieldOf, label, text)) !== null, `field “${label}”`)
  const valueIn = label => until(() => engine.run(fieldOf, label), `value of “${label}”`)
  return { until, press, sees, fillIn, valueIn }
}

/** The journey's steps in order. */
function stepsOf(engine, site, lang) {
  const { until, press, sees, fillIn, valueIn } = handsOf(engine)
  const [assigned, desk] = [ASSIGNED_WORDS[lang], CONSOLE_WORDS[lang]]
  const go = path => engine.goto(`${site}${lang}/${path}`)
  let [link, receipt] = ['', '']
  return {
    'a question is practised, and is there after the page was left': async () => {
      await go(PRACTICE)
      await press('[data-island] button.primary')
      await press('form.quiz label:has(input)')
      await press('form.quiz button[type=submit]')
      await sees('form.quiz', lang === 'zh' ? '已保存' : 'Saved')
      await until(async () => /再试一次|下一题|Try again|Next/.test(await engine.run(textIn, 'form.quiz')), 'a reason')
      await go(PRACTICE)
      // The view is loaded when its place comes near the screen.
      await engine.run(find, '[data-island]', '')
      await until(() => engine.run(find, '[data-island] button.primary', lang === 'zh' ? '继续' : 'Go on'), 'the way on')
    },
    'the search finds Chinese, and what pinyin stands for': async () => {
      await go('')
      for (const query of ['签字', 'qianzi']) {
        await press('header [data-search]')
        await until(() => engine.run(() => document.activeElement?.matches('#search input')), 'the search field')
        await engine.type(query)
        await until(() => engine.run(find, '#search li mark', ''), `an answer to ${query}`)
        await go('')
      }
    },
    'a trainer makes a key and an assignment': async () => {
      await go('trainer/')
      await press('main button', desk.makeKey)
      await press('main nav a', desk.views.assign)
      await until(() => engine.run(find, 'fieldset label.pick, .picks label', ''), 'the modules')
      await press('.picks label, label.pick')
      await fillIn(desk.title, TITLE)
      await fillIn(desk.by, 'Li Mei')
      await press('main button', desk.handOut)
      await sees('main h2', fill(desk.handedTitle, { title: TITLE }))
      link = await valueIn(desk.link)
      if (!link.includes('/assigned/#a=')) throw new Error(`No link: ${link}`)
    },
    'the learner takes it on': async () => {
      await go('')
      await engine.goto(link)
      await sees('main h2', TITLE)
      await fillIn(assigned.staff, 'A1')
      await fillIn(assigned.name, '欧阳慧')
      await press('main button', assigned.takeOn)
      await sees('main', assigned.stateNew)
    },
    'a check is taken and handed in': async () => {
      await press('main .to a', assigned.check)
      await sees('[data-task]', TITLE)
      await press('[data-island] button.primary')
      const total = await until(() => engine.run(() => document.querySelectorAll('form.quiz .places button').length), 'the questions')
      for (let at = 0; at < total; at++) {
        const isChoice = await engine.run(
          () =>
            document.querySelector('form.quiz fieldset.question input[type=radio], form.quiz fieldset.question input[type=checkbox]') !==
            null
        )
        if (isChoice) await press('form.quiz fieldset.question label:has(input)')
        await press('form.quiz button[type=submit]')
        await wait(150)
      }
      if (await engine.run(() => document.querySelector('form.quiz') !== null))
        await press('form.quiz button[type=submit]').catch(() => undefined)
      await sees('main', '%')
      await until(() => engine.run(() => document.querySelector('form.quiz') === null), 'the result')
    },
    'a receipt is sealed, as a link and as a QR code': async () => {
      await go('assigned/')
      await press('main button', assigned.seal)
      receipt = await valueIn(assigned.link)
      if (!receipt.includes('/trainer/#r=')) throw new Error(`No receipt: ${receipt}`)
      await press('main button', assigned.qr)
      await until(() => engine.run(() => document.querySelector('main [role=img] path, main svg path') !== null), 'the QR code')
    },
    'the console counts it': async () => {
      await go('')
      await engine.goto(receipt)
      await sees('main', fill(desk.importDone, { all: 1, counted: 1, duplicate: 0, refused: 0 }))
      await press('main nav a', desk.views.results)
      await sees('main .grid', '欧阳慧')
    },
    'a visit is begun and a step ticked': async () => {
      await go('tools/visit/')
      await until(() => engine.run(() => document.querySelector('main form input') !== null), 'the form')
      await press('main form input')
      await engine.type('JF-001')
      await press('main form button.primary, main form button[type=submit]')
      await sees('main h1, main h2', 'JF-001')
      await press('.steps [role=checkbox]')
      await until(() => engine.run(() => document.querySelector('.steps [role=checkbox][aria-checked=true]') !== null), 'a ticked step')
      await wait(500)
      await engine.reload()
      await until(
        () => engine.run(() => document.querySelector('.steps [role=checkbox][aria-checked=true]') !== null),
        'the step after a reload'
      )
    },
    'the offline copy is complete, and the worker answers': async () => {
      await until(
        () => engine.run(async () => navigator.serviceWorker?.controller !== null && (await caches.keys()).length > 1),
        'the worker'
      )
    },
    'no page is wider than the window, in either theme': async () => {
      for (const path of [
        '',
        'handbook/',
        PRACTICE,
        'me/',
        'trainer/',
        'assigned/',
        'tools/',
        'tools/visit/',
        'statistics/',
        'review/',
        `modules/${MODULE}/`
      ]) {
        await go(path)
        await wait(300)
        const over = await engine.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        if (over > 0) throw new Error(`${path} is ${over} px too wide`)
      }
    }
  }
}

async function journey(open, site, lang) {
  const engine = await open()
  if (!engine) return undefined
  let failed = 0
  print(`\n${engine.name} (${lang})`)
  for (const [name, work] of Object.entries(stepsOf(engine, site, lang))) {
    const start = performance.now()
    try {
      await work()
      print(`  ✓ ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
    } catch (error) {
      failed++
      print(`  ✗ ${name}: ${error.message}`)
    }
    if (!pictures) continue
    mkdirSync(pictures, { recursive: true })
    writeFileSync(
      join(pictures, `${engine.name.split(' ')[0]}-${lang}-${name.slice(0, 24).replace(/\W+/g, '-')}.png`),
      await engine.picture()
    )
  }
  for (const trouble of engine.troubles) print(`  ! ${trouble}`)
  failed += engine.troubles.length
  await engine.close()
  return failed
}

const { url, close } = await serve({ folder: 'dist', port: 0, host: '127.0.0.1' })
const site = url.endsWith('/') ? url : `${url}/`
let [seen, failed] = [0, 0]
for (const open of [openFirefox, openWebKit]) {
  for (const lang of ['zh', 'en']) {
    const found = await journey(open, site.replace('127.0.0.1', 'localhost'), lang)
    if (found === undefined) {
      print(`${open === openFirefox ? 'Firefox' : 'WebKitGTK'} is not on this machine: nothing was tried in it.`)
      break
    }
    seen++
    failed += found
  }
}
await close()
if (seen === 0 && process.argv.includes('--need')) failed++
process.exit(failed > 0 ? 1 : 0)
