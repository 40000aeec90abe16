/**
 * One folder for each way to go wrong: the files that differ from `valid/`, and the first line of each problem that an
 * author must see. A folder is named by its kind, and by a variant after a point.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check } from '../../src/authoring/check.ts'
import { readLibrary } from '../../src/authoring/library.ts'
import { KINDS, toLines } from '../../src/authoring/problem.ts'
import { copyOf, FIXTURES, remove, TODAY, VALID } from './valid.ts'

const names = readdirSync(FIXTURES).sort()
const kindOf = (name: string) => name.split('.')[0] ?? ''

test('the valid library has no problem at all', () => {
  expect(check(readLibrary(VALID), TODAY)).toEqual([])
})

test.each(names)('%s is told with its file, its line and a hint', name => {
  const root = copyOf(name)
  const problems = check(readLibrary(root), TODAY)
  remove(root)
  const expected = readFileSync(join(FIXTURES, name, 'expected.txt'), 'utf8')
    .trim()
    .split('\n')
  expect(problems.map(problem => toLines(problem).split('\n')[0])).toEqual(expected)
  expect(problems.map(problem => problem.kind)).toContain(kindOf(name))
  expect(problems.filter(problem => problem.hint.trim().length < 8)).toEqual([])
})

test('every kind of mistake the check knows has a fixture', () => {
  expect([...new Set(names.map(kindOf))].sort()).toEqual([...KINDS].sort())
})

test('a build does not begin with a mistake in a file', async () => {
  const root = copyOf('missing-feedback')
  const { loadLibrary } = await import('../../src/authoring/library.ts')
  expect(() => loadLibrary(root)).toThrow(/content\/questions\/principles\.yaml:17 {2}`feedback` of "monday" has no Chinese\./)
  remove(root)
})
