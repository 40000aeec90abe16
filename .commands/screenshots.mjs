/**
 * Takes the pictures of the README: docs/screenshots/phone.png and desktop.png. A browser reads the built site and
 * answers real questions, with the hands of the browser tests; only chance is taken away, so that a picture changes
 * when the site does.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { rightChoices } from '../tests/browser/learner.ts'
import { asked, choicesOn, finishCheck, formOf, goNext, isSaved, openCheck, openPractice, placeOf, take } from '../tests/browser/quiz.ts'
import { bankOf, folder, practiceOf } from '../tests/browser/site.ts'
import { serve } from './serve.mjs'
import { root, say } from './toolchain.mjs'

const LANG = 'zh'
const LARGEST = 200_000
const PAGE = 'visit/after'
const pictures = join(root, 'docs', 'screenshots')

const site = await serve({ folder })
const browser = await chromium.launch({
  ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
  args: ['--disable-background-networking', '--font-render-hinting=none']
})
try {
  mkdirSync(pictures, { recursive: true })
  keep('phone.png', await sideBySide(await phoneViews()))
  keep('desktop.png', await desktopView())
} finally {
  await browser.close()
  await site.close()
}

/** A learner's path with two seals and a check under way, a handbook page, and a wrong answer with its reason. */
async function phoneViews() {
  const page = await open({ width: 360, height: 740 })
  await openCheck(page, LANG, 'principles')
  await finishCheck(page, bankOf(LANG, 'principles'))
  await isSaved(page)
  await openCheck(page, LANG, 'speech')
  await finishCheck(page, bankOf(LANG, 'speech'), 1)
  await isSaved(page)
  await openCheck(page, LANG, 'visit-arrange')
  for (let place = 0; place < 4; place++) {
    await take(page, await asked(page, bankOf(LANG, 'visit-arrange')))
    await goNext(page)
  }
  await isSaved(page)

  await page.goto(`/${LANG}/paths/technician/`)
  await page.locator('[data-module="speech"] [data-seal]').waitFor()
  const path = await page.screenshot()

  await page.goto(`/${LANG}/handbook/${PAGE}/`)
  const reading = await page.screenshot()

  await openPractice(page, LANG, PAGE)
  const question = await asked(page, practiceOf(LANG, PAGE))
  const wrong = (await choicesOn(page)).find(id => !rightChoices(question).includes(id))
  await formOf(page)
    .locator('label.choice', { has: page.locator(`input[value="${wrong}"]`) })
    .click()
  await formOf(page).locator('.actions button.primary').click()
  await isSaved(page)
  await page.mouse.move(0, 0)
  await placeOf(page).evaluate(place => place.scrollIntoView({ block: 'start' }))
  const practice = await page.screenshot()
  await page.context().close()
  return [path, reading, practice]
}

async function desktopView() {
  const page = await open({ width: 1280, height: 800 })
  await page.goto(`/${LANG}/handbook/${PAGE}/`)
  const picture = await page.screenshot()
  await page.context().close()
  return picture
}

async function open(viewport) {
  const settings = { baseURL: site.url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', colorScheme: 'light', reducedMotion: 'reduce' }
  const context = await browser.newContext({ ...settings, viewport })
  await context.addInitScript(() => {
    // Another row of numbers for each address: they become ids, which must differ.
    let last = [...location.pathname].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2147483647, 7)
    crypto.getRandomValues = numbers => {
      for (let index = 0; index < numbers.length; index++) {
        last = (last * 48271) % 2147483647
        numbers[index] = last
      }
      return numbers
    }
  })
  return context.newPage()
}

/** The phone's views as one picture. */
async function sideBySide(views) {
  const context = await browser.newContext({ viewport: { width: 1176, height: 788 } })
  const page = await context.newPage()
  const images = views.map(view => `<img src="data:image/png;base64,${view.toString('base64')}">`).join('')
  const style = 'body{margin:0;display:flex;gap:24px;padding:24px;background:#e8e5dc}img{width:360px;height:740px;border-radius:20px}'
  await page.setContent(`<style>${style}</style>${images}`)
  const picture = await page.screenshot()
  await context.close()
  return picture
}

function keep(name, picture) {
  if (picture.length > LARGEST) throw new Error(`${name} has ${picture.length} bytes, more than ${LARGEST}.`)
  writeFileSync(join(pictures, name), picture)
  say(`docs/screenshots/${name}: ${picture.length} bytes`)
}
