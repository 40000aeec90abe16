import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reminderOf } from '../../src/training/reminder.ts'
import { anyAssignment, TWELVE } from './assignments.ts'

const NOW = Date.UTC(2026, 10, 27, 9)
const lines = (file: string | undefined) => (file ?? '').replaceAll('\r\n ', '').split('\r\n')

test('the due moment is in UTC, and the calendar reminds a day and an hour before', () => {
  const file = lines(reminderOf({ ...TWELVE, due: Date.UTC(2026, 11, 11, 10) }, 'Due: T', 'https://a.example/#a=x', NOW))
  expect(file).toContain('DTSTART:20261211T100000Z')
  expect(file.filter(line => line.startsWith('TRIGGER'))).toEqual(['TRIGGER:-PT1440M', 'TRIGGER:-PT60M'])
  expect(file).toContain('DESCRIPTION:https://a.example/#a=x')
})

test('nothing that is due has no file', () => {
  const { due: _, ...rest } = TWELVE
  expect(reminderOf(rest, 'T', '', NOW)).toBeUndefined()
})

test('the zone of the trainer changes nothing: it is the same moment everywhere', () => {
  const due = Date.UTC(2027, 2, 28, 1)
  const files = [-720, -210, 0, 345, 840].map(zone => reminderOf({ ...TWELVE, due, zone }, 'T', '', NOW))
  expect(new Set(files).size).toBe(1)
})

test('a hostile title stays text: the file has one event and its two alarms whatever it says', () => {
  fc.assert(
    fc.property(anyAssignment, fc.string({ unit: 'binary', maxLength: 80 }), (assignment, title) => {
      const file = lines(reminderOf({ ...assignment, due: NOW }, `\r\nEND:VEVENT\n${title}`, title, NOW))
      for (const [begin, count] of [
        ['BEGIN:VEVENT', 1],
        ['END:VEVENT', 1],
        ['BEGIN:VALARM', 2],
        ['END:VALARM', 2]
      ])
        expect(file.filter(line => line === begin)).toHaveLength(Number(count))
    })
  )
})
