/** The backup file: taken, erased, brought back; and refused, with a reason, when it is not what was taken. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { fill, LANGS } from '../../src/lang/text.ts'
import { LEARNING } from '../../src/site/learning.ts'
import { TRAINING_WORDS } from '../../src/training/words.ts'
import { backupOf } from './backup.ts'
import { logOf, practised, SEASONED } from './learner.ts'
import { expect, test } from './promise.ts'
import { logOnDisk, plant, WITNESS } from './record.ts'

const said = (page: Page) => page.locator('[data-me="said"]')
const progressOn = (page: Page) => page.locator('.modules').innerText()

async function openMe(page: Page, lang: string): Promise<void> {
  await page.goto(`/${lang}/tools/`)
  await plant(page, SEASONED)
  await page.goto(`/${lang}/me/`)
  await expect(page.locator('[data-module="principles"] [data-seal]')).toBeVisible()
}

for (const lang of LANGS) {
  test(`a downloaded backup brings back the same progress after an erasure (${lang})`, async ({ page }, info) => {
    const words = LEARNING[lang]
    await openMe(page, lang)
    const before = await progressOn(page)
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: words.backup }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(/^service-handbook-\d{4}-\d{2}-\d{2}\.jsonl$/)
    const file = info.outputPath('taken.jsonl')
    await download.saveAs(file)
    expect(readFileSync(file, 'utf8')).toBe(await backupOf(SEASONED))

    await page.getByRole('button', { name: words.erase }).click()
    await page.getByRole('button', { name: words.cancel }).click()
    expect(await logOnDisk(page)).toHaveLength(SEASONED.length)
    await page.getByRole('button', { name: words.erase }).click()
    await page.locator('dialog').getByRole('button', { name: words.eraseConfirm, exact: true }).click()
    await expect(said(page)).toHaveText(TRAINING_WORDS[lang].me.erased)
    await expect(page.locator('[data-me="count"]')).toHaveText(TRAINING_WORDS[lang].me.empty)
    await expect(page.locator('[data-module="principles"] [data-seal]')).toBeHidden()
    expect(await logOnDisk(page)).toEqual([])
    expect(await page.evaluate(key => localStorage.getItem(key), WITNESS)).toBeNull()

    await page.locator('input[type="file"]').setInputFiles(file)
    await page.getByRole('button', { name: words.restore }).click()
    await expect(said(page)).toHaveText(fill(TRAINING_WORDS[lang].me.restored, { k: SEASONED.length }))
    expect(await progressOn(page)).toBe(before)
    await page.reload()
    await expect(page.locator('[data-module="principles"] [data-seal]')).toBeVisible()
    expect(await progressOn(page)).toBe(before)
    expect(await logOnDisk(page)).toEqual(SEASONED)
  })
}

test('a backup only adds: what is here stays, and what is here already is not added again', async ({ page }, info) => {
  const more = logOf(...practised('complaints', 'complaints/receiving')).map(event => ({ ...event, id: `more-${event.id}` }))
  const file = info.outputPath('more.jsonl')
  writeFileSync(file, await backupOf([...SEASONED.slice(0, 5), ...more]))
  await openMe(page, 'en')
  await page.locator('input[type="file"]').setInputFiles(file)
  await expect(said(page)).toHaveText(fill(TRAINING_WORDS.en.me.backupPreview, { n: 5 + more.length, k: more.length }))
  await page.getByRole('button', { name: LEARNING.en.restore }).click()
  await expect(said(page)).toHaveText(fill(TRAINING_WORDS.en.me.restored, { k: more.length }))
  expect(await logOnDisk(page)).toEqual([...SEASONED, ...more])
  await page.locator('input[type="file"]').setInputFiles(file)
  await expect(said(page)).toHaveText(fill(TRAINING_WORDS.en.me.nothingNew, { n: 5 + more.length }))
  await expect(page.getByRole('button', { name: LEARNING.en.restore })).toBeHidden()
})

const { me } = TRAINING_WORDS.en
const REFUSED: readonly (readonly [string, (backup: string) => string, string])[] = [
  ['with one result changed', backup => backup.replace('"percent":40', '"percent":90'), me.refusedAltered],
  ['cut off half way', backup => `${backup.split('\n').slice(0, 9).join('\n')}\n`, me.refusedIncomplete],
  ['of a newer version', backup => backup.replace('"v":1', '"v":3'), me.refusedNewer],
  ['of something else', () => '{"format":"photos","count":0}', me.refusedNotABackup],
  ['that is empty', () => '', me.refusedNotABackup],
  ['that is no text', () => '\u0000\uFFFD\u0001'.repeat(1000), me.refusedNotABackup]
]
test('a file that is not a whole, unaltered backup is refused with a reason, and nothing changes', async ({ page }, info) => {
  const backup = await backupOf(SEASONED)
  await openMe(page, 'en')
  const before = await progressOn(page)
  for (const [index, [name, damage, reason]] of REFUSED.entries()) {
    await test.step(`a file ${name}`, async () => {
      const damaged = damage(backup)
      expect(damaged).not.toBe(backup)
      const file = info.outputPath(`${index}.jsonl`)
      writeFileSync(file, damaged)
      await page.locator('input[type="file"]').setInputFiles(file)
      await expect(said(page)).toHaveText(reason)
      await expect(page.getByRole('button', { name: LEARNING.en.restore })).toBeHidden()
    })
  }
  expect(await progressOn(page)).toBe(before)
  expect(await logOnDisk(page)).toEqual(SEASONED)
})
