/** What holds for each of the kinds that place things, whatever the question. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { LANGS, type Lang } from '../../../src/lang/text.ts'
import type { ShownQuestion } from '../../../src/quiz/shown.ts'
import { QUIZ_WORDS } from '../../../src/quiz/words.ts'
import { TRAINING_WORDS } from '../../../src/training/words.ts'
import { rightResponse, wrongResponse } from '../learner.ts'
import { expect, test } from '../promise.ts'
import { formOf, isSaved, start } from '../quiz.ts'
import { type Placing, placeByPointer } from './fingers.ts'
import { exercisesIn, expectAnswer, openExercise, type Placed, placeByKeys } from './placing.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

async function expectAccessible(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // Sizes are measured below: axe takes a button half under the bar of the page for a small one.
    const axe = new AxeBuilder({ page }).include('fieldset.question').withTags(TAGS).disableRules(['target-size'])
    const { violations } = await axe.analyze()
    const found = violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary}`))
    expect.soft(found, `${state}, ${colorScheme}`).toEqual([])
  }
}

/** How the page is wider than its window, and what is tapped and too low. */
function cramped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth
    const told = (one: Element) => `${one.tagName}.${one.className} ${one.textContent?.slice(0, 30)}`
    const all = [...document.querySelectorAll('fieldset.question *')].filter(one => one.checkVisibility())
    const wide = all.filter(one => one.getBoundingClientRect().right > room + 1 && !one.matches('option'))
    const low = all.filter(one => one.matches('button, select, .pill, input:not(.pill *)') && one.getBoundingClientRect().height < 47.5)
    return [
      ...(document.documentElement.scrollWidth > room ? [`scrolls sideways: ${document.documentElement.scrollWidth} px`] : []),
      ...wide.map(one => `too wide: ${told(one)}`),
      ...low.map(one => `too low: ${told(one)}`)
    ]
  })
}

type Question<K extends Placing> = Extract<ShownQuestion, { kind: K }>

/** Promises about the first exercise of a kind in each language. `name` tells it from others of its kind. */
export function promiseOfKind<K extends Placing>(
  kind: K,
  name: string = kind,
  fits: (question: Question<K>) => boolean = () => true
): void {
  for (const lang of LANGS) test.describe(`${name} (${lang})`, () => promiseIn(lang, kind, fits))
}

function promiseIn<K extends Placing>(lang: Lang, kind: K, fits: (question: Question<K>) => boolean): void {
  const { practice } = TRAINING_WORDS[lang]
  const words = QUIZ_WORDS[lang]
  const found = exercisesIn(lang).find(one => one.kind === kind && fits(one as Question<K>)) as Placed | undefined
  if (!found) throw new Error(`The handbook has no question of this kind: ${kind}`)
  const right = rightResponse(found)
  const wrong = wrongResponse(found)
  const verdictOf = (page: Page) => formOf(page).locator('.verdict')
  const press = (page: Page, name: string) => formOf(page).getByRole('button', { name, exact: true }).click()

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

    test('is answered rightly by keyboard alone', async ({ page }) => {
      await openExercise(page, lang, found.id)
      await placeByKeys(page, found, right)
      await expect(verdictOf(page)).toHaveText(words.right)
      await expect(verdictOf(page)).toBeFocused()
      await expect(verdictOf(page)).toHaveRole('status')
      await expect(formOf(page).locator('.feedback').first()).toBeVisible()
    })

    test('a wrong answer by keyboard is told, keeps the key to itself, and can be made good', async ({ page }) => {
      await openExercise(page, lang, found.id)
      await placeByKeys(page, found, wrong)
      await expect(verdictOf(page)).toHaveText(new RegExp(`^(${words.wrong}|${words.partly})$`))
      await expect(verdictOf(page)).toBeFocused()
      await expect(formOf(page).locator('.feedback', { hasText: '✕' }).first()).toBeVisible()
      await expect(formOf(page).locator('fieldset :is(input, select, button):enabled')).toHaveCount(0)
      await press(page, practice.tryAgain)
      await placeByKeys(page, found, right)
      await expect(verdictOf(page)).toHaveText(words.right)
    })

    test('is answered wrongly and rightly by touch', async ({ page }) => {
      await openExercise(page, lang, found.id)
      await placeByPointer(formOf(page), kind, wrong)
      await press(page, practice.submit)
      await expect(verdictOf(page)).toHaveText(new RegExp(`^(${words.wrong}|${words.partly})$`))
      await press(page, practice.tryAgain)
      await placeByPointer(formOf(page), kind, right)
      await press(page, practice.submit)
      await expect(verdictOf(page)).toHaveText(words.right)
    })

    test('an answer survives a reload in the middle', async ({ page }) => {
      await openExercise(page, lang, found.id)
      await placeByPointer(formOf(page), kind, wrong)
      await expectAnswer(page, wrong)
      await isSaved(page)
      await page.reload()
      await start(page)
      await expectAnswer(page, wrong)
    })

    test('handing in nothing asks for an answer and loses nothing', async ({ page }) => {
      await openExercise(page, lang, found.id)
      await press(page, practice.submit)
      await expect(verdictOf(page)).toHaveText(words.chooseFirst)
      await expect(formOf(page).locator('.feedback')).toHaveCount(0)
    })

    test('can be used by everybody while it is asked, after a wrong answer, and with its key', async ({ page }) => {
      await openExercise(page, lang, found.id)
      await expectAccessible(page, 'asked')
      await placeByPointer(formOf(page), kind, wrong)
      await expectAccessible(page, 'answered')
      await press(page, practice.submit)
      await expectAccessible(page, 'wrong')
      await press(page, practice.showKey)
      await expectAccessible(page, 'key')
    })
  })

  test.describe('at 320 pixels', () => {
    test.use({ viewport: { width: 320, height: 640 }, hasTouch: true })
    for (const size of ['', '3'])
      test(`nothing scrolls sideways, and what is tapped is large enough${size && ', in the largest text'}`, async ({ page }) => {
        await page.addInitScript(chosen => chosen && localStorage.setItem('service-handbook/size', chosen), size)
        await openExercise(page, lang, found.id)
        expect.soft(await cramped(page), 'asked').toEqual([])
        await placeByPointer(formOf(page), kind, wrong)
        expect.soft(await cramped(page), 'answered').toEqual([])
        await press(page, practice.submit)
        expect.soft(await cramped(page), 'wrong').toEqual([])
        await press(page, practice.showKey)
        expect.soft(await cramped(page), 'key').toEqual([])
      })
  })
}
