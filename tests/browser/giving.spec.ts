/** What helps an assignment on its way: a poster on one sheet, the due date for a calendar, drafts and templates. */
import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { fill, LANGS, type Lang } from '../../src/lang/text.ts'
import { LEARNING } from '../../src/site/learning.ts'
import { CONSOLE_WORDS } from '../../src/trainer/consoleWords.ts'
import { GIVING_WORDS, POSTER_WORDS } from '../../src/trainer/givingWords.ts'
import { ASSIGNED_WORDS } from '../../src/training/assignedWords.ts'
import { TRAINING_WORDS } from '../../src/training/words.ts'
import { assignmentOf, fragmentOf, trainer } from './assignment.ts'
import { expect, test } from './promise.ts'
import { NAME } from './record.ts'
import { pdfSheets } from './sheets.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

test.use({ timezoneId: 'America/New_York' })

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function noComplaint(page: Page, state: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0))
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
    const found = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
    expect.soft(found, `${state}, ${colorScheme}`).toEqual([])
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect.soft(over, `${state}, ${width}`).toBeLessThanOrEqual(0)
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}-${state}-${colorScheme}-${width}.png` })
    }
  }
}

/** A console with a key, at the form. */
async function atForm(page: Page, lang: Lang): Promise<void> {
  await page.goto(`/${lang}/trainer/`)
  await press(page, CONSOLE_WORDS[lang].makeKey)
  await page.getByRole('link', { name: CONSOLE_WORDS[lang].views.assign, exact: true }).click()
}

async function handOut(page: Page, lang: Lang, title: string, modules: number, due: string): Promise<void> {
  const words = CONSOLE_WORDS[lang]
  const boxes = page.getByRole('group', { name: words.choose }).getByRole('checkbox')
  for (let at = 0; at < modules; at++) await boxes.nth(at).check()
  await page.getByLabel(words.title, { exact: true }).fill(title)
  await page.locator('input[type="datetime-local"]').fill(due)
  await press(page, words.handOut)
  await expect(page.locator('main h2')).toBeFocused()
}

/** The longest title that an assignment may have, without a place to break. */
const LONG = { zh: '超长标题也要完整地印在这一张海报上的呀对', en: 'W'.repeat(60) } as const satisfies Record<Lang, string>

for (const lang of LANGS) {
  const [words, giving] = [CONSOLE_WORDS[lang], GIVING_WORDS[lang]]

  test(`the poster is one sheet of A4 in both languages, and a long title is whole (${lang})`, async ({ page }) => {
    await atForm(page, lang)
    await handOut(page, lang, LONG[lang], 10, '2099-07-04T18:00')
    await page.getByRole('button', { name: giving.poster, exact: true }).focus()
    await page.keyboard.press('Enter')
    const poster = page.getByRole('dialog', { name: giving.sheetTitle })
    await expect(poster).toBeVisible()
    for (const one of LANGS) {
      await expect(poster).toContainText(POSTER_WORDS[one].call)
      await expect(poster).toContainText(`/${one}/assigned/`)
      await expect(poster).toContainText(fill(POSTER_WORDS[one].takes, { n: 10, minutes: await minutesOf(page, lang) }))
    }
    await expect(poster).toContainText('2099年7月4日星期六 18:00（UTC−4）')
    await expect(poster).toContainText(/Saturday,? 4 July 2099 at 18:00 \(UTC−4\)/)
    await noComplaint(page, `poster-${lang}`)
    expect(await pdfSheets(page)).toEqual(['210 × 297'])
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 703, height: 1031 }) // A4 without its margins
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}-paper-${lang}.png` })
    const clipped = await poster.evaluate(sheet => {
      const within = sheet.getBoundingClientRect()
      return [...sheet.querySelectorAll('p, figure, b')]
        .filter(one => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
        .map(one => one.textContent)
        .concat(within.height > 1031 ? [`${within.height} high`] : [])
    })
    expect(clipped).toEqual([])
    await expect(page.locator('main')).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
    await page.keyboard.press('Escape')
    await expect(page.locator('.poster-place')).toHaveCount(0)
    await expect(page.getByRole('button', { name: giving.poster, exact: true })).toBeFocused()
  })

  test(`a trainer's calendar file has the due moment in UTC, and a hostile title is text in it (${lang})`, async ({ page }) => {
    const title = 'A;B,C\\N BEGIN:VEVENT'
    await atForm(page, lang)
    await handOut(page, lang, title, 1, '2099-12-31T23:30')
    const downloading = page.waitForEvent('download')
    await press(page, giving.remind)
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(/^assignment-[0-9a-f]{8}\.ics$/)
    const file = readFileSync(await download.path(), 'utf8')
      .replaceAll('\r\n ', '')
      .split('\r\n')
    expect(file).toContain('DTSTART:21000101T043000Z')
    expect(file).toContain(`SUMMARY:${fill(giving.remindTitle, { title: 'A\\;B\\,C\\\\N BEGIN:VEVENT' })}`)
    expect(file.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(1)
    expect(file.find(line => line.startsWith('DESCRIPTION:http'))).toBe(
      `DESCRIPTION:${await page.getByLabel(words.link, { exact: true }).inputValue()}`
    )
    await expect(page.getByText(giving.reminded)).toBeVisible()
  })

  test(`a learner saves the due date of an assignment for a calendar (${lang})`, async ({ page }) => {
    const assigned = ASSIGNED_WORDS[lang]
    const asked = assignmentOf(['principles'], await trainer(), { due: Date.UTC(2099, 5, 30, 10) })
    await page.goto(`/${lang}/assigned/#${fragmentOf(asked)}`)
    await page.getByLabel(assigned.staff, { exact: true }).fill('A1')
    await page.getByLabel(assigned.name, { exact: true }).fill('欧阳慧')
    await press(page, assigned.takeOn)
    const downloading = page.waitForEvent('download')
    await press(page, assigned.remind)
    const text = readFileSync(await (await downloading).path(), 'utf8').replaceAll('\r\n ', '')
    expect(text).toContain('DTSTART:20990630T100000Z')
    expect(text).toContain(`#${fragmentOf(asked)}`)
    expect(text).not.toContain('欧阳慧')
    await expect(page.getByText(assigned.reminded)).toBeVisible()
  })
}

