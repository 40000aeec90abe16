/** Storage that is blocked, full, slow, or written by a newer version: the learner is told, and can go on. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { LANGS } from '../../src/lang/text.ts'
import { LEARNING } from '../../src/site/learning.ts'
import { TRAINING_WORDS } from '../../src/training/words.ts'
import { expect, test } from './promise.ts'
import {
  asked,
  expectExplained,
  expectTaken,
  finishCheck,
  formOf,
  goNext,
  isSaved,
  openCheck,
  openPractice,
  placeOf,
  savedMark,
  take
} from './quiz.ts'
import { logOnDisk, NAME } from './record.ts'
import { bankOf, practiceOf } from './site.ts'

const MODULE = 'records'
const PAGE = 'visit/after'
const noticeOf = (page: Page) => page.locator('#record-notice')

/** What browsers do where a person has blocked site data. */
function block(): void {
  const refuse = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  IDBFactory.prototype.open = refuse
  Object.defineProperty(window, 'localStorage', { get: refuse })
}

/** An open that fails after a while, as where the files of the database are damaged. */
function failToOpen(): void {
  const open = IDBFactory.prototype.open
  IDBFactory.prototype.open = function (name) {
    const request = open.call(this, `${name}damaged`, 1)
    request.addEventListener('upgradeneeded', event => {
      event.stopImmediatePropagation()
      request.transaction?.abort()
    })
    return request
  }
}

for (const lang of LANGS) {
  test(`with storage blocked a check works to its end, says it is not kept, and can be downloaded (${lang})`, async ({ page }) => {
    const { notice, saved, check } = TRAINING_WORDS[lang]
    await page.addInitScript(block)
    await openCheck(page, lang, MODULE)
    await take(page, await asked(page, bankOf(lang, MODULE)))
    await expect(savedMark(page)).toHaveText(saved.notSaved)
    await expect(noticeOf(page)).toContainText(notice.blocked)
    await expect(noticeOf(page).getByRole('link')).toHaveAttribute('href', `/${lang}/me/`)
    await finishCheck(page, bankOf(lang, MODULE))
    await expect(placeOf(page).locator('.result h2')).toContainText(check.passed)
    await expect(noticeOf(page)).toContainText(notice.blocked)
  })
}

test('with storage blocked every page that shows progress works, and Me still hands out a file', async ({ page }) => {
  await page.addInitScript(block)
  for (const address of ['/en/', '/en/paths/technician/', `/en/modules/${MODULE}/`, '/en/me/']) {
    await page.goto(address)
    await expect(noticeOf(page)).toContainText(TRAINING_WORDS.en.notice.blocked)
  }
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: LEARNING.en.backup }).click()
  const file = await (await downloading).path()
  expect(JSON.parse(readFileSync(file, 'utf8').split('\n')[0] ?? '')).toMatchObject({ format: 'service-handbook-record', count: 0 })
  await expect(page.locator('[data-me="said"]')).toHaveText(TRAINING_WORDS.en.me.backupPart)
})

test('where the database can’t be opened a practice set works and says that it is not kept', async ({ page }) => {
  await page.addInitScript(failToOpen)
  await openPractice(page, 'en', PAGE)
  const question = await asked(page, practiceOf('en', PAGE))
  await take(page, question)
  await formOf(page).getByRole('button', { name: TRAINING_WORDS.en.practice.submit }).click()
  await expectExplained(page, question)
  await expect(savedMark(page)).toHaveText(TRAINING_WORDS.en.saved.notSaved)
  await expect(noticeOf(page)).toContainText(TRAINING_WORDS.en.notice.blocked)
})

test('a full disk is told at once, answers stay, and the next one saves all of them when there is room', async ({
  page,
  context,
  site
}) => {
  const bank = bankOf('en', MODULE)
  const { notice, saved } = TRAINING_WORDS.en
  const control = await context.newCDPSession(page)
  await control.send('Storage.overrideQuotaForOrigin', { origin: site, quotaSize: 1 })
  await openCheck(page, 'en', MODULE)
  const first = await asked(page, bank)
  const taken = await take(page, first)
  await expect(savedMark(page)).toHaveText(saved.notSaved)
  await expect(noticeOf(page)).toContainText(notice.full)
  await expectTaken(page, first, taken)
  expect(await logOnDisk(page)).toEqual([])

  await control.send('Storage.overrideQuotaForOrigin', { origin: site })
  await goNext(page)
  const second = await asked(page, bank)
  await take(page, second)
  await isSaved(page)
  await expect(noticeOf(page)).toBeEmpty()
  const fresh = await logOnDisk(page)
  expect(fresh.map(({ type }) => type)[0]).toBe('started')
  const chosen = fresh.flatMap(event => (event.type === 'chose' ? event.question : []))
  expect(new Set(chosen)).toEqual(new Set([first.id, second.id]))
})

test('a newer version of the handbook in another tab is not held up; this tab says so and loses nothing', async ({ page, context }) => {
  const bank = bankOf('en', MODULE)
  await openCheck(page, 'en', MODULE)
  await take(page, await asked(page, bank))
  await isSaved(page)
  const before = await logOnDisk(page)

  const newer = await context.newPage()
  await newer.goto('/en/tools/')
  const upgraded = await newer.evaluate(
    name =>
      new Promise<string>(resolve => {
        const opening = indexedDB.open(name, 2)
        opening.onsuccess = () => resolve('open')
        opening.onerror = () => resolve('failed')
        setTimeout(() => resolve('held up'), 30_000)
      }),
    NAME
  )
  expect(upgraded).toBe('open')
  await goNext(page)
  const second = await asked(page, bank)
  const taken = await take(page, second)
  await expect(noticeOf(page)).toContainText(TRAINING_WORDS.en.notice.newer)
  await expect(savedMark(page)).toHaveText(TRAINING_WORDS.en.saved.notSaved)
  await expectTaken(page, second, taken)
  expect(await logOnDisk(page)).toEqual(before)
})
