import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actionOf } from '../../src/training/classKeys.ts'
import { type Classroom, handsOf, LASTING, readClassroom, totalOf, withCount, withHand } from '../../src/training/classroom.ts'

const NOW = Date.UTC(2026, 5, 1)
const room: Classroom = { seed: 'k7f3q', count: 12, kinds: ['single'], at: NOW, place: 3, hands: { q1: { a: 4, b: 1 } }, over: false }

test('hands are counted for each choice of each question', () => {
  const hands = [1, 1, 1, -1].reduce((all, by) => withHand(all, 'q1', 'a', by as 1 | -1), withHand({}, 'q2', 'a', 1))
  expect(handsOf(hands, 'q1', 'a')).toBe(2)
  expect(handsOf(hands, 'q1', 'b')).toBe(0)
  expect(totalOf(hands, 'q2')).toBe(1)
})
test('there are never less than no hands', () => {
  expect(handsOf(withHand({}, 'q1', 'a', -1), 'q1', 'a')).toBe(0)
})
test('a count that was cleared can be put back', () => {
  const cleared = withCount(room.hands, 'q1', {})
  expect(totalOf(cleared, 'q1')).toBe(0)
  expect(withCount(cleared, 'q1', room.hands.q1 ?? {})).toEqual(room.hands)
})

test('a class that was kept is gone on with', () => {
  expect(readClassroom(JSON.stringify(room), NOW + 60_000)).toEqual(room)
})
test('yesterday’s class is over', () => {
  expect(readClassroom(JSON.stringify(room), NOW + LASTING + 1)).toBeUndefined()
})
test('what was kept and can’t be read is passed over', () => {
  for (const kept of [
    undefined,
    '',
    'null',
    '[]',
    '{',
    '{"seed":""}',
    JSON.stringify({ ...room, place: -1 }),
    JSON.stringify({ ...room, count: '12' })
  ])
    expect(readClassroom(kept, NOW), kept).toBeUndefined()
  fc.assert(fc.property(fc.json(), kept => void readClassroom(kept, NOW)))
})
test('counts that no key could make are left out', () => {
  const hands = { q1: { a: -1, b: 2.5, c: '3', d: 4 }, q2: 7 }
  expect(readClassroom(JSON.stringify({ ...room, hands }), NOW)?.hands).toEqual({ q1: { d: 4 }, q2: {} })
})

const press = (key: string, code = '', shiftKey = false) => actionOf({ key, code, shiftKey })
test('arrows go to another question; a clicker’s two buttons show the answer on the way', () => {
  expect(press('ArrowRight')).toEqual({ type: 'go', by: 1 })
  expect(press('ArrowLeft')).toEqual({ type: 'go', by: -1 })
  expect(press('PageDown')).toEqual({ type: 'click', by: 1 })
  expect(press('PageUp')).toEqual({ type: 'click', by: -1 })
  for (const key of [' ', 'Enter', 'a', 'A', '.', 'b']) expect(press(key), key).toEqual({ type: 'answer' })
})
test('a digit is a hand more, with Shift a hand less, on any keyboard', () => {
  expect(press('2', 'Digit2')).toEqual({ type: 'hand', place: 2, by: 1 })
  expect(press('@', 'Digit2', true)).toEqual({ type: 'hand', place: 2, by: -1 })
  expect(press('é', 'Digit2')).toEqual({ type: 'hand', place: 2, by: 1 })
  expect(press('2', 'Numpad2')).toEqual({ type: 'hand', place: 2, by: 1 })
  expect(press('7', 'Digit7')).toBeUndefined()
})
test('other keys do what they always do', () => {
  for (const key of ['Tab', 'Escape', 'F5', 'Shift', 'x', 'constructor', 'End']) expect(press(key), key).toBeUndefined()
})
