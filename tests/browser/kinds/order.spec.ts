/** Steps put in order. */
import { fill, LANGS } from '../../../src/lang/text.ts'
import { ORDER_WORDS } from '../../../src/quiz/order/words.ts'
import { QUIZ_WORDS } from '../../../src/quiz/words.ts'
import { TRAINING_WORDS } from '../../../src/training/words.ts'
import { expect, test } from '../promise.ts'
import { formOf, isSaved } from '../quiz.ts'
import { answerOn, moverOf, placeByPointer } from './fingers.ts'
import { STEPS } from './fixtures.ts'
import { expectAnswer, openInstead } from './placing.ts'
import { promiseOfKind } from './promises.ts'

promiseOfKind('order')

test.use({ viewport: { width: 360, height: 740 } })

for (const lang of LANGS) {
  const texts = ORDER_WORDS[lang]
  const { practice } = TRAINING_WORDS[lang]
  const quiz = QUIZ_WORDS[lang]

  test(`a move is said aloud, and the button that made it keeps the focus (${lang})`, async ({ page }) => {
    await openInstead(page, lang, STEPS)
    const form = formOf(page)
    const [first = '', second = ''] = await answerOn(form)
    const text = STEPS.items.find(({ id }) => id === first)?.text.replace('.', '') ?? ''
    const down = moverOf(form, first, 'last')
    await expect(down).toHaveAccessibleName(fill(texts.down, { step: text }))
    await down.focus()
    await page.keyboard.press('Space')
    await expect(form.locator('.ordering ~ [role="status"]')).toHaveText(fill(texts.moved, { step: text, k: 2, n: 5 }))
    await expect(down).toBeFocused()
    expect((await answerOn(form)).slice(0, 2)).toEqual([second, first])
    await moverOf(form, second, 'first').press('Enter')
    await expect(form.locator('.ordering ~ [role="status"]')).toHaveText(texts.first)
    await expect(moverOf(form, second, 'first')).toBeFocused()
  })

  test(`an order that needs no move is handed in by saying so (${lang})`, async ({ page }) => {
    await openInstead(page, lang, STEPS)
    const form = formOf(page)
    const before = await answerOn(form)
    await form.getByRole('button', { name: practice.submit }).click()
    await expect(form.locator('.verdict')).toHaveText(quiz.chooseFirst)
    await form.getByRole('button', { name: texts.keep }).click()
    await expect(form.locator('.ordering ~ [role="status"]')).toBeFocused()
    await expect(form.getByRole('button', { name: texts.keep })).toHaveCount(0)
    await isSaved(page)
    await form.getByRole('button', { name: practice.submit }).click()
    await expect(form.locator('.ordering [data-verdict]')).toHaveCount(5)
    expect(await answerOn(form)).toEqual(before)
  })

  test(`after the answer it says which steps stand right, what must come first, and where the others belong (${lang})`, async ({
    page
  }) => {
    await openInstead(page, lang, STEPS)
    const form = formOf(page)
    await placeByPointer(form, 'order', ['sign', 'form', 'call', 'open', 'consent'])
    await form.getByRole('button', { name: practice.submit }).click()
    const rightOn = () =>
      form.locator('.ordering [data-verdict="right"]').evaluateAll(all => all.map(one => (one as HTMLElement).dataset.step))
    await expect.poll(rightOn).toEqual(['form', 'call', 'open'])
    await expect(form.locator('[data-step="sign"]')).toContainText(texts.astray)
    const must = fill(texts.must, { first: 'Ask before you open the case', second: 'Open the case' })
    await expect(form.locator('.must-come')).toContainText([must])
    for (const { feedback } of STEPS.items) await expect(form.getByText(feedback)).toHaveCount(0)

    await form.getByRole('button', { name: practice.showKey }).click()
    await expectAnswer(page, STEPS.ids)
    await expect(form.locator('[data-step="sign"]')).toContainText(fill(texts.was, { k: 1 }))
    for (const { feedback } of STEPS.items) await expect(form.getByText(feedback)).toBeVisible()
  })
}

test('a step is dragged by its number with a mouse, and lands where it is let go', async ({ page }) => {
  await openInstead(page, 'en', STEPS)
  const form = formOf(page)
  const before = await answerOn(form)
  const [first = '', second = '', third = ''] = before
  const gripOf = async (step: string) => {
    const box = await form.locator(`[data-step="${step}"] .grip`).boundingBox()
    return { x: (box?.x ?? 0) + 10, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
  }
  const from = await gripOf(first)
  const to = await gripOf(third)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y + 8, { steps: 6 })
  await expect(form.locator(`[data-step="${first}"]`)).toHaveAttribute('data-dragged', 'true')
  await page.mouse.up()
  await expectAnswer(page, [second, third, first, ...before.slice(3)])
  await expect(form.locator('[data-dragged="true"]')).toHaveCount(0)
  await expect(form.locator('.ordering > [style*="translate"]')).toHaveCount(0)
  await isSaved(page)
})

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true })
  test('a step is dragged by its number without scrolling the page', async ({ page }) => {
    await openInstead(page, 'en', STEPS)
    const form = formOf(page)
    const before = await answerOn(form)
    const [first = ''] = before
    await form.locator('.ordering').evaluate(list => list.scrollIntoView({ block: 'center' }))
    const boxes = await Promise.all([0, 3].map(index => form.locator('.ordering .grip').nth(index).boundingBox()))
    const [from = 0, to = 0] = boxes.map(box => (box?.y ?? 0) + (box?.height ?? 0) / 2)
    const x = (boxes[0]?.x ?? 0) + 10
    const scrolled = await page.evaluate(() => scrollY)
    const hand = await page.context().newCDPSession(page)
    const touch = (type: string, y?: number) =>
      hand.send('Input.dispatchTouchEvent', { type: type as 'touchMove', touchPoints: y === undefined ? [] : [{ x, y }] })
    await touch('touchStart', from)
    for (let step = 1; step <= 8; step++) await touch('touchMove', from + ((to + 10 - from) * step) / 8)
    await touch('touchEnd')
    await expectAnswer(page, [...before.slice(1, 4), first, ...before.slice(4)])
    expect(await page.evaluate(() => scrollY)).toBe(scrolled)
  })
})
