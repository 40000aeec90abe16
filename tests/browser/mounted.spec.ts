/** The same handbook under a path of a host, as `BASE_PATH=/handbook/` builds it. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '../../.commands/serve.mjs'
import { expect, test } from './promise.ts'
import { asked, expectExplained, isSaved, nextButton, start, take } from './quiz.ts'
import { rowsOnDisk } from './record.ts'
import { filesOf, pagesOf, practiceOf, root, tagsOf } from './site.ts'
import { watch } from './watch.ts'

const BASE = '/handbook/'
/** In the checkout, so that the build finds its packages. */
const FOLDER = join(root, 'test-results', 'mounted')
const PAGE = 'visit/after'

test.describe('Under a path of a host', () => {
  test.describe.configure({ mode: 'default', timeout: 600_000 })
  let server: Awaited<ReturnType<typeof serve>>
  let at = ''

  test.beforeAll(async () => {
    test.setTimeout(600_000)
    rmSync(FOLDER, { recursive: true, force: true })
    mkdirSync(FOLDER, { recursive: true })
    execFileSync(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', FOLDER], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, BASE_PATH: BASE, ASTRO_TELEMETRY_DISABLED: '1' }
    })
    server = await serve({ folder: FOLDER, base: BASE, port: 0, host: '127.0.0.1' })
    at = server.url.replace(/\/$/, '')
  })
  test.afterAll(async () => {
    await server?.close()
    rmSync(FOLDER, { recursive: true, force: true })
  })

  test('every link and every file a page asks for stays under that path and exists', () => {
    const files = new Set(filesOf(FOLDER))
    const wrong = pagesOf(FOLDER).flatMap(({ address, html }) =>
      [...tagsOf(html, '(?:a|area|link)').map(({ href }) => href), ...tagsOf(html, 'script').map(({ src }) => src)]
        .flatMap(href => (href === undefined ? [] : new URL(href, `http://site${BASE.slice(0, -1)}${address}`)))
        .map(({ pathname }) => decodeURIComponent(pathname))
        .filter(path => !path.startsWith(BASE) || !files.has(path.slice(BASE.length - 1).replace(/\/$/, '/index.html')))
        .map(path => `${address} → ${path}`)
    )
    expect(wrong).toEqual([])
  })

  test('pages of every type work there, and the first page leads on', async ({ page }) => {
    const watched = await watch(page, new URL(at).origin)
    await page.goto(`${at}/`)
    await page.waitForURL(/\/handbook\/(zh|en)\/$/)
    for (const address of ['/zh/', '/en/paths/technician/', '/zh/handbook/', '/en/modules/speech/', '/zh/me/', '/en/tools/']) {
      await page.goto(at + address)
      await watched.settle()
    }
    expect(watched.troubles).toEqual([])
    const answer = await page.goto(`${at}/zh/nowhere/`)
    expect(answer?.status()).toBe(404)
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  })

  test('a practice set works there, and keeps its record under a name of its own', async ({ page }) => {
    const bank = practiceOf('en', PAGE)
    await page.goto(`${at}/en/handbook/${PAGE}/`)
    await start(page)
    for (let place = 0; place < bank.length; place++) {
      const question = await asked(page, bank)
      await take(page, question)
      await nextButton(page).click()
      await expectExplained(page, question)
      await nextButton(page).click()
    }
    await isSaved(page)
    expect((await rowsOnDisk(page, `service-handbook${BASE}`)).length).toBeGreaterThan(bank.length)
    expect(await rowsOnDisk(page)).toEqual([])
  })
})
