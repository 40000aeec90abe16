/** The follow-up planner: due days, the list, its calendar file, and what the device keeps. The clock is the test's. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { fill, LANGS, type Lang, localeOf } from '../../src/lang/text.ts'
import { readDay, tellDay } from '../../src/visit/calendarDay.ts'
import { GUEST_KINDS } from '../../src/visit/followUp.ts'
import { FOLLOW_UP_WORDS } from '../../src/visit/followUpWords.ts'
import type { GuestKind } from '../../src/visit/paper.ts'
import { expectFine, tabTo } from './fine.ts'
import { expect, test } from './promise.ts'

const FRIDAY = new Date('2026-11-27T10:00:00+08:00')
test.use({ timezoneId: 'Asia/Shanghai', viewport: { width: 360, height: 740 } })

const part = (page: Page, name: string) => page.locator(`[data-part="${name}"]`)
const guestsIn = (page: Page, name: string) => part(page, name).locator('li > p:first-child b')
const told = (page: Page) => page.locator('.bar p')
const told_ = (day: string, lang: Lang) => {
  const read = readDay(day)
  return read ? tellDay(read, localeOf(lang)) : ''
}

async function open(page: Page, lang: Lang): Promise<void> {
  await page.goto(`/${lang}/tools/follow-ups/`)
  await expect(page.locator('.add')).toBeVisible()
}

async function add(page: Page, lang: Lang, guest: string, checkOut: string, kind: GuestKind, note = ''): Promise<void> {
  if (!(await page.locator('#guest').isVisible())) await page.locator('.add summary').click()
  await page.locator('#guest').fill(guest)
  await page.locator('#check-out').fill(checkOut)
  await page.locator('[name="kind"]').nth(GUEST_KINDS.indexOf(kind)).check({ force: true })
  await page.locator('#note').fill(note)
  await page.getByRole('button', { name: FOLLOW_UP_WORDS[lang].save, exact: true }).click()
  await expect(page.locator('#guest')).toHaveValue('')
}

const act = (page: Page, lang: Lang, action: 'markCalled' | 'notCalled' | 'editOne' | 'remove' | 'calendar', guest: string) =>
  page.getByRole('button', { name: fill(FOLLOW_UP_WORDS[lang].markOf, { action: FOLLOW_UP_WORDS[lang][action], guest }), exact: true })

async function fileOf(page: Page, click: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

for (const lang of LANGS) {
  const words = FOLLOW_UP_WORDS[lang]

  test(`guests are listed by the day they are due, overdue first, and survive a reload (${lang})`, async ({ page }) => {
    await page.clock.setFixedTime(FRIDAY)
    await open(page, lang)
    await page.locator('#check-out').fill('2026-12-31')
    await expect(page.locator('.due')).toHaveText(fill(words.preview, { day: told_('2027-01-01', lang) }))
    await page.locator('[name="kind"]').nth(2).check({ force: true })
    await expect(page.locator('.due')).toHaveText(fill(words.preview, { day: told_('2027-01-03', lang) }))
    await expect(page.locator('.plan .reading')).toHaveText(words.reading)
    await add(page, lang, 'coming', '2026-11-27', 'group')
    await add(page, lang, 'late', '2026-11-20', 'individual')
    await add(page, lang, 'today', '2026-11-24', 'complained', 'room 12')
    await page.reload()
    await expect(guestsIn(page, 'overdue')).toHaveText(['late'])
    await expect(guestsIn(page, 'today')).toHaveText(['today'])
    await expect(guestsIn(page, 'coming')).toHaveText(['coming'])
    await expect(part(page, 'today')).toContainText('room 12')
    await expect(part(page, 'overdue')).toContainText(fill(words.late, { n: 6 }))
    await expect(page.getByText(words.gap)).toBeVisible()
    const order = await page.locator('[data-part]').evaluateAll(parts => parts.map(one => (one as HTMLElement).dataset.part))
    expect(order).toEqual(['overdue', 'today', 'coming'])
  })

  test(`a call is noted, taken back, changed and deleted, and each can be undone (${lang})`, async ({ page }) => {
    await page.clock.setFixedTime(FRIDAY)
    await open(page, lang)
    await add(page, lang, 'Wang', '2026-11-26', 'individual')
    await act(page, lang, 'markCalled', 'Wang').click()
    await expect(told(page)).toHaveText(fill(words.savedCalled, { guest: 'Wang' }))
    await expect(page.locator('.bar')).toBeFocused()
    await expect(part(page, 'today')).toHaveCount(0)
    await page.getByRole('button', { name: words.undo }).click()
    await expect(guestsIn(page, 'today')).toHaveText(['Wang'])

    await act(page, lang, 'markCalled', 'Wang').click()
    await part(page, 'called').locator('summary').click()
    await act(page, lang, 'notCalled', 'Wang').click()
    await expect(guestsIn(page, 'today')).toHaveText(['Wang'])

    await act(page, lang, 'editOne', 'Wang').click()
    await expect(page.locator('#guest')).toBeFocused()
    await page.locator('#guest').fill('Wang Lin')
    await page.locator('#check-out').fill('2026-11-27')
    await page.getByRole('button', { name: words.save, exact: true }).click()
    await expect(guestsIn(page, 'coming')).toHaveText(['Wang Lin'])

    await act(page, lang, 'remove', 'Wang Lin').click()
    await expect(part(page, 'coming')).toHaveCount(0)
    await expect(told(page)).toHaveText(fill(words.removed, { n: 1 }))
    await page.getByRole('button', { name: words.undo }).click()
    await expect(guestsIn(page, 'coming')).toHaveText(['Wang Lin'])
    await page.reload()
    await expect(guestsIn(page, 'coming')).toHaveText(['Wang Lin'])
  })

  test(`without a name or a day nothing is saved, and it is said where (${lang})`, async ({ page }) => {
    await page.clock.setFixedTime(FRIDAY)
    await open(page, lang)
    const save = page.getByRole('button', { name: words.save, exact: true })
    await save.click()
    await expect(page.getByRole('alert')).toHaveText(words.needGuest)
    await expect(page.locator('#guest')).toBeFocused()
    await page.locator('#guest').fill('Wang')
    await page.locator('#check-out').fill('')
    await save.click()
    await expect(page.getByRole('alert')).toHaveText(words.needDay)
    await expect(page.locator('#check-out')).toBeFocused()
    await expect(page.locator('.calls')).toHaveCount(0)
  })

  test(`a guest is planned, called and undone by keyboard alone (${lang})`, async ({ page }) => {
    await page.clock.setFixedTime(FRIDAY)
    await open(page, lang)
    await tabTo(page, '#guest')
    await page.keyboard.type('Wang')
    await tabTo(page, '[name="kind"]')
    await page.keyboard.press('ArrowRight')
    await expect(page.locator('[name="kind"]').nth(1)).toBeChecked()
    await tabTo(page, '.plan .primary')
    await page.keyboard.press('Enter')
    await expect(guestsIn(page, 'coming')).toHaveText(['Wang'])
    await expect(page.locator('#guest')).toBeFocused()
    await tabTo(page, '.calls .main')
    await page.keyboard.press('Enter')
    await expect(page.locator('.bar')).toBeFocused()
    await tabTo(page, '.bar button')
    await page.keyboard.press('Enter')
    await expect(guestsIn(page, 'coming')).toHaveText(['Wang'])
    await expect(page.locator('.bar')).toBeFocused()
  })

  test(`every state can be used by everybody, fits a narrow phone and does not move by itself (${lang})`, async ({ page, watched }) => {
    test.setTimeout(240_000)
    await page.clock.setFixedTime(FRIDAY)
    await open(page, lang)
    await watched.settle()
    expect.soft(await watched.shifts()).toEqual([])
    await expectFine(page, 'empty')
    await add(page, lang, '很长的名字'.repeat(16), '2026-11-20', 'complained', 'W'.repeat(300))
    await add(page, lang, 'called', '2026-11-20', 'member')
    await act(page, lang, 'markCalled', 'called').click()
    await part(page, 'called').locator('summary').click()
    await expectFine(page, 'listed')
    await page.evaluate(() => scrollTo(0, 0))
    await page.reload()
    await watched.settle()
    expect.soft(await watched.shifts()).toEqual([])
    expect(watched.troubles).toEqual([])
  })

  test(`without scripts it leads to the deadlines (${lang})`, async ({ browser, site }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${site}/${lang}/tools/follow-ups/`)
    await expect(page.locator('noscript .note')).toBeVisible()
    expect(await page.locator('noscript .note').innerText()).toBe(words.without)
    await page.locator('main a[href*="/handbook/follow-up/who-and-when/"]').click()
    await expect(page.locator('h1')).toBeVisible()
    await context.close()
  })
}

test('the calendar file holds one guest or all who are to be called, and hostile names stay in their lines', async ({ page }) => {
  await page.clock.setFixedTime(FRIDAY)
  await open(page, 'en')
  const hostile = '<b>;,\\ BEGIN:VALARM'
  await add(page, 'en', hostile, '2026-12-31', 'group', 'one\nEND:VEVENT\ntwo')
  await add(page, 'en', '王先生', '2026-11-26', 'individual')
  await add(page, 'en', 'done', '2026-11-26', 'individual')
  await act(page, 'en', 'markCalled', 'done').click()
  await expect(page.locator('main b').filter({ hasText: '<b>' })).toHaveText(hostile)

  const one = await fileOf(page, () => act(page, 'en', 'calendar', '王先生').click())
  expect(one.name).toBe('follow-ups-2026-11-27.ics')
  expect(one.text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  expect(one.text).toContain('DTSTART;VALUE=DATE:20261127\r\nDTEND;VALUE=DATE:20261128\r\n')
  const all = await fileOf(page, () => page.getByRole('button', { name: fill(FOLLOW_UP_WORDS.en.calendarAll, { n: 2 }) }).click())
  const lines = all.text.replaceAll('\r\n ', '').split('\r\n')
  expect(lines.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(2)
  expect(lines.filter(line => line === 'END:VEVENT')).toHaveLength(2)
  expect(lines).toContain('SUMMARY:Call <b>\\;\\,\\\\ BEGIN:VALARM')
  const uids = (text: string) => text.match(/^UID:.*$/gm) ?? []
  expect(uids(all.text)).toContain(uids(one.text)[0])
})

test('today turns at midnight, and when a phone that slept is looked at again', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-27T23:59:30+08:00') })
  await open(page, 'en')
  await add(page, 'en', 'Wang', '2026-11-26', 'individual')
  await expect(guestsIn(page, 'today')).toHaveText(['Wang'])
  await page.clock.runFor(40_000)
  await expect(guestsIn(page, 'overdue')).toHaveText(['Wang'])
  await page.clock.setSystemTime(new Date('2026-11-30T09:00:00+08:00'))
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(part(page, 'overdue')).toContainText(fill(FOLLOW_UP_WORDS.en.late, { n: 3 }))
})

for (const timezoneId of ['Pacific/Auckland', 'America/St_Johns', 'Pacific/Kiritimati']) {
  test.describe(timezoneId, () => {
    test.use({ timezoneId })
    test('a day is the same day in every time zone', async ({ page }) => {
      await page.clock.setFixedTime(new Date(2026, 2, 8, 12))
      await open(page, 'en')
      await page.locator('#check-out').fill('2028-02-28')
      await expect(page.locator('.due')).toHaveText(fill(FOLLOW_UP_WORDS.en.preview, { day: 'Tuesday, February 29, 2028' }))
    })
  })
}

test('two tabs show the same list, and neither loses what the other wrote', async ({ context, page }) => {
  await page.clock.setFixedTime(FRIDAY)
  const other = await context.newPage()
  await other.clock.setFixedTime(FRIDAY)
  await open(page, 'zh')
  await open(other, 'en')
  await add(page, 'zh', 'from one', '2026-11-26', 'individual')
  await expect(guestsIn(other, 'today')).toHaveText(['from one'])
  await add(other, 'en', 'from the other', '2026-11-26', 'group')
  await expect(guestsIn(page, 'today')).toHaveText(['from one', 'from the other'])
  await act(other, 'en', 'markCalled', 'from one').click()
  await expect(guestsIn(page, 'today')).toHaveText(['from the other'])
})

for (const lang of LANGS) {
  test(`where the browser keeps nothing, it is said, and what was filled in stays (${lang})`, async ({ page }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError')
      }
    })
    await page.clock.setFixedTime(FRIDAY)
    await open(page, lang)
    const { faults, notRead, notSaved, save } = FOLLOW_UP_WORDS[lang]
    await expect(told(page)).toHaveText(fill(notRead, { why: faults.blocked }))
    await page.locator('#guest').fill('Wang')
    await page.getByRole('button', { name: save, exact: true }).click()
    await expect(told(page)).toHaveText(fill(notSaved, { why: faults.blocked }))
    await expect(page.locator('#guest')).toHaveValue('Wang')
  })
}
