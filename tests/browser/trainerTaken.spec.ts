/** What was chosen: item statistics in the console, from the files with all answers that learners hand in. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { fill, LANGS, type Lang } from '../../src/lang/text.ts'
import { CONSOLE_WORDS } from '../../src/trainer/consoleWords.ts'
import { IMPORT_WORDS } from '../../src/trainer/importWords.ts'
import { KNOW_VIEWS, KNOW_WORDS } from '../../src/trainer/knowWords.ts'
import { readTable } from '../../src/trainer/readTable.store.ts'
import type { ItemBank } from '../../src/training/items.ts'
import { ITEM_WORDS } from '../../src/training/itemWords.ts'
import { seedsOf } from '../../src/training/receipt.ts'
import { attemptAt, MODULES, reported } from '../trainer/answering.ts'
import { device } from '../trainer/handing.ts'
import { REVISION } from './assignment.ts'
import { readyConsole } from './console.ts'
import { expectFine } from './fine.ts'
import { expect, test } from './promise.ts'
import { folder } from './site.ts'

/** Each is asked what chance draws: of so many, ten and more meet the same question. */
const LEARNERS = 40

/** Those who were wrong had said that they were sure: the view says of which rules, and the file says the same. */
async function expectSureness(page: Page, lang: Lang) {
  const know = KNOW_WORDS[lang]
  const part = page.locator('.sureness')
  const levels = part.getByRole('region', { name: know.sureTitle })
  const surely = levels.locator('tbody tr').first()
  await expect(surely).toContainText(know.sureVerdicts['too-sure'])
  const [answers = '', right = ''] = await surely.locator('td').allInnerTexts()
  expect([Number(answers) >= 10, Number(right)]).toEqual([true, 0])
  await expect(part).toContainText(fill(know.sureRight, { n: answers, k: right }))
  await expect(part).toContainText(fill(know.sureWrong, { n: answers, k: answers }))
  const rules = part.getByRole('region', { name: know.sureRules })
  await expect(rules.getByRole('link').first()).toHaveAttribute('href', new RegExp(`/${lang}/`))
  const names = await rules.getByRole('link').allInnerTexts()
  for (const [at, region] of [levels, rules].entries()) {
    const download = page.waitForEvent('download')
    await part.getByRole('button', { name: know.csv }).nth(at).click()
    const table = readTable(readFileSync(await (await download).path(), 'utf8'))
    const shown = await region.getByRole('row').evaluateAll(all => all.map(row => [...row.children].map(one => one.textContent?.trim())))
    expect(table).toEqual(shown)
  }
  expect(names.length).toBeGreaterThan(0)
  // What stays at the edge of the screen covers a link here and there, wherever the page stands.
  await page.evaluate(() => scrollTo(0, 0))
  await expectFine(page, `how sure they were, ${lang}`)

  await page.goto(`/${lang}/trainer/#results`)
  await page.locator('.matrix button.link').first().click()
  const [before = ''] = fill(know.surePerson, { list: '|' }).split('|')
  await expect(page.getByText(before)).toContainText(new RegExp(`${know.bySure[3]}|${know.bySure[2]}`))
}

for (const lang of LANGS) {
  const [words, know, items] = [CONSOLE_WORDS[lang], KNOW_WORDS[lang], ITEM_WORDS[lang]]

  test(`files with all answers tell which choices were taken, and go on telling it (${lang})`, async ({ page, watched }) => {
    const { assignment, hash, key } = await readyConsole(page, watched, lang)
    const bank: ItemBank = JSON.parse(readFileSync(join(folder, lang, 'bank', 'items', 'questions.json'), 'utf8'))
    const chosen = new Map<string, string>()
    const file = async (staff: string, wrong: number) => {
      const own = await device(hash, key, staff, `学员${staff}`)
      const seeds = seedsOf(hash, own.hex, staff)
      // Who is wrong takes the first wrong choice there is.
      const events = MODULES.flatMap(({ id }) => attemptAt(id, seeds, 1, wrong)).map(event => {
        if (event.type !== 'answered') return event
        if (event.response.length > 0) return { ...event, sure: 2 as const }
        const entry = bank.items.find(one => one.id === event.question)
        const [choice] = entry && 'choices' in entry.question ? entry.question.choices.filter(one => !one.key) : []
        if (!entry || !choice || entry.question.kind !== 'single') return event
        chosen.set(entry.id, entry.labels[choice.id] ?? '?')
        return { ...event, response: [choice.id], took: 21, sure: 3 as const }
      })
      return own.answers(await own.hand(reported(assignment, seeds, events), { revision: REVISION }), events)
    }
    const view = async (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
    await view(KNOW_VIEWS[lang].questions)
    await expect(page.getByRole('heading', { name: know.lackTitle })).toBeVisible()
    await view(words.views.import)
    const files = await Promise.all(Array.from({ length: LEARNERS }, (_, index) => file(`L${index}`, (index % 2) * 20)))
    await page
      .getByLabel(IMPORT_WORDS[lang].files, { exact: true })
      .setInputFiles(files.map((body, at) => ({ name: `answers${at}.txt`, mimeType: 'text/plain', buffer: Buffer.from(body) })))
    await page.getByRole('button', { name: words.importNow, exact: true }).click()
    await expect(page.locator('form [role=status]')).toContainText(
      fill(IMPORT_WORDS[lang].rescored, { all: LEARNERS, same: LEARNERS, differs: 0, open: 0 })
    )

    await view(KNOW_VIEWS[lang].questions)
    await expect(page.getByRole('heading', { name: know.takenTitle })).toBeVisible()
    await expect(page.locator('.taken')).toContainText(fill(know.takenLine, { n: LEARNERS }))
    // After a reload it is still there: the files need not be read again.
    await watched.settle()
    await page.reload()
    const told = page.locator('.taken details', { has: page.locator('table') })
    await expect(told.first()).toBeAttached()
    const ids = await told.evaluateAll(all => all.map(one => (one as HTMLElement).dataset.item ?? ''))
    const id = ids.find(one => chosen.has(one)) ?? ''
    const item = page.locator(`.taken [data-item="${id}"]`)
    await item.locator('summary').click()
    const row = item.getByRole('row', { name: chosen.get(id) ?? '?' })
    expect(Number(await row.locator('td').nth(1).innerText())).toBeGreaterThan(0)
    await expect(item).toContainText(items.seconds)
    await expectFine(page, `what was chosen, ${lang}`)
    if (process.env.SHOTS) {
      for (const [width, height] of [
        [360, 740],
        [1280, 800]
      ] as const) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize({ width, height })
          await page.locator('.taken').screenshot({ path: `${process.env.SHOTS}-taken-${lang}-${colorScheme}-${width}.png` })
        }
      }
    }
    const download = page.waitForEvent('download')
    await page.locator('.taken').getByRole('button', { name: know.csv }).click()
    const [head, ...rows] = readTable(readFileSync(await (await download).path(), 'utf8'))
    expect(head).toEqual(items.columns)
    expect(rows.map(([first]) => first)).toContain(id)
    await expectSureness(page, lang)
    expect(watched.troubles).toEqual([])
  })
}
