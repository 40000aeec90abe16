/** The learner's side of an assignment: from the link to the receipt in the trainer's hands. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { fill, LANGS, type Lang } from '../../src/lang/text.ts'
import { ASSIGNED_WORDS } from '../../src/training/assignedWords.ts'
import { encodeAssignment, toDigitFragment } from '../../src/training/assignment.ts'
import { shortHash } from '../../src/training/keys.store.ts'
import { seedOf } from '../../src/training/receipt.ts'
import { HOME_TASKS, TASK_WORDS } from '../../src/training/taskWords.ts'
import { assignmentOf, fragmentOf, inDays, REVISION, receiptIn, type Trainer, trainer } from './assignment.ts'
import { expect, test } from './promise.ts'
import { finishCheck, isSaved, start } from './quiz.ts'
import { logOnDisk } from './record.ts'
import { bankOf, brotli, folder } from './site.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
const SHORT = 'records'
const PERSON = { staff: 'A10432', name: '欧阳慧' }

test.use({ timezoneId: 'Asia/Shanghai', viewport: { width: 360, height: 740 } })

const main = (page: Page) => page.locator('main')
const work = (page: Page, module: string) => page.locator(`.work[data-module="${module}"]`)

async function open(page: Page, lang: Lang, fragment: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`/${lang}/assigned/#${fragment}`)
}

async function takeOn(page: Page, lang: Lang, { staff, name } = PERSON): Promise<void> {
  const words = ASSIGNED_WORDS[lang]
  await page.getByLabel(words.staff, { exact: true }).fill(staff)
  await page.getByLabel(words.name, { exact: true }).fill(name)
  await page.getByRole('button', { name: words.takeOn, exact: true }).click()
  await expect(main(page)).toContainText(fill(words.whose, { staff, name }))
}

/** Takes the check of a module from the page of assignments, the first `wrong` questions wrongly. */
async function check(page: Page, lang: Lang, module: string, wrong = 0): Promise<void> {
  await work(page, module).locator('.to a').nth(1).click()
  await expect(page.locator('[data-task]')).toBeVisible()
  await start(page)
  await finishCheck(page, bankOf(lang, module), wrong)
  await isSaved(page)
}

async function look(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
    const found = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
    expect.soft(found, `${state}, ${colorScheme}`).toEqual([])
  }
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect.soft(over, state).toBeLessThanOrEqual(0)
}

let mei: Trainer
test.beforeAll(async () => {
  mei = await trainer()
})

