/** Hands on the offline copy. */
import type { Page } from '@playwright/test'
import type { Lang } from '../../src/lang/text.ts'
import { type Host, openHost } from './host.ts'
import { test as base, expect } from './promise.ts'
import { folder } from './site.ts'

/** Tests with a worker, and a host of their own that begins with the built site. */
export const test = base.extend<{ readonly host: Host }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures off a pattern
  host: async ({}, use) => {
    const host = await openHost(folder)
    await use(host)
    await host.close()
  },
  baseURL: async ({ host }, use) => use(host.url),
  serviceWorkers: 'allow'
})
export { expect }

export const part = (page: Page, name: string) => page.locator(`[data-offline="${name}"]`)

/** Asks for the copy on the learner's own page, unless it comes by itself, and waits until it is there. */
export async function takeCopy(page: Page, lang: Lang): Promise<void> {
  await page.goto(`/${lang}/me/`)
  await expect(async () => {
    if (await part(page, 'keep').isVisible()) await part(page, 'keep').click({ timeout: 1000 })
    await expect(part(page, 'version')).toHaveText(/\S/, { timeout: 5000 })
  }).toPass({ timeout: 60_000 })
}

/** Looks for a new version behind the page's back, as a browser does, and waits until it has been downloaded. */
export async function findUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    await registration?.update()
    while (registration?.installing || !registration?.waiting) await new Promise(done => setTimeout(done, 50))
  })
}

/** Looks for a new version by the button. */
export async function update(page: Page): Promise<void> {
  await part(page, 'update').click()
  await findUpdate(page)
  await expect(part(page, 'apply')).toBeVisible()
}

/** Version that the open page was deployed with. */
export const versionOf = (page: Page) =>
  page.evaluate(() => document.querySelector('meta[name="version"]')?.getAttribute('content')).catch(() => 'none: being loaded')

/** Caches of the handbook's versions. */
export const versionsKept = (page: Page) => page.evaluate(async () => (await caches.keys()).filter(name => name.includes('#')))
