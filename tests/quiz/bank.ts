/** Questions for the tests, and fast-check arbitraries that make them. */
import fc from 'fast-check'
import type { ChoicesKeyed } from '../../src/quiz/choice/choices.ts'

const id = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 3 })

export const choices = fc
  .uniqueArray(id, { minLength: 2, maxLength: 6 })
  .chain(ids => fc.tuple(fc.constant(ids), fc.array(fc.boolean(), { minLength: ids.length, maxLength: ids.length })))
  .map(([ids, keys]) => ids.map((id, index) => ({ id, key: keys[index] ?? false })))

/** Any question that an author's check would let through, and some that it would not. */
export const keyed: fc.Arbitrary<ChoicesKeyed> = fc.record({ kind: fc.constantFrom('single', 'multiple', 'replace'), choices })

/** Known and unknown ids, repeated, in any order. */
export const response = fc.array(fc.oneof(id, fc.string()), { maxLength: 10 })

export const single: ChoicesKeyed = {
  kind: 'single',
  choices: [
    { id: 'a', key: false },
    { id: 'b', key: true },
    { id: 'c', key: false }
  ]
}
export const multiple: ChoicesKeyed = {
  kind: 'multiple',
  choices: [
    { id: 'a', key: true },
    { id: 'b', key: true },
    { id: 'c', key: false },
    { id: 'd', key: true },
    { id: 'e', key: false }
  ]
}
