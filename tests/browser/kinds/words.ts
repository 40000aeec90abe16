/** Transcripts and replies on pages of their own: questions made for the tests, and a learner's fingers and keys on them. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Lang } from '../../../src/lang/text.ts'
import type { ShownOf } from '../../../src/quiz/shown.ts'
import { formOf } from '../quiz.ts'
import { pairOf, pieceIn, ruleIn } from './fingers.ts'
import { exercisesIn, tabTo } from './placing.ts'

const rule = (id: string, name: string) => ({ id, name, href: `/zh/rules/#${id}` })
const RULES = [rule('phrase.dont-know', 'Banned phrase 2'), rule('tenet.promise', 'Promise'), rule('tenet.unsaid', 'Unsaid')]

/** `s2` and `n1` break a rule, `s3` looks as if it did. */
export const CALL: ShownOf<'mark'> = {
  id: 'test-call',
  title: 'A stopped lift',
  kind: 'mark',
  revision: 1,
  rules: RULES.slice(0, 2),
  reasons: RULES,
  situation: 'A lift has stopped. A resident rings.',
  ask: 'Mark the words or acts that break a rule, and name the rule.',
  turns: [
    { id: 't1', by: 'customer', says: [{ id: 'c1', text: 'The lift has stopped.' }] },
    {
      id: 't2',
      by: 'staff',
      says: [
        { id: 's1', text: 'That’s a nuisance with shopping, I’m sorry.' },
        { id: 's2', text: 'When it will run I couldn’t tell you.', breaks: 'phrase.dont-know', feedback: 'They asked and met a wall.' },
        { id: 's3', text: 'The maker’s man is on his way.', feedback: 'That is known, and may be said.' }
      ]
    },
    {
      id: 't3',
      by: 'note',
      says: [{ id: 'n1', text: 'He promises an hour without asking.', breaks: 'tenet.promise', feedback: 'It was not his to give.' }]
    }
  ],
  ids: ['c1', 's1', 's2', 's3', 'n1']
}
export const CALL_KEY = ['s2=phrase.dont-know', 'n1=tenet.promise']
/** One mistake with another rule, and a mark on words that break none. */
export const CALL_WRONG = ['s1=tenet.unsaid', 's2=tenet.promise']

export const REPLY: ShownOf<'reply'> = {
  id: 'test-reply',
  title: 'A stopped lift',
  kind: 'reply',
  revision: 1,
  rules: RULES.slice(0, 1),
  phrases: [
    { id: 'phrase.dont-know', banned: { zh: ['不清楚', '不知道'], en: ['I don’t know', 'I’m not sure'] } },
    { id: 'phrase.no-way', banned: { zh: ['没办法解决'], en: ['There’s no way to fix it'] } }
  ],
  situation: 'The lift has stopped again.',
  said: 'When will it run?',
  ask: 'Write what you say.',
  needs: ['heard', 'who', 'what', 'when'],
  model: 'I’m sorry. I’ll ring the maker now and tell you by ten.',
  why: 'It says who rings, and when they hear.',
  ids: []
}
export const GOOD_REPLY: Readonly<Record<Lang, string>> = {
  zh: '又停了，让您久等，对不起。我现在就打给厂家，十点前给您回话。',
  en: 'I’m sorry it has stopped again. I’ll ring the maker now and tell you by ten.'
}
export const BANNED_REPLY: Readonly<Record<Lang, { readonly said: string; readonly words: string }>> = {
  zh: { said: '这个我也不太清楚，我问问，尽快告诉您。', words: '我也不太清楚' },
  en: { said: 'I really don’t know, I’ll ask and call you as soon as possible.', words: 'I really don’t know' }
}

export const pieceOf = (page: Page, id: string): Locator => pieceIn(formOf(page), id)
export const ruleOf = (page: Page, id: string): Locator => ruleIn(formOf(page), id)
export const fieldOf = (page: Page): Locator => formOf(page).locator('.writing textarea')

/** Marks these pieces and names their rules with Tab, Space and arrows. Takes back every other mark. */
export async function markByKeys(page: Page, response: readonly string[]): Promise<void> {
  const wanted = new Map(response.map(pairOf))
  const ids = await formOf(page)
    .locator('.piece')
    .evaluateAll(pieces => pieces.map(piece => (piece as HTMLElement).dataset.words ?? ''))
  for (const id of ids) {
    const box = pieceOf(page, id).locator('input')
    if ((await box.isChecked()) === wanted.has(id)) continue
    await formOf(page).locator('header').focus()
    await tabTo(page, `.piece[data-words="${id}"] input`)
    await page.keyboard.press('Space')
    await expect(box).toBeFocused()
  }
  for (const [id, named] of wanted) {
    await formOf(page).locator('header').focus()
    await tabTo(page, `select[data-reason="${id}"]`)
    for (let presses = 0; presses < 6 && (await ruleOf(page, id).inputValue()) !== named; presses++)
      await page.keyboard.press(presses < 3 ? 'ArrowDown' : 'ArrowUp')
  }
  await expectMarked(page, response)
}

/** What the learner sees of the answer while it can still be changed. */
export async function expectMarked(page: Page, response: readonly string[]): Promise<void> {
  const marked = () =>
    formOf(page)
      .locator('.transcript')
      .evaluate(place =>
        [...place.querySelectorAll<HTMLElement>('.piece:has(:checked)')].map(
          ({ dataset: { words } }) => `${words}=${place.querySelector<HTMLSelectElement>(`[data-reason="${words}"]`)?.value}`
        )
      )
  await expect.poll(async () => (await marked()).sort()).toEqual([...response].sort())
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

export async function expectAccessible(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).include('fieldset.question').withTags(TAGS).analyze()
    const found = violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary}`))
    expect.soft(found, `${state}, ${colorScheme}`).toEqual([])
  }
}

/** How the page is wider than its window, and what is tapped and too low. */
export function cramped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth
    const told = (one: Element) => `${one.tagName}.${one.className} ${one.textContent?.slice(0, 30)}`
    const all = [...document.querySelectorAll('fieldset.question *')].filter(one => one.checkVisibility())
    const wide = all.filter(one => one.getBoundingClientRect().right > room + 1 && !one.matches('option'))
    const low = all.filter(
      one => one.matches('button, select, textarea, .piece:has(:enabled)') && one.getBoundingClientRect().height < 47.5
    )
    return [
      ...(document.documentElement.scrollWidth > room ? [`scrolls sideways: ${document.documentElement.scrollWidth} px`] : []),
      ...wide.map(one => `too wide: ${told(one)}`),
      ...low.map(one => `too low: ${told(one)}`)
    ]
  })
}

/** The handbook's own questions of a kind. */
export function ownOf<K extends 'mark' | 'reply'>(lang: Lang, kind: K): ShownOf<K>[] {
  return exercisesIn(lang).filter(question => question.kind === kind) as unknown as ShownOf<K>[]
}
