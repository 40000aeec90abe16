import { expect, test } from 'vitest'
import { dayOf, longDay, monthsLater } from '../../src/site/dates.ts'

test('a day is written as its readers write it', () => {
  expect(longDay('2026-11-24', 'zh')).toBe('2026年11月24日')
  expect(longDay('2026-11-24', 'en')).toBe('24 November 2026')
})

test.each([
  ['2026-11-24', 3, '2027-02-24'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-12-31', 12, '2027-12-31']
])('%s and %i months is %s', (day, months, later) => {
  expect(monthsLater(day, months)).toBe(later)
})

test('the day of an instant is the day in UTC', () => {
  expect(dayOf(new Date('2026-11-24T23:59:59Z'))).toBe('2026-11-24')
})
