/** A visit on a phone from the first tap to the last: ticked, skipped with a reason, taken back, finished, found, deleted. */
import type { Page } from '@playwright/test'
import { fill, LANGS } from '../../src/lang/text.ts'
import { RUN_WORDS } from '../../src/visit/runWords.ts'
import { launch, newProfile } from './chromium.ts'
import { expect, test } from './promise.ts'
import {
  addPhoto,
  backToList,
  begin,
  beginForm,
  dots,
  drawerOf,
  expectFine,
  finish,
  heading,
  isSaved,
  noiseFrom,
  onward,
  openVisits,
  pictureFrom,
  rail,
  rows,
  runsOnDisk,
  savedMark,
  step,
  textOfDownload,
  tickAll,
  undoBar
} from './visit.ts'

test.use({ viewport: { width: 360, height: 740 } })

for (const lang of LANGS) {
  const words = RUN_WORDS[lang]

  test(`a visit is done from beginning to end by one tap a step (${lang})`, async ({ page, watched }) => {
    await openVisits(page, lang)
    await begin(page, 'JF-001', '李 Li')
    await expect(heading(page)).toHaveText('JF-001')
    await expect(heading(page)).toBeFocused()
    await step(page, 0)
      .tap()
      .catch(() => step(page, 0).click())
    await expect(page.locator('.whole')).toContainText('1/16')
    await isSaved(page)
    expect(await runsOnDisk(page)).toMatchObject([{ order: 'JF-001', customer: '李 Li', entries: [{ type: 'done', step: 'fill-form' }] }])

    await undoBar(page).getByRole('button').click()
    await expect(step(page, 0)).toHaveAttribute('aria-checked', 'false')
    await expect(heading(page)).toBeFocused()
    for (const place of [0, 1, 2, 3]) await step(page, place).click()
    await expect(onward(page)).toHaveClass('primary')
    await onward(page).click()
    await expect(rail(page).nth(1)).toHaveAttribute('aria-current', 'step')
    await expect(rail(page).nth(0)).toContainText('4/4')

    await rail(page).nth(3).click()
    await onward(page).click()
    await expect(page.locator('.note')).toContainText(words.finishBlocked)
    await expect(page.locator('.note li')).toHaveCount(3)
    await page.locator('.note li button').first().click()
    await expect(rail(page).nth(2)).toHaveAttribute('aria-current', 'step')
    await expect(step(page, 0)).toBeFocused()
    await page.getByRole('button', { name: words.skip }).click()
    await page.getByRole('button', { name: words.skipConfirm, exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: words.reasonMissing })).toBeVisible()
    await page.getByLabel(words.reason).fill('not opened')
    await page.getByRole('button', { name: words.skipConfirm, exact: true }).click()
    await expect(page.locator('.steps > li').first()).toHaveAttribute('data-state', 'skipped')
    await expect(page.locator('.steps > li').first()).toContainText('not opened')

    await finish(page)
    await expect(heading(page)).toBeFocused()
    await expect(page.locator('.steps > li')).toHaveCount(16)
    await page.getByRole('button', { name: words.reopen }).click()
    await expect(rail(page).first()).toBeVisible()
    await undoBar(page).getByRole('button').click()
    await expect(page.locator('.ended')).toBeVisible()
    await isSaved(page)
    await page.goto(`/${lang}/tools/visit/`)
    await expect(rows(page)).toHaveCount(1)
    await expect(rows(page)).toContainText('16/16')
    expect(watched.troubles).toEqual([])
  })

  test(`runs stand side by side, are found, handed out and deleted (${lang})`, async ({ page }) => {
    await openVisits(page, lang)
    await begin(page, 'A-1', '王')
    await finish(page)
    const { name, text } = await textOfDownload(page, page.getByRole('button', { name: words.exportText }))
    expect(name).toBe('visit-A-1.txt')
    expect(text).toContain('单号 / Order: A-1')
    expect(text).toContain('当着用户的面，复测原来的故障')
    expect(text).toContain('Retest the original fault in front of the customer')
    await expect.poll(async () => (await runsOnDisk(page))[0]?.exported).toBeGreaterThan(0)

    await backToList(page)
    await begin(page, 'B-2')
    await backToList(page)
    await beginForm(page).locator('input').first().fill('b-2')
    await expect(beginForm(page).getByRole('status')).toContainText(words.openIt)
    await begin(page, 'b-2')
    await tickAll(page)
    await page.goto(`/${lang}/tools/`)
    await expect(page.locator('[data-underway]')).toHaveText(fill(words.underWayCount, { n: 2 }))
    await page.locator('.list a').first().click()
    await expect(rows(page)).toHaveCount(3)
    await page.getByRole('searchbox').fill('王')
    await expect(rows(page)).toHaveCount(3)
    await page.getByRole('searchbox').fill('nobody')
    await expect(rows(page)).toHaveCount(2)
    await expect(page.getByText(words.nothingFound)).toBeVisible()
    await page.getByRole('searchbox').fill('')
    const table = await textOfDownload(page, page.getByRole('button', { name: fill(words.table, { n: 1 }) }))
    expect(table.text).toContain('\r\nA-1,王,')

    await rows(page).filter({ hasText: 'A-1' }).getByRole('link').click()
    await page.locator('summary').click()
    await page.getByRole('button', { name: words.remove }).click()
    await expect(page.getByRole('dialog')).toContainText('A-1')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: words.remove })).toBeFocused()
    await page.getByRole('button', { name: words.remove }).click()
    await page.getByRole('dialog').getByRole('button', { name: words.removeConfirm, exact: true }).click()
    await expect(beginForm(page)).toBeVisible()
    await expect(heading(page)).toBeFocused()
    await expect(rows(page)).toHaveCount(2)
    expect((await runsOnDisk(page)).map(({ order }) => order).sort()).toEqual(['B-2', 'b-2'])
    await page.goBack()
    await expect(page.getByRole('alert')).toContainText(words.gone)
  })

  test(`a visit can be done by keyboard alone, and the focus is never lost (${lang})`, async ({ page, watched }) => {
    test.setTimeout(400_000)
    await openVisits(page, lang)
    await watched.settle()
    const tabTo = async (selector: string, key = 'Tab') => {
      for (let presses = 0; presses < 60; presses++) {
        if (await page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector)) return
        await page.keyboard.press(key)
        expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)
      }
      throw new Error(`${key} does not reach ${selector}`)
    }
    await tabTo('.begin input')
    await page.keyboard.press('Enter')
    await expect(page.locator('.wrong')).toHaveText(words.orderMissing)
    await page.keyboard.type('K-1')
    await page.keyboard.press('Enter')
    await expect(heading(page)).toBeFocused()
    await tabTo('.steps li:nth-child(1) .step')
    await page.keyboard.press('Space')
    await expect(step(page, 0)).toHaveAttribute('aria-checked', 'true')
    await tabTo('.steps li:nth-child(2) .dots')
    await page.keyboard.press('Enter')
    await expect(page.locator('.take')).toBeVisible()
    await tabTo('.step-more textarea')
    await page.keyboard.type('loud')
    await tabTo('.take input')
    await tabTo('.step-more .acts-row button')
    await page.keyboard.press('Enter')
    await expect(page.locator('.steps > li').nth(1)).toHaveAttribute('data-state', 'skipped')
    await expect(page.locator('.steps > li').nth(1)).toContainText('loud')
    await expect(page.getByRole('button', { name: words.reopenStep })).toBeFocused()
    await tabTo('.undo button')
    await page.keyboard.press('Enter')
    await expect(page.locator('.steps > li').nth(1)).toHaveAttribute('data-state', 'open')
    await expect(undoBar(page).getByRole('button')).toBeFocused()
    await tabTo('.steps + button', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(heading(page)).toBeFocused()
    await expect(rail(page).nth(1)).toHaveAttribute('aria-current', 'step')
    await tabTo('.rail button:nth-child(4)')
    await page.keyboard.press('Enter')
    await tabTo('.steps li:nth-child(1) .dots')
    await page.keyboard.press('Enter')
    await tabTo('.step-more .acts-row button')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel(words.reason)).toBeFocused()
    await page.keyboard.type('no power')
    await tabTo('.step-more form button')
    await page.keyboard.press('Enter')
    await expect(page.locator('.step-more')).toBeFocused()
    await isSaved(page)
  })

  test(`every screen can be used by everybody, fits 320 pixels and does not move (${lang})`, async ({ page, watched }) => {
    test.setTimeout(600_000)
    await page.setViewportSize({ width: 320, height: 640 })
    await openVisits(page, lang)
    await watched.settle()
    expect.soft(await watched.shifts(), 'empty').toEqual([])
    await expectFine(page, 'empty')
    await begin(page, 'JF-001', '李女士')
    await step(page, 0).click()
    await dots(page, 1).click()
    await addPhoto(page, await pictureFrom(page, 800, 600))
    await expect(page.locator('.thumbs img')).toBeVisible()
    await page.locator('.step-more textarea').fill('备注 note')
    await expectFine(page, 'a step opened')
    await page.locator('.thumbs button').click()
    await expectFine(page, 'a photo')
    await page.keyboard.press('Escape')
    await rail(page).nth(3).click()
    await dots(page, 0).click()
    await page.getByRole('button', { name: words.skip }).click()
    await page.getByRole('button', { name: words.skipConfirm, exact: true }).click()
    await expectFine(page, 'a reason missing')
    await onward(page).click()
    await page.locator('summary').click()
    await expect(page.locator('.run-more')).toBeVisible()
    await expectFine(page, 'held up')
    await page.reload()
    await expect(rail(page)).toHaveCount(4)
    await watched.settle()
    expect.soft(await watched.shifts(), 'a run opened by its address').toEqual([])
    await finish(page)
    await expectFine(page, 'finished')
    await backToList(page)
    await page.locator('summary').click()
    await expect(page.locator('.keep')).toBeVisible()
    await expectFine(page, 'list')
    await page.goto(`/${lang}/tools/visit/#run=nowhere`)
    await expect(page.getByRole('alert')).toContainText(words.gone)
    await expectFine(page, 'gone')
  })
}

