/** A learner's hands on a practice set or a check. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Lang } from '../../src/lang/text.ts'
import type { ShownQuestion } from '../../src/quiz/shown.ts'
import { HANDS } from './hands.ts'
import { expectAnswerOn } from './kinds/fingers.ts'
import { rightResponse, wrongResponse } from './learner.ts'

export const placeOf = (page: Page) => page.locator('[data-island]')
export const formOf = (page: Page) => page.locator('form.quiz')

/** Presses the start button until the questions stand there: on a slow machine the first press may come too early. */
export async function start(page: Page): Promise<void> {
  const button = placeOf(page).locator('button.primary:not(form button)').first()
  await expect(async () => {
    if (!(await formOf(page).isVisible())) await button.click({ timeout: 2000 })
    await expect(formOf(page)).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 60_000 })
}

export async function openCheck(page: Page, lang: Lang, module: string): Promise<void> {
  await page.goto(`/${lang}/modules/${module}/check/`)
  await start(page)
}

export async function openPractice(page: Page, lang: Lang, at: string): Promise<void> {
  await page.goto(`/${lang}/handbook/${at}/`)
  await start(page)
}

/** Id of the question that is being asked. */
export async function questionOn(page: Page): Promise<string> {
  return (await formOf(page).locator('fieldset.question').getAttribute('data-question')) ?? ''
}

export async function asked(page: Page, bank: readonly ShownQuestion[]): Promise<ShownQuestion> {
  const id = await questionOn(page)
  const question = bank.find(one => one.id === id)
  if (!question) throw new Error(`The bank has no question ${id}`)
  return question
}

/** Ids of the choices in the order they are shown. */
export function choicesOn(page: Page): Promise<string[]> {
  return formOf(page)
    .locator('.choice input')
    .evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).value))
}

export const choiceOf = (page: Page, id: string): Locator => formOf(page).locator(`input[value="${id}"]`)

/** Answers a question rightly, or wrongly, and waits until the answer is shown. */
export async function take(page: Page, question: ShownQuestion, right = true): Promise<readonly string[]> {
  const response = right ? rightResponse(question) : wrongResponse(question)
  const hand = HANDS[question.kind]
  if (hand) await hand(formOf(page), response)
  else {
    for (const id of response) {
      // A notice may come to lie under the pointer between its going down and up: then the click is made again.
      await expect(async () => {
        const label = formOf(page).locator('label.choice', { has: page.locator(`input[value="${id}"]`) })
        if (!(await choiceOf(page, id).isChecked())) await label.click()
        await expect(choiceOf(page, id)).toBeChecked({ timeout: 3000 })
      }).toPass()
    }
  }
  return response
}

/** The answer that was given to this question is on the screen. */
export async function expectTaken(page: Page, question: ShownQuestion, taken: readonly string[]): Promise<void> {
  if ('choices' in question) for (const id of taken) await expect(choiceOf(page, id)).toBeChecked()
  else await expectAnswerOn(formOf(page), taken)
}

/** The whole of a question is explained: of choices each has its reason. */
export async function expectExplained(page: Page, question: ShownQuestion): Promise<void> {
  const feedback = formOf(page).locator('.feedback')
  if ('choices' in question) await expect(feedback).toHaveCount(question.choices.length)
  else await expect(feedback.first()).toBeVisible()
}

export const savedMark = (page: Page): Locator => page.locator('.quiz .saved').first()

/** Waits until the page says that what was just done is saved. */
export async function isSaved(page: Page): Promise<void> {
  // The mark still shows the state before for a moment: two frames later it shows what is true now.
  await page.evaluate(() => new Promise<void>(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))))
  await expect(savedMark(page)).toHaveAttribute('data-saved', 'yes')
}

export const nextButton = (page: Page): Locator => formOf(page).locator('.actions button.primary')

/** Moves on to another question of a check. */
export async function goNext(page: Page): Promise<void> {
  const before = await questionOn(page)
  await nextButton(page).click()
  await expect.poll(() => questionOn(page)).not.toBe(before)
}

/** Answers every question of an open check, the first `wrong` of them wrongly, and hands it in. */
export async function finishCheck(page: Page, bank: readonly ShownQuestion[], wrong = 0): Promise<void> {
  const count = await formOf(page).locator('.places button').count()
  for (let place = 0; place < count; place++) {
    await take(page, await asked(page, bank), place >= wrong)
    if (place < count - 1) await goNext(page)
  }
  await nextButton(page).click()
  await expect(page.locator('.quiz.result')).toBeVisible()
}