for (const lang of LANGS) {
  const words = ASSIGNED_WORDS[lang]

  test(`an assignment is opened, taken on, worked on and handed back; nothing of it is in any request (${lang})`, async ({
    page,
    watched
  }) => {
    test.setTimeout(400_000)
    const assignment = assignmentOf([SHORT, 'speech'], mei, { note: 'Ask me' })
    const fragment = fragmentOf(assignment)
    await open(page, lang, fragment)
    await expect(main(page).locator('h2')).toHaveText(assignment.title)
    for (const part of [assignment.by, 'Ask me', fill(words.passEach, { percent: 80 })]) await expect(main(page)).toContainText(part)
    await expect(main(page).locator('.modules li')).toHaveCount(2)
    await watched.settle()
    expect(await watched.shifts()).toEqual([])
    await look(page, 'offered')

    await page.getByRole('button', { name: words.takeOn, exact: true }).click()
    await expect(page.getByLabel(words.staff, { exact: true })).toBeFocused()
    await expect(main(page)).toContainText(words.staffMissing)
    await takeOn(page, lang)
    expect(new URL(page.url()).hash).toBe('')
    await expect(main(page)).toContainText(words.backWait)
    await expect(main(page).locator('h2').first()).toBeFocused()
    await look(page, 'taken on')

    await check(page, lang, SHORT)
    await expect(page.locator('[data-task="passed"]')).toContainText(PERSON.name)
    const onward = page.locator('.result .actions .primary')
    await expect(onward).toHaveText(TASK_WORDS[lang].handBack)
    expect(await onward.evaluate(link => (link as HTMLAnchorElement).pathname)).toBe(`/${lang}/assigned/`)
    await look(page, 'passed')
    const begun = (await logOnDisk(page)).find(event => event.type === 'started')
    await page.locator('[data-task] a').click()
    await expect(work(page, SHORT)).toHaveAttribute('data-allowed', 'passed')
    await expect(work(page, 'speech')).toHaveAttribute('data-allowed', 'begin')

    const inside = main(page).locator('.inside').first()
    await expect(inside).toContainText(PERSON.staff)
    await expect(inside).toContainText(fill(words.bestPassed, { percent: 100 }))
    await look(page, 'before sealing')
    await page.getByRole('button', { name: words.seal, exact: true }).click()
    const field = page.getByLabel(words.link)
    await expect(field).toBeVisible()
    const link = await field.inputValue()
    expect(link).toContain(`/${lang}/trainer/#r=`)
    const receipt = await receiptIn(link, mei)
    expect(receipt).toMatchObject({
      ...PERSON,
      counter: 1,
      previous: '0'.repeat(16),
      revision: REVISION,
      assignment: assignment.id.slice(0, 8),
      hash: await shortHash(encodeAssignment(assignment)),
      modules: [{ place: 0, percent: 100, passed: true, attempts: 1, best: 1 }]
    })
    expect(begun?.type === 'started' && begun.draw.seed).toMatch(new RegExp(`^${receipt.hash}\\..*\\.${SHORT}\\.1$`))
    expect(receipt.modules[0]?.results.every(result => result === 'right')).toBe(true)
    await page.getByRole('button', { name: words.qr }).click()
    await expect(page.getByRole('img', { name: words.qrLabel })).toBeVisible()
    await look(page, 'sealed')

    await page.goto(`/${lang}/`)
    await expect(page.locator('[data-tasks] a')).toContainText(fill(HOME_TASKS[lang].progress, { k: 1, n: 2 }))
    await look(page, 'home')
    await watched.settle()
    expect(await watched.shifts()).toEqual([])
    const names = [PERSON.name, assignment.title, assignment.by].flatMap(name => [name, encodeURIComponent(name)])
    const secrets = [fragment.slice(2), assignment.id, PERSON.staff, ...names, link.split('#r=')[1] ?? '', receipt.hash]
    for (const request of watched.requests) {
      const said = [request.method(), request.url(), request.postData() ?? '', JSON.stringify(request.headers())].join(' ')
      expect(request.method()).toBe('GET')
      for (const secret of secrets) expect(said).not.toContain(secret)
    }
    expect(watched.troubles).toEqual([])
  })

  test(`what can’t be opened says so in words, and a paste opens it (${lang})`, async ({ page }) => {
    const assignment = assignmentOf([SHORT], mei)
    const fragment = fragmentOf(assignment)
    const newer = encodeAssignment(assignment)
    newer[0] = 2
    const cases: readonly (readonly [string, string])[] = [
      [fragment.slice(0, -9), words.damaged],
      ['a=hello', words.damaged],
      [`${fragment.slice(0, 40)}AA${fragment.slice(42)}`, words.damaged]
    ]
    for (const [broken, told] of cases) {
      await open(page, lang, broken)
      await expect(main(page).getByRole('alert').first()).toHaveText(told)
    }
    await look(page, 'refused')
    await page.getByLabel(words.pasteLabel).fill('hello')
    await page.getByRole('button', { name: words.paste, exact: true }).click()
    await expect(main(page).locator('.paste [role="alert"]')).toHaveText(words.notOne)
    const message = `${assignment.title}\nhttps://example.com/zh/assigned/#${fragment.slice(0, 60)}\n${fragment.slice(60)} 谢谢`
    await page.getByLabel(words.pasteLabel).fill(message)
    await page.getByRole('button', { name: words.paste, exact: true }).click()
    await expect(main(page).locator('h2')).toHaveText(assignment.title)

    await open(page, lang, toDigitFragment(encodeAssignment(assignment)))
    await expect(main(page).locator('h2')).toHaveText(assignment.title)
    await page.goto(`/${lang}/assigned/`)
    await expect(main(page)).toContainText(words.emptyTitle)
  })

  test(`what is odd about an assignment is said, and the rest can be done (${lang})`, async ({ page }) => {
    const show = (more: Parameters<typeof assignmentOf>[2], modules: readonly string[] = [SHORT, 'gone']) =>
      open(page, lang, fragmentOf(assignmentOf(modules, mei, more)))
    const says = (text: string) => expect(main(page).locator('.note', { hasText: text })).toBeVisible()
    await show({ due: inDays(-1), revision: '000000000000', zone: 0 })
    for (const text of [words.late, words.changed, words.someUnknown]) await says(text)
    await expect(main(page)).toContainText('UTC')
    await expect(main(page).locator('.gone')).toHaveCount(1)
    await look(page, 'odd')
    await show({ due: inDays(1) })
    await says(words.soon)
    await show({}, ['gone', 'away'])
    await says(words.allUnknown)
    await expect(page.getByRole('button', { name: words.takeOn, exact: true })).toHaveCount(0)
    await page.clock.setFixedTime(new Date('2024-03-01T10:00:00+08:00'))
    await show({})
    await says(words.clock.split('{day}')[0] ?? '')
  })
}

test('a browser that keeps nothing, and an address without https, say what that means', async ({ page, context }) => {
  const words = ASSIGNED_WORDS.en
  const fragment = fragmentOf(assignmentOf([SHORT], mei))
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'SecurityError')
    }
  })
  await open(page, 'en', fragment)
  await expect(main(page)).toContainText(words.unsaved)
  await takeOn(page, 'en')
  await expect(main(page)).toContainText(words.unsaved)
  expect(await page.evaluate(() => localStorage.getItem('service-handbook/assigned'))).toBeNull()

  const plain = await context.newPage()
  await plain.addInitScript(() => Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined }))
  await open(plain, 'en', fragment)
  await expect(main(plain)).toContainText(words.insecure)
  await expect(plain.getByRole('link', { name: words.insecureDo })).toHaveAttribute('href', new RegExp(`^https:.*#${fragment}$`))
  await expect(plain.getByRole('button', { name: words.takeOn, exact: true })).toHaveCount(0)
})

