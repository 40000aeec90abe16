/** A class: a trainer projects a module’s questions, moves by keys, counts hands, and needs neither network nor record. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { LANGS, type Lang, otherLang } from '../../src/lang/text.ts'
import type { ClassSet } from '../../src/training/classSet.ts'
import { CLASS_WORDS } from '../../src/training/classWords.ts'
import { TRAINING_WORDS } from '../../src/training/words.ts'
import { expect, test } from './promise.ts'
import { logOnDisk } from './record.ts'
import { brotli, folder, pagesOf } from './site.ts'

const MODULE = 'visit-repair'
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

const setOf = (lang: Lang, module = MODULE): ClassSet =>
  JSON.parse(readFileSync(join(folder, lang, 'modules', module, 'class.json'), 'utf8'))
const stageOf = (page: Page) => page.locator('.stage')
const choicesOf = (page: Page) => stageOf(page).locator('.hands > li')
const countOf = (choice: Locator) => choice.locator('output')

async function hold(page: Page, lang: Lang, fragment = '#seed=k7f3q&n=12', module = MODULE): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`/${lang}/class/${module}/${fragment}`)
  await page.locator('form .primary').click()
  await expect(stageOf(page)).toBeVisible()
  // The server's button is gone: the class has the whole window.
  await expect(page.locator('.primary')).toHaveCount(0)
}

/** Ids can’t be seen: a question is told by where it takes place. */
async function questionOn(page: Page, set: ClassSet) {
  const situation = await stageOf(page).locator('.scene > p').first().innerText()
  const question = set.questions.find(one => one.situation === situation)
  if (!question) throw new Error(`No question “${situation}”`)
  return question
}

