/** The review: what was answered comes back, on home too, until it is answered. The clock is the test's. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { fill, LANGS, type Lang } from '../../src/lang/text.ts'
import { LEARNING } from '../../src/site/learning.ts'
import { TRAINING_WORDS } from '../../src/training/words.ts'
import { checked, logOf, rightChoices } from './learner.ts'
import { expect, test } from './promise.ts'
import {
  asked,
  choiceOf,
  choicesOn,
  finishCheck,
  formOf,
  isSaved,
  nextButton,
  openCheck,
  openPractice,
  placeOf,
  questionOn,
  start,
  take
} from './quiz.ts'
import { logOnDisk, plant } from './record.ts'
import { bankOf, brotli, filesOf, folder, practiceOf } from './site.ts'

const PAGE = 'records/file-numbers'
const MODULE = 'records'
const MONDAY = new Date('2026-11-30T10:00:00+08:00')
const later = (days: number) => new Date(MONDAY.getTime() + days * 86_400_000)
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

test.use({ timezoneId: 'Asia/Shanghai', viewport: { width: 360, height: 740 } })

const front = (page: Page) => placeOf(page).locator('.recall')
const onHome = (page: Page) => page.locator('[data-due]')

/** Answers the question that is asked, and sees it explained. */
async function answerOne(page: Page, lang: Lang, right = true): Promise<void> {
  await take(page, await asked(page, [...bankOf(lang, MODULE), ...practiceOf(lang, PAGE)]), right)
  await nextButton(page).click()
  await expect(formOf(page).locator('.verdict')).toHaveAttribute('data-state', right ? 'right' : /wrong|partly/)
  await isSaved(page)
}

/** Practises on Monday: the first question wrong and then right, the second right. */
async function practise(page: Page, lang: Lang): Promise<void> {
  await page.clock.setFixedTime(MONDAY)
  await openPractice(page, lang, PAGE)
  await answerOne(page, lang, false)
  await formOf(page).locator('.actions button').nth(1).click()
  await nextButton(page).click()
  await answerOne(page, lang)
}

async function openFront(page: Page, lang: Lang): Promise<void> {
  await page.goto(`/${lang}/review/`)
  await expect(front(page)).toBeVisible()
}

