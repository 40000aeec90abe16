/** Who leaves the page in the middle of a word finds it when coming back: in a run's note, in a form, in a new form. */
import type { Page } from '@playwright/test'
import { LANGS, type Lang } from '../../src/lang/text.ts'
import { addressOf, fieldOf, openForm, paperOf, papersOnDisk, plantPapers, SERVICE, visitOf } from './papers.ts'
import { expect, test } from './promise.ts'
import { DESK, dots } from './visit.ts'

test.use({ viewport: { width: 360, height: 740 } })

/** Types and is gone in the same breath: no pause, no other field, and nothing waits for the disk. */
const WAYS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'by going back': page => page.evaluate(() => history.back()),
  'by another address': page => page.evaluate(away => location.assign(away), '/en/handbook/'),
  'by loading it anew': page => page.evaluate(() => location.reload())
}
const TYPED = '写到一半 half a w'

const left = (page: Page) => page.evaluate(name => localStorage.getItem(`${name}-left`), DESK)

async function leave(page: Page, go: (page: Page) => Promise<unknown>): Promise<void> {
  const loaded = page.waitForEvent('load')
  // A page that is gone can't answer.
  await go(page).catch(() => undefined)
  await loaded
}

for (const [how, go] of Object.entries(WAYS)) {
  for (const lang of LANGS) {
    test(`what was typed into a form is there after leaving ${how} (${lang})`, async ({ page }) => {
      await page.goto(`/${lang}/tools/`)
      await plantPapers(page, 'form', [paperOf('7')])
      await openForm(page, lang, SERVICE, '#7')
      await fieldOf(page, 'cause').pressSequentially(TYPED)
      await leave(page, go)
      await comeBack(page, lang, `${addressOf(lang, SERVICE)}#7`)
      await expect(fieldOf(page, 'cause')).toHaveValue(TYPED)
      await expect.poll(() => left(page)).toBeNull()
      expect(await papersOnDisk(page)).toMatchObject([{ id: '7', fields: { order: 'GD-7', cause: TYPED } }])
    })

    test(`what was typed into a run’s note is there after leaving ${how} (${lang})`, async ({ page }) => {
      const address = `/${lang}/tools/visit/#run=run7`
      await page.goto(`/${lang}/tools/`)
      await plantPapers(page, 'run', [visitOf({ entries: [] })])
      await page.goto(address)
      await dots(page, 0).click()
      await page.locator('.step-more textarea').pressSequentially(TYPED)
      await leave(page, go)
      await comeBack(page, lang, address)
      await dots(page, 0).click()
      await expect(page.locator('.step-more textarea')).toHaveValue(TYPED)
      await expect.poll(() => left(page)).toBeNull()
    })
  }

  test(`a form that was only just begun is among the others after leaving ${how}`, async ({ page }) => {
    await page.goto('/zh/tools/')
    await openForm(page, 'zh', SERVICE)
    await fieldOf(page, 'customer').pressSequentially('市图书馆')
    await leave(page, go)
    await page.goto('/zh/tools/papers/')
    await expect(page.locator('.lines > li')).toHaveCount(1)
    await expect(page.locator('.lines > li')).toContainText('市图书馆')
  })
}

/** To a page that was not in the browser's memory. */
async function comeBack(page: Page, lang: Lang, address: string): Promise<void> {
  await page.goto(`/${lang}/tools/`)
  await page.goto(address)
}
