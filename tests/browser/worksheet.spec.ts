/** A printed sheet of a module’s questions: drawn from a seed that is printed on it, with its key or without. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { LANGS, type Lang } from '../../src/lang/text.ts'
import type { ClassSet } from '../../src/training/classSet.ts'
import { CLASS_WORDS } from '../../src/training/classWords.ts'
import { TRAINING_WORDS } from '../../src/training/words.ts'
import { expect, test } from './promise.ts'
import { brotli, folder } from './site.ts'

const MODULE = 'visit-repair'
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

const setOf = (lang: Lang): ClassSet => JSON.parse(readFileSync(join(folder, lang, 'modules', MODULE, 'class.json'), 'utf8'))
const sheetOf = (page: Page) => page.locator('.worksheet:not(.key)')
const keyOf = (page: Page) => page.locator('.worksheet.key')

async function draw(page: Page, lang: Lang, fragment = '#seed=k7f3q&n=10'): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`/${lang}/worksheets/${MODULE}/${fragment}`)
  await expect(page.locator('.worksheet').first()).toBeVisible()
}

async function questionsOn(page: Page, lang: Lang): Promise<string[]> {
  const situations = await sheetOf(page).locator('ol > li > p:first-child').allInnerTexts()
  return situations.map(text => setOf(lang).questions.find(({ situation }) => situation === text)?.id ?? text)
}

/** Width and height of each page of a PDF, in millimetres. */
async function pagesIn(page: Page): Promise<string[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)]
  return boxes.map(([, width, height]) => [width, height].map(points => Math.round((Number(points) / 72) * 25.4)).join(' × '))
}

