/** A trainer and learners in browsers of their own: handing out, taking on, working and handing back, as people do it. */
import type { Page } from '@playwright/test'
import type { Lang } from '../../src/lang/text.ts'
import { CONSOLE_WORDS } from '../../src/trainer/consoleWords.ts'
import { ASSIGNED_WORDS } from '../../src/training/assignedWords.ts'
import { expect } from './promise.ts'
import { finishCheck, isSaved, start } from './quiz.ts'
import { bankOf } from './site.ts'

export interface Person {
  readonly staff: string
  readonly name: string
  readonly team: string
}

export interface Task {
  readonly title: string
  readonly by: string
  readonly note?: string
  readonly module: string
  /** As a `datetime-local` field has it. */
  readonly due?: string
}

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
export const type = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
export const view = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()

/** Makes the key and the list of people, hands out one module, and gives the link. */
export async function handOut(page: Page, lang: Lang, people: readonly Person[], task: Task): Promise<string> {
  const words = CONSOLE_WORDS[lang]
  await page.goto(`/${lang}/trainer/`)
  await press(page, words.makeKey)
  await view(page, words.views.people)
  const rows = people.map(({ staff, name, team }) => `${staff}\t${name}\t${team}`)
  await type(page, words.peoplePaste, ['工号\t姓名\t班组', ...rows].join('\n'))
  await press(page, words.peopleRead)
  await press(page, words.peopleReplace)
  await view(page, words.views.assign)
  const title = await page.evaluate(
    async id => (await (await fetch(`course.json`)).json()).modules.find((one: { id: string }) => one.id === id).title,
    task.module
  )
  await page.getByRole('group', { name: words.choose }).getByRole('checkbox', { name: title }).check()
  await type(page, words.title, task.title)
  await type(page, words.by, task.by)
  if (task.note) await type(page, words.note, task.note)
  if (task.due) await page.locator('input[type="datetime-local"]').fill(task.due)
  await press(page, words.handOut)
  return page.getByLabel(words.link, { exact: true }).inputValue()
}

/** Opens the link, takes it on and does its module with `wrong` wrong answers; gives the receipt's link. */
export async function handIn(
  page: Page,
  lang: Lang,
  link: string,
  { staff, name }: Person,
  module: string,
  wrong: number
): Promise<string> {
  const words = ASSIGNED_WORDS[lang]
  await page.goto(link)
  await press(page, words.takeOn)
  await type(page, words.staff, staff)
  await type(page, words.name, name)
  await press(page, words.takeOn)
  await page.locator(`.work[data-module="${module}"] .to a`).nth(1).click()
  await expect(page.locator('[data-task]')).toBeVisible()
  await start(page)
  await finishCheck(page, bankOf(lang, module), wrong)
  await isSaved(page)
  await page.locator('[data-task] a').click()
  await press(page, words.seal)
  return page.getByLabel(words.link).inputValue()
}
