/** Pages that show a learner's progress fill it in without moving anything. */
import { LANGS } from '../../src/lang/text.ts'
import { SEASONED } from './learner.ts'
import { expect, test } from './promise.ts'
import { emptyDisk, plant } from './record.ts'
import { TYPES } from './views.ts'

const SHOWING = [TYPES.home, TYPES.path, TYPES.module, TYPES.me]

for (const lang of LANGS) {
  for (const [screen, viewport] of Object.entries({ phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } })) {
    test(`nothing moves when a filled record is shown (${lang}, ${screen})`, async ({ page, watched }) => {
      await page.setViewportSize(viewport)
      await page.goto(`/${lang}/tools/`)
      await plant(page, SEASONED)
      for (const address of SHOWING) {
        await page.goto(`/${lang}/${address}`)
        if (address === TYPES.home) await expect(page.locator('[data-continue] h2')).not.toHaveText(/？|\?/)
        else await expect(page.locator('[data-module]').first().locator('[data-state]')).not.toHaveText(/未开始|Not started/)
        await watched.settle()
        expect.soft(await watched.shifts(), address).toEqual([])
      }
    })
  }

  test(`a notice lies over the page and moves nothing (${lang})`, async ({ page, watched }) => {
    await page.goto(`/${lang}/tools/`)
    await plant(page, SEASONED)
    await emptyDisk(page)
    for (const address of SHOWING.slice(0, 3)) {
      await page.goto(`/${lang}/${address}`)
      await expect(page.locator('#record-notice')).not.toBeEmpty()
      await watched.settle()
      expect.soft(await watched.shifts(), address).toEqual([])
    }
  })
}
