import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type CalendarDay, fromNumber, isDay, toNumber, writeDay } from '../../src/visit/calendarDay.ts'
import { firstNumber, nextNumber, readNumber, serialOf, writeNumber } from '../../src/visit/fileNumber.ts'

const DIGITS = 3
const checkIn = fc
  .integer({ min: toNumber({ year: 2000, month: 1, day: 1 }), max: toNumber({ year: 2099, month: 12, day: 31 }) })
  .map(fromNumber)
const read = (typed: string) => readNumber(typed, DIGITS)

test('the example of the standard is written and read', () => {
  const { rules } = parse(readFileSync(new URL('../../content/standards/file.yaml', import.meta.url), 'utf8'))
  const { figures } = rules.find((rule: { id: string }) => rule.id === 'file.stay-number')
  const number = { checkIn: { year: 2004, month: 2, day: 14 }, serial: 1 }
  expect(writeNumber(number, figures.serialDigits)).toBe(figures.example)
  expect(readNumber(figures.example, figures.serialDigits)).toEqual({ type: 'number', number })
})

test('a number is read as it was written, in full-width digits and with spaces too', () => {
  const wide = (text: string) => text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  fc.assert(
    fc.property(checkIn, fc.integer({ min: 1, max: 999 }), (day, serial) => {
      const number = writeNumber({ checkIn: day, serial }, DIGITS) ?? ''
      expect(number).toMatch(/^\d{9}$/)
      const spaced = `${number.slice(0, 6)} - ${number.slice(6)}`
      for (const typed of [number, wide(number), ` ${spaced} `, wide(spaced)]) {
        expect(read(typed)).toEqual({ type: 'number', number: { checkIn: day, serial } })
      }
    })
  )
})

test.each([
  ['', { why: 'empty' }],
  ['  ', { why: 'empty' }],
  ['04021400l', { why: 'letters', sign: 'l' }],
  ['0402140号1', { why: 'letters', sign: '号' }],
  ['04021400😀', { why: 'letters', sign: '😀' }],
  ['04021401', { why: 'length', count: 8, wanted: 9 }],
  ['0402140001', { why: 'length', count: 10, wanted: 9 }],
  ['041314001', { why: 'month', month: '13' }],
  ['040014001', { why: 'month', month: '00' }],
  ['040230001', { why: 'day', month: 2, day: '30', last: 29, year: 2004 }],
  ['050229001', { why: 'day', month: 2, day: '29', last: 28, year: 2005 }],
  ['040431001', { why: 'day', month: 4, day: '31', last: 30, year: 2004 }],
  ['040200001', { why: 'day', month: 2, day: '00', last: 29, year: 2004 }],
  ['040214000', { why: 'serial' }]
])('%j is no number, and it is told why', (typed, fault) => expect(read(typed)).toEqual({ type: 'wrong', ...fault }))

test('nine digits are a number exactly where the calendar has the day and the serial is not 000', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), value => {
      const typed = String(value).padStart(9, '0')
      const day: CalendarDay = { year: 2000 + Number(typed.slice(0, 2)), month: Number(typed.slice(2, 4)), day: Number(typed.slice(4, 6)) }
      expect(read(typed).type).toBe(isDay(day) && !typed.endsWith('000') ? 'number' : 'wrong')
    }),
    { numRuns: 1000 }
  )
})

test('anything else is refused with a reason, and nothing throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), typed => {
      expect(['number', 'wrong']).toContain(read(typed).type)
    })
  )
})

test('the next number is the next of that day, and after the last there is none', () => {
  fc.assert(
    fc.property(checkIn, fc.integer({ min: 1, max: 998 }), (day, serial) => {
      const next = nextNumber({ checkIn: day, serial }, DIGITS)
      expect(read(next)).toEqual({ type: 'number', number: { checkIn: day, serial: serial + 1 } })
    })
  )
  expect(nextNumber({ checkIn: { year: 2026, month: 11, day: 27 }, serial: 999 }, DIGITS)).toBe('full')
})

test.each([
  [{ year: 2026, month: 11, day: 27 }, 0],
  [{ year: 2026, month: 11, day: 27 }, 1000],
  [{ year: 2026, month: 11, day: 27 }, 1.5],
  [{ year: 2026, month: 11, day: 27 }, Number.NaN],
  [{ year: 1999, month: 12, day: 31 }, 1],
  [{ year: 2100, month: 1, day: 1 }, 1]
])('no number is written for %j and %d', (day, serial) => expect(writeNumber({ checkIn: day, serial }, DIGITS)).toBeUndefined())

test('the authoring check takes numbers apart in the same way', () => {
  expect(serialOf('040214012', '040214', DIGITS)).toBe('012')
  expect(serialOf('04021412', '040214', DIGITS)).toBeUndefined()
  expect(firstNumber('040214', DIGITS)).toBe('040214001')
})

test('every file number that a question asks for is one that this reads, and writes again', () => {
  const folder = new URL('../../content/questions/', import.meta.url)
  const questions = readdirSync(folder).flatMap(file => parse(readFileSync(new URL(file, folder), 'utf8')).questions)
  const answers: string[] = questions.flatMap(({ form, answer }: { form?: string; answer: string }) =>
    form === 'file-number' ? [answer] : []
  )
  expect(answers.length).toBeGreaterThan(0)
  for (const answer of answers) {
    const found = read(answer)
    expect(found).toMatchObject({ type: 'number' })
    if (found.type === 'number') expect([writeNumber(found.number, DIGITS), writeDay(found.number.checkIn).length]).toEqual([answer, 10])
  }
})
