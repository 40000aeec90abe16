/** What a learner finds again after a reload, a closed tab or a change of language. */
import { LANGS, otherLang } from '../../src/lang/text.ts'
import { TRAINING_WORDS } from '../../src/training/words.ts'
import { expect, test } from './promise.ts'
import {
  asked,
  choicesOn,
  expectTaken,
  finishCheck,
  formOf,
  goNext,
  isSaved,
  openCheck,
  openPractice,
  placeOf,
  questionOn,
  start,
  take
} from './quiz.ts'
import { logOnDisk } from './record.ts'
import { bankOf, practiceOf } from './site.ts'

const MODULE = 'follow-up'
const PAGE = 'speech/tenets'

for (const lang of LANGS) {
  const bank = bankOf(lang, MODULE)

  test(`a choice that was not handed in is there after a reload, and the draw is the same (${lang})`, async ({ page }) => {
    await openCheck(page, lang, MODULE)
    const question = await asked(page, bank)
    const order = await choicesOn(page)
    const taken = await take(page, question, false)
    await isSaved(page)
    await page.reload()
    await expect(placeOf(page).getByRole('button')).toContainText('2')
    await start(page)
    await formOf(page).locator('.places button').first().click()
    await expect.poll(() => questionOn(page)).toBe(question.id)
    expect(await choicesOn(page)).toEqual(order)
    await expectTaken(page, question, taken)
  })

  test(`a choice of a practice set that was not submitted is there after a reload (${lang})`, async ({ page }) => {
    await openPractice(page, lang, PAGE)
    const question = await asked(page, practiceOf(lang, PAGE))
    const taken = await take(page, question, false)
    await isSaved(page)
    await page.reload()
    await start(page)
    expect(await questionOn(page)).toBe(question.id)
    await expectTaken(page, question, taken)
    await expect(formOf(page).locator('fieldset :is(input, select, button)').first()).toBeEnabled()
  })

  test(`who closes the tab goes on at the next question, from home too (${lang})`, async ({ page, context }) => {
    await openCheck(page, lang, MODULE)
    for (let answers = 0; answers < 3; answers++) {
      await take(page, await asked(page, bank))
      await goNext(page)
    }
    const next = await questionOn(page)
    await isSaved(page)
    await page.close()
    const later = await context.newPage()
    await later.goto(`/${lang}/`)
    await later.locator('[data-continue] a').first().click()
    await expect(later).toHaveURL(new RegExp(`/${lang}/modules/${MODULE}/check/$`))
    await start(later)
    expect(await questionOn(later)).toBe(next)
    await expect(formOf(later).locator('.places [data-answered="true"]')).toHaveCount(3)
  })

  test(`a change of language in the middle of a check keeps the attempt and its answers (${lang})`, async ({ page }) => {
    const other = otherLang(lang)
    await openCheck(page, lang, MODULE)
    const first = await asked(page, bank)
    const taken = await take(page, first)
    await goNext(page)
    const second = await questionOn(page)
    await isSaved(page)
    await page.locator('[data-twin]').click()
    await expect(page).toHaveURL(new RegExp(`/${other}/modules/${MODULE}/check/`))
    await start(page)
    expect(await questionOn(page)).toBe(second)
    await formOf(page).locator('.places button').first().click()
    await expect.poll(() => questionOn(page)).toBe(first.id)
    await expectTaken(page, first, taken)
    await expect(formOf(page).locator('.situation')).toHaveText(bankOf(other, MODULE).find(({ id }) => id === first.id)?.situation ?? '')
    expect((await logOnDisk(page)).filter(({ type }) => type === 'started')).toHaveLength(1)
  })

  test(`a check that was handed in shows its result again (${lang})`, async ({ page }) => {
    await openCheck(page, lang, MODULE)
    await finishCheck(page, bank, 1)
    await isSaved(page)
    const score = await placeOf(page).locator('.score').innerText()
    await page.reload()
    await expect(placeOf(page).locator('.score')).toHaveText(score)
    await expect(placeOf(page).getByRole('button', { name: TRAINING_WORDS[lang].check.checkAgain })).toBeVisible()
  })
}
