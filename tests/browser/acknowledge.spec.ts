/** A page that asks to be read and followed: said by one press, kept in the record, asked again after a material change. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { fill, LANGS, type Lang } from '../../src/lang/text.ts'
import { ACKNOWLEDGE_WORDS } from '../../src/training/acknowledgeWords.ts'
import type { LogEvent } from '../../src/training/event.ts'
import { expect, test } from './promise.ts'
import { logOnDisk, plant } from './record.ts'
import { brotli, folder, pagesOf, tagsOf } from './site.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
const PAGE = 'speech/banned-phrases'
const QUIET = 'news/'

test.use({ timezoneId: 'Asia/Shanghai', viewport: { width: 360, height: 740 } })

const place = (page: Page) => page.locator('main .asked')
const nameOf = (lang: Lang, n = 1) => fill(ACKNOWLEDGE_WORDS[lang].button, { n })
const buttonOf = (page: Page, lang: Lang) => place(page).getByRole('button', { name: nameOf(lang), exact: true })
const day = (at: number, lang: Lang) =>
  new Date(at).toLocaleDateString(lang === 'en' ? 'en-GB' : 'zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' })

/** What a page asks for, as the build wrote it. */
function askedIn(lang: Lang, page: string) {
  const html = readFileSync(join(folder, lang, 'handbook', page, 'index.html'), 'utf8')
  const asked = tagsOf(html, 'section').find(tag => tag['data-asked'] === page)
  if (!asked) throw new Error(`${page} asks nothing`)
  return { revision: Number(asked['data-revision']), since: Number(asked['data-since']), hash: asked['data-hash'] ?? '' }
}

function said(revision: number, at = Date.UTC(2026, 10, 20, 4), page = PAGE): LogEvent {
  return {
    type: 'acknowledged',
    page,
    revision,
    lang: 'zh',
    hash: '0'.repeat(16),
    v: 1,
    id: `said-${page}-${revision}`,
    at,
    zone: 480,
    device: 'd'
  }
}

async function look(page: Page, state: string): Promise<void> {
  // What the bar at the top half covers would be too small a target.
  await page.evaluate(() => scrollTo(0, 0))
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
    const found = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
    expect.soft(found, `${state}, ${colorScheme}`).toEqual([])
  }
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect.soft(over, state).toBeLessThanOrEqual(0)
}

for (const lang of LANGS) {
  const words = ACKNOWLEDGE_WORDS[lang]
  const address = `/${lang}/handbook/${PAGE}/`

  test(`a page is acknowledged by keyboard; it is in the log, and there after a reload and on the learner’s page (${lang})`, async ({
    page,
    watched
  }) => {
    await page.goto(address)
    await expect(place(page).locator('.chip')).toHaveText(words.chip)
    await expect(place(page)).toContainText(words.why)
    await expect(place(page).locator('.state')).toHaveText(words.never)
    await watched.settle()
    expect(await watched.shifts()).toEqual([])
    expect(await logOnDisk(page)).toEqual([])
    await look(page, 'asked')

    const button = buttonOf(page, lang)
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(48)
    await button.focus()
    await page.keyboard.press('Enter')
    await expect(place(page).getByRole('status')).toHaveText(words.saved)
    await expect(button).toBeHidden()
    const state = place(page).locator('.state')
    await expect(state).toBeFocused()
    const log = await logOnDisk(page)
    expect(log).toMatchObject([{ type: 'acknowledged', page: PAGE, lang, revision: 1, hash: askedIn(lang, PAGE).hash }])
    const told = fill(words.said, { n: 1, day: day(log[0]?.at ?? 0, lang) })
    await expect(state).toHaveText(told)
    await look(page, 'said')

    await page.reload()
    await expect(place(page).locator('.state')).toHaveText(told)
    await expect(buttonOf(page, lang)).toBeHidden()
    await page.goto(`/${lang === 'zh' ? 'en' : 'zh'}/handbook/${PAGE}/`)
    await expect(place(page)).toHaveAttribute('data-standing', 'said')

    await page.goto(`/${lang}/me/`)
    const own = page.locator('.confirmed li')
    await expect(own).toHaveCount(3)
    await expect(page.locator(`.confirmed [data-asked="${PAGE}"] span`)).toHaveText(
      fill(words.listSaid, { n: 1, day: day(log[0]?.at ?? 0, lang) })
    )
    await expect(page.locator('.confirmed [data-standing="never"] span').first()).toHaveText(fill(words.listNever, { n: 1 }))
    await look(page, 'me')
    await own.nth(0).getByRole('link').click()
    await expect(place(page)).toBeInViewport()
    expect(watched.troubles).toEqual([])
  })

  test(`who has acknowledged an older text is told so and asked again (${lang})`, async ({ page }) => {
    // The page as it will be after a material change.
    await page.route(`**${address}`, async route => {
      const answer = await route.fetch()
      const html = (await answer.text()).replace(/data-revision="1" data-since="1"/, 'data-revision="4" data-since="3"')
      await route.fulfill({ response: answer, body: html })
    })
    await page.goto(`/${lang}/${QUIET}`)
    await plant(page, [said(2)])
    await page.goto(address)
    await expect(place(page)).toHaveAttribute('data-revision', '4')
    await expect(place(page).locator('.state')).toHaveText(fill(words.outdated, { n: 2, day: day(said(2).at, lang) }))
    await place(page).getByRole('button').click()
    await expect(place(page)).toHaveAttribute('data-standing', 'said')
    expect((await logOnDisk(page)).map(event => event.type === 'acknowledged' && event.revision)).toEqual([2, 4])
  })
}

