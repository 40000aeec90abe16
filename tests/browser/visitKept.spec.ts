/** What the visit tool keeps: photos and for how long, texts that mean harm, the backup, erasing, a thousand runs. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { fill, LANGS } from '../../src/lang/text.ts'
import { KEEPING_WORDS, RUN_WORDS } from '../../src/visit/runWords.ts'
import { expect, test } from './promise.ts'
import {
  addPhoto,
  backToList,
  begin,
  beginForm,
  dots,
  drawerOf,
  finish,
  heading,
  isSaved,
  openVisits,
  pictureFrom,
  plantRuns,
  rail,
  rows,
  runsOnDisk,
  step,
  textOfDownload,
  undoBar
} from './visit.ts'

test.use({ viewport: { width: 360, height: 740 }, timezoneId: 'Asia/Shanghai' })

interface Stored {
  readonly width: number
  readonly height: number
  readonly type: string
  readonly bytes: readonly number[]
}
const photosOnDisk = (page: Page) => drawerOf(page, 'photo') as Promise<Stored[]>

/** A camera's remark in front of a picture: held upright (orientation 6), and a text where the place would stand. */
function asFromCamera(jpeg: Buffer): Buffer {
  const tiff = Buffer.concat([
    Buffer.from('4d4d002a00000008', 'hex'),
    Buffer.from('0002', 'hex'),
    Buffer.from('011200030000000100060000', 'hex'),
    Buffer.from('010e00020000000e00000026', 'hex'),
    Buffer.from('00000000', 'hex'),
    Buffer.from('HERE IS HOME\0\0', 'latin1')
  ])
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255])
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

test('a photo is shrunk, turned as the camera was held, and keeps nothing of what the camera wrote into it', async ({ page }) => {
  await openVisits(page, 'en')
  await begin(page, 'P-1')
  await dots(page, 0).click()
  await addPhoto(page, asFromCamera(await pictureFrom(page, 4000, 2000)))
  await expect(page.getByRole('img', { name: /^Photo 1: Fill in/ })).toBeVisible()
  await isSaved(page)
  const [photo] = await photosOnDisk(page)
  expect(photo).toMatchObject({ width: 640, height: 1280, type: 'image/jpeg' })
  const text = Buffer.from(photo?.bytes ?? []).toString('latin1')
  expect(text).not.toMatch(/Exif|HERE IS HOME/)
  expect(photo?.bytes.length).toBeLessThan(200_000)
  const size = await page
    .locator('.thumbs img')
    .evaluate(image => [(image as HTMLImageElement).naturalWidth, (image as HTMLImageElement).naturalHeight])
  expect(size).toEqual([640, 1280])
})

test('a photo is removed and brought back; a picture that can’t be read is said so', async ({ page }) => {
  const words = RUN_WORDS.zh
  await openVisits(page, 'zh')
  await begin(page, 'P-2')
  await dots(page, 0).click()
  await addPhoto(page, Buffer.from('no picture'))
  await expect(page.getByText(words.photoUnreadable)).toBeVisible()
  await addPhoto(page, await pictureFrom(page, 300, 200, 'image/png'), 'photo.png')
  await page.locator('.thumbs button').click()
  await page.getByRole('dialog').getByRole('button', { name: words.photoRemove }).click()
  await expect(page.locator('.thumbs')).toHaveCount(0)
  await undoBar(page).getByRole('button').click()
  await expect(page.locator('.thumbs img')).toBeVisible()
  await page.reload()
  await dots(page, 0).click()
  await expect(page.locator('.thumbs img')).toBeVisible()
  expect(await photosOnDisk(page)).toHaveLength(1)
})

test('photos go as many days after the export as the setting says, and the run stays', async ({ page }) => {
  const words = RUN_WORDS.en
  const at = (day: number) => page.clock.setFixedTime(new Date(`2026-11-0${day}T10:00:00+08:00`))
  await at(1)
  await openVisits(page, 'en')
  await begin(page, 'P-3')
  await dots(page, 0).click()
  await addPhoto(page, await pictureFrom(page, 300, 200))
  await expect(page.locator('.thumbs img')).toBeVisible()
  await finish(page)
  await textOfDownload(page, page.getByRole('button', { name: words.exportText }))
  await expect(page.getByText(fill(words.photoGoes, { when: 'Nov 8 10:00' }))).toBeVisible()
  const address = page.url()
  await at(7)
  await page.goto('/en/tools/')
  await page.goto(address)
  await expect(page.locator('.pictures')).toBeVisible()
  await page.waitForTimeout(500)
  expect(await photosOnDisk(page)).toHaveLength(1)
  await at(9)
  await page.goto('/en/tools/')
  await page.goto(address)
  await expect.poll(() => photosOnDisk(page)).toEqual([])
  await expect(heading(page)).toHaveText('P-3')
  await page.getByRole('button', { name: words.reopen }).click()
  await rail(page).nth(0).click()
  await dots(page, 0).click()
  await expect(page.getByText(words.photoGone)).toBeVisible()
})

const HOSTILE = [
  '<img src=x onerror="window.harmed=1">',
  '\u202Eevil שלום',
  '=HYPERLINK("http://evil")',
  '🧑‍🔧 two\nlines',
  'x'.repeat(10_000)
]

