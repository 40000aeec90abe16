import { expect, test } from 'vitest'
import { checkCodes } from '../../src/authoring/checks/modules.ts'
import { codeOf } from '../../src/authoring/codes.ts'
import type { Library } from '../../src/authoring/library.ts'

/** Two ids that have the same code. */
function alike(): [string, string] {
  const seen = new Map<number, string>()
  for (let at = 0; ; at++) {
    const id = `visit/page-${at}`
    const other = seen.get(codeOf(id))
    if (other) return [other, id]
    seen.set(codeOf(id), id)
  }
}

test('two pages that links could not tell apart are a mistake, and a page in two languages is one', () => {
  const [first, second] = alike()
  const libraryOf = (ids: readonly string[]) => {
    const pages = ['zh', 'en'].flatMap(lang => ids.map(id => ({ id, lang })))
    const spot = (of: string) => ({ file: of, line: 1 })
    return { modules: [], rules: new Map(), pages, spot } as unknown as Library
  }
  expect([...checkCodes(libraryOf([first, 'visit/after']))]).toEqual([])
  const [problem, ...others] = [...checkCodes(libraryOf([first, second]))]
  expect(problem).toMatchObject({ kind: 'same-code', file: `page:zh/${second}` })
  expect(others).toHaveLength(0)
})
