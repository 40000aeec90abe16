/** The commands as an author runs them: what they print, where, and with which exit code. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { copyOf, remove } from './valid.ts'

const PROJECT = join(import.meta.dirname, '../..')
const copies: string[] = []
afterEach(() => copies.splice(0).forEach(remove))

function fixture(name?: string): string {
  const root = copyOf(name)
  copies.push(root)
  return root
}

function run(root: string, command: string, ...rest: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(PROJECT, `src/authoring/${command}.command.ts`), ...rest], {
    cwd: root,
    encoding: 'utf8'
  })
  return { status, stdout, stderr }
}

function edit(root: string, file: string, from: string, to: string): void {
  const path = join(root, file)
  const before = readFileSync(path, 'utf8')
  expect(before).toContain(from)
  writeFileSync(path, before.replace(from, to))
}

test('check says that content is in order', () => {
  expect(run(fixture(), 'check')).toEqual({
    status: 0,
    stdout: 'content/ is in order: 2 rules, 4 pages, 3 questions, 0 warnings.\n',
    stderr: ''
  })
})

test('check fails with every mistake and a hint below each', () => {
  const { status, stdout } = run(fixture('missing-feedback'), 'check')
  expect(status).toBe(1)
  expect(stdout).toContain('content/questions/principles.yaml:17  `feedback` of "monday" has no Chinese.\n  Hint: Add `zh`.')
  expect(stdout).toMatch(/\n2 mistakes in content\/, 0 warnings\.\n$/)
})

test('a warning alone does not fail the check', () => {
  const { status, stdout } = run(fixture('not-in-ledger'), 'check')
  expect(status).toBe(0)
  expect(stdout).toContain('  Warning: The ledger does not know question "call-friday" yet.')
})

test('check lists only the files an author asks for', () => {
  const root = fixture('missing-feedback')
  expect(run(root, 'check', 'handbook/zh')).toMatchObject({ status: 0 })
  expect(run(root, 'check', 'handbook/zh', 'principles.yaml')).toMatchObject({ status: 1 })
})

test('the ledger takes new questions and a raised revision, and then the check is content', () => {
  const root = fixture('id-vanished.choice')
  edit(root, 'content/ledger.json', '"retired": []', '"retired": ["call-friday/wait"]')
  expect(run(root, 'check')).toMatchObject({ status: 1, stdout: expect.stringContaining('The ledger has revision 1 of "call-friday"') })
  expect(run(root, 'check', '--update-ledger')).toMatchObject({ status: 0, stdout: 'content/ledger.json holds 3 questions.\n' })
  expect(run(root, 'check')).toMatchObject({ status: 0, stdout: expect.stringContaining('0 warnings') })
  expect(readFileSync(join(root, 'content/ledger.json'), 'utf8')).toContain('"retired": [\n    "call-friday/wait"\n  ]')
})

test.each(['key-changed', 'id-vanished', 'unknown-kind'])('the ledger is not written over: %s', name => {
  const root = fixture(name)
  const before = readFileSync(join(root, 'content/ledger.json'), 'utf8')
  expect(run(root, 'check', '--update-ledger')).toMatchObject({ status: 1, stdout: expect.stringContaining('The ledger was not written.') })
  expect(readFileSync(join(root, 'content/ledger.json'), 'utf8')).toBe(before)
})

test('a ledger that is written again does not change', () => {
  const root = fixture()
  const before = readFileSync(join(root, 'content/ledger.json'), 'utf8')
  run(root, 'check', '--update-ledger')
  expect(readFileSync(join(root, 'content/ledger.json'), 'utf8')).toBe(before)
})

test('bank prints one JSON document and nothing else', () => {
  const { status, stdout, stderr } = run(fixture(), 'bank')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const bank: unknown = JSON.parse(stdout)
  expect(bank).toMatchObject({
    format: 1,
    languages: ['zh', 'en'],
    questions: [{ id: 'call-friday' }, { id: 'call-two' }, { id: 'say-pool' }]
  })
})

test('bank prints no document when the content has mistakes', () => {
  const { status, stdout, stderr } = run(fixture('bad-yaml'), 'bank')
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toContain('content/phrases.yaml:3')
})

test('report shows the bots on all kinds and on each, and the checks of item writing', () => {
  const root = fixture()
  const plain = run(root, 'report').stdout
  expect(plain).toMatch(/^Questions: 3 \(single 1, multiple 1, replace 1\)\n\nAll kinds \(3\)\nBot {7}zh: score/)
  expect(plain).toContain('single (1)')
  expect(plain).toMatch(/^28b +key alone repeats the stem +en +\d/m)
  expect(run(root, 'report', 'principles').stdout).toMatch(/^Questions: 2 of principles/)
  expect(run(root, 'report', 'sales')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('There is no module "sales"')
  })
})
