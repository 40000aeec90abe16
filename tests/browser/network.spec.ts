/**
 * The network log of a whole journey: a trainer hands out, a learner takes on, works and hands in, the console reads it. What
 * the host hears of it, with the offline copy's worker at work, is which pages were opened, and nothing of who did what.
 */
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { fill, type Lang } from '../../src/lang/text.ts'
import { CONSOLE_WORDS } from '../../src/trainer/consoleWords.ts'
import { readAssignment } from '../../src/training/assignment.ts'
import { fromBase64url } from '../../src/training/bytes.ts'
import { shortHash } from '../../src/training/keys.store.ts'
import { expect, takeCopy, test } from './copy.ts'
import { handIn, handOut, view } from './journey.ts'

test.use({ timezoneId: 'Asia/Shanghai' })

const lang: Lang = 'zh'
const asked = CONSOLE_WORDS[lang]
const PERSON = { staff: 'Q80417', name: '欧阳慧', team: '西区维修' }
const TASK = { title: '新员工第一周必修', by: '李梅老师', note: '做完找我' }
const MODULE = 'records'

const main = (page: Page) => page.locator('main')

/** A browser of somebody else's, whose requests are noted as well: those to other servers would not be heard by the host. */
async function profile(browser: Browser, url: string, asks: string[]): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ baseURL: url, serviceWorkers: 'allow', reducedMotion: 'reduce' })
  context.on('request', request => asks.push(request.url()))
  return context.newPage()
}

/** As it is, and as it stands in an address. */
const forms = (secret: string) => [secret, encodeURIComponent(secret), encodeURI(secret)]

test('from handing out to reading in, no request carries anything of the learner’s or of the assignment’s', async ({ browser, host }) => {
  test.setTimeout(400_000)
  const asks: string[] = []
  const [trainer, learner] = [await profile(browser, host.url, asks), await profile(browser, host.url, asks)]
  // The worker of the offline copy is there, and asks for pages as well.
  await takeCopy(learner, lang)
  const link = await handOut(trainer, lang, [PERSON], { ...TASK, module: MODULE })
  const receipt = await handIn(learner, lang, link, PERSON, MODULE, 1)
  await trainer.goto('about:blank')
  await trainer.goto(receipt)
  await expect(main(trainer)).toContainText(fill(asked.importDone, { all: 1, counted: 1, duplicate: 0, refused: 0 }))
  await view(trainer, asked.views.results)
  await expect(trainer.locator('.grid tbody tr')).toHaveCount(1)
  await learner.goto(`/${lang}/`)
  await expect(learner.locator('[data-tasks] a')).toBeVisible()

  const read = readAssignment(link)
  if (read.type !== 'assignment') throw new Error(read.why)
  const { id, key } = read.assignment
  const [code, sealed] = [link.split('#')[1] ?? '', receipt.split('#r=')[1] ?? '']
  const seal = await shortHash(fromBase64url(sealed) ?? new Uint8Array())
  const words = [...Object.values(PERSON), ...Object.values(TASK), id, key, code, code.slice(2, 40), sealed, sealed.slice(0, 40), seal]
  const secrets = [...new Set(words.flatMap(forms))].filter(secret => secret.length > 1)
  const telling = () => host.heard.filter(said => secrets.some(secret => said.includes(secret)))

  for (const page of ['trainer', 'assigned', `modules/${MODULE}/check`]) expect(asks).toContain(`${host.url}/${lang}/${page}/`)
  expect(telling()).toEqual([])
  for (const said of host.heard) {
    const [method, address = ''] = said.split('\n')
    expect(method).toBe('GET')
    expect(address).not.toContain('?')
    expect(said).not.toMatch(/^content-length$|^cookie$/im)
  }
  for (const address of asks) expect(address).toMatch(new RegExp(`^(${host.url}/|data:|blob:)`))

  // One that did would be heard.
  await learner.evaluate(staff => fetch('/gone', { method: 'POST', body: staff }), PERSON.staff)
  expect(telling()).toHaveLength(1)
  for (const page of [trainer, learner]) await page.context().close()
})
