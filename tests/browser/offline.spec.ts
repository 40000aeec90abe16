/** The offline copy: taken in one go, and then the whole handbook is there without a network. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { LANGS, type Lang } from '../../src/lang/text.ts'
import { COPY, INVITE } from '../../src/offline/words.ts'
import { wordsIn } from '../../src/site/words.ts'
import { FORM_WORDS } from '../../src/visit/formWords.ts'
import { expect, part, takeCopy, test } from './copy.ts'
import { expectFine } from './fine.ts'
import { draw as drawSignature, fieldOf, fillIn, isSaved as formIsSaved, openSheet, SCRAWL } from './papers.ts'
import { finishCheck, isSaved, openCheck } from './quiz.ts'
import { bankOf, filesOf, folder, pagesOf } from './site.ts'
import { begin, finish, openVisits, rows } from './visit.ts'

const LEFT_OUT = /\.(png|txt)$|^\/(_headers|catalogue\.json|offline\.json|sw\.js)$|^\/_astro\/pack-/
/** What is only taken when it is asked for, as the build has put it together. */
const moreFiles = () => {
  const [pack = ''] = filesOf(folder).filter(file => file.startsWith('/_astro/pack-more'))
  const { paths }: { readonly paths: readonly string[] } = JSON.parse(readFileSync(join(folder, pack), 'utf8'))
  return paths.map(path => `/${path}`)
}
const filesIn = (lang: Lang) => {
  const more = new Set(moreFiles())
  const isOwn = (file: string) => (/^\/(zh|en)\//.test(file) ? file.startsWith(`/${lang}/`) : true)
  return filesOf(folder).filter(file => !LEFT_OUT.test(file) && !more.has(file) && isOwn(file))
}

/** What the page gets for each of these files, and what it should be. */
async function got(
  page: Page,
  files: readonly string[]
): Promise<{ readonly file: string; readonly told: string; readonly right: string }[]> {
  const told = await page.evaluate(
    async addresses => {
      const hashOf = async (address: string) => {
        const answer = await fetch(address).catch(() => undefined)
        if (!answer) return 'nothing'
        const sum = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer())
        return `${answer.status} ${answer.headers.get('x-frame-options')} ${btoa(String.fromCharCode(...new Uint8Array(sum)))}`
      }
      return Promise.all(addresses.map(hashOf))
    },
    files.map(file => file.replace(/index\.html$/, ''))
  )
  const hash = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('base64')
  return files.map((file, i) => ({ file, told: told[i] ?? '', right: `200 DENY ${hash(file)}` }))
}
const wrong = (all: Awaited<ReturnType<typeof got>>) => all.filter(({ told, right }) => told !== right).map(({ file }) => file)

for (const lang of LANGS) {
  test(`without a network every file of the language is there, byte for byte (${lang})`, async ({ page, host }) => {
    await takeCopy(page, lang)
    await page.reload()
    host.goDown()
    const files = filesIn(lang)
    expect(files.length).toBeGreaterThan(250)
    expect(wrong(await got(page, files))).toEqual([])
  })

  test(`every page of the language opens without a network, or says that it is not in the copy (${lang})`, async ({
    page,
    host,
    context
  }) => {
    test.setTimeout(600_000)
    await takeCopy(page, lang)
    host.goDown()
    const more = new Set(moreFiles())
    const tab = await context.newPage()
    const own = pagesOf().filter(built => built.lang === lang)
    expect(own.filter(({ address }) => more.has(`${address}index.html`)).length).toBeGreaterThan(50)
    for (const { address } of own) {
      const isIn = !more.has(`${address}index.html`)
      const answer = await tab.goto(address, { waitUntil: 'commit' })
      expect(answer?.status(), address).toBe(isIn ? 200 : 503)
      if (isIn) await expect(tab.locator('h1').first()).toBeVisible()
      else await expect(tab.locator('h1:visible')).toHaveText(wordsIn(lang).offlineTitle)
    }
    await tab.goto('/')
    await tab.waitForURL(/\/(zh|en)\/$/)
  })

  test(`pages for trainers and authors are added when they are asked for, and the list says so (${lang})`, async ({ page, host }) => {
    await takeCopy(page, lang)
    await page.reload()
    await expect(part(page, 'more')).toHaveText(COPY[lang].noMore)
    host.goDown()
    const before = await got(page, moreFiles())
    // No file of theirs, and no page in its place.
    expect(before.filter(({ told }) => told !== 'nothing')).toEqual([])
    host.comeBack()
    await part(page, 'also').click()
    await expect(part(page, 'more')).toHaveText(COPY[lang].hasMore)
    await expect(part(page, 'also')).toBeHidden()
    host.goDown()
    expect(wrong(await got(page, moreFiles()))).toEqual([])
    const answer = await page.goto(`/${lang}/trainer/`)
    expect(answer?.status()).toBe(200)
  })

  test(`a check is taken from start to finish without a network (${lang})`, async ({ page, host }) => {
    await takeCopy(page, lang)
    host.goDown()
    await openCheck(page, lang, 'records')
    await finishCheck(page, bankOf(lang, 'records'))
    await isSaved(page)
    await page.goto(`/${lang}/me/`)
    await expect(page.locator('main')).toContainText('100')
  })

  test(`a visit is done from the first step to the signed form without a network, on a phone (${lang})`, async ({ page, host }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await takeCopy(page, lang)
    host.goDown()
    await openVisits(page, lang)
    await begin(page, 'JF-007', '李 Li')
    await finish(page)
    await page.locator('a[href*="papers/technical-service/"]').first().click()
    await expect(fieldOf(page, 'order')).toHaveValue('JF-007')
    await expect(fieldOf(page, 'customer')).toHaveValue('李 Li')
    await fillIn(page, { symptoms: '蓝屏 blue screen', cause: '内存松动 loose memory' })
    const words = FORM_WORDS[lang]
    const sheet = await openSheet(page, lang)
    await drawSignature(page, SCRAWL)
    await sheet.getByRole('button', { name: words.sheet.done }).click()
    await expect(page.locator('.signed svg')).toBeVisible()
    await formIsSaved(page)
    const paper = await page.pdf({ preferCSSPageSize: true })
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await page.reload()
    await expect(page.locator('.signed svg path')).toHaveAttribute('d', /^M/)
    await page.goto(`/${lang}/tools/visit/`)
    await expect(rows(page)).toContainText('16/16')
  })

  test(`an address that is not in the copy says so, in the reader’s language (${lang})`, async ({ page, host }) => {
    await takeCopy(page, lang)
    host.goDown()
    const answer = await page.goto(`/${lang}/nowhere/`)
    expect(answer?.status()).toBe(503)
    await expect(page.locator('h1:visible')).toHaveCount(1)
    await expect(page.locator('html')).toHaveAttribute('lang', lang === 'zh' ? 'zh-CN' : 'en')
    await page.locator('a.button:visible').click()
    await expect(page).toHaveURL(new RegExp(`/${lang}/handbook/$`))
  })
}

