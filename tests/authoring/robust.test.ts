/** Whatever an author types, the check answers with problems and never with a crash. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { check } from '../../src/authoring/check.ts'
import { readLibrary } from '../../src/authoring/library.ts'
import { copyOf, remove, TODAY } from './valid.ts'

const root = copyOf()
afterAll(() => remove(root))

const files = readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' })
  .map(name => join(root, 'content', name))
  .filter(path => statSync(path).isFile())
  .sort()

interface Slip {
  readonly act: 'delete' | 'double' | 'insert'
  /** Where in the file, from 0 to 1. */
  readonly at: number
  readonly length: number
  readonly typed: string
}

const slip = fc.record<Slip>({
  act: fc.constantFrom('delete', 'double', 'insert'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 40 }),
  typed: fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '{',
      '}',
      '"',
      ':',
      '- ',
      '\n',
      '\t',
      '---\n',
      '&a *a',
      '[#',
      '](',
      '<Step',
      '</Steps>',
      '{/*',
      '<!--',
      '__proto__: 1',
      '\u0000',
      '\r\n',
      '你'
    ),
    fc.string({ unit: 'binary', maxLength: 8 })
  )
})

function apply(text: string, { act, at, length, typed }: Slip): string {
  const from = Math.floor(at * text.length)
  const part = text.slice(from, from + length)
  if (act === 'delete') return text.slice(0, from) + text.slice(from + length)
  if (act === 'double') return text.slice(0, from) + part + text.slice(from)
  return text.slice(0, from) + typed + text.slice(from)
}

test('300 spoilt files give problems with a place, and no exception', () => {
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.array(slip, { minLength: 1, maxLength: 4 }), (file, slips) => {
      const before = readFileSync(file, 'utf8')
      try {
        writeFileSync(file, slips.reduce(apply, before))
        for (const problem of check(readLibrary(root), TODAY)) {
          expect(problem.file).toMatch(/^content/)
          expect(problem.line).toBeGreaterThan(0)
        }
      } finally {
        writeFileSync(file, before)
      }
    }),
    { numRuns: 300 }
  )
}, 120_000)

test.each(['content/standards', 'content/questions', 'content/handbook', 'content'])('a missing %s is told', folder => {
  const spoilt = copyOf()
  remove(join(spoilt, folder))
  expect(check(readLibrary(spoilt), TODAY)).not.toEqual([])
  remove(spoilt)
})

test.each(['', '\uFEFF', '{}', 'null', '42', '- [', '&a [*a]', '? {a: b}\n: c', '"'])('a file that holds only %j is told', body => {
  for (const file of files) {
    const before = readFileSync(file, 'utf8')
    writeFileSync(file, body)
    const problems = check(readLibrary(root), TODAY)
    writeFileSync(file, before)
    expect(problems, file).not.toEqual([])
  }
})
