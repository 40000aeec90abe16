import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromNumber } from '../../src/visit/calendarDay.ts'
import { calendarFile, type DayEvent, escapeText, fold } from '../../src/visit/calendarFile.ts'

const NOW = Date.UTC(2026, 10, 27, 20, 15, 0)
const event = (changes: Partial<DayEvent> = {}): DayEvent => ({
  uid: 'a1@follow-up',
  day: { year: 2026, month: 12, day: 31 },
  title: '回访：王先生',
  text: '散客',
  changed: NOW,
  ...changes
})

const octets = (line: string) => new TextEncoder().encode(line).length

/** Reads a file as a calendar program does: unfolds it, then takes names and values apart. */
function read(file: string): [name: string, value: string][] {
  expect(file.endsWith('\r\n')).toBe(true)
  return file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .slice(0, -1)
    .map(line => {
      const [, name = '', value = ''] = /^([A-Z-]+(?:;[A-Z]+=[A-Z]+)*):(.*)$/su.exec(line) ?? []
      expect(name, line).not.toBe('')
      return [name, value]
    })
}
const unescaped = (value: string) => value.replace(/\\(.)/gsu, (_, sign: string) => (sign === 'n' ? '\n' : sign))

test('an event lasts its whole day: it ends where the next one begins, over the new year too', () => {
  expect(calendarFile([event()], NOW)).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Service Handbook//Follow-up planner//EN',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:a1@follow-up',
      'DTSTAMP:20261127T201500Z',
      'LAST-MODIFIED:20261127T201500Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:回访：王先生',
      'DESCRIPTION:散客',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      ''
    ].join('\r\n')
  )
})

test.each([
  ['a;b,c\\d', 'a\\;b\\,c\\\\d'],
  ['one\r\ntwo\rthree\nfour\u2028five', 'one\\ntwo\\nthree\\nfour\\nfive'],
  ['bell\u0007 null\u0000', 'bell null'],
  ['half \ud83d', 'half \ufffd'],
  ['END:VEVENT\nBEGIN:VALARM', 'END:VEVENT\\nBEGIN:VALARM']
])('%j is escaped', (text, escaped) => expect(escapeText(text)).toBe(escaped))

test('long lines are folded at 75 octets, and no character is cut', () => {
  const line = `SUMMARY:${'回访😀a'.repeat(40)}`
  const folded = fold(line).split('\r\n')
  expect(folded.length).toBeGreaterThan(5)
  for (const part of folded) expect(octets(part)).toBeLessThanOrEqual(75)
  expect(folded.slice(1).every(part => part.startsWith(' '))).toBe(true)
  expect(folded.map((part, place) => (place === 0 ? part : part.slice(1))).join('')).toBe(line)
  expect(fold('x'.repeat(75))).toBe('x'.repeat(75))
  expect(fold('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`)
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    'END:VEVENT\r\nBEGIN:VEVENT\r\nUID:x',
    '=cmd|x',
    '\\',
    '\\n',
    ';,;,',
    '\r',
    '<script>',
    '回访'.repeat(60),
    '\ud800',
    '\u0000',
    '\u0085'
  )
)
const anyEvent = fc
  .record({
    uid: hostile,
    day: fc.integer({ min: -700_000, max: 2_900_000 }),
    title: hostile,
    text: hostile,
    changed: fc.nat(253_402_300_799_999)
  })
  .map(one => ({ ...one, day: fromNumber(one.day) }))

test('whatever is written in a name or a note stays text in its line, and comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 4 }), events => {
      const file = calendarFile(events, NOW)
      const [lines, raw] = [read(file), file.split('\r\n')]
      for (const line of raw) {
        expect(octets(line)).toBeLessThanOrEqual(75)
        expect(line).not.toMatch(/(?!\t)\p{Cc}/u)
      }
      expect(lines.filter(([name]) => name === 'BEGIN').map(([, value]) => value)).toEqual(['VCALENDAR', ...events.map(() => 'VEVENT')])
      const summaries = lines.filter(([name]) => name === 'SUMMARY').map(([, value]) => unescaped(value))
      const clean = (text: string) =>
        text
          .toWellFormed()
          .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
          .replace(/(?![\t\n])\p{Cc}/gu, '')
      expect(summaries).toEqual(events.map(({ title }) => clean(title)))
    })
  )
})
