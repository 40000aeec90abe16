import fc from 'fast-check'
import { type Assignment, LONGEST, MOST_MODULES, MOST_PAGES, MOST_RULES } from '../../src/training/assignment.ts'

const MINUTE = 60_000
const EPOCH = Date.UTC(2024, 0, 1)

/** Twelve modules with a Chinese title, as a trainer would hand them out. */
export const TWELVE: Assignment = {
  id: '00112233445566ff',
  issued: Date.UTC(2026, 10, 27, 9, 0),
  due: Date.UTC(2026, 11, 11, 10, 0),
  zone: 480,
  pass: 80,
  attempts: 3,
  revision: '4be47eef55fc',
  modules: Array.from({ length: 12 }, (_, index) => 0x10f000 + index * 977),
  mustPass: [],
  title: '新员工第一周必修',
  by: '培训部 李梅',
  note: '',
  key: `02${'ab'.repeat(32)}`
}

/** The same with three pages to be acknowledged. */
export const WITH_PAGES: Assignment = { ...TWELVE, pages: [0x20f001, 0x20f002, 0x20f003] }

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map(some => [...some].map(byte => byte.toString(16).padStart(2, '0')).join(''))
const minute = fc.integer({ min: 1, max: 2 ** 31 }).map(minutes => EPOCH + minutes * MINUTE)
const code = fc.nat({ max: 0xffffff })
const text = (bytes: number) =>
  fc.string({ unit: 'grapheme', maxLength: 20 }).filter(some => new TextEncoder().encode(some).length <= bytes && some.isWellFormed())

/** Any assignment that can be handed out. */
export const anyAssignment: fc.Arbitrary<Assignment> = fc.record(
  {
    id: hex(8),
    issued: minute,
    due: minute,
    zone: fc.integer({ min: -56, max: 56 }).map(quarters => quarters * 15),
    pass: fc.integer({ min: 1, max: 100 }),
    attempts: fc.integer({ min: 1, max: 255 }),
    revision: hex(6),
    modules: fc.uniqueArray(code, { minLength: 1, maxLength: MOST_MODULES }),
    mustPass: fc.uniqueArray(code, { maxLength: MOST_RULES }),
    pages: fc.uniqueArray(code, { minLength: 1, maxLength: MOST_PAGES }),
    title: text(LONGEST.title),
    by: text(LONGEST.by),
    note: text(LONGEST.note),
    key: hex(32).map(x => `03${x}`)
  },
  { requiredKeys: ['id', 'issued', 'zone', 'revision', 'modules', 'mustPass', 'title', 'by', 'note', 'key'] }
)
