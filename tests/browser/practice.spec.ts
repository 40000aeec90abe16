/** A practice set on a phone, from the first question to the result. */

import { LANGS } from '../../src/lang/text.ts'
import { QUIZ_WORDS } from '../../src/quiz/words.ts'
import { TRAINING_WORDS } from '../../src/training/words.ts'
import { choicesIn } from './learner.ts'
import { expect, test } from './promise.ts'
import { asked, expectExplained, formOf, isSaved, nextButton, openPractice, placeOf, take } from './quiz.ts'
import { logOnDisk } from './record.ts'
import { practiceOf } from './site.ts'

const PAGE = 'visit/after'
test.use({ viewport: { width: 360, height: 740 } })

for (const lang of LANGS) {
  const bank = practiceOf(lang, PAGE)
  const { practice } = TRAINING_WORDS[lang]
  const quiz = QUIZ_WORDS[lang]

  test(`a wrong answer is explained and may be tried again (${lang})`, async ({ page }) => {
    await openPractice(page, lang, PAGE)
    const question = await asked(page, bank)
    const [wrong = ''] = await take(page, question, false)
    await page.getByRole('button', { name: practice.submit }).click()
    const verdict = formOf(page).locator('.verdict')
    await expect(verdict).toContainText(question.kind === 'multiple' ? /./ : quiz.wrong)
    await expect(verdict).toBeFocused()
    const reason = choicesIn(question).find(choice => choice.id === wrong)?.feedback ?? ''
    await expect(formOf(page).locator('.feedback')).toContainText([reason])
    for (const rule of question.rules) await expect(formOf(page).getByRole('link', { name: rule.name })).toHaveAttribute('href', rule.href)

    await page.getByRole('button', { name: practice.tryAgain }).click()
    await expect(formOf(page).locator('input:checked')).toHaveCount(0)
    await take(page, question)
    await page.getByRole('button', { name: practice.submit }).click()
    await expect(verdict).toHaveText(quiz.right)
    await expectExplained(page, question)
  })

  test(`the set ends with how many were right at once, and begins again on request (${lang})`, async ({ page }) => {
    await openPractice(page, lang, PAGE)
    for (const [place, question] of bank.entries()) {
      await expect(formOf(page).locator('header')).toContainText(`${place + 1}`)
      await take(page, await asked(page, bank), place > 0)
      await page.getByRole('button', { name: practice.submit }).click()
      if (place === 0) await page.getByRole('button', { name: practice.showKey }).click()
      await expectExplained(page, question)
      await nextButton(page).click()
    }
    const result = placeOf(page).locator('.verdict')
    await expect(result).toContainText(practice.firstTry.replace('{n}', `${bank.length}`).replace('{k}', `${bank.length - 1}`))
    await isSaved(page)
    const log = await logOnDisk(page)
    expect(log.map(({ type }) => type).filter(type => type !== 'chose')).toEqual(['started', ...bank.map(() => 'answered'), 'finished'])
    await page.getByRole('button', { name: practice.practiseAgain }).click()
    await expect(formOf(page).locator('input:checked')).toHaveCount(0)
  })

  test(`submitting without an answer asks for one and loses nothing (${lang})`, async ({ page }) => {
    await openPractice(page, lang, PAGE)
    await page.getByRole('button', { name: practice.submit }).click()
    await expect(formOf(page).locator('.verdict')).toHaveText(quiz.chooseFirst)
    await expect(formOf(page).locator('input:disabled')).toHaveCount(0)
    expect((await logOnDisk(page)).filter(({ type }) => type === 'answered')).toEqual([])
    const question = await asked(page, bank)
    await take(page, question)
    await expect(formOf(page).locator('.verdict')).toHaveText('')
  })
}

for (const held of ['Practice', 'quiz']) {
  test(`a tap on the start button before ${held}.js is there is not lost`, async ({ page }) => {
    let asksFor = () => {}
    const isAsked = new Promise<void>(resolve => {
      asksFor = resolve
    })
    let release = () => {}
    const released = new Promise<void>(resolve => {
      release = resolve
    })
    await page.route(`**/_astro/${held}.*.js`, async route => {
      asksFor()
      await released
      await route.continue()
    })
    await page.goto(`/en/handbook/${PAGE}/`, { waitUntil: 'commit' })
    await placeOf(page).scrollIntoViewIfNeeded()
    await isAsked
    await placeOf(page).locator('button.primary').click()
    await expect(formOf(page)).toBeHidden()
    release()
    await expect(formOf(page)).toBeVisible()
    expect((await logOnDisk(page)).filter(({ type }) => type === 'started')).toHaveLength(1)
  })
}
