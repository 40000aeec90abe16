/** Without scripts the handbook is whole: every page can be read, and every question with its answer. */

import { LANGS } from '../../src/lang/text.ts'
import { LEARNING } from '../../src/site/learning.ts'
import { TRAINING_WORDS } from '../../src/training/words.ts'
import { choicesIn } from './learner.ts'
import { expect, test } from './promise.ts'
import { placeOf } from './quiz.ts'
import { type BuiltPage, hasQuiz, pagesOf, practiceOf, tagsOf } from './site.ts'

const PAGE = 'visit/after'
const TEXT = /<[^>]*>|\s+/g

test.describe('With scripts off', () => {
  test.use({ javaScriptEnabled: false })

  for (const lang of LANGS) {
    test(`the text of every handbook page stands on the screen (${lang})`, async ({ page }) => {
      for (const { address, html } of pagesOf().filter(one => one.kind === 'handbook' && one.lang === lang)) {
        await page.goto(address)
        const headings = page.locator('.prose h2')
        const count = html.slice(html.indexOf('class="prose"')).match(/<h2 id=/g)?.length ?? 0
        expect(await headings.count(), address).toBeGreaterThan(0)
        expect(await headings.count(), address).toBeLessThanOrEqual(count)
        for (const heading of await headings.all()) await expect(heading, address).toBeVisible()
        const shown = (await page.locator('.prose').innerText()).replace(TEXT, '').length
        expect(shown, address).toBeGreaterThan(300)
      }
    })

    test(`practice questions can be read, and their answers unfolded (${lang})`, async ({ page }) => {
      for (const [place, question] of practiceOf(lang, PAGE).entries()) {
        await page.goto(`/${lang}/handbook/${PAGE}/`)
        await expect(placeOf(page)).toBeHidden()
        await page.locator('.practice .as-text a').nth(place).click()
        const choices = choicesIn(question)
        const item = page.locator(`main li[id="${question.id}"]`)
        await expect(item).toContainText(question.situation)
        for (const choice of choices) await expect(item.getByText(choice.text).first()).toBeVisible()
        const [first] = choices
        if (first) await expect(item.getByText(first.feedback).first()).toBeHidden()
        await item.locator('details summary').click()
        for (const choice of choices) await expect(item.getByText(choice.feedback).first()).toBeVisible()
      }
    })

    test(`a check points to its questions as text (${lang})`, async ({ page }) => {
      await page.goto(`/${lang}/modules/records/check/`)
      await expect(page.locator('noscript .note')).toBeVisible()
      expect(await page.locator('noscript .note').innerText()).toBe(LEARNING[lang].withoutScript)
      await expect(placeOf(page)).toBeHidden()
      await page.getByRole('link', { name: LEARNING[lang].asText }).click()
      await expect(page.locator('main ol > li').first()).toBeVisible()
    })

    test(`the language switch leads to the other half (${lang})`, async ({ page }) => {
      await page.goto(`/${lang}/handbook/${PAGE}/`)
      await page.locator('[data-twin]').click()
      await expect(page).toHaveURL(new RegExp(`/${lang === 'zh' ? 'en' : 'zh'}/handbook/${PAGE}/$`))
    })
  }

  test('the first page offers both languages', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('link', { name: '中文' })).toHaveAttribute('href', '/zh/')
    await expect(page.getByRole('link', { name: 'English' })).toHaveAttribute('href', '/en/')
  })
})

const FAILING = {
  'the view of a practice set': '**/_astro/Practice.*.js',
  'the script that starts a practice set': '**/_astro/quiz.*.js',
  'any script': '**/_astro/*.js'
}
for (const lang of LANGS) {
  for (const [what, files] of Object.entries(FAILING)) {
    test(`where ${what} can’t be loaded, its place says so (${lang})`, async ({ page }) => {
      await page.route(files, route => route.abort())
      await page.goto(`/${lang}/handbook/${PAGE}/`)
      await page.locator('.practice').scrollIntoViewIfNeeded()
      await expect(page.locator('.practice').getByRole('alert')).toContainText(TRAINING_WORDS[lang].bank.loadFailed)
      await expect(page.locator('.practice .as-text a').first()).toBeVisible()
    })
  }

  test(`where the questions can’t be loaded, the place says so and tries again on request (${lang})`, async ({ page }) => {
    await page.route('**/practice.json', route => route.abort())
    await page.goto(`/${lang}/handbook/${PAGE}/`)
    await page.locator('.practice').scrollIntoViewIfNeeded()
    await expect(placeOf(page).getByRole('alert')).toContainText(TRAINING_WORDS[lang].bank.loadFailed)
    await page.unroute('**/practice.json')
    await placeOf(page).getByRole('button', { name: TRAINING_WORDS[lang].bank.retry }).click()
    await expect(placeOf(page).locator('form.quiz')).toBeVisible()
  })
}

test('every page with a quiz leads to its questions as text', () => {
  const leads = ({ html }: BuiltPage) =>
    tagsOf(html, 'a').some(({ href }) => /\/(questions\/\d+|exercises\/[^/]+\/text)\/(#.+)?$/.test(href ?? ''))
  expect(
    pagesOf()
      .filter(page => hasQuiz(page) && !leads(page))
      .map(({ address }) => address)
  ).toEqual([])
})
