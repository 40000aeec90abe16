/** Forms filled in on the device: from a visit or by hand, by touch or keys, signed, kept through reloads, crashes and two tabs. */
import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { parse } from 'yaml'
import { formsFile } from '../../src/authoring/schema.ts'
import { fill, LANGS } from '../../src/lang/text.ts'
import { wordsIn } from '../../src/site/words.ts'
import type { Form } from '../../src/visit/form.ts'
import { FORM_WORDS } from '../../src/visit/formWords.ts'
import { launch, newProfile } from './chromium.ts'
import {
  addressOf,
  draw,
  fieldOf,
  fillIn,
  isSaved,
  listOf,
  openForm,
  openSheet,
  papersOnDisk,
  plantPapers,
  SCRAWL,
  SERVICE,
  savedMark,
  visitOf
} from './papers.ts'
import { expect, test } from './promise.ts'
import { brotli, folder } from './site.ts'

const FORMS: readonly Form[] = formsFile.parse(parse(readFileSync('content/forms.yaml', 'utf8')))
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

test.use({ timezoneId: 'Asia/Shanghai', viewport: { width: 360, height: 740 } })

for (const lang of LANGS) {
  const words = FORM_WORDS[lang]

  test(`a form is filled in, signed, reloaded, handed on and counted (${lang})`, async ({ page }) => {
    await page.goto(`/${lang}/tools/`)
    await page.getByRole('link', { name: words.list.title }).click()
    await expect(page.locator('main')).toContainText(words.list.none)
    await page.getByRole('link', { name: fill(words.list.fillIn, { form: FORMS[0]?.title[lang] ?? '' }) }).click()
    await expect(savedMark(page)).toHaveAttribute('data-saved', 'new')
    await fillIn(page, { order: 'GD-018', customer: '市图书馆', symptoms: '一打双面就卡' })
    await page.locator('[data-field="arrived"] button').click()
    await isSaved(page)
    await page.reload()
    await expect(fieldOf(page, 'symptoms')).toHaveValue('一打双面就卡')
    await expect(fieldOf(page, 'arrived')).toHaveValue(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
    await expect(page.locator('.lacking')).toContainText(FORMS[0]?.fields.find(({ id }) => id === 'signature')?.label[lang] ?? '?')

    const sheet = await openSheet(page, lang)
    await draw(page, SCRAWL)
    await sheet.getByRole('button', { name: words.sheet.done }).click()
    await expect(page.locator('.signed')).toBeFocused()
    await expect(page.locator('.signed svg')).toBeVisible()
    await expect(fieldOf(page, 'symptoms')).not.toBeEditable()
    await page.getByLabel(words.fill.kind).selectOption('hardware')
    await isSaved(page)
    await page.reload()
    await expect(page.locator('.signed svg path')).toHaveAttribute('d', /^M\d+ \d+Q/)
    await expect(page.locator('.lacking')).toContainText(words.fill.completeButStamp)

    await page.getByRole('link', { name: words.fill.all, exact: true }).click()
    await expect(page.locator('.lines li')).toHaveCount(1)
    await expect(page.locator('.lines li')).toContainText(words.list.signed)
    await expect(page.locator('.counts figure')).toHaveCount(1)
    await page.goBack()
    await expect(fieldOf(page, 'order')).toHaveValue('GD-018')
    // The other language shows the same form.
    await page.locator('[data-twin]').click()
    await expect(page.locator('html')).toHaveAttribute('lang', lang === 'zh' ? 'en' : 'zh-CN')
    await expect(fieldOf(page, 'order')).toHaveValue('GD-018')
  })

  test(`a form begun from a visit has what the visit says, and is found again from it (${lang})`, async ({ page }) => {
    await page.goto(`/${lang}/tools/`)
    await plantPapers(page, 'run', [visitOf()])
    await openForm(page, lang, SERVICE, '?run=run7')
    await expect(page.locator('.note')).toHaveText(words.fill.fromRun)
    const wanted = { order: 'GD-018', customer: '市图书馆', arrived: '2026-11-27T10:30', symptoms: '一打双面就卡在后盖' }
    for (const [id, text] of Object.entries(wanted)) await expect(fieldOf(page, id)).toHaveValue(text)
    await expect(fieldOf(page, 'retest-at')).toHaveValue('2026-11-27T10:32')
    await expect(fieldOf(page, 'finished')).toHaveValue('2026-11-27T10:33')
    await isSaved(page)
    await expect(page).toHaveURL(/papers\/technical-service\/#\w+$/)
    await fillIn(page, { customer: '市图书馆文献部' })
    // Opened again later in the visit: what was done since is filled in, what was written stays.
    const later = { id: 'e5', at: Date.UTC(2026, 10, 27, 3), type: 'note', step: 'retest', text: '双面打印正常' } as const
    await plantPapers(page, 'run', [visitOf({ entries: [...visitOf().entries, later] })])
    await page.goto(`/${lang}/tools/`)
    await openForm(page, lang, SERVICE, '?run=run7')
    await expect(fieldOf(page, 'retest')).toHaveValue('双面打印正常')
    await expect(fieldOf(page, 'customer')).toHaveValue('市图书馆文献部')
    await isSaved(page)
    expect(await papersOnDisk(page)).toHaveLength(1)
    await expect(page).toHaveURL(/papers\/technical-service\/#\w+$/)
    await page.goBack()
    await expect(page).toHaveURL(new RegExp(`/${lang}/tools/$`))
    await openForm(page, lang, SERVICE, '?run=gone')
    await expect(page.locator('.note')).toHaveText(words.fill.noRun)
  })

  test(`a form can be filled in and signed by keyboard alone (${lang})`, async ({ page }) => {
    await openForm(page, lang, SERVICE)
    const tabTo = async (selector: string) => {
      for (let presses = 0; presses < 90; presses++) {
        if (await page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`Tab does not reach ${selector}`)
    }
    await tabTo('[data-field="order"] input')
    await page.keyboard.type('GD-7')
    await tabTo('[data-field="arrived"] button')
    await page.keyboard.press('Enter')
    await expect(fieldOf(page, 'arrived')).not.toHaveValue('')
    await expect(fieldOf(page, 'arrived')).toBeFocused()
    await tabTo('.signed > button')
    await page.keyboard.press('Enter')
    await expect(page.locator('.pad canvas')).toBeVisible()
    await tabTo('.ways input')
    await page.keyboard.press('ArrowRight')
    await tabTo('.said input')
    await page.keyboard.press('Enter')
    await expect(page.locator('.fault')).toHaveText(words.sheet.emptyType)
    await page.keyboard.type('Liu Fang 刘芳')
    await page.keyboard.press('Enter')
    await expect(page.locator('.signed')).toBeFocused()
    await expect(page.locator('.signed')).toContainText('Liu Fang 刘芳')
    await tabTo('.signed button')
    await page.keyboard.press('Enter')
    await expect(page.locator('dialog')).toContainText(words.fill.unlockWhy)
    await page.keyboard.press('Escape')
    // The browser tells of a closed dialog a moment after it is gone from the screen.
    await expect(page.locator('dialog')).toHaveCount(0)
    await expect(page.getByRole('button', { name: words.fill.unlock })).toBeFocused()
    await page.keyboard.press('Enter')
    await tabTo('dialog .danger')
    await page.keyboard.press('Enter')
    await expect(page.locator('.signed')).toBeFocused()
    await expect(fieldOf(page, 'order')).toBeEditable()
  })

  test(`a customer who declines is put down with the reason, which is asked for (${lang})`, async ({ page }) => {
    await openForm(page, lang, SERVICE)
    const sheet = await openSheet(page, lang)
    await sheet.getByRole('button', { name: words.sheet.done }).click()
    await expect(sheet.getByRole('alert')).toHaveText(words.sheet.emptyDraw)
    await sheet.getByText(words.sheet.decline, { exact: true }).click()
    await sheet.getByRole('button', { name: words.sheet.done }).click()
    await expect(sheet.getByRole('alert')).toHaveText(words.sheet.emptyDecline)
    await sheet.getByLabel(words.sheet.reason).fill('有事先走 {time} $&')
    await sheet.getByRole('button', { name: words.sheet.done }).click()
    await expect(page.locator('.signed')).toContainText('有事先走 {time} $&')
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.slip')).toContainText(fill(words.paper.declined, { name: '有事先走 {time} $&' }))
    await page.emulateMedia({ media: null })
    await page.goto(listOf(lang))
    await expect(page.locator('.lines li')).toContainText(words.list.declined)
  })

  test(`every state can be used by everybody, fits 320 pixels and stands still (${lang})`, async ({ page, watched }) => {
    test.setTimeout(300_000)
    await page.setViewportSize({ width: 320, height: 640 })
    const look = async (state: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
        const told = violations.flatMap(({ id, nodes }) => nodes.map(node => `${id} ${node.html}`))
        expect.soft(told, `${state}, ${colorScheme}`).toEqual([])
      }
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect.soft(over, state).toBeLessThanOrEqual(0)
    }
    const still = async (state: string) => {
      await watched.settle()
      expect.soft(await watched.shifts(), state).toEqual([])
    }
    await page.goto(listOf(lang))
    await still('no form')
    await look('no form')
    await openForm(page, lang, SERVICE, '#nowhere').catch(() => undefined)
    await expect(page.locator('main')).toContainText(words.fill.gone)
    await look('a form that is not here')
    await page.goto('about:blank')
    await openForm(page, lang, SERVICE)
    await still('an empty form')
    await look('an empty form')
    await fillIn(page, { order: 'W'.repeat(60), symptoms: '卡'.repeat(400) })
    const sheet = await openSheet(page, lang)
    await look('to be drawn')
    await draw(page, SCRAWL)
    await sheet.getByText(words.sheet.type, { exact: true }).click()
    await look('to be typed')
    await sheet.getByText(words.sheet.decline, { exact: true }).click()
    await look('to be declined')
    await sheet.getByText(words.sheet.draw, { exact: true }).click()
    await sheet.getByRole('button', { name: words.sheet.done }).click()
    await look('signed')
    await page.getByLabel(words.fill.kind).selectOption({ label: words.fill.kindOther })
    await page.getByLabel(words.fill.kindName).fill('投影仪')
    await page.locator(':focus').blur()
    await isSaved(page)
    await page.goto(listOf(lang))
    await still('the list')
    await page.locator('summary').first().click()
    await look('the list')
    await page.locator('.lines button').first().click()
    await look('asked whether to delete')
  })

  test(`with storage blocked a form can be filled in and printed, and says that it is not kept (${lang})`, async ({ page }) => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      }
      IDBFactory.prototype.open = refuse
      Object.defineProperty(window, 'localStorage', { get: refuse })
    })
    await openForm(page, lang, 'complaint')
    await fieldOf(page, 'cause').fill('空调不制冷')
    await fieldOf(page, 'result').fill('换到902房')
    await page.locator(':focus').blur()
    await expect(savedMark(page)).toHaveAttribute('data-saved', 'no')
    await expect(page.locator('.kept [role="alert"]')).toHaveText(words.saved.blocked)
    await expect(fieldOf(page, 'cause')).toHaveValue('空调不制冷')
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.slip')).toContainText('换到902房')
    await page.emulateMedia({ media: null })
    await page.goto(listOf(lang))
    await expect(page.getByRole('alert')).toHaveText(words.list.blocked)
  })
}

