/** The page of what a learner knows: levels from the record, links to where a rule stands, and what it says to a newcomer. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { fill, LANGS, type Lang } from '../../src/lang/text.ts'
import { BANK_WORDS } from '../../src/site/bankWords.ts'
import { LEARNING } from '../../src/site/learning.ts'
import { MASTERY_WORDS } from '../../src/training/masteryWords.ts'
import type { RuleBook } from '../../src/training/ruleBook.ts'
import { checked, logOf, rightResponse, wrongResponse } from './learner.ts'
import { expect, test } from './promise.ts'
import { plant } from './record.ts'
import { bankOf } from './site.ts'

const DAY = 86_400_000

/** Two rules of `speech`: one answered wrong wherever it is asked first, one right; all of them with a certainty. */
function halfLearnt() {
  const bank = bankOf('zh', 'speech')
  const mains = new Map<string, number>()
  for (const { rules } of bank) mains.set(rules[0]?.id ?? '', (mains.get(rules[0]?.id ?? '') ?? 0) + 1)
  const [weak = '', firm = ''] = [...mains].filter(([, count]) => count > 2).map(([rule]) => rule)
  const asked = bank.filter(({ rules }) => [weak, firm].includes(rules[0]?.id ?? ''))
  const answers = asked.map(question => {
    const right = question.rules[0]?.id === firm
    const response = right ? rightResponse(question) : wrongResponse(question)
    const { id, revision } = question
    return {
      type: 'answered',
      attempt: 'p',
      question: id,
      revision,
      try: 1,
      response,
      earned: right ? 1 : 0,
      possible: 1,
      sure: 3
    } as const
  })
  const items = asked.map(({ id, revision }) => ({ question: id, revision, choices: [] }))
  const log = logOf(
    {
      type: 'started',
      attempt: 'p',
      behaviour: 'practice',
      module: 'speech',
      page: 'speech/tenets',
      draw: { generator: 'sfc32@1', seed: 's', items }
    },
    ...answers
  ).map((event, index) => ({ ...event, at: Date.now() - DAY + index * 1000 }))
  const naming = asked.filter(({ rules }) => rules.some(({ id }) => id === weak))
  const right = (questions: typeof asked) => questions.filter(({ rules }) => rules[0]?.id === firm).length
  return { log, weak, firm, weakOf: naming.length, weakRight: right(naming), wrong: asked.length - right(asked), of: asked.length }
}

async function open(page: Page, lang: Lang): Promise<void> {
  await page.goto(`/${lang}/statistics/`)
  await expect(page.locator('.known .whole')).toBeVisible()
}

async function bookOf(page: Page, lang: Lang): Promise<RuleBook> {
  return (await page.request.get(`/${lang}/statistics/rules.json`)).json()
}

async function expectFine(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'])
      .analyze()
    const told = violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`))
    expect.soft(told, `${what}, ${colorScheme}`).toEqual([])
  }
  expect
    .soft(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${what}: sideways`)
    .toBe(0)
}

