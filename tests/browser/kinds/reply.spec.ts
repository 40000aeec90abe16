/** A reply in one's own words. */
import type { Page } from '@playwright/test'
import { LANGS } from '../../../src/lang/text.ts'
import { REPLY_WORDS } from '../../../src/quiz/reply/words.ts'
import { QUIZ_WORDS } from '../../../src/quiz/words.ts'
import { TRAINING_WORDS } from '../../../src/training/words.ts'
import { expect, test } from '../promise.ts'
import { formOf, isSaved, start } from '../quiz.ts'
import { logOnDisk } from '../record.ts'
import { openExercise, openInstead, tabTo } from './placing.ts'
import { BANNED_REPLY, cramped, expectAccessible, fieldOf, GOOD_REPLY, ownOf, REPLY } from './words.ts'

const verdictOf = (page: Page) => formOf(page).locator('.verdict')
const press = (page: Page, name: string) => formOf(page).getByRole('button', { name, exact: true }).click()
const chosen = async (page: Page) => (await logOnDisk(page)).flatMap(event => (event.type === 'chose' ? [event.response] : []))

for (const lang of LANGS) {
  const texts = REPLY_WORDS[lang]
  const words = QUIZ_WORDS[lang]
  const { practice } = TRAINING_WORDS[lang]
  const { said, words: broken } = BANNED_REPLY[lang]

  test.describe(`A reply on a phone (${lang})`, () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

    test('a good one is written and handed in by keyboard alone, and a model lies beside it', async ({ page }) => {
      await openInstead(page, lang, REPLY)
      await tabTo(page, '.writing textarea')
      await expect(fieldOf(page)).toHaveAccessibleName(texts.field)
      await page.keyboard.type(GOOD_REPLY[lang])
      await tabTo(page, '.actions .primary')
      await page.keyboard.press('Enter')
      await expect(verdictOf(page)).toHaveText(texts.verdicts.right)
      await expect(verdictOf(page)).toBeFocused()
      for (const need of REPLY.needs) await expect(formOf(page)).toContainText(`✓ ${texts.met[need]}`)
      for (const told of [GOOD_REPLY[lang], REPLY.model, REPLY.why, texts.form]) await expect(formOf(page)).toContainText(told)
    })

    test('a banned phrase is pointed at in the learner’s own words and named, what is missing is said, and the model waits', async ({
      page
    }) => {
      await openInstead(page, lang, REPLY)
      await fieldOf(page).fill(said)
      await press(page, practice.submit)
      await expect(verdictOf(page)).toHaveText(texts.verdicts.wrong)
      await expect(formOf(page).locator('.own mark')).toHaveText(`${broken}${texts.notSaid}`)
      await expect(formOf(page).locator('.findings')).toContainText('Banned phrase 2')
      await expect(formOf(page).locator('.findings')).toContainText(`✕ ${texts.missing.when}`)
      await expect(formOf(page)).toContainText(texts.form)
      await expect(formOf(page)).not.toContainText(REPLY.model)
      await press(page, practice.showKey)
      await expect(formOf(page)).toContainText(REPLY.model)
      await expect(formOf(page)).toContainText(REPLY.why)
    })

    test('a second try mends the first', async ({ page }) => {
      await openInstead(page, lang, REPLY)
      await fieldOf(page).fill(said)
      await press(page, practice.submit)
      await press(page, practice.tryAgain)
      await expect(fieldOf(page)).toHaveValue(said)
      await fieldOf(page).fill(GOOD_REPLY[lang])
      await press(page, practice.submit)
      await expect(verdictOf(page)).toHaveText(texts.verdicts.right)
    })

    test('too few words are asked for again', async ({ page }) => {
      await openInstead(page, lang, REPLY)
      await fieldOf(page).fill(' ok ')
      await press(page, practice.submit)
      await expect(verdictOf(page)).toHaveText(words.chooseFirst)
      await expect(fieldOf(page)).toHaveValue(' ok ')
    })

    test('can be used by everybody while it is asked, after a wrong answer, and with its key', async ({ page }) => {
      await openInstead(page, lang, REPLY)
      await expectAccessible(page, 'asked')
      await fieldOf(page).fill(said)
      await expectAccessible(page, 'written')
      await press(page, practice.submit)
      await expectAccessible(page, 'wrong')
      await press(page, practice.showKey)
      await expectAccessible(page, 'key')
    })

    test('the handbook’s own model passes where it is asked for', async ({ page }) => {
      const [own] = ownOf(lang, 'reply')
      if (!own) throw new Error('The handbook has no reply')
      await openExercise(page, lang, own.id)
      await fieldOf(page).fill(own.model)
      await press(page, practice.submit)
      await expect(verdictOf(page)).toHaveText(texts.verdicts.right)
    })
  })

  test.describe(`A reply at 320 pixels (${lang})`, () => {
    test.use({ viewport: { width: 320, height: 640 }, hasTouch: true })
    for (const size of ['', '3'])
      test(`nothing scrolls sideways, and what is tapped is large enough${size && ', in the largest text'}`, async ({ page }) => {
        await page.addInitScript(chosen => chosen && localStorage.setItem('service-handbook/size', chosen), size)
        await openInstead(page, lang, REPLY)
        expect.soft(await cramped(page), 'asked').toEqual([])
        await fieldOf(page).fill(`${said}${'啊'.repeat(80)}${'a'.repeat(80)}`)
        await press(page, practice.submit)
        expect.soft(await cramped(page), 'wrong').toEqual([])
        await press(page, practice.showKey)
        expect.soft(await cramped(page), 'key').toEqual([])
      })
  })
}