test('a signature is in its place on a pad that was turned, undone and drawn on again', async ({ page }) => {
  const words = FORM_WORDS.en
  await openForm(page, 'en', SERVICE)
  const sheet = await openSheet(page, 'en')
  await draw(page, [
    [0.1, 0.2],
    [0.5, 0.8]
  ])
  await draw(page, [
    [0.6, 0.2],
    [0.9, 0.8]
  ])
  const ink = () =>
    page.locator('.pad canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
      const at = (x: number, y: number) => pixels[(Math.round(y * height) * width + Math.round(x * width)) * 4 + 3] ?? 0
      return { width, marks: [at(0.3, 0.5), at(0.75, 0.5), at(0.3, 0.1)].map(alpha => alpha > 0) }
    })
  const portrait = await ink()
  expect(portrait.marks).toEqual([true, true, false])
  await page.setViewportSize({ width: 740, height: 360 })
  await expect.poll(async () => (await ink()).width).toBeGreaterThan(portrait.width)
  expect((await ink()).marks).toEqual([true, true, false])
  await sheet.getByRole('button', { name: words.sheet.undo }).click()
  expect((await ink()).marks).toEqual([true, false, false])
  await draw(page, [
    [0.6, 0.2],
    [0.9, 0.8]
  ])
  await page.setViewportSize({ width: 360, height: 740 })
  await expect.poll(async () => (await ink()).width).toBe(portrait.width)
  expect((await ink()).marks).toEqual([true, true, false])
  await sheet.getByRole('button', { name: words.sheet.done }).click()
  await isSaved(page)
  const [kept] = await papersOnDisk(page)
  if (kept?.signature?.how !== 'drawn') throw new Error('It was not kept as drawn')
  expect(kept.signature.strokes).toHaveLength(2)
  for (const [x, y] of kept.signature.strokes.flat()) expect(x >= 0 && x <= 1 && y >= 0 && y <= 0.5).toBe(true)
})