for (const lang of LANGS) {
  const words = CLASS_WORDS[lang].class

  test(`a trainer moves by keys, and shows and hides the answer and the rule (${lang})`, async ({ page }) => {
    const set = setOf(lang)
    await hold(page, lang, '#seed=k7f3q&n=12&kinds=single.replace')
    const first = await questionOn(page, set)
    await expect(stageOf(page).getByRole('heading', { level: 2 })).toBeFocused()
    await page.keyboard.press('Space')
    for (const { text } of first.reasons) await expect(stageOf(page).locator('.feedback', { hasText: text })).toBeVisible()
    await page.keyboard.press('r')
    for (const id of first.rules) await expect(stageOf(page).locator('.rule')).toContainText(set.rules[id]?.text ?? id)
    await page.keyboard.press('r')
    await page.keyboard.press('Space')
    await expect(stageOf(page).locator('.feedback, .rule')).toHaveCount(0)

    await page.keyboard.press('ArrowRight')
    const second = await questionOn(page, set)
    expect(second.id).not.toBe(first.id)
    await expect(stageOf(page).getByRole('heading', { level: 2 })).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    expect((await questionOn(page, set)).id).toBe(first.id)

    // A clicker has two buttons: forward shows the answer first.
    await page.keyboard.press('PageDown')
    await expect(stageOf(page).locator('.feedback').first()).toBeVisible()
    await page.keyboard.press('PageDown')
    expect((await questionOn(page, set)).id).toBe(second.id)
    await expect(stageOf(page).locator('.feedback')).toHaveCount(0)
    await page.keyboard.press('PageUp')
    expect((await questionOn(page, set)).id).toBe(first.id)
  })

  test(`hands are counted by keys and by tapping, and survive going on and a reload (${lang})`, async ({ page }) => {
    await hold(page, lang, '#seed=k7f3q&n=12&kinds=single')
    const [a, b] = [choicesOf(page).nth(0), choicesOf(page).nth(1)]
    for (const key of ['Digit1', 'Digit1', 'Digit1', 'Shift+Digit1', 'Digit2']) await page.keyboard.press(key)
    await b.locator('.hand').click()
    await b.locator('.hand').click()
    await b.locator('.less').click()
    await expect(countOf(a)).toHaveText('2')
    await expect(countOf(b)).toHaveText('2')
    await expect(stageOf(page).locator('[role="status"]')).toHaveText(words.counted.replace('{sign}', 'B').replace('{n}', '2'))
    expect(await a.locator('meter').evaluate(bar => [(bar as HTMLMeterElement).value, (bar as HTMLMeterElement).max])).toEqual([2, 4])
    // A tap takes nothing from the keys: Space still shows the answer.
    await page.keyboard.press('Space')
    await expect(stageOf(page).locator('.feedback').first()).toBeVisible()
    await expect(countOf(b)).toHaveText('2')

    await page.keyboard.press('ArrowRight')
    await expect(countOf(a)).toHaveText('0')
    await page.keyboard.press('ArrowLeft')
    await expect(countOf(a)).toHaveText('2')
    await page.reload()
    await expect(stageOf(page)).toBeVisible()
    await expect(countOf(a)).toHaveText('2')
    await page.keyboard.press('c')
    await expect(countOf(a)).toHaveText('0')
    await page.keyboard.press('c')
    await expect(countOf(a)).toHaveText('2')
  })

  test(`the language changes on the spot, and the place, the answer and the count stay (${lang})`, async ({ page }) => {
    const other = otherLang(lang)
    await hold(page, lang, '#seed=k7f3q&n=12&kinds=single')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Digit3')
    await page.keyboard.press('Space')
    const question = await questionOn(page, setOf(lang))
    await stageOf(page).getByRole('button', { name: words.otherLabel }).click()
    expect((await questionOn(page, setOf(other))).id).toBe(question.id)
    await expect(stageOf(page)).toHaveAttribute('lang', other === 'zh' ? 'zh-CN' : 'en')
    await expect(countOf(choicesOf(page).nth(2))).toHaveText('1')
    await expect(stageOf(page).locator('.feedback').first()).toBeVisible()
    await page.keyboard.press('l')
    expect((await questionOn(page, setOf(lang))).id).toBe(question.id)
  })

  test(`at the end stands what was right at each question, and a class ended by mistake can be gone on with (${lang})`, async ({
    page
  }) => {
    await hold(page, lang, '#seed=k7f3q&n=2&kinds=single')
    const question = await questionOn(page, setOf(lang))
    for (const key of ['Digit1', 'Digit2', 'Digit3']) await page.keyboard.press(key)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(stageOf(page).getByRole('heading', { level: 2 })).toHaveText(words.over)
    const told = stageOf(page).locator('.over > li')
    const right = question.reasons.filter(reason => reason.right).length
    await expect(told.nth(0)).toContainText(words.rightHands.replace('{n}', '3').replace('{k}', `${right}`))
    await expect(told.nth(1)).toContainText(words.noHands)
    await told.nth(0).getByRole('button').click()
    expect((await questionOn(page, setOf(lang))).id).toBe(question.id)
    await stageOf(page).getByRole('button', { name: words.end, exact: true }).click()
    await expect(page.locator('form .primary')).toBeVisible()
    await page.reload()
    await page.getByRole('button', { name: words.goOn.replace('{seed}', 'k7f3q') }).click()
    await expect(countOf(choicesOf(page).nth(1))).toHaveText('1')
  })

  for (const [width, height] of [
    [1280, 800],
    [1920, 1080]
  ] as const) {
    test(`every question can be read from the back, and nothing is cut off (${lang}, ${width} × ${height})`, async ({ page }) => {
      test.setTimeout(600_000)
      await page.setViewportSize({ width, height })
      const cut = () =>
        page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('.scene, .answers')].flatMap(column => {
            // The empty half of a full-width quotation mark may hang over the end of a line.
            const wide = [column, ...column.querySelectorAll<HTMLElement>('*:not(.hidden)')].filter(
              one => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + Number.parseFloat(getComputedStyle(one).fontSize) / 2
            )
            const hidden = column.scrollHeight > column.clientHeight + 1 && getComputedStyle(column).overflowY !== 'auto'
            return [
              ...wide.map(one => `${one.scrollWidth} px in ${one.clientWidth}: ${one.outerHTML.slice(0, 200)}`),
              ...(hidden ? [`${column.className} is cut`] : [])
            ]
          })
        )
      const sizes = () =>
        page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('.scene, .answers')].map(column =>
            Number.parseFloat(getComputedStyle(column).fontSize)
          )
        )
      const set = setOf(lang)
      await hold(page, lang, '#seed=all&n=99')
      expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(1)
      for (let place = 0; place < set.questions.length; place++) {
        const question = await questionOn(page, set)
        expect.soft(await cut(), question.id).toEqual([])
        // A question is at least 2.4 % of the screen’s height, its reasons 2.1 %; a transcript is longer than a screen.
        const least = question.turns ? 0.021 : 0.024
        expect.soft(Math.min(...(await sizes())) / height, question.id).toBeGreaterThan(least)
        await page.keyboard.press('Space')
        expect.soft(await cut(), `${question.id}, answer`).toEqual([])
        expect.soft(Math.min(...(await sizes())) / height, `${question.id}, answer`).toBeGreaterThan(0.021)
        await page.keyboard.press('ArrowRight')
      }
    })
  }

  test(`a class can be used by everybody (${lang})`, async ({ page }) => {
    test.setTimeout(600_000)
    const expectAccessible = async (state: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
        const found = violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary}`))
        expect.soft(found, `${state}, ${colorScheme}`).toEqual([])
      }
    }
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`/${lang}/class/${MODULE}/`)
    await expect(page.locator('form .primary')).toBeVisible()
    await expectAccessible('before')
    for (const kind of ['single', 'order', 'match', 'gap', 'mark', 'number', 'reply'] as const) {
      await hold(page, lang, `#seed=${kind}&n=1&kinds=${kind}`)
      await page.keyboard.press('Digit1')
      await expectAccessible(kind)
      await page.keyboard.press('Space')
      await page.keyboard.press('r')
      await expectAccessible(`${kind}, answer and rule`)
    }
    await page.keyboard.press('?')
    await expect(page.locator('#class-keys')).toBeVisible()
    await expectAccessible('keys')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await expectAccessible('over')
  })

  test(`a class on a phone is no wider than it and easily tapped (${lang})`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    const set = setOf(lang)
    await hold(page, lang, '#seed=all&n=99')
    for (let place = 0; place < set.questions.length; place++) {
      const question = await questionOn(page, set)
      await page.keyboard.press('Space')
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), question.id).toBeLessThanOrEqual(0)
      await page.keyboard.press('ArrowRight')
    }
    const small = await stageOf(page)
      .getByRole('button')
      .evaluateAll(all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 47.5).map(one => one.outerHTML))
    expect(small).toEqual([])
  })

  for (const [width, height] of [
    [360, 740],
    [1280, 800],
    [1920, 1080]
  ] as const) {
    test(`opening a class moves nothing and stays within the budget (${lang}, ${width} × ${height})`, async ({ page, watched }) => {
      await page.setViewportSize({ width, height })
      await page.goto(`/${lang}/class/${MODULE}/`)
      await expect(page.locator('form .primary')).toBeEnabled()
      await watched.settle()
      expect(await watched.shifts()).toEqual([])
      expect(watched.troubles).toEqual([])
      const files = watched.requests.map(request => new URL(request.url()).pathname).filter(path => /\.(js|css)$/.test(path))
      expect(files.length).toBeLessThanOrEqual(6)
      expect(files.reduce((sum, path) => sum + brotli(readFileSync(join(folder, path))), 0)).toBeLessThanOrEqual(25_000)
    })
  }
}

