import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const runner = fileURLToPath(new URL('../../.commands/run.mjs', import.meta.url))
const child = new URL('../../.commands/child.mjs', import.meta.url).href
const folder = mkdtempSync(join(tmpdir(), 'run-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A command that runs one Node program, as the steps are run, and then says "next". */
function command(program: string) {
  const file = join(folder, 'command.mjs')
  const lines = [
    `import { interruption, run } from ${JSON.stringify(child)}`,
    `const code = await run(process.execPath, ['-e', ${JSON.stringify(program)}])`,
    "if (code === 0 && !interruption()) console.log('next')",
    'process.exitCode = interruption() ?? code'
  ]
  writeFileSync(file, lines.join('\n'))
  return file
}

test('an unknown command names those there are', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [runner, 'toString'], { encoding: 'utf8' })
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/Unknown command toString\. There are: start, dev, /)
})

test.each([
  ['process.exit(0)', 0, 'next\n'],
  ['process.exit(3)', 3, ''],
  ['process.kill(process.pid, "SIGKILL")', 137, '']
])('%s gives exit code %i', (program, code, out) => {
  const { status, stdout } = spawnSync(process.execPath, [command(program)], { encoding: 'utf8' })
  expect([status, stdout]).toEqual([code, out])
})

test('a program that is not there is no crash', () => {
  const lines = `import { run } from ${JSON.stringify(child)}; process.exitCode = await run('/no/such/program', [])`
  expect(spawnSync(process.execPath, ['--input-type=module', '-e', lines]).status).toBe(127)
})

test.skipIf(process.platform === 'win32').each([
  ['SIGTERM', 143],
  ['SIGINT', 130]
] as const)('%s reaches the running program, and the next step is not begun', async (signal, expected) => {
  const program = `process.on('${signal}', () => { console.log('stopping'); process.exit(0) }); setInterval(() => {}, 1000); console.log('ready ' + process.pid)`
  const started = spawn(process.execPath, [command(program)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  started.stdout.on('data', chunk => {
    out += chunk
    if (chunk.includes('ready')) started.kill(signal)
  })
  const code = await new Promise(done => started.on('close', done))
  expect(code).toBe(expected)
  expect(out).toMatch(/^ready \d+\nstopping\n$/)
})

test.skipIf(process.platform === 'win32')('npm stops only the shell in between: the running program stops nevertheless', async () => {
  const program =
    "process.on('SIGTERM', () => { console.log('stopping'); process.exit(0) }); setInterval(() => {}, 1000); console.log('ready')"
  const env = { ...process.env, npm_lifecycle_event: 'start' }
  const shell = spawn('sh', ['-c', `"${process.execPath}" "${command(program)}"; true`], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  shell.stdout.on('data', chunk => {
    out += chunk
    if (chunk.includes('ready')) shell.kill('SIGTERM')
  })
  await new Promise(done => shell.stdout.on('close', done))
  expect(out).toBe('ready\nstopping\n')
})