test('what is typed is kept when it pauses, not with every key, and a reload brings it back', async ({ page }) => {
  await openInstead(page, 'en', REPLY)
  await fieldOf(page).pressSequentially('I will ring the maker.', { delay: 15 })
  await expect.poll(() => chosen(page)).toContainEqual(['I will ring the maker.'])
  expect((await chosen(page)).length).toBeLessThanOrEqual(4)
  await isSaved(page)
  await page.reload()
  await start(page)
  await expect(fieldOf(page)).toHaveValue('I will ring the maker.')
})

test('the rules come when somebody begins to write, those of a language when it is written in', async ({ page, watched }) => {
  const scripts = () =>
    watched.requests
      .filter(request => /(chinese|english)[^/]*\.js$/.test(request.url()))
      .map(request => /chinese|english/.exec(request.url())?.[0])
  await openInstead(page, 'zh', REPLY)
  await watched.settle()
  expect(scripts()).toEqual([])
  await fieldOf(page).focus()
  await expect.poll(scripts).toEqual(['chinese'])
  await fieldOf(page).fill('您好，I’ll ring the maker')
  await expect.poll(scripts).toEqual(['chinese', 'english'])
})

test('an answer that was told is told the same after a reload', async ({ page }) => {
  await openInstead(page, 'zh', REPLY)
  await fieldOf(page).fill(GOOD_REPLY.zh)
  await press(page, TRAINING_WORDS.zh.practice.submit)
  await expect(verdictOf(page)).toHaveText(REPLY_WORDS.zh.verdicts.right)
  await isSaved(page)
  await page.reload()
  await start(page)
  await expect(verdictOf(page)).toHaveText(REPLY_WORDS.zh.verdicts.right)
  await expect(formOf(page)).toContainText(`✓ ${REPLY_WORDS.zh.met.heard}`)
  await expect(formOf(page)).toContainText(REPLY.model)
})

test('where the rules can’t be loaded it is said, nothing is marked, and the words are there when the page is opened again', async ({
  page
}) => {
  await page.route('**/chinese*.js', route => route.abort())
  await openInstead(page, 'zh', REPLY)
  await fieldOf(page).fill(GOOD_REPLY.zh)
  await press(page, TRAINING_WORDS.zh.practice.submit)
  await expect(formOf(page).getByRole('alert')).toHaveText(REPLY_WORDS.zh.failed)
  await expect(fieldOf(page)).toHaveValue(GOOD_REPLY.zh)
  await expect(verdictOf(page)).toHaveText('')
  await page.unroute('**/chinese*.js')
  await page.reload()
  await start(page)
  await expect(fieldOf(page)).toHaveValue(GOOD_REPLY.zh)
  await press(page, TRAINING_WORDS.zh.practice.submit)
  await expect(verdictOf(page)).toHaveText(REPLY_WORDS.zh.verdicts.right)
})

test('the last words count when it is handed in at once', async ({ page }) => {
  await openInstead(page, 'en', REPLY)
  await fieldOf(page).fill('I’ll ask')
  await isSaved(page)
  await fieldOf(page).evaluate(field => {
    const area = field as HTMLTextAreaElement
    area.value = 'I’m sorry. I’ll ring the maker now and tell you by ten.'
    area.dispatchEvent(new Event('input', { bubbles: true }))
    area.form?.querySelector<HTMLButtonElement>('[type="submit"]')?.click()
  })
  await expect(verdictOf(page)).toHaveText(REPLY_WORDS.en.verdicts.right)
})

test('what was typed is kept when the page is left by a link at once', async ({ page }) => {
  await openInstead(page, 'en', REPLY)
  await fieldOf(page).pressSequentially('Leaving')
  await page.locator('.brand').click()
  await page.goBack()
  await start(page)
  await expect(fieldOf(page)).toHaveValue('Leaving')
})

test('what was typed is kept at once when the page goes out of sight', async ({ page }) => {
  await openInstead(page, 'en', REPLY)
  await fieldOf(page).evaluate(field => {
    const area = field as HTMLTextAreaElement
    area.value = 'Called away'
    area.dispatchEvent(new Event('input', { bubbles: true }))
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect.poll(() => chosen(page), { timeout: 390 }).toContainEqual(['Called away'])
})

test('words written with an input method arrive whole, and are kept', async ({ page }) => {
  await openInstead(page, 'zh', REPLY)
  await fieldOf(page).focus()
  const keys = await page.context().newCDPSession(page)
  for (const text of ['w', 'wo', 'wo lai'])
    await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await page.waitForTimeout(600)
  await expect(fieldOf(page)).toHaveValue('wo lai')
  await keys.send('Input.insertText', { text: '我来' })
  await expect(fieldOf(page)).toHaveValue('我来')
  await fieldOf(page).blur()
  await expect.poll(() => chosen(page)).toContainEqual(['我来'])
})
