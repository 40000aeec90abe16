/** The promise of the word "saved": what it stands beside survives a crash of the browser. */
import type { Page } from '@playwright/test'
import type { ShownQuestion } from '../../src/quiz/shown.ts'
import { launch, newProfile } from './chromium.ts'
import { begunOn, choicesIn, rightChoices } from './learner.ts'
import { expect, test } from './promise.ts'
import { asked, choiceOf, formOf, start } from './quiz.ts'
import { logOnDisk, plant } from './record.ts'
import { bankOf } from './site.ts'

const KILLS = 10
const MODULE = 'principles'
test.skip(process.platform === 'win32', 'needs process groups')

/** Takes a choice and returns the moment the page says that it is saved, without a round trip more than needed. */
async function takeAndSeeSaved(page: Page, id: string): Promise<void> {
  await page.evaluate(
    value =>
      new Promise<void>((resolve, reject) => {
        const begun = performance.now()
        const input = document.querySelector<HTMLInputElement>(`form.quiz input[value="${value}"]`)
        input?.click()
        let frames = 0
        const look = () => {
          frames += 1
          const saved = document.querySelector<HTMLElement>('form.quiz .saved')?.dataset.saved === 'yes'
          if (frames > 2 && saved && input?.checked) resolve()
          else if (performance.now() - begun > 30_000) reject(new Error(`not saved: ${value} ${input?.checked} ${saved}`))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    id
  )
}

async function openNextQuestion(page: Page, site: string, bank: readonly ShownQuestion[]): Promise<ShownQuestion> {
  await page.goto(`${site}/en/modules/${MODULE}/check/`)
  await start(page)
  return asked(page, bank)
}

test(`every answer shown as saved is there after the browser was killed at that moment, ${KILLS} times`, async ({ site }) => {
  test.setTimeout(600_000)
  // Of choices only: one click is a whole answer, so that the browser can be killed in the very frame that says "saved".
  const bank = bankOf('en', MODULE).filter(question => choicesIn(question).length > 0)
  expect(bank.length).toBeGreaterThan(KILLS)
  const profile = newProfile()
  const kept: { question: string; response: readonly string[] }[] = []
  try {
    const before = await launch(profile.folder)
    await before.page.goto(`${site}/en/tools/`)
    await plant(before.page, begunOn(MODULE, bank))
    await before.kill()
    for (let kill = 0; kill < KILLS; kill++) {
      const browser = await launch(profile.folder)
      const question = await openNextQuestion(browser.page, site, bank)
      await expect(formOf(browser.page).locator('.places [data-answered="true"]')).toHaveCount(kept.length)
      const response = rightChoices(question).slice(0, 1)
      await takeAndSeeSaved(browser.page, response[0] ?? '')
      await browser.kill()
      kept.push({ question: question.id, response })
    }
    const browser = await launch(profile.folder)
    await openNextQuestion(browser.page, site, bank)
    const log = await logOnDisk(browser.page)
    const found = log.flatMap(event => (event.type === 'chose' ? { question: event.question, response: event.response } : []))
    expect(found).toEqual(kept)
    await formOf(browser.page).locator('.places button').first().click()
    await expect(choiceOf(browser.page, kept[0]?.response[0] ?? '')).toBeChecked()
    await browser.kill()
  } finally {
    profile.remove()
  }
})

test('a check handed in at the moment of the crash is handed in whole', async ({ site }) => {
  test.setTimeout(300_000)
  const bank = bankOf('en', MODULE)
  const profile = newProfile()
  try {
    const first = await launch(profile.folder)
    await openNextQuestion(first.page, site, bank)
    await formOf(first.page).locator('.places button').last().click()
    await formOf(first.page).locator('.actions button.primary').click()
    await formOf(first.page).locator('.actions button.primary').click()
    await expect(first.page.locator('.result .saved')).toHaveAttribute('data-saved', 'yes')
    await first.kill()
    const second = await launch(profile.folder)
    await second.page.goto(`${site}/en/modules/${MODULE}/check/`)
    await expect(second.page.locator('.result')).toBeVisible()
    const log = await logOnDisk(second.page)
    const drawn = log.flatMap(event => (event.type === 'started' ? event.draw.items : []))
    expect(log.filter(({ type }) => type === 'answered')).toHaveLength(drawn.length)
    expect(log.filter(({ type }) => type === 'finished')).toHaveLength(1)
    await second.kill()
  } finally {
    profile.remove()
  }
})
