/** A certificate on its way: issued in the console, opened by somebody else, checked, refused where it was changed, printed. */
import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { codeOf } from '../../src/authoring/codes.ts'
import { fill, LANGS, type Lang } from '../../src/lang/text.ts'
import { signCertificates } from '../../src/trainer/certifying.store.ts'
import { CERTIFY_WORDS } from '../../src/trainer/certifyWords.ts'
import { CONSOLE_WORDS } from '../../src/trainer/consoleWords.ts'
import { ISSUED_WORDS } from '../../src/trainer/issuedWords.ts'
import { KNOW_WORDS } from '../../src/trainer/knowWords.ts'
import { readTable } from '../../src/trainer/readTable.store.ts'
import { type Assignment, encodeAssignment, readAssignment } from '../../src/training/assignment.ts'
import { toBase64url } from '../../src/training/bytes.ts'
import { type Certificate, certificateFragment, readCertificate } from '../../src/training/certificate.ts'
import { CERTIFICATE_WORDS } from '../../src/training/certificateWords.ts'
import { fingerprintOf } from '../../src/training/fingerprint.ts'
import { type ModuleResult, NO_RECEIPT } from '../../src/training/receipt.ts'
import { newDeviceKey, publicHex, sealReceipt, shortHash } from '../../src/training/sealing.store.ts'
import { REVISION, trainer } from './assignment.ts'
import { expect, test } from './promise.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
const TITLE = '新员工第一周'
const MODULES = ['records', 'speech'] as const
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const ISSUED = Date.UTC(2026, 10, 2, 3, 0)
/** 40 modules, as many as an assignment holds. */
const MANY = Array.from({ length: 40 }, (_, index) => 0xa00000 + index)

test.use({ timezoneId: 'Asia/Shanghai', permissions: ['clipboard-read', 'clipboard-write'] })

const main = (page: Page) => page.locator('main')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** In both themes no complaint of axe's, and nothing that stands out sideways, on phones and on a desk. */
async function look(page: Page, state: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0))
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
    const found = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
    expect.soft(found, `${state}, ${colorScheme}`).toEqual([])
    for (const [width, height] of [
      [320, 640],
      [360, 740],
      [1280, 800]
    ] as const) {
      await page.setViewportSize({ width, height })
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect.soft(over, `${state}, ${width}`).toBeLessThanOrEqual(0)
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}-${state}-${colorScheme}-${width}.png`, fullPage: true })
    }
  }
}

/** Sheets of paper, as width and height in millimetres. */
async function sheetsOf(page: Page, name: string): Promise<string[]> {
  const path = process.env.SHOTS && `${process.env.SHOTS}-${name}.pdf`
  const pdf = (await page.pdf({ preferCSSPageSize: true, ...(path && { path }) })).toString('latin1')
  const millimetres = (points: string | undefined) => Math.round((Number(points) / 72) * 25.4)
  return [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(
    ([, width, height]) => `${millimetres(width)} × ${millimetres(height)}`
  )
}

const certificate: Omit<Certificate, 'key'> = {
  issued: ISSUED,
  zone: 480,
  revision: REVISION,
  modules: MODULES.map(id => ({ code: codeOf(id), percent: 95 })),
  staff: 'A-1027',
  name: '欧阳慧',
  title: TITLE,
  by: '培训部 李梅'
}

async function issued(more: Partial<Certificate> = {}): Promise<{ readonly fragment: string; readonly hex: string }> {
  const { key: pair, hex } = await trainer()
  const [bytes = new Uint8Array()] = await signCertificates([{ ...certificate, ...more }], { pair, hex, made: 0 })
  return { fragment: certificateFragment(bytes), hex }
}

/** What a chat passes on with one letter wrong, in the middle of the name. */
const altered = (fragment: string, at = 60) => `${fragment.slice(0, at)}${fragment[at] === 'A' ? 'B' : 'A'}${fragment.slice(at + 1)}`

/** Leaves the page first: a link to the same page only changes the fragment. */
async function open(page: Page, lang: Lang, fragment: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`/${lang}/certificate/#${fragment}`)
}

async function begin(page: Page, lang: Lang): Promise<Assignment> {
  const words = CONSOLE_WORDS[lang]
  await page.goto(`/${lang}/trainer/`)
  await press(page, words.makeKey)
  await page.getByRole('link', { name: words.views.people, exact: true }).click()
  await page.getByLabel(words.peoplePaste, { exact: true }).fill('工号\t姓名\t班组\nA1\t欧阳慧\t前台\nB2\t王磊\t维修\nC3\t赵敏\t维修')
  await press(page, words.peopleRead)
  await press(page, words.peopleReplace)
  await page.getByRole('link', { name: words.views.assign, exact: true }).click()
  for (const at of [0, 1]) await page.getByRole('group', { name: words.choose }).getByRole('checkbox').nth(at).check()
  await page.getByLabel(words.title, { exact: true }).fill(TITLE)
  await page.getByLabel(words.by, { exact: true }).fill('李梅')
  await press(page, words.handOut)
  const read = readAssignment(await page.getByLabel(words.link, { exact: true }).inputValue())
  if (read.type !== 'assignment') throw new Error(read.why)
  return read.assignment
}