test('hostile texts stay texts: on the screen, in the address, in files', async ({ page, watched }) => {
  const words = RUN_WORDS.en
  await openVisits(page, 'en')
  for (const text of HOSTILE) {
    await beginForm(page)
      .locator('input')
      .first()
      .evaluate((input, value) => {
        ;(input as HTMLInputElement).value = value
        input.dispatchEvent(new Event('input', { bubbles: true }))
      }, text)
    await beginForm(page).locator('.primary').click()
    // A field of one line has no line breaks.
    const shown = text.replaceAll('\n', '').slice(0, 200)
    await expect(heading(page)).toHaveText(shown)
    await dots(page, 0).click()
    await page.locator('.step-more textarea').fill(text)
    await page.locator('.step-more textarea').blur()
    await isSaved(page)
    expect((await runsOnDisk(page)).some(run => run.entries.some(entry => entry.type === 'note' && entry.text === text))).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    await page.locator('.keeping summary').click()
    const file = await textOfDownload(page, page.getByRole('button', { name: words.exportText }))
    expect(file.name).toMatch(/^visit-[\p{L}\p{N}_-]{1,40}\.txt$/u)
    expect(file.text).toContain(shown)
    await finish(page)
    await backToList(page)
  }
  const table = await textOfDownload(page, page.getByRole('button', { name: fill(words.table, { n: HOSTILE.length }) }))
  expect(table.text).toContain(`"'=HYPERLINK(""http://evil"")"`)
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false)
  expect(await page.locator('main img').count()).toBe(0)
  expect(watched.troubles).toEqual([])
})

for (const lang of LANGS) {
  test(`everything is backed up, erased after a question, and brought back; a spoilt file is refused (${lang})`, async ({ page }, info) => {
    const words = KEEPING_WORDS[lang]
    await openVisits(page, lang)
    await begin(page, 'B-1', '李')
    await step(page, 0).click()
    await isSaved(page)
    const before = await runsOnDisk(page)
    await backToList(page)
    await page.locator('summary').click()
    const { name, text } = await textOfDownload(page, page.getByRole('button', { name: words.backupButton }))
    expect(name).toMatch(/^service-handbook-tools-\d{4}-\d\d-\d\d\.jsonl$/)
    const file = info.outputPath('backup.jsonl')
    writeFileSync(file, text)

    await page.getByRole('button', { name: words.eraseButton }).click()
    await expect(page.getByRole('dialog')).toContainText(fill(words.eraseAskLine, { runs: 1, forms: 0, calls: 0, photos: 0 }))
    await page.getByRole('dialog').getByRole('button', { name: words.cancel }).click()
    expect(await runsOnDisk(page)).toEqual(before)
    await page.getByRole('button', { name: words.eraseButton }).click()
    await page.getByRole('dialog').getByRole('button', { name: words.eraseConfirm, exact: true }).click()
    await expect(page.getByText(words.erased)).toBeVisible()
    await expect(rows(page)).toHaveCount(0)
    expect(await runsOnDisk(page)).toEqual([])

    const restore = page.getByRole('region', { name: words.restore })
    for (const [index, [damage, reason]] of [
      [(whole: string) => whole.replace('李', '王'), words.altered] as const,
      [(whole: string) => `${whole.split('\n')[0]}\n`, words.incomplete] as const,
      [(whole: string) => whole.replace('"v":1', '"v":9'), words.newer] as const,
      [() => 'photo', words.notABackup] as const
    ].entries()) {
      const spoilt = info.outputPath(`${index}.jsonl`)
      writeFileSync(spoilt, damage(readFileSync(file, 'utf8')))
      await restore.locator('input').setInputFiles(spoilt)
      await expect(restore.getByRole('status')).toHaveText(reason)
      await expect(restore.getByRole('button', { name: words.restoreButton, exact: true })).toHaveCount(0)
    }
    await restore.locator('input').setInputFiles(file)
    await expect(restore.getByRole('status')).toHaveText(fill(words.preview, { runs: 1, forms: 0, calls: 0, fresh: 1, later: 0 }))
    await restore.getByRole('button', { name: words.restoreButton, exact: true }).click()
    await expect(restore.getByRole('status')).toHaveText(words.restored)
    await expect(rows(page)).toHaveCount(1)
    expect(await runsOnDisk(page)).toEqual(before)
    await restore.locator('input').setInputFiles([])
    await restore.locator('input').setInputFiles(file)
    await expect(restore.getByRole('status')).toHaveText(words.nothingNew)
  })
}

test('of a thousand runs the first fifty are on the page, and each can be found', async ({ page }) => {
  await page.goto('/en/tools/')
  const runs = Array.from({ length: 1000 }, (_, id) => ({
    v: 1,
    id: `r${id}`,
    changed: id + 2,
    checklist: 'visit',
    order: `JF-${id}`,
    customer: `Customer ${id}`,
    started: id,
    entries: [{ id: 'f', at: id + 1, type: 'finished' }]
  }))
  await plantRuns(page, [...runs, { v: 2, id: 'newer' }])
  await openVisits(page, 'en')
  await expect(rows(page)).toHaveCount(50)
  await expect(page.locator('.note')).toHaveText(fill(RUN_WORDS.en.unreadable, { n: 1 }))
  await page.getByRole('searchbox').fill('jf-7 customer 7')
  await expect(page.getByText(fill(RUN_WORDS.en.found, { n: 111 }))).toBeVisible()
  await page.getByRole('searchbox').fill('JF-999')
  await rows(page).getByRole('link').click()
  await expect(heading(page)).toHaveText('JF-999')
})
