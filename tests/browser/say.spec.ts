/** The phrase check: marked while it is written, replaced, copied, and kept nowhere. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { fill, LANGS, type Lang } from '../../src/lang/text.ts'
import type { SaySet } from '../../src/phrases/saySet.ts'
import { SAY_WORDS } from '../../src/phrases/sayWords.ts'
import { everythingKept, expectFine, tabTo } from './fine.ts'
import { expect, test } from './promise.ts'
import { brotli, folder } from './site.ts'

test.use({ viewport: { width: 360, height: 740 }, permissions: ['clipboard-read', 'clipboard-write'] })

const BAD = { zh: '您好，这个不归我们管，您打物业电话。', en: 'Hello. That is not our department, call engineering.' }
const HIT = { zh: '不归我们管', en: 'not our department' }
const FINE = { zh: '我不知道您是否方便，想约明天上午。', en: 'I don’t know if you have a minute to look at the invoice.' }

const setOf = (lang: Lang): SaySet => JSON.parse(readFileSync(join(folder, lang, 'tools', 'say', 'phrases.json'), 'utf8'))
const area = (page: Page) => page.locator('#said')
const marks = (page: Page) => page.locator('.marks mark')
const count = (page: Page) => page.locator('#count')
const button = (page: Page, name: string) => page.locator('form.say').getByRole('button', { name, exact: true })

async function open(page: Page, lang: Lang): Promise<void> {
  await page.goto(`/${lang}/tools/say/`)
  await expect(count(page)).toHaveText(SAY_WORDS[lang].empty)
}

for (const lang of LANGS) {
  const words = SAY_WORDS[lang]

  test(`a banned phrase is marked with its reason and replacements, and what is fine is not (${lang})`, async ({ page }) => {
    await open(page, lang)
    await area(page).fill(FINE[lang])
    await expect(count(page)).toHaveText(words.none)
    await expect(marks(page)).toHaveCount(0)

    await area(page).fill(BAD[lang])
    await expect(marks(page)).toHaveText([HIT[lang]])
    await expect(count(page)).toHaveText(fill(words.found, { n: 1 }))
    const [phrase] = setOf(lang)
    const card = page.locator('.say .card')
    await expect(card).toContainText(phrase?.why ?? '-')
    await expect(card).toContainText(phrase?.instead[0]?.text ?? '-')
    await expect(card.getByRole('link')).toHaveAttribute('href', phrase?.home ?? '-')
    await card.locator('summary').click()
    for (const { text } of phrase?.instead ?? []) await expect(card.getByText(text)).toBeVisible()
  })

  test(`the sentence is replaced and the rest stays; undo and the browser’s own undo take it back (${lang})`, async ({ page }) => {
    await open(page, lang)
    const after = lang === 'zh' ? '再见。' : ' Goodbye.'
    await area(page).fill(BAD[lang] + after)
    await button(page, words.replace).first().click()
    const reply = setOf(lang)[0]?.instead[0]?.text ?? ''
    const before = lang === 'zh' ? '' : 'Hello. '
    await expect(area(page)).toHaveValue(before + reply + after)
    await expect(area(page)).toBeFocused()
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(reply)
    await expect(marks(page)).toHaveCount(0)
    await expect(page.locator('[data-told]')).toHaveText(words.replaced)

    await button(page, words.undo).click()
    await expect(area(page)).toHaveValue(BAD[lang] + after)
    await expect(marks(page)).toHaveCount(1)
    await button(page, words.replace).first().click()
    await area(page).press('ControlOrMeta+z')
    await expect(area(page)).toHaveValue(BAD[lang] + after)

    await button(page, words.clear).click()
    await expect(area(page)).toHaveValue('')
    await expect(count(page)).toHaveText(words.empty)
    await button(page, words.undo).click()
    await expect(area(page)).toHaveValue(BAD[lang] + after)
  })

  test(`replies are copied, and the whole text; the place chooses among them (${lang})`, async ({ page }) => {
    await open(page, lang)
    await area(page).fill(BAD[lang])
    await expect(page.locator('.say .card').first()).toBeVisible()
    await page.locator('[name="place"][value="door"]').check({ force: true })
    const door = (setOf(lang)[0]?.instead ?? []).filter(({ place }) => place === 'door')
    await expect(page.locator('.say .card li p')).toHaveText(door.map(({ text }) => text))
    const pasted = () => page.evaluate(() => navigator.clipboard.readText())
    await button(page, words.copy).first().click()
    await expect(page.locator('[data-told]')).toHaveText(words.copied)
    expect(await pasted()).toBe(door[0]?.text)
    await button(page, words.copyAll).click()
    await expect.poll(pasted).toBe(BAD[lang])
  })

  test(`everything can be done by keyboard alone (${lang})`, async ({ page }) => {
    await open(page, lang)
    await tabTo(page, '#said')
    await page.keyboard.insertText(BAD[lang])
    await expect(marks(page)).toHaveCount(1)
    await tabTo(page, '[name="place"]')
    for (let presses = 0; presses < 4; presses++) await page.keyboard.press('ArrowRight')
    await expect(page.locator('[name="place"]:checked')).toHaveValue('chat')
    await tabTo(page, '[data-do="show"]')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(HIT[lang])
    await tabTo(page, '[data-do="replace"]')
    await page.keyboard.press('Enter')
    await expect(area(page)).toBeFocused()
    await expect(marks(page)).toHaveCount(0)
    await page.keyboard.press('Tab')
    await expect(button(page, words.undo)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(area(page)).toHaveValue(BAD[lang])
    await expect(area(page)).toBeFocused()
  })

  test(`every state can be used by everybody, fits a narrow phone and does not move by itself (${lang})`, async ({ page, watched }) => {
    test.setTimeout(240_000)
    await open(page, lang)
    await watched.settle()
    expect.soft(await watched.shifts()).toEqual([])
    await expectFine(page, 'empty')
    await area(page).fill(FINE[lang])
    await expectFine(page, 'fine')
    await area(page).fill(`${BAD[lang]}\n${BAD[lang === 'zh' ? 'en' : 'zh']}\n${'没办法解决'.repeat(30)}`)
    await expect(marks(page)).not.toHaveCount(1)
    await page.locator('.say .card summary').first().click()
    await expectFine(page, 'found')
    expect(watched.troubles).toEqual([])
  })

  test(`without scripts it leads to the pages that say the same (${lang})`, async ({ browser, site }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${site}/${lang}/tools/say/`)
    await expect(page.locator('noscript .note')).toBeVisible()
    expect(await page.locator('noscript .note').innerText()).toBe(words.without)
    await expect(page.locator('form.say')).toBeHidden()
    await page.locator(`main a[href$="/handbook/speech/banned-phrases/"]`).click()
    await expect(page.locator('h1')).toBeVisible()
    await context.close()
  })
}

test('nothing that is written leaves the page: no request holds it, no storage keeps it', async ({ page, watched }) => {
  await open(page, 'zh')
  const secret = '张三丰一三八〇〇'
  await area(page).fill(`${secret} 这个不归我们管 and I dont know secretword`)
  await expect(marks(page)).toHaveCount(2)
  await button(page, SAY_WORDS.zh.replace).first().click()
  await watched.settle()
  const sent = watched.requests.filter(
    request => request.method() !== 'GET' || /secretword|%E5%BC%A0|张三/.test(request.url() + (request.postData() ?? ''))
  )
  expect(sent.map(request => request.url())).toEqual([])
  expect(await everythingKept(page)).not.toMatch(/secretword|张三/)
  expect(new URL(page.url()).hash + new URL(page.url()).search).toBe('')
})

test('the rules of the other language are loaded when it is written, and not before', async ({ page, watched }) => {
  await open(page, 'zh')
  await watched.settle()
  const scripts = () => watched.requests.map(request => new URL(request.url()).pathname)
  expect(scripts().filter(path => /english|\/en\/tools/.test(path))).toEqual([])
  await area(page).fill('That is not our department.')
  await expect(marks(page)).toHaveText(['not our department'])
  // The reason in the page's language, the replies in the one that was written.
  const card = page.locator('.say .card')
  await expect(card).toContainText(setOf('zh')[0]?.why ?? '-')
  await expect(card).toContainText(setOf('en')[0]?.instead[0]?.text ?? '-')
  const files = [...new Set(scripts().filter(path => path.endsWith('.js')))]
  expect(files.reduce((sum, path) => sum + brotli(readFileSync(join(folder, path))), 0)).toBeGreaterThan(5000)
})

test('what an input method has not settled yet is no text; when it is settled, it is looked at', async ({ page }) => {
  await open(page, 'zh')
  await area(page).fill('不清楚，')
  await expect(marks(page)).toHaveText(['不清楚'])
  const client = await page.context().newCDPSession(page)
  await area(page).focus()
  await area(page).press('End')
  await client.send('Input.imeSetComposition', { selectionStart: 12, selectionEnd: 12, text: 'i dont know ' })
  await expect(area(page)).toHaveValue('不清楚，i dont know ')
  await expect(marks(page)).toHaveText(['不清楚'])
  await client.send('Input.imeSetComposition', { selectionStart: 4, selectionEnd: 4, text: '没办法了' })
  await client.send('Input.insertText', { text: '没办法了' })
  await expect(area(page)).toHaveValue('不清楚，没办法了')
  await expect(marks(page)).toHaveText(['不清楚', '没办法了'])
})

test('hostile text stays text', async ({ page }) => {
  await open(page, 'en')
  const hostile = '<img src=x onerror="window.hit=1"> I dont know <script>window.hit=1</script> \u202e\u0000 {{x}}'
  await area(page).fill(hostile)
  await expect(marks(page)).toHaveText(['I dont know'])
  await expect(page.locator('.say img, .say script')).toHaveCount(0)
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
  const backdrop = await page.locator('.marks').evaluate(node => node.textContent)
  expect(backdrop).toBe(`${await area(page).inputValue()}\u200b`)
})

test('marks lie under their words, in ten thousand characters too', async ({ page }) => {
  await open(page, 'en')
  const long = `${'A line of plain words that is fine and long enough to wrap on a phone.\n'.repeat(140)}I dont know.`
  await area(page).fill(long)
  await expect(marks(page)).toHaveText(['I dont know'])
  const [field, layer, scroll] = await page.evaluate(() => {
    const area = document.querySelector('#said') as HTMLTextAreaElement
    return [
      area.getBoundingClientRect().height,
      (document.querySelector('.marks') as HTMLElement).getBoundingClientRect().height,
      area.scrollHeight - area.clientHeight
    ]
  })
  expect(field).toBe(layer)
  expect(scroll).toBeLessThanOrEqual(1)
})

for (const lang of LANGS) {
  test(`where the rules can’t be loaded, it is said and tried again (${lang})`, async ({ page }) => {
    await page.route('**/tools/say/phrases.json', route => route.abort())
    await page.goto(`/${lang}/tools/say/`)
    await area(page).fill(BAD[lang])
    await expect(count(page)).toHaveText(SAY_WORDS[lang].failed)
    await page.unroute('**/tools/say/phrases.json')
    await area(page).press('End')
    await page.keyboard.insertText('!')
    await expect(marks(page)).toHaveText([HIT[lang]])
  })
  test(`where the script can’t be loaded, its place says so (${lang})`, async ({ page }) => {
    await page.route('**/_astro/*.js', route => route.abort())
    await page.goto(`/${lang}/tools/say/`)
    await expect(page.locator('[data-tool][role="alert"]')).toContainText(SAY_WORDS[lang].failed)
  })
}
