/** What a trainer's console tells of results: rule by rule, one person's history, questions, what has expired; on paper and on a phone. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { codeOf } from '../../src/authoring/codes.ts'
import { fill, LANGS, type Lang } from '../../src/lang/text.ts'
import { drawable } from '../../src/quiz/draw.ts'
import { draw } from '../../src/quiz/spread.ts'
import { CONSOLE_WORDS } from '../../src/trainer/consoleWords.ts'
import { KNOW_VIEWS, KNOW_WORDS } from '../../src/trainer/knowWords.ts'
import { readTable } from '../../src/trainer/readTable.store.ts'
import { SEND_TO_WORDS } from '../../src/trainer/sendToWords.ts'
import { validityOf } from '../../src/trainer/validity.ts'
import { VALIDITY_WORDS } from '../../src/trainer/validityWords.ts'
import { type Assignment, encodeAssignment, readAssignment } from '../../src/training/assignment.ts'
import { toBase64url } from '../../src/training/bytes.ts'
import type { Course } from '../../src/training/course.ts'
import { type ModuleResult, NO_RECEIPT, seedOf, seedsOf } from '../../src/training/receipt.ts'
import { newDeviceKey, publicHex, sealReceipt, shortHash } from '../../src/training/sealing.store.ts'
import { REVISION } from './assignment.ts'
import { look } from './look.ts'
import { expect, test } from './promise.ts'
import { bankOf, brotli, filesOf, folder } from './site.ts'

const TITLE = '新员工第一周'
const MODULES = ['records', 'speech'] as const
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

test.use({ timezoneId: 'Asia/Shanghai', permissions: ['clipboard-read', 'clipboard-write'] })

const main = (page: Page) => page.locator('main')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const chooser = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true })
const courseOf = (lang: Lang): Course => JSON.parse(readFileSync(join(folder, lang, 'trainer', 'course.json'), 'utf8'))

async function view(page: Page, name: string): Promise<void> {
  await main(page).getByRole('navigation').getByRole('link', { name, exact: true }).click()
  await expect(main(page).locator('h2')).toBeFocused()
}

/** A console with a key and four people on its list. */
async function begin(page: Page, lang: Lang): Promise<void> {
  const words = CONSOLE_WORDS[lang]
  await page.goto(`/${lang}/trainer/`)
  await press(page, words.makeKey)
  await view(page, words.views.people)
  await page
    .getByLabel(words.peoplePaste, { exact: true })
    .fill('工号\t姓名\t班组\nA1\t欧阳慧\t前台\nB2\t王磊\t维修\nC3\t赵敏\t维修\nD4\t=钱七\t前台')
  await press(page, words.peopleRead)
  await press(page, words.peopleReplace)
  await expect(main(page)).toContainText(fill(words.peopleKept, { n: 4 }))
}

async function assign(page: Page, lang: Lang, title: string): Promise<Assignment> {
  const words = CONSOLE_WORDS[lang]
  await view(page, words.views.assign)
  for (const id of MODULES) {
    const name = courseOf(lang).modules.find(module => module.id === id)?.title ?? id
    await page.getByRole('group', { name: words.choose }).getByRole('checkbox', { name }).check()
  }
  await page.getByLabel(words.title, { exact: true }).fill(title)
  await page.getByLabel(words.by, { exact: true }).fill('李梅')
  await press(page, words.handOut)
  const read = readAssignment(await page.getByLabel(words.link, { exact: true }).inputValue())
  if (read.type !== 'assignment') throw new Error(read.why)
  expect(read.assignment.modules).toEqual(MODULES.map(codeOf))
  return read.assignment
}

interface Tried {
  readonly module: (typeof MODULES)[number]
  readonly attempt: number
  readonly ended: number
  /** Of a question's main rule. */
  knows(rule: string): boolean
}

interface HandedIn {
  readonly code: string
  /** How often each rule was asked. */
  readonly asked: ReadonlyMap<string, number>
}

