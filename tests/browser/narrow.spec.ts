/** Small screens: nothing scrolls sideways, and everything that is tapped is large enough. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { LANGS } from '../../src/lang/text.ts'
import { expect, test } from './promise.ts'
import { checkStates, practiceStates, recordStates, TYPES } from './views.ts'

/** Least height of what is tapped often, in CSS pixels. */
const TAP = 48
const MAIN = [
  '.tabs a',
  '.top .acts > *',
  '.primary',
  '.quiz button',
  '.choice',
  '.me button',
  '.file',
  'summary',
  '.cards a',
  '.list li > a',
  '.visit button',
  '.visit input:not([type="radio"])',
  '.filling button',
  '.filling input:not([type="radio"])',
  '.filling select',
  '.ways label'
]

/** How far the page is wider than its window, and by which elements. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    const wide = [...document.querySelectorAll('main *, header *, footer *')].filter(one => one.getBoundingClientRect().right > room + 1)
    return [
      `${document.documentElement.scrollWidth} px`,
      ...wide.slice(0, 5).map(one => `${one.tagName}.${one.className} ${one.textContent?.slice(0, 30)}`)
    ]
  })
}

function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(
    ([selectors, least]) =>
      [...document.querySelectorAll<HTMLElement>(selectors.join())]
        .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < least - 0.5)
        .map(
          one =>
            `${Math.round(one.getBoundingClientRect().height)} px: ${one.tagName}.${one.className} ${one.textContent?.trim().slice(0, 30)}`
        ),
    [MAIN, TAP] as const
  )
}

test.describe('At 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } })
  for (const lang of LANGS) {
    test(`no type of page scrolls sideways (${lang})`, async ({ page }) => {
      for (const [type, address] of Object.entries(TYPES)) {
        await page.goto(`/${lang}/${address}`)
        expect.soft(await sideways(page), type).toEqual([])
      }
    })
    test(`no state of a quiz or of the record scrolls sideways (${lang})`, async ({ page }) => {
      const look = async (state: string) => expect.soft(await sideways(page), state).toEqual([])
      await practiceStates(page, lang, look)
      await checkStates(page, lang, look)
      await recordStates(page, lang, look)
    })
    test(`the largest text still needs no sideways scrolling (${lang})`, async ({ page }) => {
      await page.addInitScript(() => localStorage.setItem('service-handbook/size', '3'))
      for (const type of ['home', 'page', 'me', 'checklist', 'rules'] as const) {
        await page.goto(`/${lang}/${TYPES[type]}`)
        expect.soft(await sideways(page), type).toEqual([])
      }
    })
  }
})

test.describe('On a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })
  for (const lang of LANGS) {
    test(`what is tapped often is at least ${TAP} pixels high (${lang})`, async ({ page }) => {
      const look = async (state: string) => expect.soft(await tooSmall(page), state).toEqual([])
      for (const [type, address] of Object.entries(TYPES)) {
        await page.goto(`/${lang}/${address}`)
        await look(type)
      }
      await practiceStates(page, lang, look)
      await checkStates(page, lang, look)
      await recordStates(page, lang, look)
    })
    test(`nothing that is tapped is smaller than 24 pixels or crowded (${lang})`, async ({ page }) => {
      for (const [type, address] of Object.entries(TYPES)) {
        await page.goto(`/${lang}/${address}`)
        const { violations } = await new AxeBuilder({ page }).withRules(['target-size']).analyze()
        expect
          .soft(
            violations.flatMap(({ nodes }) => nodes.map(node => node.html)),
            type
          )
          .toEqual([])
      }
    })
  }
})