async function receiptOf(assignment: Assignment, staff: string, name: string, percents: readonly number[], ended: number): Promise<string> {
  const pair = await newDeviceKey()
  const modules = percents.map(
    (percent, place): ModuleResult => ({
      place,
      percent,
      passed: percent >= 80,
      attempts: 1,
      best: 1,
      ended,
      minutes: 9,
      results: ['right']
    })
  )
  const hash = await shortHash(encodeAssignment(assignment))
  const head = { assignment: assignment.id.slice(0, 8), hash, counter: 1, previous: NO_RECEIPT, made: ended, zone: 480 }
  const who = { revision: REVISION, staff, name, device: await publicHex(pair.publicKey) }
  return toBase64url(await sealReceipt({ ...head, ...who, modules }, pair.privateKey, assignment.key))
}

async function elsewhere(browser: Browser, baseURL: string | undefined): Promise<Page> {
  return (await browser.newContext({ timezoneId: 'America/New_York', ...(baseURL && { baseURL }) })).newPage()
}

for (const lang of LANGS) {
  const words = CERTIFICATE_WORDS[lang]
  const certify = CERTIFY_WORDS[lang]
  const locale = lang === 'zh' ? 'zh-CN' : 'en-GB'
  const dayOf = (at: number) => new Date(at).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'Asia/Shanghai' })

  test(`a trainer issues to those who are done, and somebody else sees that it is genuine (${lang})`, async ({
    page,
    watched,
    browser,
    baseURL
  }) => {
    const assignment = await begin(page, lang)
    const now = Math.floor(Date.now() / MINUTE) * MINUTE
    const codes = await Promise.all([
      receiptOf(assignment, 'A1', '欧阳慧', [90, 85], now),
      receiptOf(assignment, 'B2', '王磊', [100, 95], now),
      receiptOf(assignment, 'C3', '赵敏', [90, 40], now),
      receiptOf(assignment, 'X9', '外人', [95, 95], now)
    ])
    const desk = CONSOLE_WORDS[lang]
    const know = KNOW_WORDS[lang]
    await page.getByRole('link', { name: desk.views.import, exact: true }).click()
    await page.getByLabel(desk.paste, { exact: true }).fill(codes.map(code => `#r=${code}`).join('\n'))
    await press(page, desk.importNow)
    await expect(main(page)).toContainText(fill(desk.importDone, { all: 4, counted: 4, duplicate: 0, refused: 0 }))
    await page.getByRole('link', { name: desk.views.results, exact: true }).click()

    // All who are done, and nobody else.
    await page.getByText(fill(certify.of, { n: 3 }), { exact: true }).click()
    // Who is not on the list is told of, and is only ticked by hand.
    const tick = (staff: string) => main(page).locator(`input[data-staff="${staff}"]`)
    await expect(main(page)).toContainText(fill(certify.strangers, { n: 1 }))
    await expect(main(page).locator('label', { has: page.locator('[data-staff="X9"]') })).toContainText(certify.stranger)
    await expect(main(page).locator('label', { has: page.locator('[data-staff="A1"]') })).not.toContainText(certify.stranger)
    await expect(tick('X9')).not.toBeChecked()
    await tick('X9').check()
    await expect(page.getByRole('button', { name: fill(certify.issueN, { n: 3 }), exact: true })).toBeVisible()
    for (const staff of ['X9', 'A1', 'B2']) await tick(staff).uncheck()
    await press(page, fill(certify.issueN, { n: 0 }))
    await expect(page.getByRole('alert').filter({ hasText: certify.nobody })).toBeVisible()
    await expect(main(page).locator('input[data-staff]').first()).toBeFocused()
    for (const staff of ['A1', 'B2']) await tick(staff).check()
    await page.getByText(fill(certify.without, { n: 1 }), { exact: true }).click()
    await expect(main(page)).toContainText(fill(certify.withoutOne, { name: '赵敏 C3', why: certify.why.working }))
    await press(page, fill(certify.issueN, { n: 2 }))
    const said = main(page).getByText(fill(certify.issued, { n: 2 }), { exact: true })
    await expect(said).toBeVisible()
    await expect(main(page).locator('.certifying [tabindex="-1"]')).toBeFocused()
    const all = await page.getByLabel(certify.links, { exact: true }).inputValue()
    expect(all).toContain('欧阳慧 A1\n')
    expect(all).toContain('王磊 B2\n')
    expect(all).not.toContain('赵敏')
    expect(all).not.toContain('外人')
    await look(page, `issued-${lang}`)

    // A pass that is valid for a time gives the certificate its end.
    await page.getByText(know.validity, { exact: true }).click()
    await page.getByLabel(know.validLabel, { exact: true }).fill('12')
    await press(page, know.validSave)
    await main(page).locator('[data-person="A1"]').click()
    await page.getByText(fill(certify.ofOne, { title: TITLE }), { exact: true }).click()
    const until = page.locator('input[type="date"]')
    await expect(until).toHaveValue(/^\d{4}-\d\d-\d\d$/)
    const day = await until.inputValue()
    await until.fill('2020-01-01')
    await press(page, certify.issue)
    await expect(page.getByRole('alert').filter({ hasText: certify.untilBad })).toBeVisible()
    await expect(until).toBeFocused()
    await until.fill(day)
    await press(page, certify.issue)
    await press(page, fill(certify.copy, { name: '欧阳慧' }))
    const link = await page.evaluate(() => navigator.clipboard.readText())
    const read = readCertificate(link)
    if (read.type === 'refused') throw new Error(read.why)
    expect(read.certificate).toMatchObject({ name: '欧阳慧', staff: 'A1', title: TITLE, by: '李梅', zone: 480, key: assignment.key })
    expect(read.certificate.modules).toEqual(assignment.modules.map((code, place) => ({ code, percent: [90, 85][place] })))
    expect(read.certificate.until).toBe(Date.parse(`${day}T23:59+08:00`))
    await look(page, `person-${lang}`)

    // Both of hers are kept; the newest is marked as withdrawn, with a reason.
    const list = ISSUED_WORDS[lang]
    const own = main(page).locator('[data-state]')
    await expect(own).toHaveCount(2)
    const withdraw = page.getByRole('button', { name: fill(list.withdrawOf, { name: `欧阳慧 ${TITLE}` }), exact: true }).first()
    await withdraw.click()
    await press(page, list.withdrawNow)
    await expect(main(page)).toContainText(list.noReason)
    await expect(page.getByLabel(list.why, { exact: true })).toBeFocused()
    await page.getByLabel(list.why, { exact: true }).fill('发错了人')
    await look(page, `withdrawing-${lang}`)
    await page.keyboard.press('Enter')
    await expect(main(page).getByText(list.marked, { exact: true })).toBeVisible()
    await expect(main(page).locator('[data-state="withdrawn"]')).toContainText('发错了人')

    // After a reload they are there, found, opened again, and in a table.
    await watched.settle()
    await page.reload()
    await page.getByRole('button', { name: know.back, exact: true }).click()
    await page.getByText(certify.list, { exact: true }).click()
    await expect(own).toHaveCount(3)
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, list.csv)])
    const table = readTable(readFileSync(await file.path(), 'utf8'))
    expect(table.map(([staff = '', , , , , state = '', why = '']) => [staff, state, why])).toEqual(
      expect.arrayContaining([
        [list.staff, list.state, list.reason],
        ['B2', list.states.valid, ''],
        ['A1', list.states.withdrawn, '发错了人'],
        ['A1', list.states.valid, '']
      ])
    )
    expect(table.some(row => row.at(-1) === link)).toBe(true)
    await page.getByLabel(list.find, { exact: true }).fill('王')
    await expect(own).toHaveCount(1)
    await expect(page.getByRole('link', { name: fill(list.openOf, { name: `王磊 ${TITLE}` }), exact: true })).toHaveAttribute('href', /#c=/)
    await look(page, `list-${lang}`)

    const other = await elsewhere(browser, baseURL)
    await other.goto(link)
    await expect(main(other)).toContainText(words.genuine)
    await expect(main(other)).toContainText(fill(words.compare, { print: fingerprintOf(assignment.key) }))
    await expect(other.locator('.holder')).toContainText('欧阳慧')
    await expect(other.locator('.certificate')).toContainText(dayOf(read.certificate.until ?? 0))
    await expect(other.locator('.passed li')).toHaveCount(2)
    await expect(other.getByRole('img', { name: words.qrLabel })).toBeVisible()
    await other.context().close()
    const sent = watched.requests.map(request => `${request.url()} ${request.postData() ?? ''}`).join('\n')
    expect(sent).not.toContain('c=')
    expect(sent).not.toContain(encodeURIComponent('欧阳慧'))
    expect(watched.troubles).toEqual([])
  })

  test(`a certificate is shown with its days, its seal and its key, also when the language is switched (${lang})`, async ({
    page,
    watched
  }) => {
    const { fragment, hex } = await issued({ until: Date.now() - (Date.now() % MINUTE) + 30 * DAY })
    await open(page, lang, fragment)
    await expect(main(page)).toContainText(words.genuine)
    await expect(page.locator('.certificate')).toContainText(dayOf(ISSUED))
    await expect(page.locator('.certificate')).toContainText(fingerprintOf(hex))
    await expect(page.locator('.certificate .seal')).toBeVisible()
    await expect(page.getByRole('img', { name: words.qrLabel })).toBeVisible()
    await look(page, `genuine-${lang}`)
    await page.locator('[data-twin]').click()
    const twin = CERTIFICATE_WORDS[lang === 'zh' ? 'en' : 'zh']
    await expect(main(page)).toContainText(twin.genuine)
    const sent = watched.requests.map(request => request.url()).join('\n')
    expect(sent).not.toContain(fragment.slice(2, 20))
    expect(watched.troubles).toEqual([])
  })

  test(`a certificate that was changed, cut, is newer, has expired, or is none says so (${lang})`, async ({ page, watched }) => {
    const { fragment } = await issued({ until: ISSUED + 10 * MINUTE })
    const alert = page.getByRole('alert').first()
    for (const bad of [altered(fragment), altered(fragment, fragment.length - 20), fragment.slice(0, -8)]) {
      await open(page, lang, bad)
      await expect(alert).toContainText(words.damaged)
      await expect(page.locator('.certificate')).toHaveCount(0)
    }
    await look(page, `damaged-${lang}`)
    await open(page, lang, `c=Ag${fragment.slice(4)}`)
    await expect(alert).toContainText(words.newer)
    await expect(page.getByRole('button', { name: words.reload })).toBeVisible()

    await open(page, lang, fragment)
    await expect(main(page)).toContainText(words.genuineOver)
    await expect(main(page)).not.toContainText(words.genuine)
    await expect(page.locator('.certificate')).toContainText(fill(words.untilOver, { day: dayOf(ISSUED) }))
    await expect(page.locator('.certificate')).toContainText(words.onPaper)

    await page.goto('about:blank')
    await page.goto(`/${lang}/certificate/`)
    await expect(main(page)).toContainText(words.emptyTitle)
    await look(page, `empty-${lang}`)
    await page.getByLabel(words.pasteLabel, { exact: true }).fill('证书在哪里？')
    await press(page, words.paste)
    await expect(page.locator('.fault')).toContainText(words.notOne)
    const message = `你的证书：\nhttps://example.com/${lang}/certificate/#${fragment.slice(0, 70)}\n${fragment.slice(70)} 收好`
    await page.getByLabel(words.pasteLabel, { exact: true }).fill(message)
    await press(page, words.paste)
    await expect(page.locator('.said')).toBeFocused()
    await expect(page.locator('.holder')).toContainText('欧阳慧')
    expect(watched.troubles).toEqual([])
  })

  const NAMES = ['古丽巴哈尔·阿不都热合曼·买买提江江江江', 'Maximiliana Alexandrina Wolfeschlegelsteinhausen-Montgomery X']
  test(`the longest name, and as many modules as there can be, are one sheet of A4 (${lang})`, async ({ page }) => {
    for (const [index, name] of NAMES.entries()) {
      for (const [at, codes] of [MODULES.map(codeOf), MANY.slice(0, 5), MANY.slice(0, 16), MANY].entries()) {
        const more = { until: ISSUED + 400 * DAY, staff: 'W'.repeat(24), title: '培'.repeat(20), by: '培'.repeat(10) }
        const { fragment } = await issued({ name, ...more, modules: codes.map(code => ({ code, percent: 100 })) })
        await open(page, lang, fragment)
        const state = `${codes.length} modules, name ${index}`
        await expect(page.locator('.certificate'), state).toContainText(name)
        await expect(page.locator('.certificate'), state).toContainText(words.onPaper)
        if (codes === MANY) await expect(main(page)).toContainText(words.unknownLine)
        expect.soft(await sheetsOf(page, `paper-${lang}-${index}-${at}`), state).toEqual(['210 × 297'])
        await page.emulateMedia({ media: 'print' })
        const out = await page.locator('.certificate').evaluate(sheet => {
          const end = sheet.getBoundingClientRect().bottom
          return Math.max(...[...sheet.querySelectorAll('*')].map(one => one.getBoundingClientRect().bottom)) - end
        })
        expect.soft(out, `${state}: nothing stands out below the frame`).toBeLessThanOrEqual(0)
        await expect(page.locator('.paste')).toBeHidden()
        await expect(page.locator('h1')).toBeHidden()
        await page.emulateMedia({ media: null })
      }
    }
  })
}
