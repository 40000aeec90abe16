/** A record that browsers have emptied or damaged: never "welcome, new learner", and what can be saved is saved. */
import { writeFileSync } from 'node:fs'
import type { Page, TestInfo } from '@playwright/test'
import { fill, LANGS } from '../../src/lang/text.ts'
import { LEARNING } from '../../src/site/learning.ts'
import { TRAINING_WORDS } from '../../src/training/words.ts'
import { backupOf } from './backup.ts'
import { SEASONED } from './learner.ts'
import { expect, test } from './promise.ts'
import { asked, isSaved, openCheck, placeOf, take } from './quiz.ts'
import { emptyDisk, logOnDisk, plant, plantRows, rowsOnDisk, WITNESS } from './record.ts'
import { bankOf } from './site.ts'

const noticeOf = (page: Page) => page.locator('#record-notice')
const sealOf = (page: Page, module: string) => page.locator(`[data-module="${module}"] [data-seal]`)

async function backupFile(info: TestInfo): Promise<string> {
  const path = info.outputPath('backup.jsonl')
  writeFileSync(path, await backupOf(SEASONED))
  return path
}

for (const lang of LANGS) {
  test(`an emptied record is noticed on home and Me, and a backup brings everything back (${lang})`, async ({ page }, info) => {
    const { notice, me } = TRAINING_WORDS[lang]
    await page.goto(`/${lang}/tools/`)
    await plant(page, SEASONED)
    await emptyDisk(page)
    for (const address of ['', 'paths/technician/', 'modules/speech/', 'me/']) {
      await page.goto(`/${lang}/${address}`)
      await expect(noticeOf(page)).toContainText(fill(notice.lost, { n: SEASONED.length }))
    }
    await expect(page.locator('[data-me="lost"]')).toBeVisible()
    await page.locator('input[type="file"]').setInputFiles(await backupFile(info))
    await expect(page.locator('[data-me="said"]')).toHaveText(fill(me.backupPreview, { n: SEASONED.length, k: SEASONED.length }))
    await page.getByRole('button', { name: LEARNING[lang].restore }).click()
    await expect(page.locator('[data-me="said"]')).toHaveText(fill(me.restored, { k: SEASONED.length }))
    await expect(page.locator('[data-me="lost"]')).toBeHidden()
    await expect(noticeOf(page)).toBeEmpty()
    await expect(sealOf(page, 'principles')).toBeVisible()
    const ids = (await logOnDisk(page)).map(({ id }) => id)
    for (const { id } of SEASONED) expect(ids).toContain(id)
    await page.reload()
    await expect(sealOf(page, 'principles')).toBeVisible()
    await expect(noticeOf(page)).toBeEmpty()
  })

  test(`without a backup, going on gives the seals back (${lang})`, async ({ page }) => {
    await page.goto(`/${lang}/tools/`)
    await plant(page, SEASONED)
    await emptyDisk(page)
    await page.goto(`/${lang}/me/`)
    await page.getByRole('button', { name: LEARNING[lang].goOn }).click()
    await expect(page.locator('[data-me="lost"]')).toBeHidden()
    await expect(sealOf(page, 'principles')).toBeVisible()
    await page.goto(`/${lang}/modules/principles/`)
    await expect(sealOf(page, 'principles')).toBeVisible()
    await expect(noticeOf(page)).toBeEmpty()
    expect((await logOnDisk(page)).map(({ type }) => type)).toEqual(['recovered'])
  })
}

test('a learner who answers before deciding loses neither the answer nor the chance to recover', async ({ page }) => {
  await page.goto('/en/tools/')
  await plant(page, SEASONED)
  await emptyDisk(page)
  await openCheck(page, 'en', 'records')
  await take(page, await asked(page, bankOf('en', 'records')))
  await isSaved(page)
  await page.goto('/en/me/')
  await expect(page.locator('[data-me="lost"]')).toBeVisible()
  await page.getByRole('button', { name: LEARNING.en.goOn }).click()
  await expect(sealOf(page, 'principles')).toBeVisible()
  // Some answers take several moves.
  const kinds = async () => {
    const types = (await logOnDisk(page)).map(({ type }) => type)
    return types.filter((type, place) => type !== types[place - 1])
  }
  await expect.poll(kinds).toEqual(['started', 'chose', 'recovered'])
})

test('rows that can’t be read are told and kept, and the rest counts', async ({ page }) => {
  const damaged = [
    null,
    42,
    'text',
    [],
    {},
    { v: 1, id: 'x' },
    { ...SEASONED[0], id: 'y', draw: 'gone' },
    { ...SEASONED[0], id: 'z', v: 9 }
  ]
  await page.goto('/en/tools/')
  await plantRows(page, [...damaged.slice(0, 4), ...SEASONED, ...damaged.slice(4)])
  await openCheck(page, 'en', 'visit-arrange')
  await expect(noticeOf(page)).toContainText(fill(TRAINING_WORDS.en.notice.unreadable, { n: damaged.length }))
  await expect(placeOf(page).locator('.places [data-answered="true"]')).toHaveCount(4)
  await page.goto('/en/me/')
  await expect(sealOf(page, 'principles')).toBeVisible()
  expect(await rowsOnDisk(page)).toHaveLength(SEASONED.length + damaged.length)
})

test('with local storage emptied nothing is lost, and the second copy is made anew', async ({ page }) => {
  await page.goto('/en/tools/')
  await plant(page, SEASONED)
  await page.evaluate(() => localStorage.clear())
  await page.goto('/en/me/')
  await expect(sealOf(page, 'principles')).toBeVisible()
  await expect(page.locator('[data-me="count"]')).toHaveText(fill(TRAINING_WORDS.en.me.events, { n: SEASONED.length }))
  await expect.poll(() => page.evaluate(key => localStorage.getItem(key), WITNESS)).toContain(`"count":${SEASONED.length}`)
})
