import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultOfTyped, momentIn, remarksOn, tidied, zoneName } from '../../src/training/remarks.ts'
import { TWELVE } from './assignments.ts'

const DAY = 86_400_000
const { due: DUE = 0, modules, revision } = TWELVE
const course = {
  revision,
  newest: DUE - 60 * DAY,
  modules: modules.map(code => ({ code, id: String(code), title: '', minutes: 1, pass: 80, draw: 1, href: '', seal: [] }))
}

describe('what is told about an assignment', () => {
  test('nothing where nothing is odd', () => expect(remarksOn(TWELVE, course, DUE - 5 * DAY)).toEqual([]))
  test('that it is due soon, or was', () => {
    expect(remarksOn(TWELVE, course, DUE)).toEqual(['soon'])
    expect(remarksOn(TWELVE, course, DUE + 1)).toEqual(['late'])
    const { due: _, ...open } = TWELVE
    expect(remarksOn(open, course, DUE + 99 * DAY)).toEqual([])
  })
  test('that the handbook is another version', () => {
    expect(remarksOn({ ...TWELVE, revision: '000000000000' }, course, DUE - 5 * DAY)).toEqual(['changed'])
  })
  test('that modules are missing; where all are, the version no longer matters', () => {
    expect(remarksOn(TWELVE, { ...course, modules: course.modules.slice(1) }, DUE - 5 * DAY)).toEqual(['some-unknown'])
    expect(remarksOn({ ...TWELVE, revision: '0' }, { ...course, modules: [] }, DUE - 5 * DAY)).toEqual(['all-unknown'])
  })
  test('that the clock is wrong, and then nothing of what is due: a day before is another zone', () => {
    expect(remarksOn(TWELVE, course, course.newest - DAY)).toEqual([])
    expect(remarksOn({ ...TWELVE, due: course.newest - 2 * DAY }, course, course.newest - DAY - 1)).toEqual(['clock'])
  })
})

describe('a moment', () => {
  test('is told as the clocks of its zone show it, whatever the zone of this machine', () => {
    const at = Date.UTC(2026, 11, 11, 16, 30)
    expect(momentIn(at, 480, 'zh-CN')).toBe('2026年12月12日星期六 00:30')
    expect(momentIn(at, -300, 'en-GB')).toMatch(/^Friday,? 11 December 2026 at 11:30$/)
    expect(momentIn(at, 14 * 60, 'en-GB')).toMatch(/^Saturday,? 12 December 2026 at 06:30$/)
  })
  test('has the name of its zone', () => {
    expect([0, 480, 330, -210, 845].map(zoneName)).toEqual(['UTC', 'UTC+8', 'UTC+5:30', 'UTC−3:30', 'UTC+14:05'])
  })
})

describe('what is typed', () => {
  test('loses stray spaces and signs that can’t be seen', () => {
    expect(tidied('  欧阳\u200B慧\t\n ')).toBe('欧阳 慧')
    expect(tidied('A\u202E1')).toBe('A 1')
  })
  test('must be there, and fit', () => {
    expect(faultOfTyped(' \u200B ', 24)).toBe('missing')
    expect(faultOfTyped('字'.repeat(8), 24)).toBeUndefined()
    expect(faultOfTyped('字'.repeat(9), 24)).toBe('too-long')
  })
  test('is the same when it is tidied twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), typed => void expect(tidied(tidied(typed))).toBe(tidied(typed))))
  })
})