/** A device of a learner, who is asked what a real one would be. */
async function device(assignment: Assignment, lang: Lang, staff: string, name: string) {
  const pair = await newDeviceKey()
  const hex = await publicHex(pair.publicKey)
  const hash = await shortHash(encodeAssignment(assignment))
  let counter = 0
  let previous = NO_RECEIPT
  return async (tries: readonly Tried[]): Promise<HandedIn> => {
    const asked = new Map<string, number>()
    const modules = tries.map(({ module, attempt, ended, knows }): ModuleResult => {
      const bank = bankOf(lang, module).map(drawable)
      const count = courseOf(lang).modules.find(one => one.id === module)?.draw ?? 0
      const { items } = draw(bank, count, seedOf(seedsOf(hash, hex, staff), module, attempt))
      const ruleOf = (question: string) => bank.find(({ id }) => id === question)?.rules[0] ?? ''
      for (const { question } of items) asked.set(ruleOf(question), (asked.get(ruleOf(question)) ?? 0) + 1)
      const results = items.map(({ question }) => (knows(ruleOf(question)) ? ('right' as const) : ('wrong' as const)))
      const percent = Math.floor((100 * results.filter(result => result === 'right').length) / results.length)
      return {
        place: MODULES.indexOf(module),
        percent,
        passed: percent >= 80,
        attempts: attempt,
        best: attempt,
        ended,
        minutes: 9,
        results
      }
    })
    const made = Math.max(...tries.map(({ ended }) => ended))
    const who = { staff, name, device: hex, revision: REVISION, zone: 480, modules }
    const head = { assignment: assignment.id.slice(0, 8), hash, counter: ++counter, previous, made }
    const sealed = await sealReceipt({ ...head, ...who }, pair.privateKey, assignment.key)
    previous = await shortHash(sealed)
    return { code: toBase64url(sealed), asked }
  }
}

async function importAll(page: Page, lang: Lang, codes: readonly HandedIn[]): Promise<void> {
  const words = CONSOLE_WORDS[lang]
  await view(page, words.views.import)
  await page.getByLabel(words.paste, { exact: true }).fill(codes.map(({ code }) => `http://x/zh/trainer/#r=${code}`).join('\n'))
  await press(page, words.importNow)
  await expect(main(page)).toContainText(fill(words.importDone, { all: codes.length, counted: codes.length, duplicate: 0, refused: 0 }))
}

/** What a table shows, as a person reads it; what can't be printed is left out. */
async function textsOf(table: Locator): Promise<string[][]> {
  const rows = await table.locator('tr').all()
  const texts = await Promise.all(rows.map(row => row.locator('th:not(.screen), td:not(.screen)').allInnerTexts()))
  return texts.map(row => row.map(text => text.trim()))
}

async function savedBy(page: Page, button: Locator): Promise<string[][]> {
  const download = page.waitForEvent('download')
  await button.click()
  return readTable(readFileSync(await (await download).path(), 'utf8'))
}
const safe = (texts: string[][]) => texts.map(row => row.map(text => (text.startsWith('=') ? `'${text}` : text)))

/** A rule of the first module. It has fewer rules than a check has questions: any draw asks about each. */
function weakRule(lang: Lang): string {
  const rules = new Set(bankOf(lang, MODULES[0]).map(({ rules: [main] }) => main?.id ?? ''))
  expect(rules.size).toBeLessThanOrEqual(courseOf(lang).modules.find(({ id }) => id === MODULES[0])?.draw ?? 0)
  return [...rules][0] ?? ''
}

