/** File numbers: written, read, explained, gone on from. */
import type { Page } from '@playwright/test'
import { fill, LANGS, type Lang } from '../../src/lang/text.ts'
import { FILE_NUMBER_WORDS } from '../../src/visit/fileNumberWords.ts'
import { everythingKept, expectFine, tabTo } from './fine.ts'
import { expect, test } from './promise.ts'

const FRIDAY = new Date('2026-11-27T10:00:00+08:00')
test.use({ timezoneId: 'Asia/Shanghai', viewport: { width: 360, height: 740 }, permissions: ['clipboard-read', 'clipboard-write'] })

const part = (page: Page, name: string) => page.locator(`[data-part="${name}"]`)
const pasted = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

async function open(page: Page, lang: Lang): Promise<void> {
  await page.clock.setFixedTime(FRIDAY)
  await page.goto(`/${lang}/tools/file-numbers/`)
  await expect(part(page, 'made')).toHaveText('261127001')
}

for (const lang of LANGS) {
  const words = FILE_NUMBER_WORDS[lang]

  test(`a number is written from day and serial, and copied (${lang})`, async ({ page }) => {
    await open(page, lang)
    await part(page, 'check-in').fill('2004-02-14')
    await expect(part(page, 'made')).toHaveText('040214001')
    await part(page, 'serial').fill('２１')
    await expect(part(page, 'made')).toHaveText('040214021')
    await part(page, 'copy-make').click()
    await expect(part(page, 'told')).toHaveText(fill(words.copied, { number: '040214021' }))
    expect(await pasted(page)).toBe('040214021')
    for (const serial of ['0', '1000', 'x', '']) {
      await part(page, 'serial').fill(serial)
      await expect(part(page, 'make-fault')).toHaveText(fill(words.noSerial, { largest: 999 }))
      await expect(part(page, 'copy-make')).toBeDisabled()
    }
    await part(page, 'check-in').fill('')
    await expect(part(page, 'make-fault')).toHaveText(words.noDay)
  })

  test(`a number is read back, and the next one of its day is offered (${lang})`, async ({ page }) => {
    await open(page, lang)
    await part(page, 'typed').fill('２６１１２７ 012')
    await expect(part(page, 'read')).toContainText(fill(words.isSerial, { serial: 12 }))
    await expect(part(page, 'read')).toContainText(fill(words.next, { number: '261127013' }))
    await part(page, 'copy-next').click()
    await expect.poll(() => pasted(page)).toBe('261127013')
    await part(page, 'typed').fill('261126007')
    await expect(part(page, 'read')).toContainText(`${words.otherDay} ${fill(words.first, { number: '261127001' })}`)
    await part(page, 'typed').fill('261127999')
    await expect(part(page, 'read')).toContainText(fill(words.full, { largest: '999' }))
    await expect(part(page, 'copy-next')).toBeDisabled()
    await part(page, 'typed').fill('261201001')
    await expect(part(page, 'read')).toContainText(words.future)
  })

  test(`what can’t be right is explained (${lang})`, async ({ page }) => {
    await open(page, lang)
    // Nothing has been typed, so nothing is wrong yet.
    await expect(part(page, 'read')).toHaveAttribute('data-state', 'empty')
    const told: readonly (readonly [string, string])[] = [
      ['040230001', fill(words.wrong.day, { year: 2004, month: 2, last: 29, day: '30' })],
      ['041314001', fill(words.wrong.month, { month: '13' })],
      ['04021401', fill(words.wrong.short, { wanted: 9, count: 8, missing: 1 })],
      ['0402140001', fill(words.wrong.long, { wanted: 9, count: 10, missing: 1 })],
      ['04021400l', fill(words.wrong.letters, { sign: 'l' })],
      ['040214000', words.wrong.serial],
      ['<b>1</b>', fill(words.wrong.letters, { sign: '<' })]
    ]
    for (const [typed, line] of told) {
      await part(page, 'typed').fill(typed)
      await expect(part(page, 'read')).toHaveText(line)
      await expect(part(page, 'typed')).toHaveAttribute('aria-invalid', 'true')
      await expect(part(page, 'copy-next')).toBeDisabled()
    }
    for (const gap of [words.century, words.gap, words.card]) await expect(page.getByText(gap)).toBeVisible()
  })

  test(`everything can be done by keyboard alone, by everybody, on a narrow phone (${lang})`, async ({ page, watched }) => {
    test.setTimeout(240_000)
    await open(page, lang)
    await watched.settle()
    expect.soft(await watched.shifts()).toEqual([])
    await expectFine(page, 'opened')
    await tabTo(page, '[data-part="serial"]')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('12')
    await tabTo(page, '[data-part="copy-make"]')
    await page.keyboard.press('Enter')
    await expect.poll(() => pasted(page)).toBe('261127012')
    await tabTo(page, '[data-part="typed"]')
    await page.keyboard.type('040230001')
    await expectFine(page, 'wrong')
    await part(page, 'typed').fill('261126007')
    await expectFine(page, 'read')
    expect(await everythingKept(page)).not.toContain('261126007')
    expect(watched.troubles).toEqual([])
  })

  test(`without scripts it leads to the page that explains it (${lang})`, async ({ browser, site }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${site}/${lang}/tools/file-numbers/`)
    await expect(page.locator('noscript .note')).toBeVisible()
    expect(await page.locator('noscript .note').innerText()).toBe(words.without)
    await page.locator('main a[href*="/handbook/records/file-numbers/"]').click()
    await expect(page.locator('h1')).toBeVisible()
    await context.close()
  })
}
