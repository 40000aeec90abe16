/** One page of every type, and how to bring each of its states about. */
import { expect, type Page } from '@playwright/test'
import type { Lang } from '../../src/lang/text.ts'
import { LEARNING } from '../../src/site/learning.ts'
import { TRAINING_WORDS } from '../../src/training/words.ts'
import { SEASONED } from './learner.ts'
import { asked, finishCheck, formOf, goNext, nextButton, openCheck, openPractice, placeOf, take } from './quiz.ts'
import { emptyDisk, plant } from './record.ts'
import { bankOf, practiceOf } from './site.ts'

export const PAGE = 'visit/after'
export const MODULE = 'records'

/** Addresses after the language: one page of each type. */
export const TYPES = {
  home: '',
  path: 'paths/technician/',
  module: 'modules/speech/',
  check: `modules/${MODULE}/check/`,
  questions: 'modules/speech/questions/1/',
  class: 'class/speech/',
  worksheet: 'worksheets/speech/',
  contents: 'handbook/',
  page: `handbook/${PAGE}/`,
  phrases: 'handbook/speech/banned-phrases/',
  picture: 'handbook/principles/why-service/',
  roles: 'handbook/roles/reporting-lines/',
  files: 'handbook/records/file-numbers/',
  rules: 'rules/',
  tools: 'tools/',
  say: 'tools/say/',
  followUps: 'tools/follow-ups/',
  fileNumbers: 'tools/file-numbers/',
  visit: 'tools/visit/',
  card: 'tools/phrases/',
  checklist: 'tools/checklists/visit/',
  form: 'tools/forms/complaint/',
  papers: 'tools/papers/',
  filling: 'tools/papers/technical-service/',
  news: 'news/',
  review: 'review/',
  reviews: 'reviews/',
  bank: 'bank/',
  items: 'bank/items/',
  statistics: 'statistics/',
  assigned: 'assigned/',
  certificate: 'certificate/',
  trainer: 'trainer/',
  me: 'me/'
} as const

/** States of a quiz that a learner passes through. `then` is called in each, in this order. */
export async function practiceStates(page: Page, lang: Lang, then: (state: string) => Promise<void>): Promise<void> {
  const bank = practiceOf(lang, PAGE)
  const words = TRAINING_WORDS[lang].practice
  await openPractice(page, lang, PAGE)
  await then('asked')
  await take(page, await asked(page, bank), false)
  await formOf(page).getByRole('button', { name: words.submit }).click()
  await expect(formOf(page).locator('.feedback')).not.toHaveCount(0)
  await then('wrong')
  await formOf(page).getByRole('button', { name: words.tryAgain }).click()
  for (let place = 0; place < bank.length; place++) {
    await take(page, await asked(page, bank))
    await formOf(page).getByRole('button', { name: words.submit }).click()
    if (place === 0) await then('right')
    await nextButton(page).click()
  }
  await expect(placeOf(page).getByRole('button', { name: words.practiseAgain })).toBeVisible()
  await then('finished')
}

export async function checkStates(page: Page, lang: Lang, then: (state: string) => Promise<void>): Promise<void> {
  await openCheck(page, lang, MODULE)
  await take(page, await asked(page, bankOf(lang, MODULE)))
  await goNext(page)
  await then('under way')
  await formOf(page).locator('.places button').last().click()
  await nextButton(page).click()
  await expect(formOf(page).getByRole('alert')).toBeVisible()
  await then('warned')
  await nextButton(page).click()
  await expect(placeOf(page).locator('.result')).toBeVisible()
  await page.locator('.review summary').first().click()
  await then('failed')
  await placeOf(page).getByRole('button', { name: TRAINING_WORDS[lang].check.checkAgain }).click()
  await expect(formOf(page)).toBeVisible()
  await finishCheck(page, bankOf(lang, MODULE))
  await then('passed')
}

export async function recordStates(page: Page, lang: Lang, then: (state: string) => Promise<void>): Promise<void> {
  await page.goto(`/${lang}/tools/`)
  await plant(page, SEASONED)
  for (const address of [TYPES.home, TYPES.path, TYPES.module]) {
    await page.goto(`/${lang}/${address}`)
    await then(`filled ${address}`)
  }
  await page.goto(`/${lang}/me/`)
  await page.getByRole('button', { name: LEARNING[lang].erase }).click()
  await expect(page.locator('dialog')).toBeVisible()
  await then('asked whether to erase')
  await page.goto(`/${lang}/tools/`)
  await emptyDisk(page)
  await page.goto(`/${lang}/me/`)
  await expect(page.locator('[data-me="lost"]')).toBeVisible()
  await then('told of a loss')
}
