/** Every scenario of the handbook can be played to its end, is long enough to be a visit, and is worth playing well. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLibrary } from '../../src/authoring/library.ts'
import { scenariosIn } from '../../src/authoring/scenarios.ts'
import { search } from '../../src/quiz/scenario/search.ts'

/** Fewest choices before a run is over, unless it breaks off. */
const LEAST_CHOICES = 8

const scenarios = scenariosIn(readLibrary(join(import.meta.dirname, '../..')).questions)

test('there are at least six', () => expect(scenarios.length).toBeGreaterThanOrEqual(6))

describe.each(scenarios.map(question => [question.id, question] as const))('%s', (_, question) => {
  const { dead, unreachable, loop, paths } = search(question)

  test('leads on from every choice, comes to every node, and never goes round', () => {
    expect({ dead, unreachable, loop }).toEqual({ dead: [], unreachable: [], loop: undefined })
    expect(paths?.count).toBeGreaterThan(0)
  })
  test('can end well and can end badly', () => {
    expect(paths?.best.end).toBe('good')
    expect(paths?.worst.end).not.toBe('good')
  })
  test('can be played well without breaking a rule', () => expect(paths?.best.broken).toBe(0))
  test(`asks for at least ${LEAST_CHOICES} choices unless it breaks off`, () => {
    expect(paths?.shortest).toBeGreaterThanOrEqual(LEAST_CHOICES)
    expect(paths?.longest).toBeGreaterThanOrEqual(LEAST_CHOICES)
  })
})