for (const lang of LANGS) {
  const words = MASTERY_WORDS[lang]

  test(`who has answered nothing is told what to do, and loads no record (${lang})`, async ({ page, watched }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(`/${lang}/statistics/`)
    await expect(page.getByText(words.empty)).toBeVisible()
    await watched.settle()
    expect(watched.requests.filter(request => /Statistics\.island|rules\.json/.test(request.url()))).toEqual([])
    expect(await watched.shifts()).toEqual([])
    await expectFine(page, 'empty')
    await page.getByRole('link', { name: words.toModules }).click()
    await expect(page).toHaveURL(new RegExp(`/${lang}/$`))
  })

  test(`a learner sees levels with their evidence, the weakest rule first, with a link to its heading (${lang})`, async ({ page }) => {
    const { log, weak, firm, weakOf, weakRight } = halfLearnt()
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(`/${lang}/tools/`)
    await plant(page, log)
    await open(page, lang)
    const book = await bookOf(page, lang)
    const name = (rule: string) => book.topics.flatMap(({ rules }) => rules).find(({ id }) => id === rule)?.name ?? ''

    const first = page.locator('.first > li').first()
    await expect(first.locator('[data-rule]')).toHaveAttribute('data-rule', weak)
    await expect(first).toContainText(words.levels.weak)
    await expect(first).toContainText(fill(words.evidence, { n: weakOf, k: weakRight, date: '' }).replace(/，.*|,.*/, ''))
    await expect(page.locator(`.first [data-rule="${firm}"]`)).toHaveCount(0)

    for (const summary of await page.locator('.known summary').all()) await summary.click()
    await expect(page.locator(`details [data-rule="${firm}"]`)).toHaveAttribute('data-level', 'firm')
    await expect(page.locator(`details [data-rule="${firm}"]`)).toContainText(words.levels.firm)
    await expect(page.locator('details [data-rule]')).toHaveCount(book.topics.flatMap(({ rules }) => rules).length)
    await expectFine(page, 'filled')

    await first.getByRole('link', { name: fill(words.study, { name: name(weak) }) }).click()
    await expect(page.locator(`[id="${weak}"]`)).toBeVisible()
  })

  test(`being sure is set against being right (${lang})`, async ({ page }) => {
    const { log, wrong, of } = halfLearnt()
    await page.goto(`/${lang}/tools/`)
    await plant(page, log)
    await open(page, lang)
    const row = page.locator('[data-sure="3"]')
    await expect(row).toContainText(words.bySure[3])
    await expect(row).toContainText(lang === 'zh' ? `${of - wrong} / ${of}` : `${of - wrong} of ${of}`)
    const points = (3 * (of - wrong) - 6 * wrong) / of
    await expect(page.locator('.known')).toContainText(`${points < 0 ? '−' : ''}${Math.abs(points).toFixed(1)}`)
  })

  test(`every rule, module and path is linked to a place that there is (${lang})`, async ({ page }) => {
    await page.goto(`/${lang}/tools/`)
    await plant(page, logOf(...checked('principles', 4)))
    await open(page, lang)
    for (const summary of await page.locator('.known summary').all()) await summary.click()
    const links = await page
      .locator('.known [data-rule] a, .standings a, .first .module')
      .evaluateAll(all => all.map(one => (one as HTMLAnchorElement).href))
    const pages = new Map<string, string>()
    for (const link of new Set(links)) {
      const [address = '', anchor] = link.split('#')
      if (!pages.has(address)) {
        const answer = await page.request.get(address)
        expect.soft(answer.status(), address).toBe(200)
        pages.set(address, await answer.text())
      }
      if (anchor) expect.soft(pages.get(address), link).toContain(` id="${decodeURIComponent(anchor)}"`)
    }
    expect(links.length).toBeGreaterThan(60)
  })

  test(`its own page leads to it, and it loads no more than a quiz may (${lang})`, async ({ page, watched }) => {
    await page.goto(`/${lang}/me/`)
    await page.getByRole('link', { name: words.toPage }).click()
    await expect(page).toHaveURL(new RegExp(`/${lang}/statistics/$`))
    await page.goto(`/${lang}/tools/`)
    await plant(page, halfLearnt().log)
    watched.forget()
    await open(page, lang)
    await watched.settle()
    expect(watched.troubles).toEqual([])
    expect(await watched.shifts()).toEqual([])
    const scripts = watched.requests.filter(request => request.resourceType() === 'script')
    const sizes = await Promise.all(scripts.map(async request => (await request.sizes()).responseBodySize))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(20_480)
  })
}

test('a record that is erased in another tab is gone from this page at once', async ({ page, context }) => {
  await page.goto('/zh/tools/')
  await plant(page, logOf(...checked('principles', 10)))
  await open(page, 'zh')
  const other = await context.newPage()
  await other.goto('/zh/me/')
  await other.getByRole('button', { name: LEARNING.zh.erase }).click()
  await other.getByRole('button', { name: LEARNING.zh.eraseConfirm, exact: true }).click()
  await expect(page.locator('[data-empty]')).toContainText(MASTERY_WORDS.zh.empty)
  await expect(page.locator('.known .whole')).toBeHidden()
})

for (const lang of LANGS) {
  test(`authors find what the form of the bank gives away, and search engines don’t (${lang})`, async ({ page, watched }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(`/${lang}/reviews/`)
    await page.getByRole('link', { name: BANK_WORDS[lang].title }).click()
    await expect(page.locator('.bank')).toContainText(BANK_WORDS[lang].botNames.echo)
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex')
    await page.locator('.bank details').evaluateAll(all => {
      for (const one of all) (one as HTMLDetailsElement).open = true
    })
    await expectFine(page, 'bank')
    expect(watched.troubles).toEqual([])
  })
}
