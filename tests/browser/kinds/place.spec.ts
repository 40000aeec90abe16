/** Items matched with partners and sorted into groups. */
import { fill, LANGS } from '../../../src/lang/text.ts'
import { PLACE_WORDS } from '../../../src/quiz/place/words.ts'
import { TRAINING_WORDS } from '../../../src/training/words.ts'
import { expect, test } from '../promise.ts'
import { formOf } from '../quiz.ts'
import { placeByPointer } from './fingers.ts'
import { PARTNERS } from './fixtures.ts'
import { openInstead } from './placing.ts'
import { promiseOfKind } from './promises.ts'

promiseOfKind('match')
promiseOfKind('sort')

for (const lang of LANGS) {
  const texts = PLACE_WORDS[lang]
  const { practice } = TRAINING_WORDS[lang]

  test(`a partner that is taken says so at the other items (${lang})`, async ({ page }) => {
    await openInstead(page, lang, PARTNERS)
    const form = formOf(page)
    await placeByPointer(form, 'match', ['complained=never'])
    const used = fill(texts.used, { group: 'no call' })
    await expect(form.getByLabel('One who came alone').locator('option')).toContainText([used])
    await expect(form.getByLabel('One who complained').locator('option', { hasText: used })).toHaveCount(0)
  })

  test(`an answer says where each item was placed, and where it belongs only with the key (${lang})`, async ({ page }) => {
    await openInstead(page, lang, PARTNERS)
    const form = formOf(page)
    await placeByPointer(form, 'match', ['complained=never', 'alone=three-days', 'staff=next-day'])
    await form.getByRole('button', { name: practice.submit }).click()
    const complained = form.locator('[data-item="complained"]')
    await expect(complained).toContainText(fill(texts.given, { group: 'no call' }))
    await expect(complained).not.toContainText('They wait for it.')
    await expect(complained).not.toContainText('the next day')
    await expect(form.locator('[data-item="alone"]')).toContainText('While they remember.')
    await form.getByRole('button', { name: practice.showKey }).click()
    await expect(complained).toContainText(fill(texts.key, { group: 'the next day' }))
    await expect(complained).toContainText('They wait for it.')
  })
}
