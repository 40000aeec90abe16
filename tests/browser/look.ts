/** What every state of the console and of an assignment must keep, in both themes, on a narrow phone and on a desk. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './promise.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** No complaint of axe's, and nothing that stands out sideways. With SHOTS set, pictures are kept under that name. */
export async function look(page: Page, state: string): Promise<void> {
  // What the bar at the top half covers would be too small a target.
  await page.evaluate(() => scrollTo(0, 0))
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
    const found = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
    expect.soft(found, `${state}, ${colorScheme}`).toEqual([])
    for (const [width, height] of [
      [320, 640],
      [360, 740],
      [1280, 800]
    ] as const) {
      await page.setViewportSize({ width, height })
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect.soft(over, `${state}, ${width}`).toBeLessThanOrEqual(0)
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}-${state}-${colorScheme}-${width}.png`, fullPage: true })
    }
  }
}