/** What the console says of all that was chosen. */
async function minutesOf(page: Page, lang: Lang): Promise<number> {
  const answer = await page.request.get(`/${lang}/trainer/course.json`)
  const { modules } = (await answer.json()) as { modules: { minutes: number }[] }
  return modules.slice(0, 10).reduce((sum, { minutes }) => sum + minutes, 0)
}

const kept = (page: Page, kind: 'draft' | 'template') => page.locator(`.drafts [data-kind="${kind}"]`)

for (const lang of LANGS) {
  const [words, giving] = [CONSOLE_WORDS[lang], GIVING_WORDS[lang]]

  test(`several drafts wait side by side, one is deleted and brought back, and a template begins a new one (${lang})`, async ({
    page,
    context
  }) => {
    await atForm(page, lang)
    const title = page.getByLabel(words.title, { exact: true })
    await title.fill('One')
    await expect(kept(page, 'draft')).toHaveCount(1)
    await press(page, giving.fresh)
    await expect(page.locator('main h2')).toBeFocused()
    await title.fill('Two')
    await page.getByRole('group', { name: words.choose }).getByRole('checkbox').first().check()
    await expect(kept(page, 'draft')).toHaveText([/Two/, /One/])
    await press(page, giving.toTemplate)
    await expect(kept(page, 'template')).toHaveCount(1)
    await noComplaint(page, `drafts-${lang}`)

    const other = await context.newPage()
    await other.goto(`/${lang}/trainer/#assign`)
    await expect(other.getByLabel(words.title, { exact: true })).toHaveValue('Two')
    await other.getByLabel(words.title, { exact: true }).fill('Two elsewhere')
    await expect(kept(page, 'draft')).toHaveText([/Two elsewhere/, /One/])
    await title.fill('Two here')
    await expect(kept(page, 'draft')).toHaveText([/Two here/, /Two elsewhere/, /One/])
    await other.close()

    await press(page, fill(giving.openOf, { title: 'One' }))
    await expect(title).toHaveValue('One')
    await press(page, fill(giving.dropOf, { kind: giving.draft, title: 'One' }))
    await expect(title).toHaveValue('')
    await expect(page.getByRole('button', { name: giving.undo, exact: true })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(kept(page, 'draft').filter({ hasText: 'One' })).toHaveCount(1)
    await expect(page.locator('.drafts h3')).toBeFocused()

    await press(page, fill(giving.useOf, { title: 'Two' }))
    await expect(title).toHaveValue('Two')
    await expect(kept(page, 'draft')).toHaveCount(4)
    await page.locator('input[type="datetime-local"]').fill('2099-07-04T18:00')
    await press(page, words.handOut)
    await expect(page.locator('main h2')).toHaveText(fill(words.handedTitle, { title: 'Two' }))
    await expect(kept(page, 'draft')).toHaveCount(3)
    await expect(kept(page, 'template')).toHaveCount(1)
    await page.reload()
    await expect(kept(page, 'draft')).toHaveCount(3)
    await expect(kept(page, 'template')).toHaveCount(1)
  })
}

for (const lang of LANGS) {
  test(`an assignment that was taken on is found again on a new device, which says that it has a key of its own (${lang})`, async ({
    page,
    browser,
    baseURL
  }, info) => {
    const [assigned, me, learning] = [ASSIGNED_WORDS[lang], TRAINING_WORDS[lang].me, LEARNING[lang]]
    const asked = assignmentOf(['principles'], await trainer(), { due: Date.UTC(2099, 5, 30, 10) })
    await page.goto(`/${lang}/assigned/#${fragmentOf(asked)}`)
    await page.getByLabel(assigned.staff, { exact: true }).fill('A1')
    await page.getByLabel(assigned.name, { exact: true }).fill('欧阳慧')
    await press(page, assigned.takeOn)
    await expect(page.getByRole('heading', { name: asked.title })).toBeVisible()
    await plantReceipt(page)
    await page.goto(`/${lang}/me/`)
    const downloading = page.waitForEvent('download')
    await press(page, learning.backup)
    const file = info.outputPath('taken.jsonl')
    await (await downloading).saveAs(file)

    const other = await (await browser.newContext({ ...(baseURL && { baseURL }) })).newPage()
    await other.goto(`/${lang}/me/`)
    await other.locator('[data-me="file"]').setInputFiles(file)
    await press(other, learning.restore)
    const said = other.locator('[data-me="said"]')
    await expect(said).toHaveText((fill(me.restored, { k: 1 }) + me.restoredAssigned).trim())
    // Home's list has it at once, and leads to it.
    await other.goto(`/${lang}/`)
    await expect(other.locator('[data-tasks] a')).toContainText(asked.title)
    await other.locator('[data-tasks] a').click()
    await expect(other.getByRole('heading', { name: asked.title })).toBeVisible()
    await expect(other.getByText(fill(assigned.whose, { name: '欧阳慧', staff: 'A1' }))).toBeVisible()
    await other.getByText(assigned.formerTitle, { exact: true }).click()
    await expect(other.getByText(assigned.formerLine)).toBeVisible()
    await expect(other.locator('details textarea').first()).toHaveValue(/\/trainer\/#r=abc$/)
    await noComplaint(other, `restored-${lang}`)
    await other.context().close()
  })
}

/** A receipt at the end of the only enrolment's chain, as it lies in the browser. */
function plantReceipt(page: Page): Promise<void> {
  return page.evaluate(
    name =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const writing = opening.result.transaction('enrolments', 'readwrite')
          const rows = writing.objectStore('enrolments')
          const reading = rows.getAll()
          reading.onsuccess = () => {
            const receipts = [{ counter: 1, seal: '00112233445566ff', made: 1_800_000_000_000, code: 'abc', modules: [] }]
            rows.put({ ...reading.result[0], receipts })
          }
          writing.oncomplete = () => resolve()
          opening.result.close()
        }
      }),
    `${NAME}assigned`
  )
}
