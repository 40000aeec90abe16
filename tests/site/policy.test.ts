import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { tighten } from '../../src/site/policy.ts'

const hashOf = (body: string) => `'sha256-${createHash('sha256').update(body).digest('base64')}'`
const page = (policy: string, body: string) =>
  `<head><meta http-equiv="content-security-policy" content="${policy}"></head><body>${body}</body>`

test('a page allows only the listed scripts that stand in it', () => {
  const policy = `default-src 'self'; script-src 'self' ${hashOf('here()')} ${hashOf('elsewhere()')};`
  expect(tighten(page(policy, '<script>here()</script>'))).toContain(`content="default-src 'self';script-src 'self' ${hashOf('here()')}"`)
})

test('a script that the build does not know is not allowed', () => {
  expect(tighten(page(`script-src 'self'`, '<script>stranger()</script>'))).toContain(`content="script-src 'self'"`)
})

test('the styles that a page kept are allowed', () => {
  const html = page(`style-src 'self' ${hashOf('old{}')};`, '<style>p{color:red}</style>')
  expect(tighten(html)).toContain(`content="style-src 'self' ${hashOf('p{color:red}')}"`)
})