test('the code for drawing is loaded when the sheet is opened, and what comes before is at most 16 KB', async ({ page, watched }) => {
  const bytes = () =>
    [
      ...new Set(watched.requests.filter(request => request.resourceType() === 'script').map(request => new URL(request.url()).pathname))
    ].map(path => [path, brotli(readFileSync(`${folder}${path}`))] as const)
  await openForm(page, 'en', SERVICE)
  await watched.settle()
  const before = bytes()
  expect(before.reduce((sum, [, size]) => sum + size, 0)).toBeLessThanOrEqual(16_384)
  expect(before.map(([path]) => path).join()).not.toContain('Signature')
  await openSheet(page, 'en')
  expect(
    bytes()
      .map(([path]) => path)
      .join()
  ).toContain('SignatureSheet')
})

test('when the drawing code can’t be loaded it is said, and the form is still there', async ({ page }) => {
  await page.route('**/SignatureSheet*', route => route.abort())
  await openForm(page, 'en', SERVICE)
  await fillIn(page, { order: '7' })
  await page.getByRole('button', { name: FORM_WORDS.en.fill.sign }).click()
  await expect(page.locator('.signed [role="alert"]')).toHaveText(FORM_WORDS.en.sheet.failed)
  await page.unroute('**/SignatureSheet*')
  await expect(fieldOf(page, 'order')).toHaveValue('7')
})

