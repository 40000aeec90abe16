/** A Chromium of our own, with a profile on disk, whose whole family of processes can be killed at once. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Browser, chromium, type Page } from '@playwright/test'

const FLAGS = [
  '--headless=new',
  '--remote-debugging-port=0',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
]

export interface Running {
  readonly page: Page
  /** SIGKILL to every process of it: nothing gets a chance to write anything. */
  kill(): Promise<void>
}

export function newProfile(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'service-handbook-profile-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) }
}

/** The address for remote control, which Chromium prints when it is ready. */
function controlAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const address = /DevTools listening on (\S+)/.exec(printed)?.[1]
      if (address) resolve(address)
    })
    child.once('exit', code => reject(new Error(`Chromium ended with ${code} before it was ready:\n${printed}`)))
  })
}

/** Rejects what has not come about in time, and says what that was. */
async function within<Value>(milliseconds: number, what: string, awaited: Promise<Value>): Promise<Value> {
  const late = new AbortController()
  const tooLate = setTimeout(milliseconds, undefined, { signal: late.signal }).then(
    () => {
      throw new Error(`${what} took more than ${milliseconds} ms`)
    },
    () => new Promise<never>(() => undefined)
  )
  try {
    return await Promise.race([awaited, tooLate])
  } finally {
    late.abort()
  }
}

async function windowOf(child: ChildProcess): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const browser = await chromium.connectOverCDP(await controlAddress(child))
  const [context] = browser.contexts()
  if (!context) throw new Error('Chromium has no window')
  return { browser, page: context.pages()[0] ?? (await context.newPage()) }
}

/** Starts Chromium on a profile. A start that hangs, as one in some thousands does on a busy machine, is tried again. */
export async function launch(profile: string, tries = 3): Promise<Running> {
  const child = spawn(process.env.CHROMIUM_PATH ?? chromium.executablePath(), [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe']
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  if (child.pid === undefined) throw new Error('Chromium could not be started')
  const group = -child.pid
  let opened: Awaited<ReturnType<typeof windowOf>>
  try {
    opened = await within(45_000, 'the start of Chromium', windowOf(child))
  } catch (error) {
    if (child.exitCode === null) process.kill(group, 'SIGKILL')
    if (tries <= 1) throw error
    return launch(profile, tries - 1)
  }
  const { browser, page } = opened
  return {
    page,
    async kill() {
      process.kill(group, 'SIGKILL')
      await ended
      await within(10_000, 'to let go of Chromium', browser.close()).catch(() => undefined)
    }
  }
}
