/** What every state of a tool must keep: everybody can use it, it fits 320 pixels, and the keyboard comes everywhere. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './promise.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** axe in light and dark, and nothing wider than a narrow phone. The page's size is put back. */
export async function expectFine(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
    const told = violations.flatMap(({ id, nodes }) => nodes.map(node => `${id} ${node.target.join(' ')} ${node.failureSummary}`))
    expect.soft(told, `${state}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect.soft(over, `${state}, wider than 320 pixels by`).toBeLessThanOrEqual(0)
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'main button, main input, main textarea, main summary, main select, main fieldset label, #offline-bar button'
      )
    ]
      .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 47.5)
      .map(one => `${one.tagName} ${one.textContent} ${one.getBoundingClientRect().height}`)
  )
  expect.soft(small, `${state}, lower than 48 pixels`).toEqual([])
  if (size) await page.setViewportSize(size)
}

/** Presses Tab until `selector` has the focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${selector}`)
}

/** Everything that this browser keeps for the site: local and session storage, and the rows of all its databases. */
export function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie]
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      for (const store of database.objectStoreNames) {
        kept.push(
          await new Promise((resolve, reject) => {
            const request = database.transaction(store).objectStore(store).getAll()
            request.onsuccess = () => resolve(request.result)
            request.onerror = () => reject(request.error)
          })
        )
      }
      database.close()
    }
    return JSON.stringify(kept)
  })
}
