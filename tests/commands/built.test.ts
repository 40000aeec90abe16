import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint, isBuilt, remember } from '../../.commands/built.mjs'

let folder = ''
const none = { BASE_PATH: undefined, SITE_URL: undefined }
const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const print = (settings = none, day = 'Mon') => fingerprint(folder, settings as never, day)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'built-'))
  write('content/groups.yaml', 'a')
  write('src/site/words.ts', 'a')
  write('dist/index.html', 'a')
  write('node_modules/x', 'a')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('what is built from the same sources is built', () => {
  expect(isBuilt(print(), folder)).toBe(false)
  remember(print(), folder)
  expect(isBuilt(print(), folder)).toBe(true)
})

test.each([
  ['a changed file', () => write('content/groups.yaml', 'b')],
  ['a new file', () => write('content/more.yaml', '')],
  ['a removed file', () => rmSync(join(folder, 'src/site/words.ts'))],
  ['a moved text', () => renameSync(join(folder, 'src/site/words.ts'), join(folder, 'src/site/other.ts'))],
  ['a build by other means', () => utimesSync(join(folder, 'dist/index.html'), 1, 1)],
  ['a removed build', () => rmSync(join(folder, 'dist'), { recursive: true })]
])('%s asks for a new build', (_, change) => {
  remember(print(), folder)
  change()
  expect(isBuilt(print(), folder)).toBe(false)
})

test('another base, another address or another day asks for a new build', () => {
  const prints = [
    print(),
    print({ ...none, BASE_PATH: '/handbook/' } as never),
    print({ ...none, SITE_URL: 'https://a.example' } as never),
    print(none, 'Tue')
  ]
  expect(new Set(prints).size).toBe(4)
})
