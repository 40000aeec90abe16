/** The first page leads to the reader's language, and remembers it; a wrong address is answered in it. */
import { LANGS, localeOf } from '../../src/lang/text.ts'
import { expect, test } from './promise.ts'

const WANTED = { 'zh-CN': 'zh', 'zh-TW': 'zh', 'en-GB': 'en', 'fr-FR': 'en' } as const

for (const [locale, lang] of Object.entries(WANTED)) {
  test.describe(`A browser that asks for ${locale}`, () => {
    test.use({ locale })
    test(`is led to ${lang}`, async ({ page }) => {
      await page.goto('/')
      await expect(page).toHaveURL(new RegExp(`/${lang}/$`))
      await expect(page.locator('html')).toHaveAttribute('lang', localeOf(lang))
    })
  })
}

for (const lang of LANGS) {
  const other = lang === 'zh' ? 'en' : 'zh'
  test.describe(`A reader of ${lang}`, () => {
    test.use({ locale: localeOf(lang) })
    test('who has switched the language is led to the new one from then on', async ({ page }) => {
      await page.goto(`/${lang}/tools/`)
      await page.locator('[data-twin]').click()
      await expect(page).toHaveURL(new RegExp(`/${other}/tools/$`))
      await page.goto('/')
      await expect(page).toHaveURL(new RegExp(`/${other}/$`))
    })
  })

  test(`the language switch keeps the part that is being read (${lang})`, async ({ page }) => {
    await page.goto(`/${lang}/handbook/visit/after/`)
    const heading = page.locator('.prose h2').nth(2)
    const id = (await heading.getAttribute('id')) ?? ''
    await page.goto(`/${lang}/handbook/visit/after/#${id}`)
    await expect(heading).toBeInViewport()
    await page.locator('[data-twin]').click()
    await expect(page).toHaveURL(new RegExp(`/${other}/handbook/visit/after/#`))
    await expect(page.locator('.prose h2').nth(2)).toBeInViewport()
  })

  test(`a wrong address is answered with 404 in its language (${lang})`, async ({ page }) => {
    const answer = await page.goto(`/${lang}/nowhere/`)
    expect(answer?.status()).toBe(404)
    await expect(page.locator('html')).toHaveAttribute('lang', localeOf(lang))
    await expect(page.locator('h1:visible')).toHaveCount(1)
    await page.locator('main a:visible').first().click()
    await expect(page).toHaveURL(new RegExp(`/${lang}/handbook/$`))
  })
}

test('a wrong address without a language is answered in both', async ({ page }) => {
  const answer = await page.goto('/nowhere/')
  expect(answer?.status()).toBe(404)
  await expect(page.locator('h1:visible')).toHaveCount(LANGS.length)
})
