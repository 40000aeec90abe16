/** The back button, with and without the browser's back/forward cache: a page that comes back shows what is true now. */
import { chromium, type Page } from '@playwright/test'
import { expect, test } from './promise.ts'
import { asked, finishCheck, formOf, isSaved, openCheck, openPractice, start, take } from './quiz.ts'
import { bankOf, practiceOf } from './site.ts'

const MODULE = 'records'
const PAGE = 'visit/after'

/** Passes a check and comes back to the page that showed it as not begun. */
async function passAndComeBack(page: Page, address: string): Promise<void> {
  await page.goto(address)
  const card = page.locator(`[data-module="${MODULE}"]`)
  await expect(card.locator('[data-seal]')).toBeHidden()
  await page.goto(`/en/modules/${MODULE}/check/`)
  await start(page)
  await finishCheck(page, bankOf('en', MODULE))
  await isSaved(page)
  // A page out of the cache does not load: it is there.
  await page.goBack({ waitUntil: 'commit' })
  await expect(page).toHaveURL(new RegExp(`${address}$`))
  await expect(card.locator('[data-seal]')).toBeVisible()
}

test('a page that the back button loads again shows the newest progress', async ({ page }) => {
  await passAndComeBack(page, `/en/modules/${MODULE}/`)
})

test('a page that the back button takes out of the cache shows the newest progress', async ({ site, launchOptions }) => {
  const browser = await chromium.launch({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] })
  const page = await browser.newPage({ baseURL: site })
  await page.addInitScript(() => {
    addEventListener('pageshow', event => {
      if (event.persisted) document.documentElement.dataset.cached = ''
    })
  })
  await passAndComeBack(page, `/en/modules/${MODULE}/`)
  // Pages must stay fit for the cache: coming back is then instant.
  await expect(page.locator('html[data-cached]')).toHaveCount(1)
  await browser.close()
})

test('a practice set that comes back to the front shows what another tab has answered', async ({ page, context }) => {
  await openPractice(page, 'en', PAGE)
  const question = await asked(page, practiceOf('en', PAGE))
  const other = await context.newPage()
  await openPractice(other, 'en', PAGE)
  await take(other, question)
  await isSaved(other)
  await page.bringToFront()
  await expect(formOf(page).locator('input:checked')).not.toHaveCount(0)
})

test('a check keeps its answers when the learner goes back to read and comes forward again', async ({ page }) => {
  await page.goto('/en/handbook/records/file-numbers/')
  await openCheck(page, 'en', MODULE)
  await take(page, await asked(page, bankOf('en', MODULE)))
  await isSaved(page)
  await page.goBack()
  await page.goForward()
  await start(page)
  await expect(formOf(page).locator('.places [data-answered="true"]')).toHaveCount(1)
})