for (const lang of LANGS) {
  const words = TRAINING_WORDS[lang]
  const usual = LEARNING[lang].reviewLink

  test(`what was practised comes back when it is due, and goes when it is answered (${lang})`, async ({ page }) => {
    await practise(page, lang)
    await page.goto(`/${lang}/`)
    await expect(onHome(page)).toHaveText(usual)

    await page.clock.setFixedTime(later(1))
    await page.goto(`/${lang}/`)
    await expect(onHome(page)).toHaveText(fill(words.home.reviewDue, { n: 1 }))
    await onHome(page).click()
    await expect(front(page)).toContainText(fill(words.review.due, { n: 1 }))
    await start(page)
    await answerOne(page, lang)
    await nextButton(page).click()
    await placeOf(page).getByRole('button', { name: words.review.back }).click()

    await expect(front(page).locator('h2').first()).toBeFocused()
    await expect(front(page).locator('.primary')).toHaveCount(0)
    await expect(front(page)).toContainText(fill(words.review.keptLine, { k: 1, n: 1, percent: 100 }))
    await page.goto(`/${lang}/`)
    await expect(onHome(page)).toHaveText(words.home.reviewDone)

    await page.clock.setFixedTime(later(2))
    await page.goto(`/${lang}/`)
    await expect(onHome(page)).toHaveText(fill(words.home.reviewDue, { n: 1 }))
    const asked = (await logOnDisk(page)).flatMap(event => (event.type === 'started' && event.behaviour === 'review' ? [event] : []))
    expect(asked).toMatchObject([{ module: 'review', page: 'review', draw: { items: [{ question: practiceOf(lang, PAGE)[0]?.id }] } }])
  })

  test(`a review can be taken by keyboard alone (${lang})`, async ({ page, watched }) => {
    await practise(page, lang)
    await page.clock.setFixedTime(later(2))
    await openFront(page, lang)
    await watched.settle()
    const tabTo = async (selector: string) => {
      for (let presses = 0; presses < 40; presses++) {
        if (await page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`Tab does not reach ${selector}`)
    }
    await tabTo('.recall [name="cap"]')
    await page.keyboard.press('ArrowLeft')
    await expect(front(page).locator('[name="cap"]').first()).toBeChecked()
    await page.locator('.brand').focus()
    await tabTo('.recall > .primary')
    await page.keyboard.press('Enter')
    for (const last of [false, true]) {
      await expect(formOf(page).locator('header')).toBeFocused()
      const question = await asked(page, practiceOf(lang, PAGE))
      const [right = ''] = rightChoices(question)
      await tabTo('form.quiz input')
      await page.keyboard.press('Space')
      for (const _ of await choicesOn(page)) if (!(await choiceOf(page, right).isChecked())) await page.keyboard.press('ArrowDown')
      await tabTo('.actions button.primary')
      await page.keyboard.press('Enter')
      await expect(formOf(page).locator('.verdict')).toBeFocused()
      await tabTo('.actions button.primary')
      await page.keyboard.press('Enter')
      if (!last) await expect.poll(() => questionOn(page)).not.toBe(question.id)
    }
    // The last question makes room first: its own button would take the key press.
    await expect(formOf(page)).toHaveCount(0)
    await tabTo('.quiz button')
    await page.keyboard.press('Enter')
    await expect(front(page).locator('h2').first()).toBeFocused()
  })

  test(`every state can be used by everybody, fits 320 pixels and does not move (${lang})`, async ({ page, watched }) => {
    test.setTimeout(400_000)
    await page.setViewportSize({ width: 320, height: 640 })
    const look = async (state: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
        expect
          .soft(
            violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
            `${state}, ${colorScheme}`
          )
          .toEqual([])
      }
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect.soft(over, state).toBeLessThanOrEqual(0)
    }
    const still = async (state: string) => {
      await watched.settle()
      expect.soft(await watched.shifts(), state).toEqual([])
    }
    await page.clock.setFixedTime(MONDAY)
    await openFront(page, lang)
    await still('nothing learnt')
    await expect(front(page)).toContainText(words.review.nothing)
    await look('nothing learnt')

    await practise(page, lang)
    await openFront(page, lang)
    await still('nothing due')
    await expect(front(page)).toContainText(fill(words.review.ahead, {}))
    await expect(front(page).locator('.primary')).toHaveCount(0)
    await look('nothing due')

    await page.clock.setFixedTime(later(3))
    await openFront(page, lang)
    await still('due')
    for (const summary of await front(page).locator('summary').all()) await summary.click()
    await look('due')
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`/${lang}/`)
    await still('home')
    await expect(onHome(page)).toHaveText(fill(words.home.reviewDue, { n: 2 }))
    await page.setViewportSize({ width: 320, height: 640 })
    await openFront(page, lang)
    await start(page)
    await look('asked')
    await answerOne(page, lang, false)
    await look('answered')
  })
}

test('a review is resumed after a reload, and one of yesterday is not', async ({ page }) => {
  const { review, practice } = TRAINING_WORDS.en
  await practise(page, 'en')
  await page.clock.setFixedTime(later(2))
  await openFront(page, 'en')
  await start(page)
  await answerOne(page, 'en')
  await openFront(page, 'en')
  await expect(front(page).locator('.primary')).toHaveText(fill(review.resume, { k: 2, n: 2 }))
  await start(page)
  await expect(formOf(page).locator('header')).toContainText(fill(practice.place, { k: 2, n: 2 }))

  await page.clock.setFixedTime(later(3))
  await openFront(page, 'en')
  await expect(front(page).locator('.primary')).toHaveText(fill(review.start, { n: 1 }))
})

test('no more questions a day than the learner wants; the rest is spread over the next days', async ({ page }) => {
  const { review, home } = TRAINING_WORDS.en
  const log = logOf(...checked('principles', 7), ...checked('speech', 4)) // in June
  await page.clock.setFixedTime(MONDAY)
  await page.goto('/en/tools/')
  await plant(page, log)
  await openFront(page, 'en')
  await expect(front(page)).toContainText(fill(review.due, { n: 20 }))
  await front(page).locator('.sure label').first().click()
  await expect(front(page)).toContainText(fill(review.due, { n: 10 }))
  await expect(front(page)).toContainText(fill(review.waiting, { n: 10, cap: 10 }))
  await expect(front(page).locator('.ahead b')).toHaveText(['10', '10', ...Array(12).fill('0')])
  await page.goto('/en/')
  await expect(onHome(page)).toHaveText(fill(home.reviewDue, { n: 10 }))
})

