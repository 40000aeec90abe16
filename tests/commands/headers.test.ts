import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { headersFor, parseHeaders } from '../../.commands/headers.mjs'

const at = (text: string, path: string) => Object.fromEntries(headersFor(parseHeaders(text), path))

test('a star stands for anything, a name for one part of the path', () => {
  const text = '# all\n/*\n  A: 1\n/zh/:page/\n  B: 2\n/*.js\n  C: 3\n'
  expect(at(text, '/')).toEqual({ a: '1' })
  expect(at(text, '/zh/rules/')).toEqual({ a: '1', b: '2' })
  expect(at(text, '/zh/rules/more/')).toEqual({ a: '1' })
  expect(at(text, '/_astro/x.js')).toEqual({ a: '1', c: '3' })
})

test('a dot in a pattern is a dot', () => {
  expect(at('/a.js\n  A: 1\n', '/aXjs')).toEqual({})
})

test('what two patterns set is joined, unless the later one takes it back first', () => {
  expect(at('/*\n  A: 1\n/zh/\n  A: 2\n', '/zh/')).toEqual({ a: '1, 2' })
  expect(at('/*\n  A: 1\n/zh/\n  ! A\n  A: 2\n', '/zh/')).toEqual({ a: '2' })
})

test.each([
  ['  A: 1\n', '_headers:1'],
  ['/*\n  A: 1\n  no colon here\n', '_headers:3'],
  ['/*\n  A B: 1\n', '_headers:2'],
  ['/*\n  A: \u0007\n', '_headers:2']
])('a mistake is reported with its line: %j', (text, where) => {
  expect(() => parseHeaders(text)).toThrow(where)
})

test('the site’s own file says nothing that only one host understands', () => {
  const own = readFileSync(new URL('../../public/_headers', import.meta.url), 'utf8')
  expect(own).not.toMatch(/^\s*!/m)
})

test('the site’s own file protects pages and keeps only hashed files for good', () => {
  const own = readFileSync(new URL('../../public/_headers', import.meta.url), 'utf8')
  expect(at(own, '/zh/')).toMatchObject({
    'content-security-policy': "frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY'
  })
  expect(at(own, '/zh/')['cache-control']).toBeUndefined()
  expect(at(own, '/_astro/record.js')['cache-control']).toBe('public, max-age=31536000, immutable')
})
