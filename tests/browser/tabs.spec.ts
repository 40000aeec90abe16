/** Two tabs, a double click, a held key and the back button: one record, and every event in it once. */
import type { Page } from '@playwright/test'
import type { ShownQuestion } from '../../src/quiz/shown.ts'
import { TRAINING_WORDS } from '../../src/training/words.ts'
import { begunOn, rightChoices } from './learner.ts'
import { expect, test } from './promise.ts'
import {
  asked,
  choiceOf,
  expectExplained,
  finishCheck,
  formOf,
  isSaved,
  nextButton,
  openCheck,
  openPractice,
  placeOf,
  take
} from './quiz.ts'
import { logOnDisk, plant } from './record.ts'
import { bankOf, practiceOf } from './site.ts'

const MODULE = 'principles'
const PAGE = 'visit/after'
const { practice, check } = TRAINING_WORDS.en

/** Clicks all of these as fast as a page can, one after the other. */
function clickAll(page: Page, rounds: number): Promise<number> {
  return page.evaluate(async times => {
    let clicks = 0
    for (let round = 0; round < times; round++) {
      for (const input of document.querySelectorAll<HTMLInputElement>('form.quiz .choices input')) {
        input.click()
        clicks += 1
        await new Promise(resolve => setTimeout(resolve))
      }
    }
    return clicks
  }, rounds)
}

/** Goes to the first question of one choice from this place on. */
async function goToNext(page: Page, bank: readonly ShownQuestion[], from: number): Promise<number> {
  const places = formOf(page).locator('.places button')
  for (let place = from; place < (await places.count()); place++) {
    await places.nth(place).click()
    const { kind } = await asked(page, bank)
    if (kind === 'single' || kind === 'replace') return place
  }
  throw new Error('The check has too few questions of one choice')
}

test('two tabs that answer at the same time lose nothing, and show the same afterwards', async ({ page, context }) => {
  const bank = bankOf('en', MODULE)
  await openCheck(page, 'en', MODULE)
  await isSaved(page)
  const other = await context.newPage()
  await openCheck(other, 'en', MODULE)
  // Questions of one choice: a box that is ticked twice is no answer.
  const first = await goToNext(page, bank, 0)
  const places = [first, await goToNext(other, bank, first + 1)]
  const questions = [await asked(page, bank), await asked(other, bank)]
  expect(questions[0]?.id).not.toBe(questions[1]?.id)

  const clicks = await Promise.all([clickAll(page, 10), clickAll(other, 10)])
  for (const tab of [page, other]) await isSaved(tab)
  const chosen = () => logOnDisk(page).then(log => log.filter(({ type }) => type === 'chose'))
  // A radio button that is taken already tells nothing new: at most one event a click, and every one of them kept.
  await expect.poll(async () => (await chosen()).length).toBeGreaterThan(20)
  const log = await logOnDisk(page)
  expect(new Set(log.map(({ id }) => id)).size).toBe(log.length)
  expect((await chosen()).length).toBeLessThanOrEqual(clicks[0] + clicks[1])
  expect(log.filter(({ type }) => type === 'started')).toHaveLength(1)

  for (const tab of [page, other]) {
    await tab.bringToFront()
    await expect(formOf(tab).locator('.places [data-answered="true"]')).toHaveCount(2)
  }
  for (const [index, question] of questions.entries()) {
    const last = log.findLast(event => event.type === 'chose' && event.question === question?.id)
    for (const tab of [page, other]) {
      await formOf(tab)
        .locator('.places button')
        .nth(places[index] ?? 0)
        .click()
      for (const id of last?.type === 'chose' ? last.response : []) await expect(choiceOf(tab, id)).toBeChecked()
    }
  }
})

test('events of two tabs are all kept: as many as were made', async ({ page, context }) => {
  // Boxes tell of every click; radio buttons only of changes.
  const several = bankOf('en', MODULE).filter(({ kind }) => kind === 'multiple')
  expect(several.length).toBeGreaterThan(0)
  await page.goto('/en/tools/')
  await plant(page, begunOn(MODULE, several))
  await openCheck(page, 'en', MODULE)
  await isSaved(page)
  const other = await context.newPage()
  await openCheck(other, 'en', MODULE)
  const before = (await logOnDisk(page)).length
  const clicks = await Promise.all([clickAll(page, 15), clickAll(other, 15)])
  await expect.poll(() => logOnDisk(page).then(log => log.length)).toBe(before + clicks[0] + clicks[1])
})

test('a check that is open in two tabs is handed in once, and both show the result', async ({ page, context }) => {
  const bank = bankOf('en', MODULE)
  await openCheck(page, 'en', MODULE)
  const other = await context.newPage()
  await openCheck(other, 'en', MODULE)
  await page.bringToFront()
  await finishCheck(page, bank)
  await expect(placeOf(other).locator('.result h2')).toContainText(check.passed)
  expect((await logOnDisk(page)).filter(({ type }) => type === 'finished')).toHaveLength(1)
})

test('a double click on submit is one answer, and its explanation stays on the screen', async ({ page }) => {
  await openPractice(page, 'en', PAGE)
  const question = await asked(page, practiceOf('en', PAGE))
  await take(page, question)
  await page.getByRole('button', { name: practice.submit }).dblclick()
  await expectExplained(page, question)
  await isSaved(page)
  expect((await logOnDisk(page)).filter(({ type }) => type === 'answered')).toHaveLength(1)
})

test('Enter held down on submit is one answer, and its explanation stays on the screen', async ({ page }) => {
  await openPractice(page, 'en', PAGE)
  const question = await asked(page, practiceOf('en', PAGE))
  await take(page, question)
  await choiceOf(page, rightChoices(question)[0] ?? '').focus()
  for (let repeats = 0; repeats < 30; repeats++) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expectExplained(page, question)
  await isSaved(page)
  expect((await logOnDisk(page)).filter(({ type }) => type === 'answered')).toHaveLength(1)
})

test('a double click on hand in is one result', async ({ page }) => {
  await openCheck(page, 'en', MODULE)
  await formOf(page).locator('.places button').last().click()
  await nextButton(page).click()
  await expect(nextButton(page)).toHaveText(check.handInAnyway)
  await nextButton(page).dblclick()
  await expect(placeOf(page).locator('.result')).toBeVisible()
  const log = await logOnDisk(page)
  expect(log.filter(({ type }) => type === 'finished')).toHaveLength(1)
  expect(log.filter(({ type }) => type === 'started')).toHaveLength(1)
})