for (const lang of LANGS) {
  const words = CLASS_WORDS[lang]
  const choose = (page: Page, key: keyof typeof words.worksheet.keys) => page.getByLabel(words.worksheet.keys[key], { exact: true }).check()

  test(`a sheet says what it takes to make it again (${lang})`, async ({ page }) => {
    await draw(page, lang)
    const { revision } = JSON.parse(readFileSync(join(folder, 'catalogue.json'), 'utf8'))
    const printed = words.worksheet.printed
      .replace('{seed}', 'k7f3q')
      .replace('{n}', '10')
      .replace('{kinds}', words.worksheet.allKinds)
      .replace('{revision}', revision)
    for (const sheet of [sheetOf(page), keyOf(page)]) await expect(sheet.locator('header')).toContainText(printed)
    for (const line of [words.worksheet.name, words.worksheet.date, words.worksheet.score]) await expect(sheetOf(page)).toContainText(line)
    await expect(sheetOf(page).locator('h2')).toContainText(setOf(lang).title)
    const drawn = await questionsOn(page, lang)
    expect(new Set(drawn).size).toBe(10)

    await page.getByRole('button', { name: words.worksheet.another }).click()
    await expect.poll(() => questionsOn(page, lang)).not.toEqual(drawn)
    await page.getByRole('textbox', { name: words.choose.seed }).fill('K7F3Q')
    await page.getByRole('textbox', { name: words.choose.seed }).press('Enter')
    await expect.poll(() => questionsOn(page, lang)).toEqual(drawn)
  })

  test(`the address keeps the sheet, also in the other language and for a class (${lang})`, async ({ page }) => {
    await draw(page, lang, '')
    await page.getByRole('spinbutton', { name: words.choose.count }).fill('4')
    await page.getByRole('spinbutton', { name: words.choose.count }).press('Enter')
    await expect(sheetOf(page).locator('ol > li')).toHaveCount(4)
    const drawn = await questionsOn(page, lang)
    await page.reload()
    await expect(sheetOf(page).locator('ol > li')).toHaveCount(4)
    expect(await questionsOn(page, lang)).toEqual(drawn)
    await page.getByRole('link', { name: words.worksheet.toClass }).click()
    await page.locator('form .primary').click()
    const first = setOf(lang).questions.find(({ id }) => id === drawn[0])?.situation ?? ''
    await expect(page.locator('.scene > p').first()).toHaveText(first)
    await page.goBack()
    await expect(sheetOf(page).locator('ol > li')).toHaveCount(4)
    await page.locator('[data-twin]').click()
    await expect(sheetOf(page).locator('ol > li')).toHaveCount(4)
    expect(await questionsOn(page, lang === 'zh' ? 'en' : 'zh')).toEqual(drawn)
  })

  test(`only the chosen kinds are drawn, and they are named on the sheet (${lang})`, async ({ page }) => {
    await draw(page, lang, '#seed=k7f3q&n=99')
    const set = setOf(lang)
    await expect(sheetOf(page).locator('ol > li')).toHaveCount(set.questions.length)
    for (const kind of new Set(set.questions.map(question => question.kind))) {
      if (kind !== 'order' && kind !== 'mark') await page.getByLabel(new RegExp(`^\\s*${words.kinds[kind]}`)).uncheck()
    }
    const drawn = await questionsOn(page, lang)
    expect(new Set(drawn.map(id => set.questions.find(question => question.id === id)?.kind))).toEqual(new Set(['order', 'mark']))
    await expect(sheetOf(page).locator('header')).toContainText([words.kinds.order, words.kinds.mark].join(words.worksheet.comma))
  })

  test(`the key tells each answer and why, and stands alone or not at all on request (${lang})`, async ({ page }) => {
    await draw(page, lang, '#seed=k7f3q&n=99')
    await expect(keyOf(page).locator('.glance > li')).toHaveCount(setOf(lang).questions.length)
    const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
    const key = flat(await keyOf(page).innerText())
    for (const { id, reasons } of setOf(lang).questions) for (const { text } of reasons) expect.soft(key, id).toContain(flat(text))
    await choose(page, 'none')
    await expect(keyOf(page)).toHaveCount(0)
    await choose(page, 'only')
    await expect(sheetOf(page)).toHaveCount(0)
    await expect(keyOf(page)).toBeVisible()
  })

  test(`it is printed on A4 without the site, and the key begins on a page of its own (${lang})`, async ({ page }) => {
    for (const count of [2, 5, 12]) {
      await draw(page, lang, `#seed=k7f3q&n=${count}`)
      const both = await pagesIn(page)
      expect(new Set(both)).toEqual(new Set(['210 × 297']))
      await choose(page, 'none')
      const asked = (await pagesIn(page)).length
      await choose(page, 'only')
      const keys = (await pagesIn(page)).length
      // A browser that can begins it on the front of a leaf.
      expect([asked + keys, asked + (asked % 2) + keys], `${count} questions`).toContain(both.length)
    }
    await choose(page, 'after')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    for (const part of ['.top', '.tabs', '.foot', '.skip', 'form', 'button', 'h1', '.lead', '#record-notice'])
      for (const one of await page.locator(part).all()) await expect(one, part).toBeHidden()
    const { color, breaks } = await sheetOf(page).evaluate(sheet => ({
      color: [getComputedStyle(sheet).color, getComputedStyle(sheet).backgroundColor],
      breaks: [...sheet.querySelectorAll(':scope > ol > li')].map(question => getComputedStyle(question).breakInside)
    }))
    expect(color).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
    expect(new Set(breaks)).toEqual(new Set(['avoid']))
  })

  test(`the page of a sheet can be used by everybody (${lang})`, async ({ page }) => {
    await draw(page, lang, '#seed=k7f3q&n=99')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
      expect
        .soft(
          violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary}`)),
          colorScheme
        )
        .toEqual([])
    }
  })

  test(`on a phone nothing of a sheet is wider than the screen (${lang})`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await draw(page, lang, '#seed=k7f3q&n=99')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })

  for (const [width, height] of [
    [360, 740],
    [1280, 800],
    [1920, 1080]
  ] as const) {
    test(`opening the page of a sheet moves nothing and stays within the budget (${lang}, ${width} × ${height})`, async ({
      page,
      watched
    }) => {
      await page.setViewportSize({ width, height })
      await draw(page, lang, '')
      await watched.settle()
      expect(await watched.shifts()).toEqual([])
      expect(watched.troubles).toEqual([])
      const files = watched.requests.map(request => new URL(request.url(), 'http://site').pathname).filter(path => /\.(js|css)$/.test(path))
      expect(files.length).toBeLessThanOrEqual(6)
      expect(files.reduce((sum, path) => sum + brotli(readFileSync(join(folder, path))), 0)).toBeLessThanOrEqual(25_000)
    })
  }

  test(`a scenario is not on a sheet; the page leads to it (${lang})`, async ({ page }) => {
    await draw(page, lang)
    await page.locator('main .hush a').nth(1).click()
    await expect(page.locator('main')).toBeVisible()
    await expect(page).toHaveURL(/\/exercises\/[^/]+\//)
  })
}

test('where the questions can’t be loaded, the place says so and tries again on request', async ({ page }) => {
  await page.route('**/class.json', route => route.abort())
  await page.goto(`/en/worksheets/${MODULE}/`)
  const { loadFailed, retry } = TRAINING_WORDS.en.bank
  await expect(page.getByRole('alert')).toContainText(loadFailed)
  await page.unroute('**/class.json')
  await page.getByRole('button', { name: retry }).click()
  await expect(sheetOf(page)).toBeVisible()
})

test.describe('With scripts off', () => {
  test.use({ javaScriptEnabled: false })
  for (const room of ['worksheets', 'class']) {
    test(`the page of ${room} leads to the questions as text`, async ({ page }) => {
      await page.goto(`/en/${room}/${MODULE}/`)
      await expect(page.locator('noscript .note')).toBeVisible()
      await page.locator('main a[href*="/questions/"]').click()
      await expect(page.locator('main ol > li').first()).toBeVisible()
    })
  }
})
