/** A new technician's way: every check of the path and its exam, on a phone. */
import { fill, LANGS } from '../../src/lang/text.ts'
import { LEARNING } from '../../src/site/learning.ts'
import { TRAINING_WORDS } from '../../src/training/words.ts'
import { expect, test } from './promise.ts'
import { finishCheck, isSaved, openCheck } from './quiz.ts'
import { bankOf } from './site.ts'

const PATH = ['principles', 'speech', 'visit-arrange', 'visit-repair', 'complaints']

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

for (const lang of LANGS) {
  test(`the technician’s path can be finished, and its seals stay (${lang})`, async ({ page }) => {
    test.setTimeout(400_000)
    for (const module of PATH) {
      await openCheck(page, lang, module)
      await finishCheck(page, bankOf(lang, module))
      await isSaved(page)
    }
    await page.goto(`/${lang}/paths/technician/`)
    await expect(page.locator('[data-seal]:visible')).toHaveCount(PATH.length)
    await expect(page.getByRole('heading', { name: LEARNING[lang].exam })).toBeVisible()
    const onward = page.locator('[data-onward]')
    await expect(onward).toContainText(TRAINING_WORDS[lang].home.allPassed)
    await expect(onward.getByRole('link')).toHaveAttribute('href', '#exam')
    await page.goto(`/${lang}/`)
    await expect(page.locator('[data-continue] h2')).toHaveText(TRAINING_WORDS[lang].home.allPassed)
  })

  test(`whoever has looked at a path is led on through it, and through no other (${lang})`, async ({ page, watched }) => {
    const { home } = TRAINING_WORDS[lang]
    const titleOf = async (module: string) => page.locator(`[data-module="${module}"] b`).innerText()
    await page.goto(`/${lang}/`)
    const welcome = await page.locator('[data-continue] h2').innerText()
    await page.goto(`/${lang}/paths/technician/`)
    const [first, third] = [await titleOf('principles'), await titleOf('visit-arrange')]
    const onward = page.locator('[data-onward]')
    await expect(onward.locator('b')).toHaveText(fill(home.nextModule, { title: first }))
    await expect(onward.getByRole('link')).toHaveAttribute('href', `/${lang}/modules/principles/`)
    await page.goto(`/${lang}/`)
    const goOn = page.locator('[data-continue]')
    await expect(goOn.locator('h2')).toHaveText(fill(home.nextModule, { title: first }))
    await expect(goOn.locator('h2')).not.toHaveText(welcome)
    await expect(goOn).toContainText(fill(home.sealed, { k: 0, n: PATH.length }))
    await expect(goOn.getByRole('link').first()).toHaveAttribute('href', `/${lang}/modules/principles/`)
    for (const module of ['principles', 'speech']) {
      await openCheck(page, lang, module)
      await finishCheck(page, bankOf(lang, module))
      await isSaved(page)
    }
    await page.goto(`/${lang}/`)
    await expect(goOn.locator('h2')).toHaveText(fill(home.nextModule, { title: third }))
    await expect(goOn).toContainText(fill(home.sealed, { k: 2, n: PATH.length }))
    await page.goto(`/${lang}/paths/technician/`)
    await expect(onward.getByRole('link')).toHaveAttribute('href', `/${lang}/modules/visit-arrange/`)
    await watched.settle()
    expect(await watched.shifts()).toEqual([])
  })
}
