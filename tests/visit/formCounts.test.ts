import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countsOf } from '../../src/visit/formCounts.ts'
import { anyFilled, filledOf, MORNING, SERVICE, SHANGHAI } from './forms.ts'

test('forms are counted in the month on the wall: the last minute of October is October', () => {
  const midnight = Date.UTC(2026, 9, 31, 16)
  const counts = countsOf(SERVICE, [filledOf({ created: midnight - 1 }), filledOf({ created: midnight, kind: 'network' })], SHANGHAI)
  expect(counts.months).toEqual(['2026-10', '2026-11'])
  expect(counts.count('', '2026-10')).toBe(1)
  expect(counts.count('network', '2026-11')).toBe(1)
})

test('months without a form stand between, over the end of a year', () => {
  const counts = countsOf(SERVICE, [filledOf({ created: Date.UTC(2026, 10, 5) }), filledOf({ created: Date.UTC(2027, 1, 5) })], SHANGHAI)
  expect(counts.months).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
  expect(counts.count('', '2026-12')).toBe(0)
})

test('kinds come in the form’s order, then those written in, then what is not classified', () => {
  const kinds = [undefined, '投影仪', 'network', 'hardware'].map(kind => filledOf({ ...(kind !== undefined && { kind }) }))
  expect(countsOf(SERVICE, kinds, SHANGHAI).kinds).toEqual(['hardware', 'network', '投影仪', ''])
})

test('a clock that stood in 1970 makes no list of centuries', () => {
  const counts = countsOf(SERVICE, [filledOf({ created: 0 }), filledOf({ created: MORNING })], SHANGHAI)
  expect(counts.months).toEqual(['1970-01', '2026-11'])
})

test('every form is counted once, in a month and a kind that are listed', () => {
  fc.assert(
    fc.property(fc.array(anyFilled, { maxLength: 30 }), filled => {
      const counts = countsOf(SERVICE, filled, SHANGHAI)
      const sum = counts.months.reduce((all, month) => counts.kinds.reduce((so, kind) => so + counts.count(kind, month), all), 0)
      expect(sum).toBe(filled.filter(({ form }) => form === SERVICE.id).length)
      expect([...counts.months].sort()).toEqual(counts.months)
    })
  )
})
