import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const chromium = process.env.CHROMIUM_PATH

// A browser names downloaded files in the language of its process; without UTF-8 a Chinese name becomes "download".
if (!/utf-?8/i.test(process.env.LC_ALL ?? process.env.LANG ?? '')) process.env.LC_ALL = 'C.UTF-8'

export default defineConfig({
  testDir: at('tests/browser'),
  outputDir: at('test-results/browser'),
  workers: 2,
  fullyParallel: true,
  // What passes only the second time is listed as flaky at the end of a run: a fault to be found, in the test or the product.
  retries: 1,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  // Machines that run this are shared: a slow minute is no failure.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    // A worker would answer for the files that a test is about. The tests of the offline copy let it work.
    serviceWorkers: 'block',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(chromium !== undefined && { executablePath: chromium }),
      args: ['--disable-background-networking']
    }
  }
})
