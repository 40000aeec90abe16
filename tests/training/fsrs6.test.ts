/** The few lines that schedule reviews, held to the library that they are taken from. */
import fc from 'fast-check'
import { FSRSAlgorithm } from 'ts-fsrs'
import { expect, test } from 'vitest'
import { fsrs6, type Strength } from '../../src/training/fsrs6.ts'
import { LONGEST, RETENTION } from '../../src/training/reviewMemory.ts'

const library = (retention: number) =>
  new FSRSAlgorithm({ request_retention: retention, maximum_interval: LONGEST, enable_fuzz: false, enable_short_term: false })

const answers = fc.array(fc.record({ days: fc.integer({ min: 0, max: 1500 }), rating: fc.integer({ min: 1, max: 4 }) }), {
  minLength: 1,
  maxLength: 40
})

test('whatever is answered and whenever, it is remembered and asked again as the library says', () => {
  fc.assert(
    fc.property(answers, fc.constantFrom(0.8, RETENTION, 0.95), (history, retention) => {
      const [ours, theirs] = [fsrs6(retention, LONGEST), library(retention)]
      let strength: Strength | null = null
      for (const { days, rating } of history) {
        const next: Strength = theirs.next_state(strength, days, rating)
        expect(ours.next_state(strength, days, rating)).toEqual(next)
        expect(ours.next_interval(next.stability, days)).toBe(theirs.next_interval(next.stability, days))
        expect(ours.forgetting_curve(days, next.stability)).toBe(theirs.forgetting_curve(days, next.stability))
        strength = next
      }
    }),
    { numRuns: 500 }
  )
})
