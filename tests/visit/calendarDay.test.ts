import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  type CalendarDay,
  dayOf,
  daysBetween,
  daysIn,
  fromNumber,
  isDay,
  readDay,
  tellDay,
  toNumber,
  writeDay
} from '../../src/visit/calendarDay.ts'

const LAST = toNumber({ year: 9999, month: 12, day: 31 })
const anyDay = fc.integer({ min: toNumber({ year: 1, month: 1, day: 1 }), max: LAST }).map(fromNumber)
const written = (text: string) => readDay(text) as CalendarDay

test('days are counted as the calendar counts them, for four centuries', () => {
  let day = { year: 1900, month: 1, day: 1 }
  const end = Date.UTC(2300, 0, 1) / 86_400_000
  for (let number = toNumber(day); number < end; number++) {
    const utc = new Date(number * 86_400_000)
    expect(fromNumber(number)).toEqual({ year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, day: utc.getUTCDate() })
    day = addDays(day, 1)
  }
  expect(writeDay(day)).toBe('2300-01-01')
})

test.each([
  ['2026-11-30', 1, '2026-12-01'],
  ['2026-12-31', 3, '2027-01-03'],
  ['2028-02-27', 3, '2028-03-01'],
  ['2027-02-27', 3, '2027-03-02'],
  ['2100-02-28', 1, '2100-03-01'],
  ['2000-02-28', 1, '2000-02-29'],
  ['2027-01-31', 1, '2027-02-01']
])('%s and %i days is %s', (from, count, to) => {
  expect(writeDay(addDays(written(from), count))).toBe(to)
  expect(daysBetween(written(from), written(to))).toBe(count)
})

test('a day is its number and its writing, and there is no other', () => {
  fc.assert(
    fc.property(anyDay, day => {
      expect(isDay(day)).toBe(true)
      expect(fromNumber(toNumber(day))).toEqual(day)
      expect(readDay(writeDay(day))).toEqual(day)
    })
  )
})

test('adding days and counting them undo each other, and the next day is greater as text too', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -1000, max: 1000 }), (day, count) => {
      fc.pre(toNumber(day) + count >= toNumber({ year: 1, month: 1, day: 1 }) && toNumber(day) + count < LAST)
      expect(daysBetween(day, addDays(day, count))).toBe(count)
      expect(writeDay(addDays(day, count + 1)) > writeDay(addDays(day, count))).toBe(true)
    })
  )
})

test.each([
  '',
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '0000-01-01',
  '2026-1-1',
  '2026-11-27T00:00',
  '２０２６-11-27',
  ' 2026-11-27'
])('%j is no day', text => expect(readDay(text)).toBeUndefined())

test('a month is as long as the calendar says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const next = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 }
      expect(daysIn(year, month)).toBe(daysBetween({ year, month, day: 1 }, next))
    })
  )
})

test('a day is told without a time zone', () => {
  expect(tellDay(written('2026-11-30'), 'en')).toBe('Monday, November 30, 2026')
  expect(tellDay(written('2026-11-30'), 'zh-CN')).toBe('2026年11月30日星期一')
})

test('today is what the wall clock shows', () => expect(dayOf(new Date(2026, 10, 30, 23, 59, 59))).toEqual(written('2026-11-30')))

/** The whole of a year's due days and midnights, worked out in a process with another time zone. */
const PROGRAM = `
import { addDays, dayOf, fromNumber, toNumber, untilTomorrow, writeDay, tellDay } from ${JSON.stringify(new URL('../../src/visit/calendarDay.ts', import.meta.url).href)}
const start = toNumber({ year: 2026, month: 1, day: 1 })
const days = Array.from({ length: 800 }, (_, n) => fromNumber(start + n))
const due = days.map(day => writeDay(addDays(day, 3)) + tellDay(day, 'en')).join()
const wrong = days.filter(({ year, month, day }) => [0, 1, 3, 12, 23].some(hour => {
  const now = new Date(year, month - 1, day, hour, 30)
  const turned = new Date(now.getTime() + untilTomorrow(now))
  const before = new Date(turned.getTime() - 1)
  return writeDay(dayOf(turned)) !== writeDay(addDays(dayOf(now), 1)) || writeDay(dayOf(before)) !== writeDay(dayOf(now))
}))
console.log(JSON.stringify({ due, wrong, offset: new Date(2026, 6, 1).getTimezoneOffset() }))
`
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Pacific/Auckland', 'America/St_Johns', 'Pacific/Kiritimati']

test('due days are the same in every time zone, and today turns at its own midnight, in summer and winter', () => {
  const told = ZONES.map(TZ => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '--disable-warning=ExperimentalWarning', '-e', PROGRAM],
      {
        env: { ...process.env, TZ },
        encoding: 'utf8'
      }
    )
    expect(stderr).toBe('')
    return JSON.parse(stdout) as { due: string; wrong: unknown[]; offset: number }
  })
  expect(new Set(told.map(({ offset }) => offset)).size).toBe(ZONES.length)
  expect(new Set(told.map(({ due }) => due)).size).toBe(1)
  expect(told.flatMap(({ wrong }) => wrong)).toEqual([])
})
