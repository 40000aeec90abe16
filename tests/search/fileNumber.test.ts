/** A file number typed into the box: what it says, or why it can't be one. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileNumberIn } from '../../src/search/fileNumber.ts'
import { SEARCH_WORDS } from '../../src/search/words.ts'

test.each([
  ['040214001', { year: 2004, month: 2, day: 14, serial: 1 }],
  ['０４０２１４００１', { year: 2004, month: 2, day: 14, serial: 1 }],
  ['040214 001', { year: 2004, month: 2, day: 14, serial: 1 }],
  ['04-02-14-001', { year: 2004, month: 2, day: 14, serial: 1 }],
  ['档案编号 261231120 是谁', { year: 2026, month: 12, day: 31, serial: 120 }],
  ['040229001', { year: 2004, month: 2, day: 29, serial: 1 }]
])('%s is read', (query, read) => {
  expect(fileNumberIn(query)).toMatchObject(read)
  expect(fileNumberIn(query)?.fault).toBeUndefined()
})

test.each([
  ['040230001', 'day'],
  ['030229001', 'day'],
  ['040200001', 'day'],
  ['041314001', 'month'],
  ['040014001', 'month'],
  ['040214000', 'serial'],
  ['04021401', 'length'],
  ['0402140011', 'length']
])('%s can’t be one, and why', (query, fault) => {
  expect(fileNumberIn(query)?.fault).toBe(fault)
})

test.each(['', '2004', '13800138000', '三日内100%', '040214001 040214002', '工单20240103', '1998年70%'])(
  '“%s” is no file number',
  query => {
    expect(fileNumberIn(query)).toBeUndefined()
  }
)

test('every day has its numbers, and no other', () => {
  const number = fc.record({ at: fc.integer({ min: 0, max: 36_524 }), serial: fc.integer({ min: 1, max: 999 }) })
  fc.assert(
    fc.property(number, ({ at, serial }) => {
      const date = new Date(Date.UTC(2000, 0, 1 + at)).toISOString().slice(2, 10).replaceAll('-', '')
      expect(fileNumberIn(date + String(serial).padStart(3, '0'))).toMatchObject({ serial })
      expect(fileNumberIn(date + String(serial).padStart(3, '0'))?.fault).toBeUndefined()
    })
  )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), value => {
      const digits = String(value).padStart(9, '0')
      const { year = 0, month = 0, day = 0, fault } = fileNumberIn(digits) ?? {}
      const date = new Date(Date.UTC(year, month - 1, day))
      const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
      expect(fault === undefined).toBe(isDay && !digits.endsWith('000'))
    })
  )
})

test('both languages say what it is, and what is wrong with it', () => {
  const said = (lang: 'zh' | 'en', query: string) => {
    const number = fileNumberIn(query)
    return number && SEARCH_WORDS[lang].fileNumber(number)
  }
  expect(said('zh', '040214001')).toBe('2004年2月14日入住，当天第1位客人。')
  expect(said('en', '040214001')).toBe('Checked in on 14 February 2004: guest 1 of that day.')
  expect(said('zh', '040230001')).toContain('2004年2月没有30日')
  expect(said('en', '030229001')).toContain('February 2003 has no 29th day')
  expect(said('en', '040231001')).toContain('no 31st day')
  expect(said('zh', '041314001')).toContain('没有13月')
  expect(said('en', '041314001')).toContain('no month 13')
  expect(said('zh', '040214000')).toContain('001')
  expect(said('en', '0402140011')).toContain('10 digits')
})
