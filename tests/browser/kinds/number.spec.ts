/** Numbers, days and file numbers. */
import { LANGS } from '../../../src/lang/text.ts'
import { NUMBER_WORDS } from '../../../src/quiz/number/words.ts'
import { NUMBER_FORMS } from '../../../src/quiz/question.ts'
import { QUIZ_WORDS } from '../../../src/quiz/words.ts'
import { TRAINING_WORDS } from '../../../src/training/words.ts'
import { expect, test } from '../promise.ts'
import { formOf, isSaved, start } from '../quiz.ts'
import { DUE, RATE } from './fixtures.ts'
import { openInstead } from './placing.ts'
import { promiseOfKind } from './promises.ts'

for (const form of NUMBER_FORMS) promiseOfKind('number', form, question => question.form === form)

for (const lang of LANGS) {
  const texts = NUMBER_WORDS[lang]
  const { practice } = TRAINING_WORDS[lang]
  const quiz = QUIZ_WORDS[lang]

  test(`what can’t be read is told when the line is left, and costs no try (${lang})`, async ({ page }) => {
    await openInstead(page, lang, RATE)
    const form = formOf(page)
    const line = form.getByLabel(texts.answer)
    await line.pressSequentially('eighty')
    await expect(form).not.toContainText(texts.unreadable)
    await line.press('Enter')
    await expect(form.locator('.figure [role="status"]')).toContainText(texts.unreadable)
    await expect(line).toHaveAttribute('aria-invalid', 'true')
    await expect(form.locator('.verdict')).toHaveText(quiz.chooseFirst)
    await line.fill('８５％')
    await expect(form).not.toContainText(texts.unreadable)
    await line.press('Enter')
    await expect(form.locator('.verdict')).toHaveText(quiz.right)
    await expect(form).toContainText(RATE.feedback)
  })

  test(`a known slip is explained at once, the working only with the answer (${lang})`, async ({ page }) => {
    await openInstead(page, lang, RATE)
    const form = formOf(page)
    await form.getByLabel(texts.answer).fill('15')
    await form.getByRole('button', { name: practice.submit }).click()
    await expect(form).toContainText('That is the share you did not call.')
    await expect(form).not.toContainText('That is how many, not the rate.')
    await expect(form).not.toContainText(RATE.feedback)
    await expect(form.locator('fieldset.question')).not.toContainText('85')
    await form.getByRole('button', { name: practice.showKey }).click()
    await expect(form).toContainText(RATE.feedback)
    await expect(form).toContainText('85%')
  })

  test(`a day is told back with its day of the week (${lang})`, async ({ page }) => {
    await openInstead(page, lang, DUE)
    const form = formOf(page)
    await form.getByLabel(texts.answer).fill('2026-03-04')
    await form.getByRole('button', { name: practice.submit }).click()
    await expect(form).toContainText(lang === 'zh' ? '2026年3月4日星期三' : 'Wednesday, March 4, 2026')
    await form.getByRole('button', { name: practice.showKey }).click()
    await expect(form).toContainText(lang === 'zh' ? '2026年3月5日星期四' : 'Thursday, March 5, 2026')
  })
}

test('a phone shows the keys that are needed', async ({ page }) => {
  await openInstead(page, 'en', RATE)
  await expect(formOf(page).locator('.figure input')).toHaveAttribute('inputmode', 'decimal')
})

for (const lang of LANGS) {
  const texts = NUMBER_WORDS[lang]

  test(`half a day survives a reload, and is finished where it was left (${lang})`, async ({ page }) => {
    await openInstead(page, lang, DUE)
    const line = formOf(page).getByLabel(texts.answer)
    await line.pressSequentially('2026-03')
    await isSaved(page)
    await page.reload()
    await start(page)
    await expect(line).toHaveValue('2026-03')
    await line.press('End')
    await line.pressSequentially('-05')
    await line.press('Enter')
    await expect(formOf(page).locator('.verdict')).toHaveText(QUIZ_WORDS[lang].right)
  })

  test(`a day chosen in the calendar stands in the line (${lang})`, async ({ page }) => {
    await openInstead(page, lang, DUE)
    const form = formOf(page)
    await expect(form.getByRole('button', { name: texts.calendar })).toBeVisible()
    await form.locator('.calendar input').fill('2026-03-05')
    await expect(form.getByLabel(texts.answer)).toHaveValue('2026-03-05')
  })
}
