/** A whole check on a phone with a keyboard alone: Tab, Space, arrows and Enter. */
import type { Page } from '@playwright/test'
import { LANGS } from '../../src/lang/text.ts'
import type { ShownQuestion } from '../../src/quiz/shown.ts'
import { TRAINING_WORDS } from '../../src/training/words.ts'
import { type Placed, placeByKeys } from './kinds/placing.ts'
import { choicesIn, rightChoices, rightResponse } from './learner.ts'
import { expect, test } from './promise.ts'
import { asked, choiceOf, choicesOn, formOf, placeOf, questionOn } from './quiz.ts'
import { bankOf } from './site.ts'

const MODULE = 'records'
test.use({ viewport: { width: 360, height: 740 } })

/** What is wrong with the place of the focus: that it is nowhere, not outlined, off the screen, or under something else. */
function faultOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body
    const shown = element.closest('label') ?? element
    const { left, top, width, height } = shown.getBoundingClientRect()
    const [x, y] = [left + width / 2, top + Math.min(height, innerHeight) / 2]
    const above = document.elementFromPoint(x, y)
    const told = `${element.tagName.toLowerCase()} “${shown.textContent?.trim().slice(0, 40)}” at ${Math.round(y)}`
    const outlined = [element, shown].some(one => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    })
    if (element === document.body) return 'nothing has the focus'
    if (!outlined) return `${told} is not outlined`
    if (!above) return `${told} is off the screen`
    return shown.contains(above) || above.contains(shown) ? '' : `${told} lies under ${above.tagName.toLowerCase()}.${above.className}`
  })
}

async function expectVisibleFocus(page: Page): Promise<void> {
  await expect.poll(() => faultOfFocus(page), { timeout: 10_000 }).toBe('')
}

/** Presses Tab until this has the focus; every stop on the way must be seen. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const there = () => page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector)
  for (let presses = 0; presses < 60; presses++) {
    if (await there()) return
    await page.keyboard.press('Tab')
    await expectVisibleFocus(page)
  }
  throw new Error(`Tab does not reach ${selector}`)
}

async function takeByKeys(page: Page, question: ShownQuestion): Promise<void> {
  const right = rightChoices(question)
  if (question.kind === 'multiple') {
    for (const id of (await choicesOn(page)).filter(shown => right.includes(shown))) {
      await tabTo(page, `form.quiz input[value="${id}"]`)
      await page.keyboard.press('Space')
    }
  } else {
    await tabTo(page, 'form.quiz input')
    await page.keyboard.press('Space')
    for (let presses = 0; presses < choicesIn(question).length && !(await choiceOf(page, right[0] ?? '').isChecked()); presses++) {
      await page.keyboard.press('ArrowDown')
      await expectVisibleFocus(page)
    }
  }
  for (const id of right) await expect(choiceOf(page, id)).toBeChecked()
}

for (const lang of LANGS) {
  test(`a check can be passed by keyboard alone, with the focus always in sight (${lang})`, async ({ page, watched }) => {
    test.setTimeout(400_000)
    const bank = bankOf(lang, MODULE)
    const words = TRAINING_WORDS[lang].check
    await page.goto(`/${lang}/modules/${MODULE}/check/`)
    await watched.settle()
    await tabTo(page, '[data-island] button')
    await watched.settle()
    await page.keyboard.press('Enter')
    await expect(formOf(page)).toBeVisible()

    const count = await formOf(page).locator('.places button').count()
    for (let place = 1; place <= count; place++) {
      await expect(formOf(page).locator('header')).toBeFocused()
      await expectVisibleFocus(page)
      const question = await asked(page, bank)
      if ('choices' in question) {
        await takeByKeys(page, question)
        await tabTo(page, '.actions button.primary')
        await page.keyboard.press('Enter')
      } else await placeByKeys(page, question as Placed, rightResponse(question))
      if (place < count) await expect.poll(() => questionOn(page)).not.toBe(question.id)
    }
    const result = placeOf(page).locator('.result h2')
    await expect(result).toContainText(words.passed)
    await expect(result).toBeFocused()
    await expectVisibleFocus(page)
    await tabTo(page, '.result .actions button')
    await page.keyboard.press('Enter')
    await expect(formOf(page).locator('header')).toBeFocused()
  })
}
