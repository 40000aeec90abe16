/** What is done with filled forms: printed on one sheet, found, counted, handed on as files, deleted. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { formsFile } from '../../src/authoring/schema.ts'
import { fill, LANGS } from '../../src/lang/text.ts'
import { type Form, limitOf, onPaperOnly } from '../../src/visit/form.ts'
import { FORM_WORDS } from '../../src/visit/formWords.ts'
import {
  draw,
  fillIn,
  isSaved,
  listOf,
  openForm,
  openSheet,
  paperOf,
  papersOnDisk,
  plantPapers,
  SCRAWL,
  SERVICE,
  visitOf
} from './papers.ts'
import { expect, test } from './promise.ts'
import { runsOnDisk } from './visit.ts'

const FORMS: readonly Form[] = formsFile.parse(parse(readFileSync('content/forms.yaml', 'utf8')))
const HOSTILE = '=1+1"><img src=x onerror=alert(1)>{{7*7}}‮\u0000</textarea>'

test.use({ timezoneId: 'Asia/Shanghai', viewport: { width: 360, height: 740 } })

async function sheets(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

/** Types into a field that takes no such text by itself, as another version of the handbook might have left it. */
function fullOf(form: Form, text: string): Record<string, string> {
  const typed = form.fields.filter(field => !onPaperOnly(field))
  return Object.fromEntries(typed.map(field => [field.id, text.slice(0, limitOf(field))]))
}

for (const lang of LANGS) {
  const words = FORM_WORDS[lang]

  for (const form of FORMS)
    test(`${form.id}: with everything as long as it may be it takes one sheet of A4 and is whole (${lang})`, async ({ page }) => {
      test.setTimeout(120_000)
      const name = lang === 'zh' ? '阿依古丽·'.repeat(12) : 'Bartholomew-Wolfeschlegelsteinhausen '.repeat(2).slice(0, 60)
      const signatures = [
        { how: 'declined', reason: '卡'.repeat(120), at: 1e12 },
        { how: 'typed', name: 'W'.repeat(60), at: 1e12 },
        {
          how: 'drawn',
          strokes: [
            [
              [0, 0],
              [1, 0.5]
            ]
          ],
          at: 1e12
        }
      ] as const
      const rows = ['卡纸了又', 'WWWWWWWW', `${name} `, 'The paper jams each time. ', '卡纸\n'].map((text, n) =>
        paperOf(`full${n}`, {
          form: form.id,
          fields: fullOf(form, text.repeat(200)),
          kind: '类'.repeat(30),
          ...(form.id === SERVICE && { signature: signatures[n % 3] })
        })
      )
      await page.goto(`/${lang}/tools/`)
      await plantPapers(page, 'form', rows)
      for (const { id, fields } of rows) {
        await page.goto('about:blank')
        await openForm(page, lang, form.id, `#${id}`)
        expect.soft(await sheets(page), id).toBe(1)
        await page.emulateMedia({ media: 'print' })
        await page.setViewportSize({ width: 658, height: 1002 }) // an A4 sheet within margins of 18 and 16 mm, in CSS pixels
        const slip = page.locator('.slip')
        const held = await slip.evaluate(one => ({
          text: (one.textContent ?? '').replace(/\s+/g, ''),
          over: [one, ...one.querySelectorAll('*')]
            .filter(part => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0)
            .map(part => part.outerHTML.slice(0, 80)),
          height: one.getBoundingClientRect().height
        }))
        for (const text of Object.values(fields)) expect.soft(held.text, id).toContain(text.replace(/\s+/g, ''))
        expect.soft(held.over, id).toEqual([])
        expect.soft(held.height, id).toBeLessThanOrEqual(1002)
        await page.emulateMedia({ media: null })
      }
    })

  test(`forms are found, filtered, exported as a table and deleted after a question (${lang})`, async ({ page }) => {
    await page.goto(`/${lang}/tools/`)
    const month = 31 * 86_400_000
    const many = Array.from({ length: 30 }, (_, n) =>
      paperOf(`p${n}`, { created: Date.UTC(2026, 8, 15) - (n % 3) * month, kind: n % 2 ? 'hardware' : '投影仪' })
    )
    await plantPapers(page, 'form', [...many, paperOf('lift', { form: 'complaint', fields: { cause: '电梯噪音' } })])
    await page.goto(listOf(lang))
    const lines = page.locator('.lines li')
    await expect(lines).toHaveCount(20)
    await page.getByRole('button', { name: fill(words.list.more, { n: 11 }) }).click()
    await expect(lines).toHaveCount(31)
    await page.getByLabel(words.list.find).fill('噪音')
    await expect(lines).toHaveCount(1)
    await page.getByLabel(words.list.find).fill('')
    await page.getByLabel(words.list.form).selectOption(SERVICE)
    await page.getByLabel(words.list.month).selectOption('2026-08')
    await expect(page.locator('main [role="status"]')).toContainText(fill(words.list.found, { n: 10 }))

    // The picture's numbers are those of the table, and both are those of the forms.
    const counts = page.locator('.counts').first()
    await expect(counts.locator('figure').first().getByRole('img')).toHaveAttribute('aria-label', /5, .*5, .*5/)
    await counts.locator('summary').click()
    await expect(counts.locator('tbody').first().locator('td')).toHaveText([
      FORMS[0]?.kinds?.choices[0]?.text[lang] ?? '',
      '5',
      '投影仪',
      '5',
      words.list.total,
      '10'
    ])

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: fill(words.list.csv, { n: 10 }) }).click()
    ])
    expect(file.suggestedFilename()).toMatch(/\.csv$/)
    const table = readFileSync(await file.path(), 'utf8')
    expect(table.split('\r\n')).toHaveLength(12)
    expect(table.startsWith('\uFEFF')).toBe(true)
    await expect.poll(async () => (await papersOnDisk(page)).filter(({ exported }) => exported !== undefined).length).toBe(10)

    await lines.first().getByRole('button').click()
    await page.locator('dialog').getByRole('button', { name: words.list.cancel }).click()
    await expect(lines.first().getByRole('button')).toBeFocused()
    expect(await papersOnDisk(page)).toHaveLength(31)
    await lines.first().getByRole('button').click()
    await page.locator('dialog .danger').click()
    await expect.poll(async () => (await papersOnDisk(page)).length).toBe(30)
    await page.getByRole('button', { name: fill(words.list.removeAll, { n: 9 }) }).click()
    await page.locator('dialog .danger').click()
    await expect.poll(async () => (await papersOnDisk(page)).length).toBe(21)
    await expect(page.locator('main')).toContainText(words.list.noneFound)
  })
}

