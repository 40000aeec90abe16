import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { table } from './report.ts'

test('the figures in the documents are those of the rules as they are', () => {
  const document = readFileSync(new URL('../../docs/PHRASES.md', import.meta.url), 'utf8')
  expect(document).toContain(table())
})
