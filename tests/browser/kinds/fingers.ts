/** Learners' fingers on questions about an order, a place, a gap or a number. A response is told as the record keeps it. */
import { expect, type Locator } from '@playwright/test'

export type Placing = 'order' | 'match' | 'sort' | 'gap' | 'number'

export const pairOf = (entry: string) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)] as const

/** What the learner sees of the answer while it can still be changed. */
export async function answerOn(form: Locator): Promise<string[]> {
  return form.locator('fieldset.question').evaluate(question => {
    const valueIn = (one: Element) => {
      const field = one.querySelector<HTMLInputElement>('input:checked, select') ?? (one as HTMLInputElement)
      return field.value ? [field.value] : []
    }
    const all = (selector: string) => [...question.querySelectorAll<HTMLElement>(selector)]
    const steps = all('.ordering > li').map(step => step.dataset.step ?? '')
    const items = all('[data-item]').flatMap(item => valueIn(item).map(value => `${item.dataset.item}=${value}`))
    const gaps = all('[data-gap]').flatMap(gap => valueIn(gap).map(value => `${gap.dataset.gap}=${value}`))
    return [...steps, ...items, ...gaps, ...all('.figure > input').flatMap(valueIn)]
  })
}

export const moverOf = (form: Locator, step: string, way: 'first' | 'last') => form.locator(`[data-step="${step}"] .arrows button`)[way]()

/** The moves that bring the steps of a form into this order: how often each goes up. */
export async function upsFor(form: Locator, step: string, to: number): Promise<number> {
  return (await answerOn(form)).indexOf(step) - to
}

/** Answers a question with fingers or a mouse. */
export async function placeByPointer(form: Locator, kind: Placing, response: readonly string[]): Promise<void> {
  if (kind === 'number') return form.locator('.figure > input').fill(response[0] ?? '')
  if (kind === 'order') {
    for (const [to, step] of response.entries()) {
      for (let ups = await upsFor(form, step, to); ups > 0; ups--) await moverOf(form, step, 'first').click()
    }
    const keep = form.locator('.ordering + button')
    if (await keep.isVisible()) await keep.click()
    return
  }
  for (const [id, value] of response.map(pairOf)) {
    const field = form.locator(kind === 'gap' ? `[data-gap="${id}"]` : `[data-item="${id}"] :is(select, .pill:has([value="${value}"]))`)
    const tag = await field.evaluate(one => one.tagName)
    if (tag === 'SELECT') await field.selectOption(value)
    else if (tag === 'INPUT') await field.fill(value)
    else await field.click()
  }
}

/** The answer on the screen is this one. */
export async function expectAnswerOn(form: Locator, response: readonly string[]): Promise<void> {
  const isOrder = (await form.locator('.ordering').count()) > 0
  const told = (answer: readonly string[]) => (isOrder ? [...answer] : [...answer].sort())
  await expect.poll(async () => told(await answerOn(form))).toEqual(told(response))
}

export const pieceIn = (form: Locator, id: string): Locator => form.locator(`.piece[data-words="${id}"]`)
export const ruleIn = (form: Locator, id: string): Locator => form.locator(`select[data-reason="${id}"]`)

/** Marks these pieces of a transcript and names their rules. */
export async function markByPointer(form: Locator, response: readonly string[]): Promise<void> {
  for (const [id, named] of response.map(pairOf)) {
    if (!(await pieceIn(form, id).locator('input').isChecked())) await pieceIn(form, id).click()
    await ruleIn(form, id).selectOption(named)
  }
}

/** Writes a reply and leaves its field, which keeps it at once. */
export async function writeReply(form: Locator, [text = '']: readonly string[]): Promise<void> {
  const field = form.locator('.writing textarea')
  await field.fill(text)
  await field.blur()
}