test('a question that was changed since comes first, and what changed is said', async ({ page }) => {
  const { review } = TRAINING_WORDS.en
  await practise(page, 'en')
  const second = practiceOf('en', PAGE)[1]
  const href = second?.rules[0]?.href.split('#')[0] ?? ''
  await page.route('**/review/bank.json', async route => {
    const answer = await route.fetch()
    const bank = await answer.json()
    bank.modules[MODULE][second?.id ?? ''] = 2
    bank.changes[href] = [{ date: '2026-12-01', what: 'A number has five digits now.' }]
    await route.fulfill({ json: bank })
  })
  await page.route(`**/${MODULE}/questions.json`, async route => {
    const bank: { id: string }[] = await (await route.fetch()).json()
    await route.fulfill({ json: bank.map(question => (question.id === second?.id ? { ...question, revision: 2 } : question)) })
  })
  await page.clock.setFixedTime(later(1)) // by itself it would be due a day later
  await openFront(page, 'en')
  await expect(front(page)).toContainText(fill(review.changed, { n: 1 }))
  await start(page)
  expect(await questionOn(page)).toBe(second?.id)
  await expect(formOf(page).locator('.note')).toContainText('A number has five digits now.')
  await take(page, await asked(page, practiceOf('en', PAGE)))
  await nextButton(page).click()
  await nextButton(page).click()
  await expect(formOf(page).locator('.note')).toHaveCount(0)
})

test('a check that was handed in brings its questions back: wrong ones tomorrow, right ones a day later', async ({ page }) => {
  const { home, review } = TRAINING_WORDS.en
  await page.clock.setFixedTime(MONDAY)
  await openCheck(page, 'en', MODULE)
  await finishCheck(page, bankOf('en', MODULE), 2)
  const answered = (await logOnDisk(page)).filter(({ type }) => type === 'answered').length
  for (const [days, due] of [
    [1, 2],
    [2, answered]
  ] as const) {
    await page.clock.setFixedTime(later(days))
    await page.goto('/en/')
    await expect(onHome(page)).toHaveText(fill(home.reviewDue, { n: due }))
    await openFront(page, 'en')
    await expect(front(page)).toContainText(fill(review.due, { n: due }))
  }
})

test('an erased record leaves nothing due on home', async ({ page }) => {
  await practise(page, 'en')
  await page.clock.setFixedTime(later(2))
  await page.goto('/en/me/')
  await page.locator('[data-me=erase]').click()
  await page.locator('[data-me=erase-confirm]').click()
  await expect(page.locator('[data-me=said]')).not.toBeEmpty()
  await page.goto('/en/')
  await expect(onHome(page)).toHaveText(LEARNING.en.reviewLink)
})

test('the questions can be asked again for when they did not come', async ({ page }) => {
  const { bank } = TRAINING_WORDS.en
  await practise(page, 'en')
  await page.clock.setFixedTime(later(2))
  await page.route(`**/${MODULE}/questions.json`, route => route.abort())
  await openFront(page, 'en')
  await front(page).locator('.primary').click()
  await expect(placeOf(page).getByRole('alert')).toContainText(bank.loadFailed)
  await page.unroute(`**/${MODULE}/questions.json`)
  await placeOf(page).getByRole('button', { name: bank.retry }).click()
  await start(page)
})

test('the algorithm is in one file, which only the review page asks for', async ({ page, watched }) => {
  const scripts = filesOf(folder).filter(file => file.endsWith('.js'))
  const holding = scripts.filter(file => readFileSync(join(folder, file), 'utf8').includes('8.2956')) // a parameter of FSRS
  expect(holding).toHaveLength(1)
  expect(brotli(readFileSync(join(folder, holding[0] ?? '')))).toBeLessThan(8000)
  const asks = () => watched.requests.filter(request => request.url().endsWith(holding[0] ?? '')).length
  for (const address of ['', `handbook/${PAGE}/`, `modules/${MODULE}/check/`, 'me/']) {
    await page.goto(`/en/${address}`)
    await placeOf(page).or(page.locator('main')).first().scrollIntoViewIfNeeded()
    await watched.settle()
  }
  expect(asks()).toBe(0)
  await openFront(page, 'en')
  expect(asks()).toBe(1)
})
