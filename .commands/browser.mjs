/**
 * Finds a Chromium for the browser tests, or gets one; and Chinese glyphs, without which a screenshot shows empty boxes.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { interruption, runAside } from './child.mjs'
import { root, Stop, say } from './toolchain.mjs'

const USUAL = {
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/usr/bin/microsoft-edge'
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
  ]
}

const NO_BROWSER = [
  'The browser tests need Chrome or Chromium, and none could be found or installed.',
  'Do one of these, then run the command again:',
  '  - install Google Chrome or Chromium in the usual place',
  '  - set CHROMIUM_PATH to the program file of a Chromium',
  '  - on Debian: sudo apt-get install chromium',
  '  - where Playwright has downloaded a browser that does not start: sudo npx playwright install-deps chromium'
].join('\n')

/**
 * Path of the browser: the one that `named` names, and no other, or the first that one of the `places` gives.
 * A place is asked only when those before it had nothing that starts: the later ones install.
 */
export async function chooseBrowser(named, places, starts) {
  if (named && !starts(named))
    throw new Stop(`CHROMIUM_PATH is ${named}, and no browser starts there. Correct it, or unset it to have one found.`)
  if (named) return named
  for (const place of places) {
    const found = (await place()).find(starts)
    if (found) return found
  }
  throw new Stop(NO_BROWSER)
}

/** In the agreed order: an installed Chrome or Chromium, Debian's package (when root), Playwright's own download. */
export function ensureBrowser(node) {
  const usual = () => USUAL[process.platform] ?? []
  const fromDebian = async () => {
    if (!isDebianRoot()) return []
    say('No browser found: installing Debian’s chromium')
    await installDebian('chromium')
    return usual()
  }
  const fromPlaywright = async () => {
    say('No browser found: asking Playwright for its own')
    const dependencies = isDebianRoot() ? ['--with-deps'] : []
    const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
    await runAside(node, [cli, 'install', '--no-shell', ...dependencies, 'chromium'], { env: { ...process.env, ...OWN } })
    return playwrightBrowser(node, OWN)
  }
  const places = [usual, () => playwrightBrowser(node), () => playwrightBrowser(node, OWN), fromDebian, fromPlaywright]
  return chooseBrowser(process.env.CHROMIUM_PATH, places.map(unlessInterrupted), starts)
}

/** Playwright's download stays in the checkout (git-ignored), not in the home folder. */
const OWN = { PLAYWRIGHT_BROWSERS_PATH: join(root, '.browser') }

/** What the tools are told about the browser. On Linux its crash reports and caches stay in the checkout as well. */
export function browserEnvironment(path, platform = process.platform) {
  const own = join(root, 'node_modules', '.cache', 'browser')
  return { CHROMIUM_PATH: path, ...(platform === 'linux' && { XDG_CONFIG_HOME: own, XDG_CACHE_HOME: own }) }
}

function unlessInterrupted(place) {
  return () => {
    if (interruption()) throw new Stop('Interrupted. Run the command again to go on.', interruption())
    return place()
  }
}

/** A file may be there and be no browser: Ubuntu's chromium-browser only points to its snap. Windows would open a window. */
function starts(path) {
  if (!existsSync(path)) return false
  return process.platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0
}

function playwrightBrowser(node, env = {}) {
  const asked = spawnSync(node, ['-e', 'console.log(require("@playwright/test").chromium.executablePath())'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env }
  })
  const path = asked.stdout?.trim()
  return path ? [path] : []
}

function isDebianRoot() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

let listed
async function installDebian(...names) {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  listed ??= runAside('apt-get', ['update', '-qq'], options)
  await listed
  return runAside('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], options)
}

/** Never fatal: only pictures depend on it. */
export async function ensureChineseFont() {
  if (process.platform !== 'linux' || hasChineseFont()) return
  if (isDebianRoot()) {
    say('No Chinese font found: installing Debian’s fonts-noto-cjk')
    await installDebian('fontconfig', 'fonts-noto-cjk')
  }
  if (!hasChineseFont())
    say('Warning: no Chinese font found. The tests run, but pictures show boxes instead of Chinese. Install fonts-noto-cjk or another one.')
}

function hasChineseFont() {
  return Boolean(spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout?.trim())
}