test('an editorial change asks nobody again', async ({ page }) => {
  await page.route(`**/en/handbook/${PAGE}/`, async route => {
    const answer = await route.fetch()
    const html = (await answer.text()).replace(/data-revision="1" data-since="1"/, 'data-revision="4" data-since="3"')
    await route.fulfill({ response: answer, body: html })
  })
  await page.goto(`/en/${QUIET}`)
  await plant(page, [said(3)])
  await page.goto(`/en/handbook/${PAGE}/`)
  await expect(place(page)).toHaveAttribute('data-standing', 'said')
  await expect(place(page).getByRole('button')).toHaveCount(0)
})

test('a browser that keeps nothing says that it was not saved', async ({ page }) => {
  const words = ACKNOWLEDGE_WORDS.en
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'SecurityError')
    }
  })
  await page.goto(`/en/handbook/${PAGE}/`)
  await buttonOf(page, 'en').click()
  await expect(place(page).getByRole('status')).toHaveText(words.notSaved)
  await expect(page.locator('#record-notice')).not.toBeEmpty()
})

test('where the code does not arrive the page says so, and the next press tries again', async ({ page }) => {
  await page.goto(`/en/handbook/${PAGE}/`)
  await page.evaluate(() => document.fonts.ready)
  await page.route('**/_astro/*.js', route => route.abort())
  await buttonOf(page, 'en').click()
  await expect(place(page).getByRole('status')).toHaveText(ACKNOWLEDGE_WORDS.en.failed)
  await expect(buttonOf(page, 'en')).toBeVisible()
})

test('without scripts, and on paper, there is a line to sign; on paper nothing of the screen is left', async ({
  page,
  browser,
  baseURL
}) => {
  const words = ACKNOWLEDGE_WORDS.zh
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) })
  const bare = await context.newPage()
  await bare.goto(`/zh/handbook/${PAGE}/`)
  await expect(place(bare).getByRole('button')).toHaveCount(0)
  await expect(place(bare).getByText(words.paper[0] ?? '', { exact: true })).toBeVisible()
  await context.close()

  await page.goto(`/zh/handbook/${PAGE}/`)
  await page.emulateMedia({ media: 'print' })
  for (const line of words.paper) await expect(place(page).getByText(line, { exact: true })).toBeVisible()
  for (const part of ['button', '.state', '[role=status]']) await expect(place(page).locator(part)).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await expect(place(page).getByText(words.paper[0] ?? '', { exact: true })).toBeHidden()
  await buttonOf(page, 'zh').click()
  await expect(place(page)).toHaveAttribute('data-standing', 'said')
  await page.emulateMedia({ media: 'print' })
  await expect(place(page).locator('.state')).toBeVisible()
  await expect(place(page).getByText(words.paper[0] ?? '', { exact: true })).toBeHidden()
})

test('asking costs a page one file of at most 2,500 bytes, until the button is pressed; with its quiz it stays within six', async ({
  page,
  watched
}) => {
  const asking = pagesOf().filter(({ kind, html }) => kind === 'handbook' && html.includes('data-asked='))
  expect(asking).toHaveLength(6)
  for (const { address } of asking) {
    watched.forget()
    await page.goto(address)
    await place(page).scrollIntoViewIfNeeded()
    await watched.settle()
    const scripts = watched.requests.filter(one => one.resourceType() === 'script').map(one => new URL(one.url()).pathname)
    // What keeps the offline copy comes from the second page on; it is the same everywhere, with a bound of its own.
    const files = [...new Set(scripts)].filter(file => !/\/keep\./.test(file))
    expect.soft(files.length, address).toBeLessThanOrEqual(6)
    const bytes = files.reduce((sum, file) => sum + brotli(readFileSync(join(folder, file))), 0)
    test.info().annotations.push({ type: 'bytes', description: `${bytes} in ${files.length} files, ${address}` })
    expect.soft(bytes, address).toBeLessThanOrEqual(25_600)
    const own = files.filter(file => /acknowledge/i.test(file))
    expect(own).toHaveLength(1)
    expect.soft(brotli(readFileSync(join(folder, own[0] ?? ''))), address).toBeLessThanOrEqual(2500)
  }
})