test('once it is open a class needs no network, in either language', async ({ page, context, watched }) => {
  await page.goto(`/zh/class/${MODULE}/#seed=k7f3q&n=5`)
  await expect(page.locator('form .primary')).toBeEnabled()
  await watched.settle()
  await context.setOffline(true)
  await page.locator('form .primary').click()
  await expect(stageOf(page)).toBeVisible()
  watched.forget()
  for (let place = 0; place < 5; place++) for (const key of ['Space', 'r', 'l', 'ArrowRight']) await page.keyboard.press(key)
  await expect(stageOf(page).getByRole('heading', { level: 2 })).toHaveText(CLASS_WORDS.en.class.over)
  expect(watched.requests).toEqual([])
})

test('the same seed is the same class, whoever types it', async ({ page }) => {
  const drawn = async (lang: Lang, seed: string) => {
    await page.goto(`/${lang}/class/${MODULE}/`)
    await page.evaluate(() => localStorage.clear())
    await page.reload()
    await page.getByRole('textbox', { name: CLASS_WORDS[lang].choose.seed }).fill(seed)
    await page.getByRole('spinbutton', { name: CLASS_WORDS[lang].choose.count }).fill('6')
    await page.locator('form .primary').click()
    await expect(stageOf(page)).toContainText('k7f3q')
    const ids: string[] = []
    for (let place = 0; place < 6; place++) {
      ids.push((await questionOn(page, setOf(lang))).id)
      await page.keyboard.press('ArrowRight')
    }
    return ids
  }
  const ids = await drawn('zh', 'k7f3q')
  expect(new Set(ids).size).toBe(6)
  expect(await drawn('en', ' Ｋ7F3Q ')).toEqual(ids)
})