for (const lang of LANGS) {
  const words = CONSOLE_WORDS[lang]
  const know = KNOW_WORDS[lang]
  const views = KNOW_VIEWS[lang]

  test(`what a team has not understood is found, and assigned again in two presses to those who missed it (${lang})`, async ({
    page,
    watched
  }) => {
    await page.clock.install()
    await begin(page, lang)
    const assignment = await assign(page, lang, TITLE)
    const weak = weakRule(lang)
    const course = courseOf(lang)
    const rule = course.rules.find(({ id }) => id === weak)
    const at = assignment.issued + 60 * MINUTE
    await page.clock.setFixedTime(at + DAY)
    const tried = (knows: (rule: string) => boolean, ended = at) => [{ module: MODULES[0], attempt: 1, ended, knows }]
    const codes = [
      await (await device(assignment, lang, 'A1', '欧阳慧'))(tried(() => true)),
      await (await device(assignment, lang, 'B2', '王磊'))(tried(one => one !== weak)),
      await (await device(assignment, lang, 'C3', '赵敏'))(tried(one => one !== weak))
    ]
    const asked = codes.map(one => one.asked.get(weak) ?? 0)
    const all = asked.reduce((sum, count) => sum + count, 0)
    const missed = all - (asked[0] ?? 0)
    const weakShare = `${Math.round((100 * missed) / all)}%`
    await view(page, views.rules)
    await expect(main(page)).toContainText(know.rulesNone)
    await importAll(page, lang, codes)
    await view(page, views.rules)
    const table = main(page).locator('.grid table')
    const first = table.locator('tbody tr').first()
    await expect(first.locator('th')).toHaveText(rule?.name ?? '')
    await expect(first.getByRole('link')).toHaveAttribute('href', rule?.href ?? '')
    await expect(first.locator('td').nth(0)).toContainText(weakShare)
    await expect(first.locator('td').nth(1)).toHaveText(String(missed))
    await expect(first.locator('td').nth(2)).toHaveText(String(all))
    await expect(first.locator('td').nth(3)).toHaveText(['王磊 B2', '赵敏 C3'].join(know.listMark))
    await expect(table.locator('tbody tr').nth(1).locator('td').nth(0)).toHaveText(/^0%/)
    const link = await page.request.get(rule?.href.split('#')[0] ?? '')
    expect(await link.text()).toContain(`id="${rule?.href.split('#')[1]}"`)
    await look(page, `rules-${lang}`)
    expect(await savedBy(page, main(page).getByRole('button', { name: know.csv }))).toEqual(safe(await textsOf(table)))

    const share = first.locator('td').nth(0)
    await chooser(page, words.team).selectOption('维修')
    await expect(share).toHaveText(/100%/)
    await chooser(page, words.team).selectOption('前台')
    await expect(share).toHaveText(/^0%/)
    await chooser(page, words.team).selectOption('')
    await page.getByLabel(know.answeredFrom, { exact: true }).fill('2040-01-01')
    await expect(table).toHaveCount(0)
    await page.getByLabel(know.answeredFrom, { exact: true }).fill('')
    await chooser(page, words.assignment).selectOption(TITLE)
    await expect(share).toContainText(weakShare)

    // By keyboard: opened, closed, opened; the focus is never lost.
    const again = page.getByRole('button', { name: fill(know.againFor, { rule: rule?.name ?? '' }), exact: true })
    await again.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: know.againTitle })).toBeFocused()
    await press(page, know.againClose)
    await expect(again).toBeFocused()
    await page.keyboard.press('Enter')
    await look(page, `again-${lang}`)
    await press(page, know.copyPeople)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('王磊 B2\n赵敏 C3')
    await press(page, know.againDraft)
    await expect(main(page).locator('h2')).toHaveText(words.assignTitle)
    await expect(main(page).locator('h2')).toBeFocused()
    expect(await page.getByLabel(words.title, { exact: true }).inputValue()).toMatch(lang === 'zh' ? /^再学：/ : /^Again: /)
    await expect(page.getByLabel(words.by, { exact: true })).toHaveValue('李梅')
    const day = new Date(at + 8 * DAY + 8 * 60 * MINUTE).toISOString().slice(0, 10)
    await expect(page.locator('input[type="datetime-local"]')).toHaveValue(`${day}T18:00`)
    const modules = page.getByRole('group', { name: words.choose }).getByRole('checkbox', { checked: true })
    await expect(modules).toHaveCount(1)
    await expect(main(page)).toContainText(fill(words.must, { n: 1 }))
    const send = SEND_TO_WORDS[lang]
    const title = await page.getByLabel(words.title, { exact: true }).inputValue()
    const names = page.getByLabel(fill(send.sendTo, { title, n: 2 }), { exact: true })
    await expect(names).toHaveValue('王磊 B2\n赵敏 C3')
    await look(page, `sendto-${lang}`)
    // Whom it is for outlives the page, as the draft does.
    await watched.settle()
    await page.reload()
    await expect(names).toHaveValue('王磊 B2\n赵敏 C3')
    await expect(page.getByLabel(words.title, { exact: true })).toHaveValue(title)
    await press(page, words.handOut)
    const link2 = readAssignment(await page.getByLabel(words.link, { exact: true }).inputValue())
    expect(link2.type === 'assignment' && link2.assignment).toMatchObject({ modules: [codeOf(MODULES[0])], mustPass: [codeOf(weak)] })
    await press(page, send.sendDone)
    await expect(main(page).locator('h2')).toBeFocused()
    await expect(main(page)).not.toContainText('B2')
    await watched.settle()
    await page.reload()
    await expect(page.getByLabel(words.title, { exact: true })).toBeVisible()
    await expect(main(page)).not.toContainText('B2')
    const sent = watched.requests.map(request => `${request.url()} ${request.postData() ?? ''}`).join('\n')
    expect(sent).not.toContain(encodeURIComponent('王磊'))
    expect(watched.troubles).toEqual([])
  })

  test(`one person’s attempts stand beside each other, what has expired is told, and the file is what the screen shows (${lang})`, async ({
    page,
    watched
  }) => {
    await page.clock.install()
    await begin(page, lang)
    const assignment = await assign(page, lang, TITLE)
    const at = assignment.issued + 60 * MINUTE
    await page.clock.setFixedTime(at + DAY)
    const wang = await device(assignment, lang, 'B2', '王磊')
    const none = { attempt: 1, ended: at, knows: () => false }
    const all = { knows: () => true }
    const codes = [
      await wang([{ ...none, module: 'records' }]),
      await wang([
        { ...all, module: 'records', attempt: 2, ended: at + 30 * MINUTE },
        { ...all, module: 'speech', attempt: 1, ended: at + 50 * MINUTE }
      ]),
      await (await device(assignment, lang, 'A1', '欧阳慧'))([{ ...all, module: 'records', attempt: 1, ended: at }])
    ]
    await importAll(page, lang, codes)
    await view(page, words.views.results)
    const table = main(page).locator('.grid table')
    const rows = table.locator('tbody tr')
    await expect(rows).toHaveCount(4)
    await look(page, `matrix-${lang}`)

    // On a phone the table says that there is more, and goes there by keyboard; the names stay.
    await page.setViewportSize({ width: 360, height: 740 })
    const region = page.getByRole('region', { name: views.titles.results })
    await expect(main(page)).toContainText(know.swipe)
    await region.focus()
    const last = table.locator('thead th').nth(4 + MODULES.length - 1)
    await expect(last).not.toBeInViewport({ ratio: 1 })
    const name = rows.first().locator('th')
    // It is seen whole: neither behind the names nor beyond the edge.
    await expect(async () => {
      await page.keyboard.press('ArrowRight')
      const [column, names] = [await last.boundingBox(), await name.boundingBox()]
      expect(column?.x).toBeGreaterThanOrEqual((names?.x ?? 0) + (names?.width ?? 0) - 1)
      expect((column?.x ?? 0) + (column?.width ?? 0)).toBeLessThanOrEqual(344)
    }).toPass()
    await expect(name).toBeInViewport({ ratio: 1 })
    expect((await name.boundingBox())?.width).toBeLessThanOrEqual(120)
    await page.setViewportSize({ width: 1280, height: 800 })

    // A name leads to all of a person's work; both ways back lead to that name.
    const button = page.getByRole('button', { name: '王磊', exact: true })
    await button.focus()
    await page.keyboard.press('Enter')
    const heading = page.getByRole('heading', { name: fill(know.personTitle, { name: '王磊', staff: 'B2' }) })
    await expect(heading).toBeFocused()
    const attempts = await textsOf(page.getByRole('region', { name: know.attempts }).locator('table'))
    expect(attempts.slice(1).map(([, , result, attempt]) => [result, attempt])).toEqual([
      [`✗ 0% · ${know.failed}`, fill(know.attemptOf, { best: 1, all: 1 })],
      [`✓ 100% · ${know.passed}`, fill(know.attemptOf, { best: 2, all: 2 })],
      [`✓ 100% · ${know.passed}`, fill(know.attemptOf, { best: 1, all: 1 })]
    ])
    await expect(page.getByRole('region', { name: know.receipts }).locator('tbody tr')).toHaveCount(2)
    await look(page, `person-${lang}`)
    await press(page, know.back)
    await expect(button).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(heading).toBeFocused()
    await page.goBack()
    await expect(button).toBeFocused()

    // A pass is valid for a year: two years later it has expired, and nothing else has changed.
    await page.getByText(know.validity, { exact: true }).click()
    await page.getByLabel(know.validLabel, { exact: true }).fill('0')
    await press(page, know.validSave)
    await expect(main(page)).toContainText(know.validBad)
    await page.getByLabel(know.validLabel, { exact: true }).fill('12')
    await press(page, know.validSave)
    await expect(main(page)).toContainText(know.validSaved)
    await expect(main(page)).toContainText(fill(know.validTotals, { expired: 0, expiring: 0 }))
    await page.clock.setFixedTime(at + 2 * 366 * DAY)
    await page.reload()
    await expect(main(page)).toContainText(fill(know.validTotals, { expired: 2, expiring: 0 }))
    await chooser(page, words.state).selectOption('expired')
    await expect(rows).toHaveCount(2)
    await expect(rows.filter({ hasText: '王磊' }).locator('[data-look="old"]')).toHaveCount(2)
    await look(page, `expired-${lang}`)
    const file = await savedBy(page, main(page).getByRole('button', { name: know.csv }))
    expect(file).toEqual(safe(await textsOf(table)))
    expect(file.flat().join()).toContain(know.expired)

    // On paper: what it is of, what was chosen, the table and its legend; nothing to press.
    await page.emulateMedia({ media: 'print', colorScheme: 'light' })
    await expect(main(page).locator('.paper')).toContainText(TITLE)
    await expect(main(page).locator('.paper')).toContainText(fill(know.shownOnly, { list: know.expired }))
    await expect(main(page)).toContainText(words.legend)
    for (const gone of ['.views', '.filters', '.ways', '.aside']) await expect(main(page).locator(gone).first()).toBeHidden()
    await expect(rows.first()).toBeVisible()
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}-paper-${lang}.png`, fullPage: true })
    await page.emulateMedia({ media: null })

    await chooser(page, words.state).selectOption('')
    await page.getByLabel(know.handedTo, { exact: true }).fill('2000-01-01')
    await expect(main(page)).toContainText(words.nobody)
    await page.getByLabel(know.handedTo, { exact: true }).fill('')

    // This assignment can have another term: for ever, some months of its own, or the same day every year.
    const own = VALIDITY_WORDS[lang]
    const term = chooser(page, fill(own.forThis, { title: TITLE }))
    await page.getByText(know.validity, { exact: true }).click()
    await term.selectOption('ever')
    await press(page, own.save)
    await expect(rows.locator('[data-look="old"]')).toHaveCount(0)
    await expect(main(page)).not.toContainText(fill(know.validTotals, { expired: 2, expiring: 0 }))
    await term.selectOption('months')
    await page.getByLabel(own.howMany, { exact: true }).fill('0')
    await press(page, own.save)
    await expect(main(page)).toContainText(own.badMonths)
    await page.getByLabel(own.howMany, { exact: true }).fill('3')
    await press(page, own.save)
    await expect(main(page)).toContainText(fill(know.validTotals, { expired: 2, expiring: 0 }))
    await term.selectOption('yearly')
    await chooser(page, own.month).selectOption('2')
    await chooser(page, own.day).selectOption('30')
    await press(page, own.save)
    await expect(main(page)).toContainText(own.badDay)
    await chooser(page, own.month).selectOption('3')
    await press(page, own.save)
    await expect(main(page)).toContainText(fill(know.validTotals, { expired: 2, expiring: 0 }))
    await look(page, `yearly-${lang}`)
    const yearly = await savedBy(page, main(page).getByRole('button', { name: know.csv }))
    const { until = 0 } = validityOf(at, '03-30', at, 480) ?? {}
    const end = new Date(until).toLocaleDateString(lang === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'short', timeZone: 'Asia/Shanghai' })
    expect(end).toMatch(/30/)
    expect(yearly.flat().join('\n')).toContain(fill(know.validOver, { day: end }))

    await view(page, views.questions)
    await expect(main(page)).toContainText(know.lackLine)
    const marks = page.getByRole('region', { name: know.modulesTitle }).locator('tbody tr')
    await expect(marks).toHaveCount(2)
    await expect(page.getByRole('region', { name: know.questionsTitle })).toContainText(know.few)
    await look(page, `questions-${lang}`)
    expect(watched.troubles).toEqual([])
  })
}

const named = (name: string) => filesOf(folder).filter(file => new RegExp(`/${name}[^/]*\\.js$`).test(file))

test('what shows results is loaded when it is asked for, and is small', async ({ page, watched }) => {
  const [script = ''] = named('KnowView')
  expect(brotli(readFileSync(join(folder, script)))).toBeLessThanOrEqual(12_000)
  await page.goto('/en/trainer/')
  await expect(page.getByRole('button', { name: CONSOLE_WORDS.en.makeKey })).toBeVisible()
  await watched.settle()
  const asked = new Set(watched.requests.map(request => new URL(request.url()).pathname))
  const scripts = [...asked].filter(file => file.endsWith('.js'))
  expect(scripts.filter(file => /KnowView|SendToNote/.test(file))).toEqual([])
  expect([...asked].filter(file => file.endsWith('know.json'))).toEqual([])
  const bytes = scripts.reduce((sum, file) => sum + brotli(readFileSync(join(folder, file))), 0)
  test.info().annotations.push({ type: 'bytes', description: String(bytes) })
  expect(bytes).toBeLessThanOrEqual(25_600)
})
