import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignmentOf, type Draft, decodeDraft, draftLike, EMPTY_DRAFT } from '../../src/trainer/draft.ts'
import { faultsOf } from '../../src/training/assignment.ts'
import { anyAssignment, TWELVE } from '../training/assignments.ts'

const NOW = Date.UTC(2026, 10, 27, 9, 0, 30)
const HOUR = 3_600_000
const IDS = new Map([
  ['speech', 11],
  ['records', 22],
  ['visit/after', 33]
])
const around = (now = NOW) => ({
  id: TWELVE.id,
  key: TWELVE.key,
  revision: TWELVE.revision,
  now,
  momentOf: (wall: string) => Date.parse(`${wall}+08:00`),
  zoneAt: () => 480,
  codeOf: (id: string) => IDS.get(id)
})
const made = (some: Partial<Draft>) => assignmentOf({ ...EMPTY_DRAFT, title: 'T', modules: ['records', 'speech'], ...some }, around())

describe('a draft', () => {
  test('becomes an assignment with its modules in order and the moment on the trainer’s wall', () => {
    const { assignment, faults } = made({ due: '2026-12-11T18:00', pass: '80', attempts: '3' })
    expect(faults).toEqual([])
    expect(faultsOf(assignment)).toEqual([])
    expect(assignment).toMatchObject({ modules: [22, 11], due: Date.UTC(2026, 11, 11, 10), zone: 480, pass: 80, attempts: 3 })
    expect(assignment.issued).toBe(Date.UTC(2026, 10, 27, 9))
  })
  test.each([
    [{ due: 'soon' }, ['bad-due']],
    [{ due: new Date(NOW + 7 * HOUR).toISOString().slice(0, 16) }, ['past-due']],
    [{ pass: '101' }, ['bad-pass']],
    [{ pass: '7.5' }, ['bad-pass']],
    [{ attempts: '0' }, ['bad-attempts']],
    [{ attempts: '256' }, ['bad-attempts']]
  ] as const)('%j is told as %j', (some, told) => {
    expect(made(some).faults).toEqual(told)
  })
  test('asks for no page where none is chosen', () => expect(made({}).assignment).not.toHaveProperty('pages'))
  test('leaves out modules that this handbook does not have', () => {
    expect(made({ modules: ['gone', 'speech'] }).assignment.modules).toEqual([11])
  })
  test('like an assignment asks for the same, but for its due date', () => {
    const { assignment } = made({ due: '2026-12-11T18:00', pass: '80', mustPass: ['speech'], pages: ['gone', 'visit/after'] })
    expect(assignment.pages).toEqual([33])
    const ids = new Map([...IDS].map(([id, code]) => [code, id]))
    const draft = draftLike(assignment, code => ids.get(code))
    const { due: _, ...others } = assignment
    expect(assignmentOf(draft, around()).assignment).toEqual(others)
  })
  test('is read back as it was kept, and from anything nothing is thrown', () => {
    fc.assert(
      fc.property(anyAssignment, one => {
        const draft = draftLike(one, code => `m${code}`)
        expect(decodeDraft(structuredClone(draft))).toEqual(draft)
      })
    )
    fc.assert(fc.property(fc.anything(), some => void decodeDraft(some)))
  })
})

test('a draft of before there were pages asks for none', () => {
  const { pages: _, ...before } = EMPTY_DRAFT
  expect(decodeDraft(before)).toEqual(EMPTY_DRAFT)
})
