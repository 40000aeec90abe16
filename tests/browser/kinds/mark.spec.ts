/** A transcript whose mistakes are marked. */
import type { Page } from '@playwright/test'
import { fill, LANGS } from '../../../src/lang/text.ts'
import { MARK_WORDS } from '../../../src/quiz/mark/words.ts'
import { QUIZ_WORDS } from '../../../src/quiz/words.ts'
import { TRAINING_WORDS } from '../../../src/training/words.ts'
import { rightResponse } from '../learner.ts'
import { expect, test } from '../promise.ts'
import { formOf, isSaved, start } from '../quiz.ts'
import { markByPointer } from './fingers.ts'
import { openExercise, openInstead, tabTo } from './placing.ts'
import { CALL, CALL_KEY, CALL_WRONG, cramped, expectAccessible, expectMarked, markByKeys, ownOf, pieceOf, ruleOf } from './words.ts'

const verdictOf = (page: Page) => formOf(page).locator('.verdict')
const press = (page: Page, name: string) => formOf(page).getByRole('button', { name, exact: true }).click()
const findingOf = (page: Page, words: string) => formOf(page).locator('.feedback', { hasText: words })
const textOf = (id: string) => CALL.turns.flatMap(turn => turn.says).find(piece => piece.id === id)?.text ?? ''

for (const lang of LANGS) {
  const texts = MARK_WORDS[lang]
  const words = QUIZ_WORDS[lang]
  const { practice } = TRAINING_WORDS[lang]

  test.describe(`A transcript on a phone (${lang})`, () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

    test('is marked rightly by keyboard alone', async ({ page }) => {
      await openInstead(page, lang, CALL)
      await markByKeys(page, CALL_KEY)
      await tabTo(page, '.actions .primary')
      await page.keyboard.press('Enter')
      await expect(verdictOf(page)).toHaveText(words.right)
      await expect(verdictOf(page)).toBeFocused()
      await expect(verdictOf(page)).toHaveRole('status')
      await expect(findingOf(page, textOf('s2'))).toContainText('They asked and met a wall.')
    })

    test('a wrong answer by keyboard is told, keeps the rest to itself, and can be made good', async ({ page }) => {
      await openInstead(page, lang, CALL)
      await markByKeys(page, CALL_WRONG)
      await tabTo(page, '.actions .primary')
      await page.keyboard.press('Enter')
      await expect(verdictOf(page)).toHaveText(words.wrong)
      await expect(findingOf(page, textOf('s1'))).toContainText(texts.fine)
      await expect(findingOf(page, textOf('s2'))).toContainText(texts.otherRule)
      await expect(formOf(page).locator('fieldset :is(input, select):enabled')).toHaveCount(0)
      for (const secret of ['They asked and met a wall.', 'It was not his to give.', 'That is known, and may be said.', texts.missed])
        await expect(formOf(page).locator('fieldset.question')).not.toContainText(secret)
      await press(page, practice.tryAgain)
      await expectMarked(page, CALL_WRONG)
      await markByKeys(page, CALL_KEY)
      await press(page, practice.submit)
      await expect(verdictOf(page)).toHaveText(words.right)
    })

    test('is marked wrongly and rightly by touch; the key says what was missed and what only looks wrong', async ({ page }) => {
      await openInstead(page, lang, CALL)
      await markByPointer(formOf(page), CALL_WRONG)
      await press(page, practice.submit)
      await expect(verdictOf(page)).toHaveText(words.wrong)
      await press(page, practice.showKey)
      await expect(findingOf(page, textOf('n1'))).toContainText(texts.missed)
      await expect(findingOf(page, textOf('n1'))).toContainText('Promise')
      await expect(findingOf(page, textOf('n1'))).toContainText('It was not his to give.')
      await expect(findingOf(page, textOf('s3'))).toContainText(texts.unsuspected)
      await expect(findingOf(page, textOf('s2'))).toContainText('Banned phrase 2')
    })

    test('what is marked is said aloud, the piece keeps the focus, and Enter does not hand it in', async ({ page }) => {
      await openInstead(page, lang, CALL)
      const said = formOf(page).locator('fieldset [role="status"]')
      const box = pieceOf(page, 's2').locator('input')
      await expect(box).toHaveAccessibleName(textOf('s2'))
      await box.focus()
      await page.keyboard.press('Space')
      await expect(said).toHaveText(fill(texts.marked, { words: textOf('s2') }))
      await expect(box).toBeFocused()
      await expect(ruleOf(page, 's2')).toHaveAccessibleName(fill(texts.breaks, { words: textOf('s2') }))
      await ruleOf(page, 's2').selectOption('tenet.promise')
      await box.focus()
      await page.keyboard.press('Enter')
      await expect(said).toHaveText(fill(texts.unmarked, { words: textOf('s2') }))
      await expect(ruleOf(page, 's2')).toHaveCount(0)
      await expect(verdictOf(page)).toHaveText('')
    })

    test('a mark without its rule is not handed in', async ({ page }) => {
      await openInstead(page, lang, CALL)
      await pieceOf(page, 's2').click()
      await press(page, practice.submit)
      await expect(verdictOf(page)).toHaveText(words.chooseFirst)
      await expect(formOf(page).locator('.feedback')).toHaveCount(0)
      await expectMarked(page, ['s2='])
    })

    test('marks survive a reload in the middle, those without a rule too', async ({ page }) => {
      await openInstead(page, lang, CALL)
      await markByPointer(formOf(page), ['s1=tenet.unsaid'])
      await pieceOf(page, 'n1').click()
      await isSaved(page)
      await page.reload()
      await start(page)
      await expectMarked(page, ['n1=', 's1=tenet.unsaid'])
    })

    test('can be used by everybody while it is asked, after a wrong answer, and with its key', async ({ page }) => {
      await openInstead(page, lang, CALL)
      await expectAccessible(page, 'asked')
      await markByPointer(formOf(page), CALL_WRONG)
      await expectAccessible(page, 'marked')
      await press(page, practice.submit)
      await expectAccessible(page, 'wrong')
      await press(page, practice.showKey)
      await expectAccessible(page, 'key')
    })

    test('the handbook’s own can be marked rightly', async ({ page }) => {
      const [own] = ownOf(lang, 'mark')
      if (!own) throw new Error('The handbook has no transcript')
      await openExercise(page, lang, own.id)
      await markByPointer(formOf(page), rightResponse(own))
      await press(page, practice.submit)
      await expect(verdictOf(page)).toHaveText(words.right)
    })
  })

  test.describe(`A transcript at 320 pixels (${lang})`, () => {
    test.use({ viewport: { width: 320, height: 640 }, hasTouch: true })
    for (const size of ['', '3'])
      test(`nothing scrolls sideways, and what is tapped is large enough${size && ', in the largest text'}`, async ({ page }) => {
        await page.addInitScript(chosen => chosen && localStorage.setItem('service-handbook/size', chosen), size)
        await openInstead(page, lang, CALL)
        expect.soft(await cramped(page), 'asked').toEqual([])
        await markByPointer(formOf(page), CALL_WRONG)
        expect.soft(await cramped(page), 'marked').toEqual([])
        await press(page, practice.submit)
        expect.soft(await cramped(page), 'wrong').toEqual([])
        await press(page, practice.showKey)
        expect.soft(await cramped(page), 'key').toEqual([])
      })
  })
}

