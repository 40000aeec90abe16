/** Theme and text size: chosen once, there before the first paint ever after. */
import type { Page } from '@playwright/test'
import { LANGS } from '../../src/lang/text.ts'
import { wordsIn } from '../../src/site/words.ts'
import { expect, test } from './promise.ts'

const PAGE = 'handbook/visit/after/'
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const textSize = (page: Page) => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))

/** Notes what the page is set to at the moment its body begins, which is before anything is painted. */
function noteEarly(): void {
  new MutationObserver((_, observer) => {
    if (!document.body) return
    observer.disconnect()
    const { theme, size } = document.documentElement.dataset
    Object.assign(window, { early: { theme, size } })
  }).observe(document, { childList: true, subtree: true })
}

async function choose(page: Page, label: string): Promise<void> {
  await page.locator('[popovertarget="set"]').click()
  await page.locator('#set').getByText(label, { exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(page.locator('#set')).toBeHidden()
}

for (const lang of LANGS) {
  test(`theme and text size are kept, and there before the first paint (${lang})`, async ({ page }) => {
    const words = wordsIn(lang)
    await page.addInitScript(noteEarly)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(`/${lang}/${PAGE}`)
    const [light, normal] = [await paper(page), await textSize(page)]
    await choose(page, words.themeDark)
    await choose(page, words.sizeLarger)
    expect(await paper(page)).not.toBe(light)
    expect(await textSize(page)).toBeGreaterThan(normal)
    const dark = await paper(page)
    for (const address of [PAGE, '', 'me/']) {
      await page.goto(`/${lang}/${address}`)
      expect(await page.evaluate(() => (window as Window & { early?: unknown }).early)).toEqual({ theme: 'dark', size: '3' })
      expect(await paper(page)).toBe(dark)
    }
    await expect(page.locator('#set input[name="theme"]:checked')).toHaveValue('dark')
    await choose(page, words.themeSystem)
    expect(await paper(page)).toBe(light)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await paper(page)).toBe(dark)
    await choose(page, words.themeLight)
    expect(await paper(page)).toBe(light)
    await page.reload()
    expect(await paper(page)).toBe(light)
  })
}

test('the settings can be opened, changed and closed by keyboard alone', async ({ page }) => {
  await page.goto(`/en/${PAGE}`)
  await page.locator('[popovertarget="set"]').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.locator('#set input[name="theme"]').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await page.keyboard.press('Escape')
  await expect(page.locator('#set')).toBeHidden()
})

test.describe('For people who want no motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })
  test('nothing is animated', async ({ page }) => {
    for (const address of ['', PAGE, 'me/', 'modules/records/check/']) {
      await page.goto(`/en/${address}`)
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter(one => {
            const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one)
            return (
              animationName !== 'none' ||
              transitionDuration.split(',').some(time => Number.parseFloat(time) > 0) ||
              scrollBehavior === 'smooth'
            )
          })
          .map(one => `${one.tagName}.${one.className}`)
      )
      expect(moving, address).toEqual([])
    }
  })
})
