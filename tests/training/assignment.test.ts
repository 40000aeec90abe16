import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Assignment,
  decodeAssignment,
  encodeAssignment,
  faultsOf,
  MOST_MODULES,
  MOST_PAGES,
  readAssignment,
  toDigitFragment,
  toFragment
} from '../../src/training/assignment.ts'
import { crc32, writer } from '../../src/training/bytes.ts'
import { anyAssignment, TWELVE, WITH_PAGES } from './assignments.ts'

/** These bytes with a checksum that is right. */
function summed(body: Uint8Array): Uint8Array {
  const out = writer()
  out.bytes(body)
  out.number(crc32(body), 4)
  return out.done()
}

function readBack(text: string): Assignment | string {
  const back = readAssignment(text)
  return back.type === 'assignment' ? back.assignment : back.why
}

test('what a trainer hands out is what a learner reads, from letters and from digits', () => {
  fc.assert(
    fc.property(anyAssignment, assignment => {
      const bytes = encodeAssignment(assignment)
      for (const fragment of [toFragment(bytes), toDigitFragment(bytes)]) {
        expect(readBack(fragment)).toEqual(assignment)
        expect(readBack(`https://handbook.example/zh/assigned/#${fragment}`)).toEqual(assignment)
      }
    })
  )
})

test('twelve modules with a title, a sender and a due date take at most 150 bytes', () => {
  expect(encodeAssignment(TWELVE).length).toBeLessThanOrEqual(150)
})

describe('a code pasted from a chat', () => {
  const code = toFragment(encodeAssignment(TWELVE))
  test('is found in words around it and over broken lines', () => {
    expect(readBack(`李梅：请完成 https://h.example/zh/assigned/#${code}`)).toEqual(TWELVE)
    expect(readBack(code.replace(/(.{30})/g, '$1\n'))).toEqual(TWELVE)
    expect(readBack(`  ${code.slice(2)}  `)).toEqual(TWELVE)
    expect(readBack(`${code} please finish it by Friday`)).toEqual(TWELVE)
    expect(readBack(`${code}，周五前做完`)).toEqual(TWELVE)
  })
  test('that was cut short, or has a letter too many, is told to be damaged', () => {
    for (let length = 40; length < code.length; length += 7) expect(readBack(code.slice(0, length))).toBe('damaged')
    expect(readBack(`${code}A`)).toBe('damaged')
  })
  test('that is no code at all is told so', () => {
    for (const text of ['', '   ', '你好', '#', 'a=', 'x'.repeat(10_000)]) expect(readBack(text)).toBe('not-one')
  })
})

test.each([TWELVE, WITH_PAGES])('every change of one byte is refused', assignment => {
  const bytes = encodeAssignment(assignment)
  for (let at = 0; at < bytes.length; at++) {
    for (let change = 1; change < 256; change++) {
      const other = bytes.slice()
      other[at] = (other[at] ?? 0) ^ change
      expect(decodeAssignment(other).type).toBe('refused')
    }
  }
})

test('every other letter in the code is refused', () => {
  const code = toFragment(encodeAssignment(TWELVE))
  for (let at = 2; at < code.length; at++) {
    for (const letter of 'Aa0-_z9') {
      if (code[at] !== letter) expect(readBack(code.slice(0, at) + letter + code.slice(at + 1))).toBe('damaged')
    }
  }
})

test('a newer format is told from damage, though none of it can be read', () => {
  expect(decodeAssignment(summed(Uint8Array.of(3, 9, 9, 9, 9)))).toEqual({ type: 'refused', why: 'newer' })
  expect(decodeAssignment(Uint8Array.of(3, 9, 9, 9, 9, 0, 0, 0, 0))).toEqual({ type: 'refused', why: 'damaged' })
})

test.each([TWELVE, WITH_PAGES])('what has a right sum and makes no sense is refused', assignment => {
  const body = encodeAssignment(assignment).slice(0, -4)
  for (let at = 0; at < body.length; at++) expect(decodeAssignment(summed(body.slice(0, at))).type).toBe('refused')
  expect(decodeAssignment(summed(Uint8Array.of(...body, 0))).type).toBe('refused')
})

test('whatever comes in, nothing throws, and what is read can be written again as it was', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'a=d#0123ABC-_ \n') })), text => {
      readAssignment(text)
    }),
    { numRuns: 2000 }
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
      const back = decodeAssignment(summed(bytes))
      if (back.type === 'assignment') expect(encodeAssignment(back.assignment)).toEqual(back.bytes)
    }),
    { numRuns: 2000 }
  )
})

test('what can’t be handed out is named before it is', () => {
  const many = Array.from({ length: MOST_MODULES + 1 }, (_, index) => index)
  expect(faultsOf({ ...TWELVE, modules: many })).toEqual(['too-many-modules'])
  expect(faultsOf({ ...TWELVE, modules: [] })).toEqual(['no-module'])
  expect(faultsOf({ ...TWELVE, modules: [1, 1] })).toEqual(['repeated'])
  expect(faultsOf({ ...TWELVE, pages: [1, 1] })).toEqual(['repeated'])
  expect(faultsOf({ ...TWELVE, pages: many.slice(0, MOST_PAGES + 1) })).toEqual(['too-many-pages'])
  expect(faultsOf({ ...WITH_PAGES, modules: [] })).toEqual(['no-module'])
  expect(faultsOf({ ...TWELVE, title: '长'.repeat(21), by: '长'.repeat(11) })).toEqual(['title-too-long', 'by-too-long'])
  expect(() => encodeAssignment({ ...TWELVE, modules: many })).toThrow(RangeError)
})

test('an assignment without pages is of format 1, byte for byte; with pages of format 2, after the rules', () => {
  const without = encodeAssignment(TWELVE)
  expect(encodeAssignment({ ...TWELVE, pages: [] })).toEqual(without)
  expect(without[0]).toBe(1)
  const bytes = encodeAssignment(WITH_PAGES)
  const at = 1 + 1 + 8 + 8 + 3 + 6 + 1 + 36 + 1
  const pages = [3, 0x20, 0xf0, 1, 0x20, 0xf0, 2, 0x20, 0xf0, 3]
  expect([...bytes.slice(0, -4)]).toEqual([2, ...without.slice(1, at), ...pages, ...without.slice(at, -4)])
  expect(decodeAssignment(summed(Uint8Array.of(2, ...without.slice(1, at), 0, ...without.slice(at, -4))))).toEqual({
    type: 'refused',
    why: 'not-one'
  })
})