test('two people on one device stay apart', async ({ page }) => {
  test.setTimeout(400_000)
  const words = ASSIGNED_WORDS.en
  const other = { staff: 'B2', name: 'Wang' }
  await open(page, 'en', fragmentOf(assignmentOf([SHORT], mei)))
  await takeOn(page, 'en')
  await check(page, 'en', SHORT)
  await page.goto('/en/assigned/')
  await page.getByRole('button', { name: words.other }).click()
  await expect(page.getByLabel(words.staff, { exact: true })).toHaveValue('')
  await takeOn(page, 'en', other)
  await expect(work(page, SHORT)).toHaveAttribute('data-allowed', 'begin')
  await expect(page.locator('.switch button')).toHaveCount(2)
  await check(page, 'en', SHORT, 8)
  await expect(page.locator('[data-task="begin"]')).toContainText(other.name)
  await page.goto('/en/assigned/')
  await expect(work(page, SHORT)).toContainText(fill(words.stateLeft, { percent: 0, n: 1 }))
  await page.getByRole('button', { name: words.seal, exact: true }).click()
  const hers = await receiptIn(await page.getByLabel(words.link).inputValue(), mei)
  expect(hers).toMatchObject({ ...other, counter: 1, modules: [{ percent: 0, passed: false, attempts: 1 }] })
  await page.locator('.switch button').first().click()
  await expect(work(page, SHORT)).toHaveAttribute('data-allowed', 'passed')
  await look(page, 'two people')
  // Whose turn it is counts on the check too, and is kept.
  await page.goto(`/en/modules/${SHORT}/check/`)
  await expect(page.locator('[data-task="passed"]')).toContainText(PERSON.name)
})

test('attempts run out, and what comes after counts for nothing; the next receipt names the one before', async ({ page }) => {
  test.setTimeout(400_000)
  const words = ASSIGNED_WORDS.en
  await open(page, 'en', fragmentOf(assignmentOf([SHORT], mei, { attempts: 1 })))
  await takeOn(page, 'en')
  await check(page, 'en', SHORT, 8)
  await expect(page.locator('[data-task="spent"]')).toBeVisible()
  await page.goto('/en/assigned/')
  const seal = page.getByRole('button', { name: words.seal, exact: true })
  const linkOf = () => page.getByLabel(words.link).inputValue()
  await seal.click()
  const first = await receiptIn(await linkOf(), mei)
  expect(first.modules).toMatchObject([{ attempts: 1, passed: false }])

  await work(page, SHORT).locator('.to a').nth(1).click()
  await page.locator('.result .actions button').first().click()
  await expect(page.locator('form.quiz')).toBeVisible()
  await finishCheck(page, bankOf('en', SHORT))
  await isSaved(page)
  const seeds = (await logOnDisk(page)).flatMap(event => (event.type === 'started' ? [event.draw.seed] : []))
  expect(seeds.filter(seed => seed.startsWith(first.hash))).toEqual([seedOf(seeds[0]?.replace(/[^.]*\.1$/, '') ?? '', SHORT, 1)])
  await page.goto('/en/assigned/')
  await expect(work(page, SHORT)).toHaveAttribute('data-allowed', 'spent')
  await expect(main(page)).toContainText(words.upToDate)
  await expect(seal).toHaveCount(0)
})

test('what one tab takes on, another shows', async ({ page, context }) => {
  const words = ASSIGNED_WORDS.en
  const other = await context.newPage()
  await other.goto('/en/assigned/')
  await expect(main(other)).toContainText(words.emptyTitle)
  await open(page, 'en', fragmentOf(assignmentOf([SHORT], mei)))
  await takeOn(page, 'en')
  await expect(work(other, SHORT)).toBeVisible()
  await page.getByText(words.removeTitle).click()
  await page.getByRole('button', { name: words.remove }).click()
  await page.getByRole('button', { name: words.removeSure }).click()
  await expect(main(page)).toContainText(words.emptyTitle)
  await expect(main(other)).toContainText(words.emptyTitle)
  await other.goto('/en/')
  await expect(other.locator('[data-tasks]')).toBeHidden()
})

test('the page keeps within 25,600 bytes of scripts until something is sealed', async ({ page, watched }) => {
  await open(page, 'zh', fragmentOf(assignmentOf([SHORT], mei)))
  await takeOn(page, 'zh')
  await watched.settle()
  const files = [...new Set(watched.requests.filter(one => one.resourceType() === 'script').map(one => new URL(one.url()).pathname))]
  const bytes = files.reduce((sum, file) => sum + brotli(readFileSync(join(folder, file))), 0)
  test.info().annotations.push({ type: 'bytes', description: `${bytes} in ${files.length} files` })
  expect(bytes).toBeLessThanOrEqual(25_600)
  expect(files.some(file => file.includes('handBack.store'))).toBe(false)
})
