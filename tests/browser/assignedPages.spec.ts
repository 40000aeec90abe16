/** Pages that a trainer asks to be acknowledged: assigned, said before and after, handed back, and seen in the console and its file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { fill, LANGS, type Lang } from '../../src/lang/text.ts'
import { CONSOLE_WORDS } from '../../src/trainer/consoleWords.ts'
import { KNOW_WORDS } from '../../src/trainer/knowWords.ts'
import { readTable } from '../../src/trainer/readTable.store.ts'
import { ACKNOWLEDGE_WORDS } from '../../src/training/acknowledgeWords.ts'
import { ASSIGNED_WORDS } from '../../src/training/assignedWords.ts'
import { readAssignment } from '../../src/training/assignment.ts'
import type { Course } from '../../src/training/course.ts'
import { look } from './look.ts'
import { expect, test } from './promise.ts'
import { folder } from './site.ts'

const MODULE = 'records'
const NOW = Date.UTC(2026, 11, 10, 4)

test.use({ timezoneId: 'Asia/Shanghai' })

const main = (page: Page) => page.locator('main')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const courseOf = (lang: Lang): Course => JSON.parse(readFileSync(join(folder, lang, 'assigned', 'course.json'), 'utf8'))

async function view(page: Page, name: string): Promise<void> {
  await main(page).getByRole('navigation').getByRole('link', { name, exact: true }).click()
  await expect(main(page).locator('h2')).toBeFocused()
}

/** Presses the button of a page that asks, and gives the sentence's revision. */
async function acknowledge(page: Page, href: string, lang: Lang, revision: number): Promise<void> {
  await page.goto(href)
  await press(page, fill(ACKNOWLEDGE_WORDS[lang].button, { n: revision }))
  await expect(page.locator('main .asked').getByRole('status')).toHaveText(ACKNOWLEDGE_WORDS[lang].saved)
}

for (const lang of LANGS) {
  const words = CONSOLE_WORDS[lang]
  const mine = ASSIGNED_WORDS[lang]
  const know = KNOW_WORDS[lang]

  test(`two pages are asked; one said before and one said since are handed back, and the screen and the file tell of both (${lang})`, async ({
    page,
    watched
  }) => {
    const { modules, pages } = courseOf(lang)
    const [before, since, other] = pages
    const module = modules.find(({ id }) => id === MODULE)
    if (!before || !since || !other || !module) throw new Error('there are too few pages that ask')
    const revisionOf = (one: typeof before) => one.texts[lang].revision

    await page.clock.setFixedTime(NOW)
    // The learner said one long before anybody asked.
    await acknowledge(page, before.href, lang, revisionOf(before))
    // What a page is still loading when it is left would be a request that failed.
    await watched.settle()

    await page.goto(`/${lang}/trainer/`)
    await press(page, words.makeKey)
    await view(page, words.views.people)
    await page.getByLabel(words.peoplePaste, { exact: true }).fill('工号\t姓名\t班组\nA1\t欧阳慧\t前台\nB2\t王磊\t维修')
    await press(page, words.peopleRead)
    await press(page, words.peopleReplace)
    await view(page, words.views.assign)
    await page.getByRole('group', { name: words.choose }).getByRole('checkbox', { name: module.title }).check()
    await page.getByText(fill(words.pages, { n: 0 })).click()
    for (const { title } of [since, before]) await page.getByRole('checkbox', { name: title, exact: true }).check()
    await expect(main(page)).toContainText(fill(words.pages, { n: 2 }))
    await look(page, `assign-${lang}`)
    await page.getByLabel(words.title, { exact: true }).fill('确认')
    await press(page, words.handOut)
    const link = await page.getByLabel(words.link, { exact: true }).inputValue()
    const read = readAssignment(link)
    expect(read.type === 'assignment' && read.assignment).toMatchObject({ modules: [module.code], pages: [since.code, before.code] })
    // A copy asks for the same pages.
    await press(page, words.another)
    await press(page, words.copyOf)
    await expect(main(page)).toContainText(fill(words.pages, { n: 2 }))

    await watched.settle()
    await page.goto(`/${lang}/assigned/${new URL(link).hash}`)
    await expect(main(page)).toContainText(since.title)
    await page.getByLabel(mine.staff, { exact: true }).fill('A1')
    await page.getByLabel(mine.name, { exact: true }).fill('欧阳慧')
    await press(page, mine.takeOn)
    const place = ({ id }: typeof before) => page.locator(`[data-page="${id}"]`)
    await expect(place(before)).toHaveAttribute('data-standing', 'said')
    await expect(place(since)).toContainText(fill(mine.pageNever, { n: revisionOf(since) }))
    await expect(main(page)).toContainText(fill(mine.progressPages, { n: 2, k: 1 }))
    await look(page, `asked-${lang}`)
    await watched.settle()
    await place(since).getByRole('link').click()
    await expect(page.locator('main .asked')).toBeInViewport()
    await press(page, fill(ACKNOWLEDGE_WORDS[lang].button, { n: revisionOf(since) }))
    await expect(page.locator('main .asked').getByRole('status')).toHaveText(ACKNOWLEDGE_WORDS[lang].saved)
    await watched.settle()

    await page.goto(`/${lang}/assigned/`)
    await expect(main(page)).toContainText(fill(mine.progressPages, { n: 2, k: 2 }))
    await expect(main(page).locator('.done')).toHaveCount(0)
    const inside = main(page).locator('.inside').first()
    await expect(inside.locator('[data-said]')).toHaveCount(2)
    for (const one of [since, before]) {
      await expect(inside).toContainText(one.title)
      await expect(inside).toContainText(one.texts[lang].hash)
    }
    await look(page, `receipt-${lang}`)
    await press(page, mine.seal)
    const receipt = await page.getByLabel(mine.link).inputValue()
    await watched.settle()

    await page.goto(receipt)
    await expect(main(page)).toContainText(fill(words.importDone, { all: 1, counted: 1, duplicate: 0, refused: 0 }))
    await view(page, words.views.results)
    const rows = page.locator('.grid tbody tr')
    await expect(rows).toHaveCount(2)
    const cells = async () => Promise.all((await rows.all()).map(one => one.locator('th, td').allInnerTexts()))
    const table = await cells()
    const day = new Date(NOW).toLocaleDateString(lang === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'short', timeZone: 'Asia/Shanghai' })
    const told = (one: typeof before) => `✓ ${fill(know.pageSaid, { day, n: revisionOf(one) })}`
    expect(table.map(line => [line[0], ...line.slice(3, 7)])).toEqual([
      ['B2', words.states.absent, '—', know.pageNot, know.pageNot],
      ['A1', words.states.working, '—', told(since), told(before)]
    ])
    const head = await page.locator('.grid thead th').allInnerTexts()
    expect(head.slice(4, 7)).toEqual([module.title, ...[since, before].map(({ title }) => fill(know.pageHead, { title }))])
    await look(page, `results-${lang}`)
    const download = page.waitForEvent('download')
    await press(page, words.csv)
    expect(readTable(readFileSync(await (await download).path(), 'utf8'))).toEqual([head, ...table])

    await page.locator('[data-person="A1"]').click()
    const said = page.getByRole('region', { name: know.pagesSaid }).locator('tbody tr')
    await expect(said).toHaveCount(2)
    await expect(said.filter({ hasText: before.title })).toContainText(fill(know.saidOfN[lang], { n: revisionOf(before) }))
    await look(page, `person-${lang}`)
    expect(watched.troubles).toEqual([])
  })
}
