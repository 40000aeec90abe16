/** Exams: drawn by a plan, against a clock, as often as their terms allow. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { fill, LANGS, type Lang } from '../../src/lang/text.ts'
import type { ShownQuestion } from '../../src/quiz/shown.ts'
import { TRAINING_WORDS } from '../../src/training/words.ts'
import { expect, test } from './promise.ts'
import { asked, finishCheck, formOf, goNext, isSaved, nextButton, placeOf, questionOn, start, take } from './quiz.ts'
import { logOnDisk } from './record.ts'
import { folder } from './site.ts'

const EXAM = 'technician-exam'
const MINUTES = 35
const bankOf = (lang: Lang): ShownQuestion[] =>
  JSON.parse(readFileSync(join(folder, lang, 'exams', EXAM, 'questions.json'), 'utf8')).questions

async function open(page: Page, lang: Lang): Promise<void> {
  await page.goto(`/${lang}/exams/${EXAM}/`)
  await start(page)
}
const clockOn = (page: Page) => page.getByRole('timer')
const startButton = (page: Page) => placeOf(page).locator('> button.primary')

for (const lang of LANGS) {
  const { check, exam } = TRAINING_WORDS[lang]

  test(`an exam is passed, and stays passed (${lang})`, async ({ page }) => {
    await open(page, lang)
    await finishCheck(page, bankOf(lang))
    await expect(page.getByRole('heading', { name: check.passed, exact: true })).toBeFocused()
    await isSaved(page)
    await page.reload()
    await expect(placeOf(page)).toContainText('100%')
    await placeOf(page).getByRole('button', { name: exam.lastResult }).click()
    await expect(page.locator('.result')).toHaveAttribute('data-passed', 'true')
  })

  test(`when the time is over it is handed in with what was answered (${lang})`, async ({ page }) => {
    await page.clock.install()
    await open(page, lang)
    await take(page, await asked(page, bankOf(lang)))
    await isSaved(page)
    await page.clock.fastForward((MINUTES - 4) * 60_000)
    await expect(page.locator('.clock').getByRole('status')).toHaveText(exam.lastFive)
    await page.clock.fastForward(5 * 60_000)
    await expect(page.locator('.result')).toHaveAttribute('data-passed', 'false')
    const finished = (await logOnDisk(page)).filter(({ type }) => type === 'finished')
    expect(finished).toHaveLength(1)
  })
}

test('the time runs on while the page is closed, and goes on from where it is', async ({ page }) => {
  await page.clock.install()
  await open(page, 'en')
  const question = await asked(page, bankOf('en'))
  await take(page, question)
  await isSaved(page)
  await page.goto('/en/tools/')
  await page.clock.fastForward(10 * 60_000)
  await page.goto(`/en/exams/${EXAM}/`)
  await expect(clockOn(page)).toHaveText(/^(25:00|24:\d\d) left$/)
  await formOf(page).locator('.places button').first().click()
  expect(await questionOn(page)).toBe(question.id)
  await expect(formOf(page).locator('.places [data-answered="true"]')).toHaveCount(1)
})

test('who comes back after the time is over finds it handed in', async ({ page }) => {
  await page.clock.install()
  await open(page, 'en')
  await take(page, await asked(page, bankOf('en')))
  await isSaved(page)
  await page.goto('/en/tools/')
  await page.clock.fastForward(3 * 3_600_000)
  await page.goto(`/en/exams/${EXAM}/`)
  await expect(page.locator('.result')).toBeVisible()
  expect((await logOnDisk(page)).filter(({ type }) => type === 'answered').length).toBeGreaterThan(10)
})

test('after an attempt that was not passed there is a wait, and then other questions', async ({ page }) => {
  const { exam } = TRAINING_WORDS.en
  await page.clock.install()
  await open(page, 'en')
  const drawn = async () =>
    (await logOnDisk(page)).flatMap(event => (event.type === 'started' ? [event.draw.items.map(item => item.question)] : []))
  await formOf(page).locator('.places button').last().click()
  await nextButton(page).click()
  await nextButton(page).click()
  await expect(page.locator('.result')).toHaveAttribute('data-passed', 'false')
  await isSaved(page)
  await page.goto(`/en/exams/${EXAM}/`)
  await expect(startButton(page)).toBeDisabled()
  await expect(placeOf(page).locator('.note')).toContainText(fill(exam.wait, { time: '', n: 2 }).split('can')[0]?.trim() ?? '')
  await page.clock.fastForward(12 * 3_600_000)
  await page.reload()
  await expect(startButton(page)).toBeEnabled()
  await start(page)
  await expect.poll(async () => (await drawn()).length).toBe(2)
  const [first = [], second = []] = await drawn()
  expect(second.filter(id => first.includes(id)).length).toBeLessThan(first.length / 3)
})

test('a mistake on a rule that must be kept bars, whatever the per cent', async ({ page }) => {
  const bank = bankOf('en')
  const must = 'visit.consent-to-open'
  await page.route('**/questions.json', async route => {
    const answer = await route.fetch()
    const set = await answer.json()
    const from = (rule: string) =>
      set.questions.filter(({ rules }: ShownQuestion) => rules[0]?.id === rule).map(({ id }: ShownQuestion) => id)
    const others = set.questions.filter(({ rules }: ShownQuestion) => rules[0]?.id !== must).map(({ id }: ShownQuestion) => id)
    await route.fulfill({
      response: answer,
      json: {
        ...set,
        plan: [
          { count: 1, from: from(must) },
          { count: 9, from: others }
        ]
      }
    })
  })
  await open(page, 'en')
  const count = await formOf(page).locator('.places button').count()
  for (let place = 0; place < count; place++) {
    const question = await asked(page, bank)
    await take(page, question, question.rules[0]?.id !== must)
    if (place < count - 1) await goNext(page)
  }
  await nextButton(page).click()
  await expect(page.locator('.result')).toHaveAttribute('data-passed', 'false')
  await expect(page.locator('.result .note')).toContainText(TRAINING_WORDS.en.exam.barred)
})

test('an exam under way can be used by everybody', async ({ page }) => {
  await open(page, 'zh')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  }
})