test('a seed that is being typed stays when the questions arrive', async ({ page }) => {
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route('**/class.json', async route => {
    await released
    await route.continue()
  })
  await page.goto(`/en/class/${MODULE}/`)
  const field = page.getByRole('textbox', { name: CLASS_WORDS.en.choose.seed })
  await field.fill('')
  await field.pressSequentially('k7f')
  const arrived = page.waitForResponse('**/en/**/class.json')
  release()
  await arrived
  await expect(page.locator('form .primary')).toHaveAttribute('aria-busy', 'false')
  await field.pressSequentially('3q')
  await field.press('Enter')
  await expect(stageOf(page)).toContainText('k7f3q')
})

test('a class writes nothing into the learner’s record', async ({ page }) => {
  await hold(page, 'en')
  for (const key of ['Digit1', 'Space', 'r', 'ArrowRight', 'Digit2', 'l', 'c', 'ArrowRight']) await page.keyboard.press(key)
  await stageOf(page).getByRole('button', { name: CLASS_WORDS.zh.class.end, exact: true }).click()
  await expect(page.locator('form .primary')).toBeVisible()
  expect(await logOnDisk(page)).toEqual([])
})

test('the whole screen is given where the browser can, and given back', async ({ page }) => {
  await hold(page, 'en')
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null)
  await page.keyboard.press('f')
  await expect.poll(isFull).toBe(true)
  await expect(stageOf(page).getByRole('button', { name: CLASS_WORDS.en.class.leaveScreen })).toBeVisible()
  await page.keyboard.press('f')
  await expect.poll(isFull).toBe(false)
})

test('letters and digits can be turned off; arrows and Space go on working', async ({ page }) => {
  await hold(page, 'en', '#seed=k7f3q&n=3&kinds=single')
  await page.keyboard.press('?')
  await page.getByLabel(CLASS_WORDS.en.class.signs).click()
  await page.keyboard.press('Escape')
  for (const key of ['Digit1', 'r', 'a', 'f']) await page.keyboard.press(key)
  await expect(countOf(choicesOf(page).nth(0))).toHaveText('0')
  await expect(stageOf(page).locator('.rule, .feedback')).toHaveCount(0)
  await page.keyboard.press('Space')
  await expect(stageOf(page).locator('.feedback').first()).toBeVisible()
})

test('where the questions can’t be loaded, the place says so and tries again on request', async ({ page }) => {
  await page.route('**/class.json', route => route.abort())
  await page.goto(`/en/class/${MODULE}/`)
  const { loadFailed, retry } = TRAINING_WORDS.en.bank
  await expect(page.getByRole('alert')).toContainText(loadFailed)
  await page.unroute('**/class.json')
  await page.getByRole('button', { name: retry }).click()
  await page.locator('form .primary').click()
  await expect(stageOf(page)).toBeVisible()
})

test('each module has a class and a sheet, and its page leads there', () => {
  const pages = new Map(pagesOf().map(page => [page.address, page.html]))
  for (const lang of LANGS) {
    for (const address of [...pages.keys()].filter(one => new RegExp(`^/${lang}/modules/[^/]+/$`).test(one))) {
      const module = address.split('/')[3]
      for (const room of ['class', 'worksheets']) {
        expect(pages.get(address)).toContain(`href="/${lang}/${room}/${module}/"`)
        expect(brotli(pages.get(`/${lang}/${room}/${module}/`) ?? ''), `${room} ${module}`).toBeLessThanOrEqual(10_000)
      }
    }
  }
})
