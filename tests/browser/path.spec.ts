/** A new technician's way: every check of the path and its exam, on a phone. */
import { LANGS } from '../../src/lang/text.ts'
import { LEARNING } from '../../src/site/learning.ts'
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
  })
}
