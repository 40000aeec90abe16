/** The search box as a reader meets it: opened from anywhere, answering while typing, by keyboard and by thumb. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { LANGS, type Lang } from '../../src/lang/text.ts'
import { SEARCH_WORDS } from '../../src/search/words.ts'
import { wordsIn } from '../../src/site/words.ts'
import { expect, test } from './promise.ts'
import { brotli, filesOf, folder, pagesOf, tagsOf } from './site.ts'

const PAGE = 'handbook/visit/arrange/'
const boxOf = (page: Page) => page.locator('#search')
const inputOf = (page: Page) => boxOf(page).locator('input')
const linksOf = (page: Page) => boxOf(page).locator('li a')

async function openBox(page: Page, lang: Lang, address = PAGE): Promise<void> {
  await page.goto(`/${lang}/${address}`)
  await page.locator('header [data-search]').click()
  await expect(inputOf(page)).toBeFocused()
  await expect(boxOf(page).locator('.topics a').nth(6)).toBeVisible()
}

async function ask(page: Page, query: string): Promise<void> {
  await inputOf(page).fill(query)
  await expect(linksOf(page).first()).toBeVisible()
}

/** A page of every kind that has the button. */
for (const lang of LANGS) {
  test(`it opens by its button, by / and by Ctrl-K, and Escape gives the focus back (${lang})`, async ({ page }) => {
    await page.goto(`/${lang}/${PAGE}`)
    const button = page.locator('header [data-search]')
    await expect(button).toHaveAccessibleName(new RegExp(`^${SEARCH_WORDS[lang].search}`))
    for (const open of [() => page.keyboard.press('/'), () => page.keyboard.press('Control+k'), () => button.click()]) {
      await button.focus()
      await open()
      await expect(inputOf(page)).toBeFocused()
      await expect(inputOf(page)).toHaveValue('')
      await page.keyboard.press('Escape')
      await expect(boxOf(page)).toBeHidden()
      await expect(button).toBeFocused()
    }
  })

  test(`the contents begin with a box that opens it (${lang})`, async ({ page }) => {
    await page.goto(`/${lang}/handbook/`)
    await page.locator('main .find').click()
    await expect(inputOf(page)).toBeFocused()
  })

  test(`what is found leads to the rule in which it stands (${lang})`, async ({ page }) => {
    await openBox(page, lang)
    await ask(page, lang === 'zh' ? '签字盖章' : 'sign and stamp')
    await expect(linksOf(page).first().locator('mark').first()).toBeVisible()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/${lang}/handbook/visit/after/#visit.sign-form`)
    await expect(page.locator('[id="visit.sign-form"]')).toBeInViewport()
  })

  test(`a file number is read, and one that can’t be is told why (${lang})`, async ({ page }) => {
    const words = SEARCH_WORDS[lang]
    await openBox(page, lang)
    await inputOf(page).fill('040214001')
    await expect(linksOf(page).first()).toContainText(lang === 'zh' ? '2004年2月14日入住，当天第1位' : '14 February 2004: guest 1')
    await inputOf(page).fill('０４０２３０００１')
    await expect(linksOf(page).first()).toContainText(words.noFileNumber)
    await expect(linksOf(page).first()).toContainText(lang === 'zh' ? '2004年2月没有30日' : 'February 2004 has no 30th day')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/${lang}/handbook/records/file-numbers/`)
  })

  test(`what is never said is not shown as if it were an answer (${lang})`, async ({ page }) => {
    await openBox(page, lang)
    await ask(page, lang === 'zh' ? '规定就是规定' : 'No number, no visit')
    const item = linksOf(page).first()
    await expect(item.locator('i')).toHaveText(SEARCH_WORDS[lang].kinds.dont)
    await expect(item.locator('s')).toContainText(lang === 'zh' ? '规定就是规定' : 'no visit')
  })

  test(`three are shown, and the others with one tap (${lang})`, async ({ page }) => {
    await openBox(page, lang)
    await ask(page, lang === 'zh' ? '用户' : 'customer')
    await expect(linksOf(page)).toHaveCount(3)
    await boxOf(page).locator('.here').click()
    await expect(linksOf(page)).toHaveCount(12)
    await expect(linksOf(page).nth(3)).toBeFocused()
  })

  test(`a screen reader is told how many there are, once the typing stops (${lang})`, async ({ page }) => {
    const words = SEARCH_WORDS[lang]
    await openBox(page, lang)
    await ask(page, lang === 'zh' ? '复测' : 'retest')
    await expect(boxOf(page).getByRole('status')).toHaveText(new RegExp(words.results(0).replace('0', '[1-9]\\d*')))
    await inputOf(page).fill('qqqqzzz')
    await expect(boxOf(page).getByRole('status')).toHaveText(words.none('qqqqzzz'))
  })

  test(`when nothing is found, the nearest and the chapters are offered (${lang})`, async ({ page }) => {
    const words = SEARCH_WORDS[lang]
    await openBox(page, lang)
    await inputOf(page).fill(lang === 'zh' ? '龘盖龘' : 'zzz stampqqqqqq')
    await expect(boxOf(page).locator('.none')).toContainText(words.none('').slice(0, 4))
    await expect(boxOf(page).getByRole('heading', { name: words.nearest })).toBeVisible()
    await expect(boxOf(page).locator('.topics a')).toHaveCount(9)
  })

  test(`pages opened last and pinned pages are at hand (${lang})`, async ({ page }) => {
    const words = SEARCH_WORDS[lang]
    await openBox(page, lang)
    await boxOf(page).getByRole('button', { name: words.here }).click()
    await expect(boxOf(page).getByRole('heading', { name: words.pinned })).toBeVisible()
    await ask(page, lang === 'zh' ? '档案编号' : 'file number')
    const title = await linksOf(page).first().locator('b').innerText()
    await linksOf(page).first().click()
    await page.waitForURL('**/handbook/records/**')
    await openBox(page, lang, '')
    await expect(boxOf(page).locator('ul').first().locator('a')).toHaveAttribute('href', `/${lang}/${PAGE}`)
    await expect(boxOf(page).locator('ul').nth(1)).toContainText(title)
    await boxOf(page).locator('.pin').first().click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await expect(boxOf(page).getByRole('heading', { name: words.pinned })).toBeHidden()
  })

  test(`it can be used by everybody, empty, answering and with nothing to say (${lang})`, async ({ page }) => {
    await openBox(page, lang)
    for (const query of [
      '',
      lang === 'zh' ? '投诉' : 'complaint',
      lang === 'zh' ? '规定就是规定' : 'No number, no visit',
      '040230001',
      'qqqqzzz'
    ]) {
      await inputOf(page).fill(query)
      await expect(query === '' ? boxOf(page).locator('.topics') : boxOf(page).locator('li a, .none').first()).toBeVisible()
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const { violations } = await new AxeBuilder({ page }).include('#search').analyze()
        expect
          .soft(
            violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
            `${query} ${colorScheme}`
          )
          .toEqual([])
      }
    }
  })
}

test('arrows go through the results and back to the box, and typing goes on there', async ({ page }) => {
  await openBox(page, 'zh')
  await ask(page, '签字')
  await page.keyboard.press('ArrowDown')
  await expect(linksOf(page).first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(linksOf(page).nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(inputOf(page)).toBeFocused()
})

test('it answers while an input method still holds the letters, and Enter then belongs to the input method', async ({ page, context }) => {
  await openBox(page, 'zh')
  const session = await context.newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: "jin'yong'yu", selectionStart: 11, selectionEnd: 11 })
  await expect(linksOf(page).first()).toContainText('服务禁用语')
  const address = page.url()
  await inputOf(page).evaluate(input =>
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))
  )
  expect(page.url()).toBe(address)
  await session.send('Input.insertText', { text: '禁用语' })
  await expect(inputOf(page)).toHaveValue('禁用语')
  await expect(linksOf(page).first()).toContainText('服务禁用语')
})

test('/ is a letter where somebody writes', async ({ page }) => {
  await page.goto('/en/tools/forms/complaint/')
  await page.evaluate(() => {
    const field = document.createElement('input')
    document.querySelector('main')?.append(field)
    field.focus()
  })
  await page.keyboard.press('/')
  await expect(page.locator('main input').last()).toHaveValue('/')
  await expect(page.locator('#search')).toHaveCount(0)
})

test('a link to this very page closes the box and goes there', async ({ page }) => {
  await openBox(page, 'zh', 'handbook/visit/after/')
  await ask(page, '签字盖章')
  await linksOf(page).first().click()
  await expect(boxOf(page)).toBeHidden()
  await expect(page.locator('[id="visit.sign-form"]')).toBeInViewport()
})

test('a word of the other language finds the page in the reader’s own', async ({ page }) => {
  await openBox(page, 'zh')
  await ask(page, 'sanitation')
  await expect(linksOf(page).first()).toHaveAttribute('href', /^\/zh\/handbook\/roles\/apartment-manager\//)
  await openBox(page, 'en')
  await ask(page, '環衛')
  await expect(linksOf(page).first()).toHaveAttribute('href', /^\/en\/handbook\/roles\/apartment-manager\//)
})

for (const file of ['search.json', 'search-words.json']) {
  test(`without its ${file} it says so, offers the contents, and tries again`, async ({ page }) => {
    await page.route(`**/${file}`, route => route.abort())
    await page.goto(`/zh/${PAGE}`)
    await page.keyboard.press('/')
    await inputOf(page).fill('签字')
    await expect(boxOf(page).locator('.none')).toHaveText(SEARCH_WORDS.zh.failed)
    await expect(boxOf(page).locator('.topics a')).toHaveAttribute('href', '/zh/handbook/')
    const again = boxOf(page).getByRole('button', { name: SEARCH_WORDS.zh.again })
    await again.click()
    await expect(again).toBeVisible()
    await page.unroute(`**/${file}`)
    await again.click()
    await expect(inputOf(page)).toBeFocused()
    await expect(linksOf(page).first()).toContainText('签字')
  })
}

test('when the network is back it tries again by itself', async ({ page, context }) => {
  await page.route('**/search.json', route => route.abort())
  await page.goto(`/zh/${PAGE}`)
  await page.keyboard.press('/')
  await expect(boxOf(page).locator('.none')).toHaveText(SEARCH_WORDS.zh.failed)
  await page.unroute('**/search.json')
  await context.setOffline(true)
  await context.setOffline(false)
  await expect(boxOf(page).locator('.topics a').nth(6)).toBeVisible()
})

test('without its script the page says so and stays, and the next tap opens it', async ({ page }) => {
  await page.route('**/search.*.js', route => route.abort())
  await page.goto(`/zh/${PAGE}`)
  const said: string[] = []
  page.on('dialog', dialog => {
    said.push(dialog.message())
    return dialog.accept()
  })
  await page.locator('header [data-search]').click()
  await expect.poll(() => said).toEqual([wordsIn('zh').searchFailed])
  expect(new URL(page.url()).pathname).toBe(`/zh/${PAGE}`)
  await page.unroute('**/search.*.js')
  await page.locator('header [data-search]').click()
  await ask(page, '签字')
})

test('what is typed and what was stored stays text', async ({ page }) => {
  await page.goto(`/zh/${PAGE}`)
  await page.evaluate(() =>
    localStorage.setItem(
      'service-handbook/search',
      JSON.stringify({
        pinned: [{ path: 'handbook/visit/after/', title: '<img src=x onerror=alert(1)>' }],
        recent: [{ path: 'javascript:alert(1)', title: 'x' }]
      })
    )
  )
  await page.keyboard.press('/')
  await inputOf(page).fill('<img src=x onerror=alert(1)>龘')
  await expect(boxOf(page).locator('.none, li').first()).toBeVisible()
  await expect(boxOf(page).locator('img')).toHaveCount(0)
  await inputOf(page).fill('')
  await expect(boxOf(page).locator('a[href^="javascript"]')).toHaveCount(0)
})

test.describe('On a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true })
  for (const lang of LANGS) {
    test(`the box is at the thumb, nothing scrolls sideways, and what is tapped is large enough (${lang})`, async ({ page }) => {
      await page.goto(`/${lang}/handbook/`)
      expect((await page.locator('.find').boundingBox())?.y).toBeGreaterThan((640 * 2) / 3)
      await openBox(page, lang)
      for (const query of ['', '040230001', lang === 'zh' ? '投诉处理单' : 'complaint form', 'qqqqzzz']) {
        await inputOf(page).fill(query)
        await expect(query === '' ? boxOf(page).locator('.topics') : boxOf(page).locator('li a, .none').first()).toBeVisible()
        const faults = await boxOf(page).evaluate(box => {
          const small = [...box.querySelectorAll('a, button, input')].filter(one => one.getBoundingClientRect().height < 47.5)
          const wide = [...box.querySelectorAll('*')].filter(one => one.getBoundingClientRect().right > innerWidth + 1)
          return [...small, ...wide].map(one => `${one.tagName} ${one.textContent}`)
        })
        expect.soft(faults, query).toEqual([])
        expect((await inputOf(page).boundingBox())?.y).toBeGreaterThan((640 * 2) / 3)
      }
    })
  }
})

test('the box costs a page few bytes, and the first answer few requests', async ({ page }) => {
  const html = readFileSync(join(folder, 'zh', PAGE, 'index.html'), 'utf8')
  const without = html
    .replace(/<button class="js" type="button" data-search.*?<\/button>/s, '')
    .replace(/,[\w$]+,[\w$]+=async\(\)=>.*?(?=var|let|const|<\/script>)/s, '')
  expect(brotli(html) - brotli(without)).toBeLessThanOrEqual(400)

  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).pathname))
  await page.goto(`/zh/${PAGE}`)
  await page.waitForLoadState('networkidle')
  asked.length = 0
  await page.keyboard.press('/')
  await ask(page, '签字')
  const size = (paths: readonly string[]) => paths.reduce((sum, path) => sum + brotli(readFileSync(join(folder, path))), 0)
  expect(asked).toHaveLength(3)
  expect(size(asked)).toBeLessThanOrEqual(40_000)
  await ask(page, 'sanitation')
  // All there is, for both languages.
  expect(asked).toHaveLength(4)
  expect(size(asked)).toBeLessThanOrEqual(60_000)
  const english = asked.filter(path => path !== '/zh/search.json')
  expect(size(english)).toBeLessThanOrEqual(40_000)
})

test('every page but the first names a search box that was built', () => {
  const files = new Set(filesOf(folder))
  const buttons = pagesOf()
    .filter(({ lang }) => lang !== undefined)
    .map(({ address, html }) => ({ address, search: tagsOf(html, 'button').find(tag => 'data-files' in tag)?.['data-search'] ?? '' }))
  expect(buttons.filter(({ search }) => !files.has(search)).map(({ address }) => address)).toEqual([])
})