test('the copy is taken in few requests, from the second page on', async ({ page, host }) => {
  await page.goto('/zh/')
  await page.waitForLoadState('networkidle')
  expect(host.asked).not.toContain('/sw.js')
  host.asked.length = 0
  await page.goto('/zh/tools/')
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state)).toBe('activated')
  const packs = host.asked.filter(path => /pack-|sw\.js/.test(path))
  expect(packs.length).toBeLessThanOrEqual(10)
  expect(packs.some(path => path.includes('pack-en'))).toBe(false)
})

test('who opens a page for trainers gets them all with the copy; who does not, does not', async ({ page, host }) => {
  await takeCopy(page, 'en')
  expect(host.asked.filter(path => path.includes('pack-more'))).toEqual([])
  await page.goto('/en/trainer/')
  await expect.poll(() => host.asked.filter(path => path.includes('pack-more')).length).toBe(1)
  await page.goto('/en/me/')
  await expect(part(page, 'more')).toHaveText(COPY.en.hasMore)
})

test('the other language is added when it is asked for, and everything goes when it is deleted', async ({ page, host }) => {
  await takeCopy(page, 'en')
  await page.reload()
  await part(page, 'both').click()
  await expect(part(page, 'languages')).toHaveText('English, Chinese')
  host.goDown()
  await page.goto('/zh/tools/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await page.goto('/en/me/')
  await part(page, 'erase').click()
  await expect(part(page, 'said')).toHaveText(COPY.en.erased)
  expect(await page.evaluate(() => caches.keys())).toEqual([])
  host.comeBack()
  for (const address of ['/en/', '/en/tools/', '/en/handbook/']) {
    await page.goto(address)
    await page.waitForLoadState('networkidle')
  }
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
})

test.describe('Where data are being saved', () => {
  test('nothing is downloaded before it is asked for', async ({ page, host }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }))
    for (const address of ['/zh/', '/zh/tools/', '/zh/handbook/']) {
      await page.goto(address)
      await page.waitForLoadState('networkidle')
    }
    expect(host.asked.filter(path => /pack-|sw\.js/.test(path))).toEqual([])
    await takeCopy(page, 'zh')
  })
})

test.describe('Where there is no worker', () => {
  for (const lang of LANGS) {
    test(`the site works, and says how to get the copy (${lang})`, async ({ page }) => {
      await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined }))
      await page.goto(`/${lang}/`)
      await page.goto(`/${lang}/me/`)
      await expect(part(page, 'none')).toBeVisible()
      await expect(part(page, 'none')).toContainText(COPY[lang].inApp)
      await expect(part(page, 'keep')).toBeHidden()
      await openCheck(page, lang, 'records')
    })
  }
})

for (const lang of LANGS) {
  test(`after the first finished quiz the home screen is offered, once (${lang})`, async ({ page }) => {
    // Who has opened a page before: nothing is offered or downloaded on the very first one.
    await page.goto(`/${lang}/`)
    await expect.poll(() => page.evaluate(() => Object.values(localStorage))).toContain('seen')
    await openCheck(page, lang, 'records')
    await page.evaluate(() => {
      const offer = Object.assign(new Event('beforeinstallprompt'), { prompt: () => Object.assign(window, { prompted: true }) })
      window.dispatchEvent(offer)
    })
    await finishCheck(page, bankOf(lang, 'records'))
    const bar = page.locator('#offline-bar')
    await expect(bar).toContainText(INVITE[lang].line)
    await expectFine(page, 'the home screen is offered')
    await bar.getByRole('button', { name: INVITE[lang].install }).click()
    expect(await page.evaluate(() => 'prompted' in window)).toBe(true)
    await expect(bar).toHaveCount(0)
    await openCheck(page, lang, 'speech')
    await finishCheck(page, bankOf(lang, 'speech'))
    await page.waitForLoadState('networkidle')
    await expect(bar).toHaveCount(0)
  })
}