test('no row moves when a step is tapped', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await openVisits(page, 'en')
  await begin(page, 'A-1')
  const tops = () => page.locator('.steps > li').evaluateAll(all => all.map(one => one.getBoundingClientRect().top + scrollY))
  const before = await tops()
  for (const place of [0, 1, 2, 3]) await step(page, place).click()
  await isSaved(page)
  expect(await tops()).toEqual(before)
})

test('reload, another day and the back button find the run where it was; the language can be changed within it', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-27T10:00:00+08:00'))
  await openVisits(page, 'zh')
  await begin(page, 'JF-7', '李')
  for (const place of [0, 1, 2, 3]) await step(page, place).click()
  await isSaved(page)
  await page.clock.setFixedTime(new Date('2026-11-30T10:00:00+08:00'))
  await page.reload()
  await expect(heading(page)).toHaveText('JF-7')
  await expect(rail(page).nth(1)).toHaveAttribute('aria-current', 'step')
  await rail(page).nth(0).click()
  await expect(dots(page, 0)).toContainText('11月27日')
  await page.locator('[data-twin]').click()
  await page.waitForURL(/\/en\/tools\/visit\/#run=/)
  await expect(heading(page)).toHaveText('JF-7')
  await expect(rail(page).nth(0)).toContainText(/Arrange.*4\/4/)
  await dots(page, 0).click()
  await page.getByRole('link', { name: RUN_WORDS.en.handbook }).click()
  await page.waitForURL(/\/en\/handbook\/visit\/.*#visit\./)
  await page.goBack()
  await expect(heading(page)).toHaveText('JF-7')
  await page.locator('.back').click()
  await expect(beginForm(page)).toBeVisible()
  await expect(page.locator('.back')).toContainText('Tools')
  await page.goBack()
  await expect(heading(page)).toHaveText('JF-7')
})

test('two tabs that work on one run show the same and lose nothing', async ({ page, context }) => {
  await openVisits(page, 'en')
  await begin(page, 'T-1')
  await step(page, 0).click()
  await isSaved(page)
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(step(other, 0)).toHaveAttribute('aria-checked', 'true')
  const ticking = (tab: Page, places: readonly number[]) =>
    tab.evaluate(async all => {
      for (const place of all) {
        document.querySelectorAll<HTMLElement>('.steps .step')[place]?.click()
        await new Promise(resolve => setTimeout(resolve))
      }
    }, places)
  await Promise.all([ticking(page, [1, 1, 1, 1, 1]), ticking(other, [2, 2, 2, 2, 2])])
  for (const tab of [page, other]) {
    await isSaved(tab)
    for (const place of [0, 1, 2]) await expect(step(tab, place)).toHaveAttribute('aria-checked', 'true')
  }
  expect((await runsOnDisk(page))[0]?.entries).toHaveLength(11)
})

/** What browsers do where a person has blocked site data. */
function block(): void {
  const refuse = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  IDBFactory.prototype.open = refuse
  Object.defineProperty(window, 'localStorage', { get: refuse })
}

test('with storage blocked a visit works to its end, says that it is not saved, and can be handed out', async ({ page }) => {
  const words = RUN_WORDS.en
  await page.addInitScript(block)
  await openVisits(page, 'en')
  await expect(page.getByRole('alert').filter({ hasText: words.blocked })).toBeVisible()
  await begin(page, 'M-1')
  await step(page, 0).click()
  await expect(savedMark(page)).toHaveText(words.notSaved)
  await dots(page, 1).click()
  await addPhoto(page, await pictureFrom(page, 40, 30))
  await expect(page.locator('.thumbs img')).toBeVisible()
  await expect(page.getByText(words.photoInMemory)).toBeVisible()
  await tickAll(page)
  await onward(page).click()
  await expect(page.locator('.ended')).toBeVisible()
  const { text } = await textOfDownload(page, page.getByRole('button', { name: words.exportText }))
  expect(text).toContain('16/16')
  await backToList(page)
  await expect(rows(page)).toHaveCount(1)
})

test('with a full disk nothing is lost from the screen, it is said, and all is saved when there is room', async ({
  page,
  context,
  site
}) => {
  const words = RUN_WORDS.en
  const control = await context.newCDPSession(page)
  await control.send('Storage.overrideQuotaForOrigin', { origin: site, quotaSize: 1 })
  await openVisits(page, 'en')
  await begin(page, 'F-1')
  await step(page, 0).click()
  await expect(savedMark(page)).toHaveText(words.notSaved)
  await expect(page.getByRole('alert').filter({ hasText: words.full })).toBeVisible()
  await expect(step(page, 0)).toHaveAttribute('aria-checked', 'true')
  await control.send('Storage.overrideQuotaForOrigin', { origin: site })
  await step(page, 1).click()
  await isSaved(page)
  await expect(page.getByText(words.full)).toBeHidden()
  expect((await runsOnDisk(page))[0]?.entries.map(entry => ('step' in entry ? entry.step : ''))).toEqual(['fill-form', 'call'])
})

test('a photo that finds no room is said to be not kept, and everything else is', async ({ page, context, site }) => {
  const words = RUN_WORDS.en
  const control = await context.newCDPSession(page)
  await control.send('Storage.overrideQuotaForOrigin', { origin: site, quotaSize: 400_000 })
  await openVisits(page, 'en')
  await begin(page, 'F-2')
  await step(page, 0).click()
  await isSaved(page)
  await dots(page, 1).click()
  await addPhoto(page, await noiseFrom(page, 1280, 960))
  await expect(page.getByText(words.photoFull)).toBeVisible()
  await expect(page.locator('.thumbs')).toHaveCount(0)
  await expect(step(page, 0)).toHaveAttribute('aria-checked', 'true')
  // What Chromium had begun to write still takes up the room.
  await control.send('Storage.overrideQuotaForOrigin', { origin: site })
  await step(page, 2).click()
  await isSaved(page)
  expect((await runsOnDisk(page))[0]?.entries.map(({ type }) => type)).toEqual(['done', 'done'])
  expect(await drawerOf(page, 'photo')).toEqual([])
})

test('a tap that is shown as saved is there after the browser was killed at that moment', async ({ site }) => {
  test.skip(process.platform === 'win32', 'needs process groups')
  test.setTimeout(300_000)
  const profile = newProfile()
  let address = `${site}/en/tools/visit/`
  try {
    for (let kill = 0; kill < 4; kill++) {
      const { page, kill: die } = await launch(profile.folder)
      await page.goto(address)
      if (kill === 0) await begin(page, 'C-1')
      address = page.url()
      await expect(page.locator('.steps [aria-checked="true"]')).toHaveCount(kill)
      await page.evaluate(
        place =>
          new Promise<void>(resolve => {
            document.querySelectorAll<HTMLElement>('.steps .step')[place]?.click()
            const look = () => {
              const ticked = document.querySelectorAll('.steps [aria-checked="true"]').length === place + 1
              if (ticked && document.querySelector('.run .saved[data-saved="yes"]')) resolve()
              else requestAnimationFrame(look)
            }
            look()
          }),
        kill
      )
      await die()
    }
    const { page, kill } = await launch(profile.folder)
    await page.goto(address)
    await expect(rail(page).nth(0)).toContainText('4/4')
    await kill()
  } finally {
    profile.remove()
  }
})