test('two tabs fill in one form: neither loses what the other typed', async ({ page, context }) => {
  await openForm(page, 'en', SERVICE)
  await fillIn(page, { order: '7' })
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(fieldOf(other, 'order')).toHaveValue('7')
  await fillIn(other, { customer: 'Library' })
  await expect(fieldOf(page, 'customer')).toHaveValue('Library')
  await fillIn(page, { cause: 'Roller' })
  await expect(fieldOf(other, 'cause')).toHaveValue('Roller')
  const [kept] = await papersOnDisk(page)
  expect(kept?.fields).toEqual({ order: '7', customer: 'Library', cause: 'Roller' })
})

test('what is called saved is there after the browser was killed at that moment', async ({ site }) => {
  test.skip(process.platform === 'win32', 'needs process groups')
  test.setTimeout(300_000)
  const profile = newProfile()
  try {
    for (let kill = 1; kill <= 3; kill++) {
      const { page, kill: end } = await launch(profile.folder)
      await page.goto(`${site}${addressOf('en', SERVICE)}`)
      await fieldOf(page, 'order').fill(`GD-${kill}`)
      await isSaved(page)
      await end()
    }
    const last = await launch(profile.folder)
    await last.page.goto(`${site}${listOf('en')}`)
    await expect(last.page.locator('.lines li')).toHaveCount(3)
    expect((await papersOnDisk(last.page)).map(({ fields }) => fields.order).sort()).toEqual(['GD-1', 'GD-2', 'GD-3'])
    await last.kill()
  } finally {
    profile.remove()
  }
})

test('what was typed is saved after a short pause without leaving the field, and at once when it is left', async ({ page }) => {
  await openForm(page, 'en', 'complaint')
  await fieldOf(page, 'cause').pressSequentially('No heating')
  await expect.poll(async () => (await papersOnDisk(page))[0]?.fields.cause).toBe('No heating')
  await expect(fieldOf(page, 'cause')).toBeFocused()
  await fieldOf(page, 'result').fill('Moved to 902')
  await page.keyboard.press('Tab')
  await isSaved(page)
  await page.reload()
  await expect(fieldOf(page, 'result')).toHaveValue('Moved to 902')
})

test('a long text stops at its limit, which is counted beside it', async ({ page }) => {
  await openForm(page, 'en', SERVICE)
  await fieldOf(page, 'symptoms').fill('x'.repeat(399))
  await fieldOf(page, 'symptoms').press('End')
  await fieldOf(page, 'symptoms').pressSequentially('yz')
  await expect(fieldOf(page, 'symptoms')).toHaveValue(`${'x'.repeat(399)}y`)
  await expect(page.locator('[data-field="symptoms"] small')).toHaveText(fill(FORM_WORDS.en.fill.count, { n: 400, most: 400 }))
})

test('a form is deleted after a question, and going back does not bring it back', async ({ page }) => {
  const words = FORM_WORDS.en
  await openForm(page, 'en', 'complaint')
  await fillIn(page, { cause: 'Noise' })
  await page.getByRole('button', { name: words.fill.remove }).click()
  await page.locator('dialog').getByRole('button', { name: words.fill.cancel }).click()
  await expect(page.getByRole('button', { name: words.fill.remove })).toBeFocused()
  await page.getByRole('button', { name: words.fill.remove }).click()
  await page.locator('dialog .danger').click()
  await expect(page).toHaveURL(/\/en\/tools\/papers\/$/)
  await expect(page.locator('main')).toContainText(words.list.none)
  expect(await papersOnDisk(page)).toEqual([])
})

test('the blank form leads to where it is filled in', async ({ page }) => {
  await page.goto('/zh/tools/forms/complaint/')
  await page.getByRole('link', { name: wordsIn('zh').fillHere }).click()
  await expect(fieldOf(page, 'cause')).toBeVisible()
})