test('what somebody types stays text: on the screen, on paper, in the list, in the table and in the file', async ({ page, watched }) => {
  const words = FORM_WORDS.en
  const service = FORMS[0] as Form
  await page.goto('/en/tools/')
  await watched.settle()
  const signature = { how: 'typed', name: HOSTILE.slice(0, 60), at: 1e12 } as const
  await plantPapers(page, 'form', [
    paperOf('bad', { fields: fullOf(service, HOSTILE), kind: HOSTILE.slice(0, 30), signature }),
    { id: '<b>', v: 1 }
  ])
  let alerted = false
  page.on('dialog', dialog => {
    alerted = true
    void dialog.dismiss()
  })
  await openForm(page, 'en', SERVICE, '#bad')
  await expect(page.locator('.slip img, .signed img, .lines img')).toHaveCount(0)
  await expect(page.locator('.slip dd').first()).toHaveText(HOSTILE.slice(0, 60))
  expect(await sheets(page)).toBe(1)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words.fill.file }).click()])
  expect(file.suggestedFilename()).toBe('Technical-service form bad.html')
  const html = readFileSync(await file.path(), 'utf8')
  expect(html).not.toMatch(/<img|<script/i)
  expect(html).toContain('&lt;img src=x')

  await watched.settle()
  await page.goto('/en/tools/papers/')
  await expect(page.locator('.note')).toHaveText(fill(words.list.unreadable, { n: 1 }))
  await expect(page.locator('.lines li b')).toContainText('<img src=x')
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: fill(words.list.csv, { n: 1 }) }).click()
  ])
  const table = readFileSync(await csv.path(), 'utf8')
  expect(table).toContain(`"'=1+1""><img`)
  expect(table).not.toMatch(/(^|,|")=/m)
  expect(alerted).toBe(false)
  expect(watched.troubles).toEqual([])
})

test('the file that is handed on is the sheet itself: it needs nothing else, and prints on one page', async ({ page, context }) => {
  await openForm(page, 'zh', SERVICE)
  await fillIn(page, { order: 'GD-018', symptoms: '卡纸\n后盖' })
  const sheet = await openSheet(page, 'zh')
  await draw(page, SCRAWL)
  await sheet.getByRole('button', { name: FORM_WORDS.zh.sheet.done }).click()
  await isSaved(page)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: FORM_WORDS.zh.fill.file }).click()])
  await expect.poll(async () => (await papersOnDisk(page))[0]?.exported).toBeGreaterThan(0)
  const other = await context.newPage()
  const asked: string[] = []
  other.on('request', request => asked.push(request.url()))
  await other.setContent(readFileSync(await file.path(), 'utf8'))
  await expect(other.locator('.slip')).toContainText('GD-018')
  await expect(other.locator('.slip svg path')).toBeVisible()
  await expect(other.locator('html')).toHaveAttribute('lang', 'zh-CN')
  expect(await sheets(other)).toBe(1)
  expect(asked).toEqual([])
})

test('printing a kept form notes that it was handed out', async ({ page }) => {
  await openForm(page, 'en', 'complaint')
  await fillIn(page, { cause: 'Noise' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect.poll(async () => (await papersOnDisk(page))[0]?.exported).toBeGreaterThan(0)
})

for (const way of ['print', 'table'] as const) {
  test(`a form that is handed out starts the time of its visit’s photos, also where it is deleted then (${way})`, async ({ page }) => {
    await page.goto('/en/tools/')
    await plantPapers(page, 'run', [visitOf()])
    await plantPapers(page, 'form', [paperOf('7', { run: 'run7' })])
    if (way === 'print') {
      await openForm(page, 'en', SERVICE, '#7')
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    } else {
      await page.goto(listOf('en'))
      const downloading = page.waitForEvent('download')
      await page.getByRole('button', { name: fill(FORM_WORDS.en.list.csv, { n: 1 }) }).click()
      await downloading
    }
    await expect.poll(async () => (await runsOnDisk(page))[0]?.exported).toBeGreaterThan(0)
  })
}
