/** The console's list of people comes from the files that spreadsheet programs save. */
import type { Page } from '@playwright/test'
import { fill, LANGS } from '../../src/lang/text.ts'
import { CONSOLE_WORDS } from '../../src/trainer/consoleWords.ts'
import { ROSTER_WORDS } from '../../src/trainer/rosterWords.ts'
import { inline, workbookOf } from '../trainer/workbooks.ts'
import { look } from './look.ts'
import { expect, test } from './promise.ts'

const main = (page: Page) => page.locator('main')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** “工号,姓名,班组 / 00123,欧阳慧,前台” as Excel on a Chinese Windows saves it. */
const GBK = Buffer.from('b9a4bac52cd0d5c3fb2cb0e0d7e90d0a30303132332cc5b7d1f4bbdb2cc7b0cca80d0a', 'hex')
const BOOK = Buffer.from(
  workbookOf({
    sheets: [
      { name: '说明', data: '' },
      { name: '前台', data: inline([['员工名单'], ['姓名', '班组', '工号'], ['欧阳慧', '前台', '00123']]) },
      {
        name: '维修',
        data: inline([
          ['Staff no.', 'Name', 'Team'],
          ['B2', 'Wang Lei', 'Repairs'],
          ['B3', 'Zhao Min', 'Repairs'],
          ['', 'Nobody', '']
        ])
      }
    ]
  })
)

for (const lang of LANGS) {
  const words = CONSOLE_WORDS[lang]
  const own = ROSTER_WORDS[lang]

  test(`a list of people is read from spreadsheet files, chosen or dropped (${lang})`, async ({ page, watched }) => {
    await page.goto(`/${lang}/trainer/`)
    await press(page, words.makeKey)
    await main(page).getByRole('navigation').getByRole('link', { name: words.views.people, exact: true }).click()
    await page.getByLabel(words.peoplePaste, { exact: true }).fill('1001,Li Na,A\n1002,Wu Di,A\n1003\tHan Mei\tB\n1004')
    await press(page, words.peopleRead)
    await expect(main(page)).toContainText('1003 · Han Mei · B')
    await expect(main(page)).toContainText(fill(own.nameless, { n: 1, list: '4' }))

    const field = page.getByLabel(own.file, { exact: true })

    await field.setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: GBK })
    const code = page.getByRole('combobox', { name: own.encoding, exact: true })
    await expect(code).toHaveValue('gb18030')
    await expect(main(page)).toContainText('00123 · 欧阳慧 · 前台')
    await code.selectOption('windows-1252')
    await expect(main(page)).not.toContainText('欧阳慧')
    await code.selectOption('gb18030')
    await expect(main(page)).toContainText('00123 · 欧阳慧 · 前台')
    await code.selectOption('utf-8')
    await expect(main(page)).toContainText(own.refused.damaged)
    await expect(code).toHaveValue('gb18030')

    await field.setInputFiles({ name: '旧.xls', mimeType: '', buffer: Buffer.from('d0cf11e0a1b11ae10000', 'hex') })
    await expect(main(page)).toContainText(own.refused.old)
    await expect(page.getByRole('button', { name: words.peopleReplace })).toHaveCount(0)

    await field.setInputFiles({ name: 'staff.xlsx', mimeType: '', buffer: BOOK })
    await expect(main(page)).toContainText('00123 · 欧阳慧 · 前台')
    const sheet = page.getByRole('combobox', { name: own.sheet, exact: true })
    await expect(sheet.locator('option')).toHaveText([fill(own.rows, { name: '前台', n: 2 }), fill(own.rows, { name: '维修', n: 4 })])
    await sheet.selectOption('1')
    await expect(main(page)).toContainText('B2 · Wang Lei · Repairs')
    await expect(main(page)).toContainText(fill(words.peopleIncomplete, { list: '4' }))
    await expect(page.getByRole('combobox', { name: words.staff, exact: true }).locator('option:checked')).toHaveText(
      fill(own.columnOf, { n: 1, head: 'Staff no.' })
    )
    await look(page, `roster-${lang}`)
    await press(page, words.peopleReplace)
    await expect(main(page)).toContainText(fill(words.peopleNow, { n: 2 }))

    // Dropped, it is read as if it had been chosen.
    const dropped = await page.evaluateHandle(
      bytes => {
        const data = new DataTransfer()
        data.items.add(new File([Uint8Array.from(bytes)], 'dropped.csv'))
        return data
      },
      [...GBK]
    )
    const form = main(page).locator('form')
    await form.dispatchEvent('dragenter', { dataTransfer: dropped })
    await expect(main(page)).toContainText(own.dropNow)
    await form.dispatchEvent('drop', { dataTransfer: dropped })
    await expect(main(page)).toContainText(fill(own.name, { name: 'dropped.csv' }))
    await expect(main(page)).toContainText('00123 · 欧阳慧 · 前台')
    expect(watched.troubles).toEqual([])
  })
}
