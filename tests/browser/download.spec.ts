/** A copy is complete or it isn't there: broken connections, broken files, full disks. */
import type { Page } from '@playwright/test'
import { LANGS } from '../../src/lang/text.ts'
import { COPY } from '../../src/offline/words.ts'
import { expect, part, takeCopy, test, update, versionOf, versionsKept } from './copy.ts'
import { deployOf, type Fault, type Host } from './host.ts'

test.describe.configure({ mode: 'default' })

let one = ''
let two = ''
test.beforeAll(async () => {
  ;[one, two] = [await deployOf('first'), await deployOf('second')]
})
test.beforeEach(({ host }) => host.deploy(one))

const PACK = /pack-(zh|en)/

const FAULTS: readonly (readonly [string, Fault, 'unreachable' | 'damaged'])[] = [
  ['a connection that breaks in the middle of the pack', 'cut', 'unreachable'],
  ['a pack that the host has lost', 'missing', 'unreachable'],
  ['a pack that is not the one that was built', 'damaged', 'damaged'],
  ['a host that answers everything with a page', 'page', 'damaged']
]
for (const [what, fault, why] of FAULTS) {
  test(`${what} leaves nothing behind, and the next try succeeds`, async ({ page, host }) => {
    await page.goto(`/en/me/`)
    host.fail(PACK, fault)
    await part(page, 'keep').click()
    await expect(part(page, 'said')).toHaveText(COPY.en[why])
    expect(await versionsKept(page)).toEqual([])
    host.fail()
    await takeCopy(page, 'en')
  })

  test(`${what} leaves the version before at work`, async ({ page, host }) => {
    await takeCopy(page, 'en')
    await page.reload()
    const before = await versionsKept(page)
    host.deploy(two)
    host.fail(PACK, fault)
    await part(page, 'update').click()
    await expect(part(page, 'said')).toHaveText(COPY.en[why])
    expect(await versionsKept(page)).toEqual(before)
    host.goDown()
    await page.goto(`/en/tools/`)
    expect(await versionOf(page)).toBe('first')
  })
}

/** What this site may keep, in bytes; none: as much as there is. */
async function allow(page: Page, host: Host, quotaSize?: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin: host.url, ...(quotaSize !== undefined && { quotaSize }) })
}

test('a full disk leaves nothing behind but the version before, and says so', async ({ page, host }) => {
  await takeCopy(page, 'en')
  await page.reload()
  const before = await versionsKept(page)
  host.deploy(two)
  const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate())
  await allow(page, host, usage + 50_000)
  await part(page, 'update').click()
  await expect(part(page, 'said')).toHaveText(COPY.en.full)
  expect(await versionsKept(page)).toEqual(before)
  await allow(page, host)
  await update(page)
  await part(page, 'apply').click()
  await expect.poll(() => versionOf(page)).toBe('second')
})

for (const lang of LANGS) {
  test(`the download shows how far it is, and stops without a trace when the network dies (${lang})`, async ({ page, host }) => {
    await page.goto(`/${lang}/me/`)
    host.fail(PACK, 'slow')
    await part(page, 'keep').click()
    await expect(part(page, 'progress')).toBeVisible()
    host.goDown()
    await expect(part(page, 'said')).toHaveText(COPY[lang].unreachable)
    await expect(part(page, 'progress')).toBeHidden()
    expect(await versionsKept(page)).toEqual([])
  })
}

test('a missing script is never answered with a page, whatever the host says', async ({ page, host }) => {
  await takeCopy(page, 'en')
  await page.goto(`/en/tools/`)
  host.fail(/gone/, 'page')
  const got = await page.evaluate(() =>
    Promise.all(['/_astro/gone.js', '/en/gone.json', '/en/gone/'].map(async path => (await fetch(path)).status))
  )
  expect(got).toEqual([404, 404, 200])
  host.goDown()
  const none = await page.evaluate(() =>
    fetch('/_astro/gone.js')
      .then(answer => answer.status)
      .catch(() => 'nothing')
  )
  expect(none).toBe('nothing')
})
