/** Home marks what has changed since the reader was last here. */
import { LANGS } from '../../src/lang/text.ts'
import { expect, test } from './promise.ts'
import { NAME } from './record.ts'

for (const lang of LANGS) {
  test(`changes since the last visit are marked, and nothing moves (${lang})`, async ({ page, watched }) => {
    const marks = page.locator('.changes .fresh')
    await page.goto(`/${lang}/`)
    await watched.settle()
    expect(await marks.count()).toBeGreaterThan(0)
    for (const mark of await marks.all()) await expect(mark).toBeHidden()
    const lastSeen = (day: string) => page.evaluate(([key, last]) => localStorage.setItem(key, ` ${last}`), [`${NAME}visits`, day] as const)
    await lastSeen('2000-01-01')
    await page.reload()
    for (const mark of await marks.all()) await expect(mark).toBeVisible()
    await watched.settle()
    expect(await watched.shifts()).toEqual([])
    await lastSeen('2099-01-01')
    await page.reload()
    await watched.settle()
    for (const mark of await marks.all()) await expect(mark).toBeHidden()
  })
}
