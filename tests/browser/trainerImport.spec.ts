/** Receipts come into the console in every way there is: files, folders, drops, pictures; answers are marked again. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { fill, LANGS } from '../../src/lang/text.ts'
import { CONSOLE_WORDS } from '../../src/trainer/consoleWords.ts'
import { IMPORT_WORDS } from '../../src/trainer/importWords.ts'
import { checkLedger } from '../../src/trainer/ledgerFile.ts'
import { fromBase64url, toDigits } from '../../src/training/bytes.ts'
import { receiptQr } from '../../src/training/qr.store.ts'
import { type ModuleResult, seedsOf } from '../../src/training/receipt.ts'
import { sha256 } from '../../src/training/sealing.store.ts'
import { attemptAt, MODULES, reported } from '../trainer/answering.ts'
import { DUE, device, done, NOW } from '../trainer/handing.ts'
import { REVISION } from './assignment.ts'
import { readyConsole } from './console.ts'
import { expect, test } from './promise.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function look(page: Page, state: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0))
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
    expect
      .soft(
        violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
        `${state}, ${colorScheme}`
      )
      .toEqual([])
    for (const [width, height] of [
      [320, 640],
      [360, 740],
      [1280, 800]
    ] as const) {
      await page.setViewportSize({ width, height })
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect.soft(over, `${state}, ${width}`).toBeLessThanOrEqual(0)
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}-${state}-${colorScheme}-${width}.png`, fullPage: true })
    }
  }
}

const receipt = (modules: readonly ModuleResult[], own: Awaited<ReturnType<typeof device>>) => own.hand(modules, { revision: REVISION })
const link = (code: string) => `https://h.example/zh/trainer/#r=${code}`

/** The QR code of a receipt as a picture, as a screenshot would have it. */
async function picture(page: Page, code: string): Promise<Buffer> {
  const qr = receiptQr('https://h.example/zh/trainer/', toDigits(fromBase64url(code) ?? new Uint8Array()))
  if (!qr) throw new Error('There is no room in a QR code')
  const url = await page.evaluate(({ size, path }) => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = (size + 8) * 5
    const context = canvas.getContext('2d')
    if (!context) throw new Error('No canvas')
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.scale(5, 5)
    context.translate(4, 4)
    context.fillStyle = '#000'
    context.fill(new Path2D(path))
    return canvas.toDataURL('image/png')
  }, qr)
  return Buffer.from(url.split(',')[1] ?? '', 'base64')
}

