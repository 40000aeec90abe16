/** Every type of page and every state of a quiz against axe's rules for WCAG 2.2 A and AA, in light and dark. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { LANGS } from '../../src/lang/text.ts'
import { expect, test } from './promise.ts'
import { checkStates, practiceStates, recordStates, TYPES } from './views.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** What axe finds, one line each: the rule, and the place in the page. */
async function findings(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim()}`)
  )
}

/** All rules in light; in dark those about colour, which are all that can differ. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  expect.soft(await findings(new AxeBuilder({ page }).withTags(TAGS)), `${what}, light`).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect.soft(await findings(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block'])), `${what}, dark`).toEqual([])
}

for (const lang of LANGS) {
  for (const [half, types] of Object.entries({ first: Object.keys(TYPES).slice(0, 10), second: Object.keys(TYPES).slice(10) })) {
    test(`the pages of every type can be used by everybody (${lang}, ${half} half)`, async ({ page, watched }) => {
      test.setTimeout(600_000)
      for (const type of types as (keyof typeof TYPES)[]) {
        await page.goto(`/${lang}/${TYPES[type]}`)
        await watched.settle()
        await expectAccessible(page, `${lang} ${type}`)
      }
    })
  }
  test(`a practice set can be used by everybody in each of its states (${lang})`, async ({ page }) => {
    test.setTimeout(600_000)
    await practiceStates(page, lang, state => expectAccessible(page, `${lang} practice ${state}`))
  })
  test(`a check can be used by everybody in each of its states (${lang})`, async ({ page }) => {
    test.setTimeout(600_000)
    await checkStates(page, lang, state => expectAccessible(page, `${lang} check ${state}`))
  })
  test(`a learner’s record can be used by everybody, filled, to be erased and lost (${lang})`, async ({ page }) => {
    test.setTimeout(600_000)
    await recordStates(page, lang, state => expectAccessible(page, `${lang} record ${state}`))
  })
}

test('the first page can be used by everybody', async ({ page }) => {
  // Its script would leave it at once.
  await page.route('/', async route => {
    const answer = await route.fetch()
    const body = await answer.text()
    await route.fulfill({ response: answer, body: body.replace(/<script type="module"[^>]*>[\s\S]*?<\/script>/g, '') })
  })
  await page.goto('/')
  await expect(page.locator('[data-lang]')).toHaveCount(LANGS.length)
  await expectAccessible(page, 'first page')
})

test('the page for a wrong address can be used by everybody', async ({ page }) => {
  for (const address of ['/nowhere/', '/zh/nowhere/', '/en/nowhere/']) {
    await page.goto(address)
    await expectAccessible(page, address)
  }
})

test('the settings can be used by everybody', async ({ page }) => {
  for (const lang of LANGS) {
    await page.goto(`/${lang}/${TYPES.page}`)
    await page.locator('[popovertarget="set"]').click()
    await expect(page.locator('#set')).toBeVisible()
    await expectAccessible(page, `${lang} settings`)
  }
})