test('a selection made with a finger marks what it covers once it rests, and selecting the whole page marks nothing', async ({ page }) => {
  await openInstead(page, 'en', CALL)
  await page.evaluate(() => document.getSelection()?.selectAllChildren(document.body))
  await page.waitForTimeout(900)
  await expectMarked(page, [])
  await pieceOf(page, 's2').evaluate(piece => document.getSelection()?.setBaseAndExtent(piece, 0, piece, piece.childNodes.length))
  await expectMarked(page, ['s2='])
})

test.describe('with a mouse', () => {
  test.use({ viewport: { width: 1280, height: 800 } })
  test('a selection marks the pieces that it covers at least half, and a click inside one toggles it', async ({ page }) => {
    await openInstead(page, 'en', CALL)
    const from = await pieceOf(page, 's1').evaluate(piece => [...piece.getClientRects()].at(-1)?.toJSON())
    const to = await pieceOf(page, 's3').evaluate(piece => [...piece.getClientRects()].at(-1)?.toJSON())
    // From the end of the first words to the end of the last.
    await page.mouse.move(from.right - 12, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.right - 40, to.y + to.height / 2, { steps: 8 })
    await page.mouse.move(to.right - 2, to.y + to.height / 2)
    await page.mouse.up()
    await expectMarked(page, ['s2=', 's3='])
    await expect(formOf(page).locator('fieldset [role="status"]')).toHaveText(fill(MARK_WORDS.en.markedAll, { n: 2 }))
    await page.mouse.click(10, 10)
    await pieceOf(page, 's3').click()
    await expectMarked(page, ['s2='])
  })
})
