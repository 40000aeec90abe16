/** Questions about an order, a place, a gap or a number on pages of their own, answered by keyboard alone. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Lang } from '../../../src/lang/text.ts'
import type { ShownQuestion } from '../../../src/quiz/shown.ts'
import { formOf, start } from '../quiz.ts'
import { folder } from '../site.ts'
import { expectAnswerOn, moverOf, type Placing, pairOf, upsFor } from './fingers.ts'

export type Placed = Extract<ShownQuestion, { kind: Placing }>

/** Questions that have a page of their own. */
export function exercisesIn(lang: Lang): ShownQuestion[] {
  const pages = join(folder, lang, 'exercises')
  return readdirSync(pages).flatMap(id => JSON.parse(readFileSync(join(pages, id, 'practice.json'), 'utf8')).questions)
}

export async function openExercise(page: Page, lang: Lang, id: string): Promise<void> {
  await page.goto(`/${lang}/exercises/${id}/`)
  await start(page)
}

/** Opens the page of some exercise with this question in place of its own. */
export async function openInstead(page: Page, lang: Lang, question: ShownQuestion): Promise<void> {
  const [host] = exercisesIn(lang)
  await page.route('**/practice.json', async route => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), questions: [question] } })
  })
  await openExercise(page, lang, host?.id ?? '')
}

export function expectAnswer(page: Page, response: readonly string[]): Promise<void> {
  return expectAnswerOn(formOf(page), response)
}

/** Presses Tab until this has the focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const there = () => page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector)
  for (let presses = 0; presses < 90; presses++) {
    if (await there()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${selector}`)
}

/** Moves a select or a group of radio buttons that has the focus to this value. */
async function arrowTo(page: Page, value: string): Promise<void> {
  const now = () => page.evaluate(() => (document.activeElement as HTMLInputElement).value)
  const isRadio = await page.evaluate(() => (document.activeElement as HTMLInputElement).type === 'radio')
  await page.keyboard.press(isRadio ? 'Space' : 'Home')
  for (let presses = 0; presses < 12 && (await now()) !== value; presses++) await page.keyboard.press('ArrowDown')
  expect(await now()).toBe(value)
}

/** Types over what stands in the field that has the focus. */
async function retype(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** Answers a question with Tab, Space, arrows and Enter, and hands it in. */
export async function placeByKeys(page: Page, question: Placed, response: readonly string[]): Promise<void> {
  const form = formOf(page)
  if (question.kind === 'order') {
    for (const [to, step] of response.entries()) {
      const ups = await upsFor(form, step, to)
      if (ups <= 0) continue
      await form.locator('header').focus()
      await tabTo(page, `[data-step="${step}"] .arrows button:first-child`)
      for (let at = ups; at > 0; at--) {
        await page.keyboard.press('Enter')
        await expect(moverOf(form, step, 'first')).toBeFocused()
      }
    }
    if (await form.locator('.ordering + button').isVisible()) {
      await tabTo(page, '.ordering + button')
      await page.keyboard.press('Enter')
      await expect(form.locator('.ordering ~ [role="status"]')).toBeFocused()
    }
  } else if (question.kind === 'number') {
    await tabTo(page, '.figure > input')
    const [typed = ''] = response
    await retype(page, typed)
  } else {
    const fields = question.kind === 'gap' ? '[data-gap]' : '[data-item]'
    const order = await form
      .locator(fields)
      .evaluateAll(all => all.map(one => (one as HTMLElement).dataset.gap ?? (one as HTMLElement).dataset.item))
    for (const [id, value] of response.map(pairOf).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))) {
      await tabTo(page, question.kind === 'gap' ? `[data-gap="${id}"]` : `[data-item="${id}"] :is(input, select)`)
      if (await page.evaluate(() => (document.activeElement as HTMLInputElement).type === 'text')) await retype(page, value)
      else await arrowTo(page, value)
    }
  }
  await expectAnswer(page, response)
  await tabTo(page, '.actions .primary')
  await page.keyboard.press('Enter')
}
