import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { LANGS, localeOf } from '../../src/lang/text.ts'
import { addDays, type CalendarDay, daysBetween, fromNumber, readDay, writeDay } from '../../src/visit/calendarDay.ts'
import { calendarFile } from '../../src/visit/calendarFile.ts'
import { decodeFollowUp, dueDay, GUEST_KINDS, kept, planOf, withCall } from '../../src/visit/followUp.ts'
import { eventsOf } from '../../src/visit/followUpEvents.ts'
import { FOLLOW_UP_WORDS } from '../../src/visit/followUpWords.ts'
import type { FollowUp, GuestKind } from '../../src/visit/paper.ts'

const DAYS = { nextDay: 1, threeDays: 3 }
const day = (text: string) => readDay(text) as CalendarDay
const TODAY = day('2026-11-27')
const guest = (id: string, kind: GuestKind, checkOut: string, called?: string): FollowUp => ({
  v: 1,
  id,
  changed: 1,
  guest: id,
  kind,
  checkOut,
  note: '',
  ...(called && { called })
})

test('the days are those of the register', () => {
  const { rules } = parse(readFileSync(new URL('../../content/standards/followup.yaml', import.meta.url), 'utf8'))
  const figure = (id: string) => rules.find((rule: { id: string }) => rule.id === id).figures
  expect([figure('followup.next-day').dueDays, figure('followup.three-days').dueDays]).toEqual([DAYS.nextDay, DAYS.threeDays])
})

test.each([
  ['individual', '2026-11-30', '2026-12-01'],
  ['group', '2026-12-31', '2027-01-01'],
  ['member', '2028-02-27', '2028-03-01'],
  ['complained', '2026-12-30', '2027-01-02']
] as const)('a guest of kind %s who left on %s is called by %s', (kind, checkOut, due) =>
  expect(writeDay(dueDay(kind, day(checkOut), DAYS))).toBe(due)
)

test('who is overdue comes first, then today, then what is coming; who must be called comes before the others', () => {
  const plan = planOf(
    [
      guest('tomorrow', 'group', '2026-11-27'),
      guest('walk-in', 'individual', '2026-11-26'),
      guest('late', 'individual', '2026-11-20'),
      guest('angry', 'complained', '2026-11-24'),
      guest('later still', 'member', '2026-11-01'),
      guest('done', 'individual', '2026-11-20', '2026-11-21'),
      guest('done last', 'individual', '2026-11-20', '2026-11-25')
    ],
    TODAY,
    DAYS
  )
  const names = (part: keyof typeof plan) => plan[part].map(({ followUp }) => followUp.id)
  expect(names('overdue')).toEqual(['later still', 'late'])
  expect(names('today')).toEqual(['angry', 'walk-in'])
  expect(names('coming')).toEqual(['tomorrow'])
  expect(names('called')).toEqual(['done last', 'done'])
})

test('the rate counts calls in time of those that were made or are overdue', () => {
  const plan = planOf(
    [
      guest('in time', 'member', '2026-11-20', '2026-11-23'),
      guest('too late', 'complained', '2026-11-20', '2026-11-24'),
      guest('overdue', 'member', '2026-11-20'),
      guest('not yet', 'member', '2026-11-26'),
      guest('other rule', 'group', '2026-11-20', '2026-11-21')
    ],
    TODAY,
    DAYS
  )
  expect(kept(plan, 'threeDays')).toEqual({ inTime: 1, of: 3 })
  expect(kept(plan, 'nextDay')).toEqual({ inTime: 1, of: 1 })
})

test('a call can be noted and taken back', () => {
  const one = guest('a', 'group', '2026-11-26')
  expect(withCall(one, TODAY, 5)).toEqual({ ...one, changed: 5, called: '2026-11-27' })
  expect(withCall(withCall(one, TODAY, 5), undefined, 6)).toEqual({ ...one, changed: 6 })
})

const anyGuest = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...GUEST_KINDS),
  left: fc.integer({ min: 0, max: 40_000 }),
  calledAfter: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined })
})
const made = ({ id, kind, left, calledAfter }: { id: string; kind: GuestKind; left: number; calledAfter: number | undefined }) =>
  guest(id, kind, writeDay(fromNumber(left)), calledAfter === undefined ? undefined : writeDay(fromNumber(left + calledAfter)))

