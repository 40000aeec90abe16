/** Gaps in a text, chosen and typed. */
import { fill, LANGS } from '../../../src/lang/text.ts'
import { GAP_WORDS } from '../../../src/quiz/gap/words.ts'
import { TRAINING_WORDS } from '../../../src/training/words.ts'
import { expect, test } from '../promise.ts'
import { formOf, isSaved, start } from '../quiz.ts'
import { placeByPointer } from './fingers.ts'
import { SPEECH } from './fixtures.ts'
import { expectAnswer, openInstead } from './placing.ts'
import { promiseOfKind } from './promises.ts'

promiseOfKind('gap', 'gaps to choose for', ({ gaps }) => gaps.every(gap => gap.choices))
promiseOfKind('gap', 'gaps to type in', ({ gaps }) => gaps.some(gap => gap.accept))

for (const lang of LANGS) {
  const texts = GAP_WORDS[lang]
  const { practice } = TRAINING_WORDS[lang]

  test(`each gap says which of how many it is (${lang})`, async ({ page }) => {
    await openInstead(page, lang, SPEECH)
    await expect(formOf(page).getByRole('combobox', { name: fill(texts.gap, { k: 1, n: 2 }) })).toBeVisible()
    await expect(formOf(page).getByRole('textbox', { name: fill(texts.gap, { k: 2, n: 2 }) })).toBeVisible()
  })

  test(`an answer says why the chosen words are wrong, and what the right ones are only with the key (${lang})`, async ({ page }) => {
    await openInstead(page, lang, SPEECH)
    const form = formOf(page)
    await placeByPointer(form, 'gap', ['act=ask-later', 'time=soon'])
    await form.getByRole('button', { name: practice.submit }).click()
    await expect(form.locator('.cloze')).toContainText('ask engineering later')
    await expect(form.locator('.reasons [data-gap="act"]')).toContainText('The guest hears: never.')
    for (const secret of ['ask engineering now', 'before noon', 'A time that can be kept.'])
      await expect(form.locator('fieldset.question')).not.toContainText(secret)
    await form.getByRole('button', { name: practice.showKey }).click()
    await expect(form.locator('.reasons [data-gap="act"]')).toContainText(['ask engineering now'])
    await expect(form.locator('.reasons [data-gap="act"]')).toContainText(['Nobody knows what you will do.'])
    await expect(form.locator('.reasons [data-gap="time"]')).toContainText(['before noon'])
  })
}

test('words written with an input method arrive whole, and are kept', async ({ page }) => {
  await openInstead(page, 'zh', SPEECH)
  const line = formOf(page).locator('[data-gap="time"]')
  await line.focus()
  const keys = await page.context().newCDPSession(page)
  for (const text of ['s', 'shi', 'shi er dian qian'])
    await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await expect(line).toHaveValue('shi er dian qian')
  await keys.send('Input.insertText', { text: '十二点前' })
  await expect(line).toHaveValue('十二点前')
  await isSaved(page)
  await page.reload()
  await start(page)
  await expectAnswer(page, ['time=十二点前'])
})

test('every letter is kept as it is typed, spaces and all', async ({ page }) => {
  await openInstead(page, 'en', SPEECH)
  const line = formOf(page).locator('[data-gap="time"]')
  await line.pressSequentially('before = noon ')
  await expect(line).toHaveValue('before = noon ')
  await isSaved(page)
  await page.reload()
  await start(page)
  await expect(line).toHaveValue('before = noon ')
})
