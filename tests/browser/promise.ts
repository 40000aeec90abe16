/** The test function of the browser tests: a page on the built site, and no error of a page passes unseen. */
import { test as base, expect } from '@playwright/test'
import { serve } from '../../.commands/serve.mjs'
import { folder } from './site.ts'
import { type Watched, watch } from './watch.ts'

interface Promises {
  /** What the test's page asks for and complains about. */
  readonly watched: Watched
  readonly noPageError: undefined
}

export const test = base.extend<Promises, { readonly site: string }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures off a pattern
    async ({}, use) => {
      const { url, close } = await serve({ folder, port: 0, host: '127.0.0.1' })
      await use(url.replace(/\/$/, ''))
      await close()
    },
    { scope: 'worker' }
  ],
  baseURL: async ({ site }, use) => use(site),
  watched: async ({ page, site }, use) => use(await watch(page, site)),
  noPageError: [
    async ({ context }, use) => {
      const errors: string[] = []
      context.on('weberror', error => errors.push(`${error.page()?.url()} ${error.error().stack ?? error.error().message}`))
      context.on('console', message => {
        if (message.type() === 'error' && /Content Security Policy|TrustedScript|TrustedHTML/.test(message.text()))
          errors.push(message.text())
      })
      await use(undefined)
      expect(errors).toEqual([])
    },
    { auto: true }
  ]
})

export { expect }
