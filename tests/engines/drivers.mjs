/**
 * Other engines than Chromium's, driven without a library: Firefox through WebDriver BiDi on a WebSocket, WebKit (WebKitGTK's
 * MiniBrowser) through WebDriver. They are whatever the machine has; neither is fetched.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const WIDTH = 412
const HEIGHT = 915
/** Milliseconds. */
const PATIENCE = 30_000

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(existsSync)
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/** A program with its children, that can be ended as one. */
function begin(command, args, env = {}) {
  const child = spawn(command, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } })
  let said = ''
  child.stderr.on('data', text => {
    said += text
  })
  const end = () => {
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
  process.once('exit', end)
  return { said: () => said, end }
}

async function until(find, what) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await wait(100)) {
    const found = await find()
    if (found) return found
  }
  throw new Error(`${what}: not within ${PATIENCE} ms`)
}

const expression = (work, args) => `(${work})(...${JSON.stringify(args)})`
/** A finger's tap at a point of the window, as both protocols write it. */
const tapActions = (x, y) => [
  {
    type: 'pointer',
    id: 'finger',
    parameters: { pointerType: 'mouse' },
    actions: [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 }
    ]
  }
]
const typeActions = text => [
  {
    type: 'key',
    id: 'keys',
    actions: [...text].flatMap(value => [
      { type: 'keyDown', value },
      { type: 'keyUp', value }
    ])
  }
]

/** Undefined where the machine has no Firefox. */
export async function openFirefox() {
  const program = process.env.FIREFOX_PATH ?? onPath('firefox', 'firefox-esr')
  if (!program) return undefined
  const profile = mkdtempSync(join(tmpdir(), 'handbook-firefox-'))
  const firefox = begin(program, ['--headless', '--profile', profile, '--no-remote', '--remote-debugging-port', '0'], {
    MOZ_HEADLESS_WIDTH: String(WIDTH),
    MOZ_HEADLESS_HEIGHT: String(HEIGHT)
  })
  const address = await until(() => /WebDriver BiDi listening on (ws:\S+)/.exec(firefox.said())?.[1], 'Firefox')
  const socket = new WebSocket(`${address}/session`)
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = reject
  })
  const waiting = new Map()
  const troubles = []
  let last = 0
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data)
    if (message.type === 'event') {
      const { level, text } = message.params
      if (message.method === 'log.entryAdded' && level === 'error') troubles.push(text)
      return
    }
    const { resolve, reject } = waiting.get(message.id) ?? {}
    waiting.delete(message.id)
    if (message.type === 'error') reject?.(new Error(`${message.error}: ${message.message}`))
    else resolve?.(message.result)
  }
  const call = (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject })
      socket.send(JSON.stringify({ id: last, method, params }))
    })
  const { capabilities } = await call('session.new', { capabilities: {} })
  await call('session.subscribe', { events: ['log.entryAdded'] })
  const { contexts } = await call('browsingContext.getTree', {})
  const { context } = contexts[0]
  await call('browsingContext.setViewport', { context, viewport: { width: WIDTH, height: HEIGHT } })
  return {
    name: `Firefox ${capabilities.browserVersion}`,
    troubles,
    goto: url => call('browsingContext.navigate', { context, url, wait: 'complete' }),
    reload: () => call('browsingContext.reload', { context, wait: 'complete' }),
    run: async (work, ...args) => {
      const answer = await call('script.evaluate', {
        expression: `(async () => JSON.stringify((await ${expression(work, args)}) ?? null))()`,
        target: { context },
        awaitPromise: true,
        userActivation: false
      })
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text)
      return JSON.parse(answer.result.value)
    },
    tap: (x, y) => call('input.performActions', { context, actions: tapActions(x, y) }),
    type: text => call('input.performActions', { context, actions: typeActions(text) }),
    picture: async () => Buffer.from((await call('browsingContext.captureScreenshot', { context })).data, 'base64'),
    close: async () => {
      await call('session.end', {}).catch(() => undefined)
      firefox.end()
      await wait(500)
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

const MINI = ['4.1', '4.0', '6.0'].map(version => `webkit2gtk-${version}`)

/** Undefined where the machine has no WebKitGTK with its driver, or no screen and no xvfb. */
export async function openWebKit() {
  const driver = onPath('WebKitWebDriver')
  const folders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib', '/usr/libexec', '/usr/lib64']
  const binary = folders.flatMap(folder => MINI.map(name => join(folder, name, 'MiniBrowser'))).find(existsSync)
  const screen = process.env.DISPLAY ? [] : [onPath('xvfb-run'), '-a']
  if (!driver || !binary || screen[0] === undefined) {
    if (screen.length > 0 || !driver || !binary) return undefined
  }
  const port = await freePort()
  const [program, ...args] = [...screen, driver, `--port=${port}`]
  const process_ = begin(program, args)
  const base = `http://127.0.0.1:${port}`
  await until(
    () =>
      fetch(`${base}/status`).then(
        ({ ok }) => ok,
        () => false
      ),
    'WebKitWebDriver'
  )
  const call = async (method, path, body) => {
    const answer = await fetch(base + path, { method, ...(body && { body: JSON.stringify(body) }) })
    const { value } = await answer.json()
    if (value?.error) throw new Error(`${value.error}: ${value.message}`)
    return value
  }
  const browserOptions = { binary, args: ['--automation'] }
  const always = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': browserOptions }
  const { sessionId, capabilities } = await call('POST', '/session', { capabilities: { alwaysMatch: always } })
  const at = `/session/${sessionId}`
  await call('POST', `${at}/timeouts`, { script: 60_000, pageLoad: 60_000 })
  await call('POST', `${at}/window/rect`, { width: WIDTH, height: HEIGHT })
  return {
    name: `WebKitGTK ${capabilities.browserVersion}`,
    troubles: [],
    goto: url => call('POST', `${at}/url`, { url }),
    reload: () => call('POST', `${at}/refresh`, {}),
    run: async (work, ...given) => {
      const script = `const done = arguments[0]; (async () => ${expression(work, given)})().then(value => done({ value: value ?? null }), error => done({ error: String(error) }))`
      const { value, error } = await call('POST', `${at}/execute/async`, { script, args: [] })
      if (error) throw new Error(error)
      return value
    },
    tap: (x, y) => call('POST', `${at}/actions`, { actions: tapActions(x, y) }),
    type: text => call('POST', `${at}/actions`, { actions: typeActions(text) }),
    picture: async () => Buffer.from(await call('GET', `${at}/screenshot`), 'base64'),
    close: async () => {
      await call('DELETE', at).catch(() => undefined)
      process_.end()
    }
  }
}
