/**
 * The network log of a whole journey: a trainer hands out, a learner takes on, works and hands in, the console reads it. What
 * the host hears of it, with the offline copy's worker at work, is which pages were opened, and nothing of who did what.
 */
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { fill, type Lang } from '../../src/lang/text.ts'
import { CONSOLE_WORDS } from '../../src/trainer/consoleWords.ts'
import { ASSIGNED_WORDS } from '../../src/training/assignedWords.ts'
import { readAssignment } from '../../src/training/assignment.ts'
import { fromBase64url } from '../../src/training/bytes.ts'
import { shortHash } from '../../src/training/keys.store.ts'
import { expect, takeCopy, test } from './copy.ts'
import { finishCheck, isSaved, start } from './quiz.ts'
import { bankOf } from './site.ts'

test.use({ timezoneId: 'Asia/Shanghai' })

const lang: Lang = 'zh'
const [asked, done] = [CONSOLE_WORDS[lang], ASSIGNED_WORDS[lang]]
const PERSON = { staff: 'Q80417', name: '欧阳慧', team: '西区维修' }
const TASK = { title: '新员工第一周必修', by: '李梅老师', note: '做完找我' }
const MODULE = 'records'

const main = (page: Page) => page.locator('main')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const type = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
const view = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()

/** A browser of somebody else's, whose requests are noted as well: those to other servers would not be heard by the host. */
async function profile(browser: Browser, url: string, asks: string[]): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ baseURL: url, serviceWorkers: 'allow', reducedMotion: 'reduce' })
  context.on('request', request => asks.push(request.url()))
  return context.newPage()
}

async function handOut(page: Page): Promise<string> {
  await page.goto(`/${lang}/trainer/`)
  await press(page, asked.makeKey)
  await view(page, asked.views.people)
  await type(page, asked.peoplePaste, `工号\t姓名\t班组\n${PERSON.staff}\t${PERSON.name}\t${PERSON.team}`)
  await press(page, asked.peopleRead)
  await press(page, asked.peopleReplace)
  await view(page, asked.views.assign)
  const title = await page.evaluate(
    async id => (await (await fetch(`course.json`)).json()).modules.find((one: { id: string }) => one.id === id).title,
    MODULE
  )
  await page.getByRole('group', { name: asked.choose }).getByRole('checkbox', { name: title }).check()
  await type(page, asked.title, TASK.title)
  await type(page, asked.by, TASK.by)
  await type(page, asked.note, TASK.note)
  await press(page, asked.handOut)
  return page.getByLabel(asked.link, { exact: true }).inputValue()
}

async function handIn(page: Page, link: string): Promise<string> {
  await page.goto(link)
  await press(page, done.takeOn)
  await type(page, done.staff, PERSON.staff)
  await type(page, done.name, PERSON.name)
  await press(page, done.takeOn)
  await page.locator(`.work[data-module="${MODULE}"] .to a`).nth(1).click()
  await expect(page.locator('[data-task]')).toBeVisible()
  await start(page)
  await finishCheck(page, bankOf(lang, MODULE), 1)
  await isSaved(page)
  await page.locator('[data-task] a').click()
  await press(page, done.seal)
  return page.getByLabel(done.link).inputValue()
}

/** As it is, and as it stands in an address. */
const forms = (secret: string) => [secret, encodeURIComponent(secret), encodeURI(secret)]

test('from handing out to reading in, no request carries anything of the learner’s or of the assignment’s', async ({ browser, host }) => {
  test.setTimeout(400_000)
  const asks: string[] = []
  const [trainer, learner] = [await profile(browser, host.url, asks), await profile(browser, host.url, asks)]
  // The worker of the offline copy is there, and asks for pages as well.
  await takeCopy(learner, lang)
  const link = await handOut(trainer)
  const receipt = await handIn(learner, link)
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
