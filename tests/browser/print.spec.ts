/** On paper: a page without its navigation, a checklist and each form on one sheet of A4. */
import { LANGS } from '../../src/lang/text.ts'
import { expect, test } from './promise.ts'
import { pdfSheets } from './sheets.ts'
import { pagesOf } from './site.ts'

for (const lang of LANGS) {
  const addresses = pagesOf()
    .filter(page => page.lang === lang)
    .map(({ address }) => address)

  test(`a checklist and each form take one sheet of A4 (${lang})`, async ({ page }) => {
    const sheets = addresses.filter(address => /\/tools\/(checklists|forms)\//.test(address))
    expect(sheets.length).toBeGreaterThanOrEqual(3)
    for (const address of sheets) {
      await page.goto(address)
      expect.soft(await pdfSheets(page), address).toEqual(['210 × 297'])
    }
  })

  test(`a handbook page is printed on A4, without what belongs to the screen (${lang})`, async ({ page }) => {
    await page.goto(`/${lang}/handbook/visit/after/`)
    const sheets = await pdfSheets(page)
    expect(sheets.length).toBeLessThanOrEqual(5)
    expect(new Set(sheets)).toEqual(new Set(['210 × 297']))
    await page.emulateMedia({ media: 'print' })
    for (const part of ['.tabs', '.acts', '.skip', '.side', '.beside', '.turn', '.practice', '[data-print]', '#record-notice']) {
      for (const one of await page.locator(part).all()) await expect(one, part).toBeHidden()
    }
    await expect(page.locator('h1')).toBeVisible()
    await expect(page.locator('.prose h2').first()).toBeVisible()
    await expect(page.locator('.about')).toBeVisible()
  })

  test(`the phrase card fits on at most two sheets (${lang})`, async ({ page }) => {
    await page.goto(`/${lang}/tools/phrases/`)
    expect((await pdfSheets(page)).length).toBeLessThanOrEqual(2)
  })
}

test('paper is white and ink is dark, whatever the theme', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('service-handbook/theme', 'dark'))
  await page.goto('/en/handbook/visit/after/')
  await page.emulateMedia({ media: 'print' })
  const lightness = (color: string) => (color.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3
  const [text, paper] = await page.evaluate(() => {
    const style = getComputedStyle(document.querySelector('.prose p') ?? document.body)
    return [style.color, getComputedStyle(document.body).backgroundColor]
  })
  expect(lightness(text ?? '')).toBeLessThan(110)
  expect(paper === 'rgba(0, 0, 0, 0)' || lightness(paper ?? '') > 240).toBe(true)
})
