/** New deploys under an offline copy: offered, never forced, the same in all tabs, and taken back as well. */
import type { Page } from '@playwright/test'
import { LANGS } from '../../src/lang/text.ts'
import { NOTICE } from '../../src/offline/words.ts'
import { TRAINING_WORDS } from '../../src/training/words.ts'
import { expect, findUpdate, part, takeCopy, test, update, versionOf, versionsKept } from './copy.ts'
import { expectFine } from './fine.ts'
import { deployOf } from './host.ts'
import { finishCheck, formOf, openCheck, placeOf, start } from './quiz.ts'
import { bankOf } from './site.ts'

test.describe.configure({ mode: 'default' })

let one = ''
let two = ''
test.beforeAll(async () => {
  ;[one, two] = [await deployOf('one'), await deployOf('two')]
})
test.beforeEach(({ host }) => host.deploy(one))

const bar = (page: Page) => page.locator('#offline-bar')

for (const lang of LANGS) {
  test(`a new version waits until it is wanted, then all tabs have it (${lang})`, async ({ page, host, context }) => {
    await takeCopy(page, lang)
    await page.goto(`/${lang}/tools/`)
    const other = await context.newPage()
    await other.goto(`/${lang}/`)
    host.deploy(two)
    await findUpdate(page)
    await expect(bar(page)).toContainText(NOTICE[lang].ready)
    await expect(bar(other)).toContainText(NOTICE[lang].ready)
    await expectFine(page, 'a new version is offered')
    await other.reload()
    expect(await versionOf(other)).toBe('one')
    await bar(page).getByRole('button', { name: NOTICE[lang].apply }).click()
    await expect.poll(() => versionOf(page)).toBe('two')
    await expect.poll(() => versionOf(other)).toBe('two')
    await expect(bar(page)).toBeHidden()
    expect(await versionsKept(page)).toHaveLength(2)
  })

  test(`nobody is asked in a quiz, and a quiz goes on with its own version when another tab changes (${lang})`, async ({
    page,
    host,
    context
  }) => {
    await takeCopy(page, lang)
    await openCheck(page, lang, 'records')
    const other = await context.newPage()
    await other.goto(`/${lang}/tools/`)
    host.deploy(two)
    await findUpdate(other)
    await expect(bar(other)).toBeVisible()
    await expect(bar(page)).toHaveCount(0)
    await bar(other).getByRole('button').click()
    await expect.poll(() => versionOf(other)).toBe('two')
    expect(await versionOf(page)).toBe('one')
    // The questions that this page asks for, and scripts that the host has no more.
    const text = await page.evaluate(async address => (await fetch(address)).text(), `/${lang}/modules/speech/questions.json`)
    expect(text).toContain('"situation":"one ')
    expect(await other.evaluate(async address => (await fetch(address)).text(), `/${lang}/modules/speech/questions.json`)).toContain(
      '"two '
    )
    await page.bringToFront()
    await finishCheck(page, bankOf(lang, 'records'))
    await expect(bar(page)).toContainText(NOTICE[lang].applied)
    await expectFine(page, 'an old page is told of')
    await bar(page).getByRole('button', { name: NOTICE[lang].reload }).click()
    await expect.poll(() => versionOf(page)).toBe('two')
  })
}

test('a quiz that is opened before a deploy begins after it, though its files are gone', async ({ page, host }) => {
  await takeCopy(page, 'en')
  await page.goto(`/en/handbook/visit/after/`)
  host.deploy(two)
  await start(page)
  await expect(formOf(page)).toBeVisible()
  expect(await versionOf(page)).toBe('one')
})

for (const lang of LANGS) {
  test(`without a copy, a quiz whose files are gone says so and offers to reload, once (${lang})`, async ({ page, host }) => {
    await page.addInitScript(() => localStorage.setItem('service-handbook/offline', 'no'))
    host.fail(/Practice\.island/)
    await page.goto(`/${lang}/handbook/visit/after/`)
    await placeOf(page).scrollIntoViewIfNeeded()
    await expect(placeOf(page)).toContainText(TRAINING_WORDS[lang].bank.loadFailed)
    const reload = placeOf(page).getByRole('button', { name: TRAINING_WORDS[lang].failed.reload })
    await reload.click()
    await placeOf(page).scrollIntoViewIfNeeded()
    await expect(placeOf(page)).toContainText(TRAINING_WORDS[lang].bank.loadFailed)
    await expect(reload).toHaveCount(0)
  })
}

test('a version that is taken back comes back, without being downloaded again', async ({ page, host }) => {
  await takeCopy(page, 'en')
  await page.reload()
  host.deploy(two)
  await update(page)
  await part(page, 'apply').click()
  await expect.poll(() => versionOf(page)).toBe('two')
  host.deploy(one)
  host.asked.length = 0
  await update(page)
  await part(page, 'apply').click()
  await expect.poll(() => versionOf(page)).toBe('one')
  expect(host.asked.filter(path => path.includes('pack-'))).toEqual([])
  expect(await versionsKept(page)).toHaveLength(2)
})

test('after thirty deploys two versions are kept, whether each is used or not', async ({ page, host }) => {
  test.setTimeout(600_000)
  await takeCopy(page, 'en')
  await page.reload()
  for (let deploy = 1; deploy <= 30; deploy++) {
    host.deploy(await deployOf(`d${deploy}`))
    // Every third is used; the others are passed over.
    if (deploy % 3 === 0) {
      await update(page)
      await part(page, 'apply').click()
      await expect.poll(() => versionOf(page)).toBe(`d${deploy}`)
    } else {
      await findUpdate(page)
    }
    await expect.poll(() => versionsKept(page).then(kept => kept.length)).toBeLessThanOrEqual(deploy % 3 === 0 ? 2 : 3)
  }
  expect(await versionsKept(page)).toHaveLength(2)
  expect(await versionOf(page)).toBe('d30')
})
