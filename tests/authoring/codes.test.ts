import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { codeOf, sameCodes } from '../../src/authoring/codes.ts'

test('a code is the beginning of the hash of its id', () => {
  expect(codeOf('speech').toString(16).padStart(6, '0')).toBe(createHash('sha256').update('speech').digest('hex').slice(0, 6))
})

test('two ids with one code are found, and an id that stands twice is not', () => {
  expect(sameCodes(['a', 'b', 'a'])).toEqual([])
  expect(sameCodes(['a', 'bb', 'cc'], id => id.length)).toEqual([['bb', 'cc']])
})