for (const lang of LANGS) {
  const words = CONSOLE_WORDS[lang]
  const importing = IMPORT_WORDS[lang]

  test(`many files, a folder, a drop and pictures come in together; every refused one is named (${lang})`, async ({
    page,
    watched
  }, info) => {
    const { hash, key } = await readyConsole(page, watched, lang)
    const people = await Promise.all(['A1', 'B2', 'C3', 'D4'].map(staff => device(hash, key, staff, `学员${staff}`)))
    const [one = '', two = '', three = '', four = ''] = await Promise.all(people.map(own => receipt([done(0)], own)))
    const pictured = await picture(page, three)
    await look(page, `import-empty-${lang}`)

    const text = (name: string, body: string | Buffer) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(body) })
    await page
      .getByLabel(importing.files, { exact: true })
      .setInputFiles([
        text('one.txt', link(one)),
        text('holiday.txt', 'no receipt here'),
        { name: 'code.png', mimeType: 'image/png', buffer: pictured },
        { name: 'cat.png', mimeType: 'image/png', buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } }) },
        { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') },
        text('none.txt', 'service-handbook answers 9\nr=AA\nw=AA')
      ])
    const folder = info.outputPath('receipts')
    mkdirSync(join(folder, 'deeper'), { recursive: true })
    writeFileSync(join(folder, 'deeper', 'two.txt'), `${link(two)}\n${link(one)}`)
    await page.getByLabel(importing.folder, { exact: true }).setInputFiles(folder)
    await press(page, words.importNow)
    const status = page.locator('form [role=status]')
    await expect(status).toContainText(fill(words.importDone, { all: 4, counted: 3, duplicate: 1, refused: 0 }))
    await expect(status).toContainText(fill(importing.unreadTitle, { n: 4 }))
    const unread = page.locator('[data-line=unread]')
    await expect(unread).toHaveCount(4)
    for (const [name, why] of [
      ['holiday.txt', 'nothing'],
      ['cat.png', 'no-code'],
      ['broken.jpg', 'unreadable'],
      ['none.txt', 'answers-newer']
    ] as const)
      await expect(unread.filter({ hasText: name })).toContainText(importing.unread[why])
    await look(page, `import-done-${lang}`)

    // Dropped onto the form: the target says so while something is over it.
    const dropped = await page.evaluateHandle(
      ([name, body]) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([body], name, { type: 'text/plain' }))
        return transfer
      },
      ['four.txt', link(four)] as const
    )
    const form = page.locator('form.box')
    await form.dispatchEvent('dragenter', { dataTransfer: dropped })
    await expect(form.locator('.drop')).toHaveText(importing.dropNow)
    await form.dispatchEvent('drop', { dataTransfer: dropped })
    await expect(form.locator('.drop')).toHaveText(importing.drop)
    await expect(status).toContainText(fill(words.importDone, { all: 1, counted: 1, duplicate: 0, refused: 0 }))

    const download = page.waitForEvent('download')
    await press(page, importing.ledgerSave)
    const ledger = readFileSync(await (await download).path(), 'utf8')
    const digest = async (text: string) => Buffer.from(await sha256(new TextEncoder().encode(text))).toString('hex')
    expect(await checkLedger(ledger, digest)).toMatchObject({ type: 'whole', counts: { counted: 4 } })
    const sent = watched.requests.map(request => `${request.url()} ${request.postData() ?? ''}`).join('\n')
    for (const secret of [one, two, three, four, 'A1', encodeURIComponent('学员')]) expect(sent).not.toContain(secret)
    expect(watched.troubles).toEqual([])
  })

  test(`answers are marked again: an honest score fits, a better one is flagged (${lang})`, async ({ page, watched }) => {
    const { assignment, hash, key } = await readyConsole(page, watched, lang)
    const file = async (staff: string, cheats: boolean) => {
      const own = await device(hash, key, staff, `学员${staff}`)
      const events = MODULES.flatMap(({ id }) => attemptAt(id, seedsOf(hash, own.hex, staff), 1, 4))
      const results = reported(assignment, seedsOf(hash, own.hex, staff), events)
      const claimed = cheats ? results.map(result => ({ ...result, percent: 100, passed: true })) : results
      return own.answers(await receipt(claimed, own), events)
    }
    const files = await Promise.all([file('A1', false), file('B2', true)])
    await page
      .getByLabel(importing.files, { exact: true })
      .setInputFiles(files.map((body, at) => ({ name: `answers${at}.txt`, mimeType: 'text/plain', buffer: Buffer.from(body) })))
    watched.forget()
    await press(page, words.importNow)
    const status = page.locator('form [role=status]')
    await expect(status).toContainText(fill(importing.rescored, { all: 2, same: 1, differs: 1, open: 0 }))
    const lines = page.locator('[data-line=counted]')
    await expect(lines.first()).toContainText(/⚠.*B2/)
    await expect(lines.first()).toContainText(words.told['score-differs'])
    await expect(lines.nth(1)).toContainText(words.told.rescored)
    await look(page, `rescored-${lang}`)
    // Which modules were assigned can't be told from what was asked for.
    const asked = watched.requests.map(request => new URL(request.url()).pathname).filter(path => path.endsWith('questions.json'))
    expect(asked.length).toBeGreaterThan(5)
    expect(DUE).toBeLessThan(NOW)
    expect(watched.troubles).toEqual([])
  })

  test(`where there is no camera, it says so and the other ways stay (${lang})`, async ({ page, watched }) => {
    await readyConsole(page, watched, lang)
    await page.getByRole('button', { name: importing.camera, exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toHaveText(importing.cameraNone)
    await expect(page.getByLabel(words.paste, { exact: true })).toBeVisible()
  })
}