test('everybody stands in exactly one part, sorted by the due day, and a day later nobody is due later', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyGuest, { selector: ({ id }) => id, maxLength: 30 }),
      fc.integer({ min: 0, max: 40_000 }),
      (guests, now) => {
        const all = guests.map(made)
        const plan = planOf(all, fromNumber(now), DAYS)
        const parts = [...plan.overdue, ...plan.today, ...plan.coming, ...plan.called]
        expect(parts.map(({ followUp }) => followUp.id).sort()).toEqual(all.map(({ id }) => id).sort())
        for (const part of [plan.overdue, plan.coming]) {
          const left = part.map(one => one.left)
          expect(left).toEqual([...left].sort((a, b) => a - b))
        }
        for (const one of parts)
          expect(daysBetween(one.checkOut, one.due)).toBe(['member', 'complained'].includes(one.followUp.kind) ? 3 : 1)
        const tomorrow = planOf(all, fromNumber(now + 1), DAYS)
        expect(tomorrow.overdue.length).toBe(plan.overdue.length + plan.today.length)
      }
    )
  )
})

describe('what is found on disk', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(anyGuest, one => {
        expect(decodeFollowUp(structuredClone(made(one)))).toEqual(made(one))
      })
    )
  })
  test.each([
    [undefined],
    [null],
    ['text'],
    [{}],
    [{ ...guest('a', 'group', '2026-11-26'), v: 2 }],
    [{ ...guest('a', 'group', '2026-11-26'), kind: 'king' }],
    [{ ...guest('a', 'group', '2026-02-30') }],
    [{ ...guest('a', 'group', '2026-11-26'), guest: 'x'.repeat(81) }],
    [{ ...guest('a', 'group', '2026-11-26'), note: 7 }],
    [{ ...guest('a', 'group', '2026-11-26'), changed: Number.NaN }],
    [{ ...guest('a', 'group', '2026-11-26'), changed: 9e15 }]
  ])('%j is left out', found => expect(decodeFollowUp(found)).toBeUndefined())
  test('anything at all is left out or can be planned and written into a calendar', () => {
    const field = fc.oneof(fc.anything(), fc.constantFrom(1, '2026-11-27', 'group', 'x'))
    const record = fc.record(
      {
        v: fc.constant(1),
        id: field,
        changed: fc.oneof(field, fc.double()),
        guest: field,
        kind: field,
        checkOut: field,
        note: field,
        called: field
      },
      { requiredKeys: [] }
    )
    fc.assert(
      fc.property(fc.oneof(fc.anything(), record), found => {
        const read = decodeFollowUp(found)
        const { overdue, today, coming } = planOf(read ? [read] : [], TODAY, DAYS)
        const events = eventsOf([...overdue, ...today, ...coming], FOLLOW_UP_WORDS.en, 'en')
        expect(calendarFile(events, 0)).toContain('BEGIN:VCALENDAR')
      })
    )
  })
  test('a day of the call that is none is left out, not the guest', () => {
    expect(decodeFollowUp({ ...guest('a', 'group', '2026-11-26'), called: 'soon' })).toEqual(guest('a', 'group', '2026-11-26'))
  })
})

test.each(LANGS)('a call is an event on its due day, and stays the same one when it is changed (%s)', lang => {
  const one = { ...guest('a', 'member', '2026-11-29'), guest: '王 <b>', note: 'quiet\nroom' }
  const of = (followUp: FollowUp) => eventsOf(planOf([followUp], TODAY, DAYS).coming, FOLLOW_UP_WORDS[lang], localeOf(lang))
  const [event] = of(one)
  expect(event).toMatchObject({ day: addDays(day('2026-11-29'), 3), changed: 1 })
  expect(event?.title).toContain('王 <b>')
  expect(event?.text).toContain('quiet\nroom')
  expect(of({ ...one, checkOut: '2026-11-30' })[0]?.uid).toBe(event?.uid)
})
