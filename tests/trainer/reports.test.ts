import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whole } from '../../src/device/work.ts'
import { againOf, cut, draftAgain } from '../../src/trainer/again.ts'
import { assignmentOf } from '../../src/trainer/draft.ts'
import { KNOW_WORDS } from '../../src/trainer/knowWords.ts'
import type { Cell } from '../../src/trainer/matrix.ts'
import { calledIn, peopleOf } from '../../src/trainer/people.ts'
import { BANDS, marksOf, moduleSheet, questionNumbers, questionSheet, remarksOf, ruleSheet } from '../../src/trainer/reports.ts'
import type { Answered } from '../../src/trainer/understood.ts'
import { faultsOf } from '../../src/training/assignment.ts'
import type { QuestionResult } from '../../src/training/receipt.ts'
import { FULL } from '../training/receipts.ts'

const WORDS = KNOW_WORDS.en
const answer = (staff: string, question: string, result: QuestionResult): Answered => ({
  staff,
  module: 'speech',
  question,
  rule: 'speech.no-rudeness',
  result
})
const staff = Array.from({ length: 12 }, (_, index) => `S${index}`)
/** Twelve people: the better ones do well in the first two questions, and miss the third. */
const TWISTED = staff.flatMap((who, index) => [
  answer(who, 'q1', index < 6 ? 'right' : 'wrong'),
  answer(who, 'q2', index < 6 ? 'right' : 'partly'),
  answer(who, 'q3', index < 6 ? 'wrong' : 'right')
])
const QUESTIONS = ['q1', 'q2', 'q3', 'q4'].map(id => ({ id }))

test('a question that the better learners miss is named, and one nobody was asked is left out', () => {
  const numbers = whole(questionNumbers(TWISTED, QUESTIONS))
  expect(numbers.map(({ statistics }) => statistics.question)).toEqual(['q1', 'q2', 'q3'])
  const { rows } = questionSheet(
    numbers,
    id => `text of ${id}`,
    () => 'Speech',
    WORDS
  )
  expect(rows[1]).toEqual(['text of q2', 'Speech', '12', '6 / 6 / 0 / 0', '75%', expect.any(String), expect.any(String)])
  expect(rows[2]?.[5]).toBe('−1.00')
  expect(rows[2]?.[6]).toBe(`${WORDS.backwards}; ${WORDS.unsure}`)
})

test('of fewer than ten people nothing is said', () => {
  const numbers = whole(questionNumbers(TWISTED.slice(0, 27), QUESTIONS))
  expect(remarksOf(numbers[0]?.statistics ?? { question: '', n: 0, trust: 'none' })).toEqual(['few'])
  const { rows } = questionSheet(numbers, String, String, WORDS)
  for (const row of rows) expect(row.slice(4)).toEqual(['—', '—', WORDS.few])
})

test.each([
  [{ facility: 1 }, 40, ['easy']],
  [{ facility: 0.2, discrimination: 0.5 }, 40, ['hard']],
  [{ facility: 0.6, discrimination: 0.1 }, 40, ['flat']],
  [{ facility: 0.6, discrimination: 0.4 }, 40, ['good']],
  [{ facility: 0.6, discrimination: 0.4 }, 12, ['good', 'unsure']]
] as const)('%j of %d people: %j', (numbers, n, remarks) => {
  expect(remarksOf({ question: 'q', n, trust: n < 30 ? 'uncertain' : 'firm', sure: { said: 0, wrong: 0 }, ...numbers })).toEqual(remarks)
})

const cell = (percent: number, passed = percent >= 80): Cell => ({
  percent,
  passed,
  attempts: 1,
  minutes: 10,
  ended: 0,
  late: false,
  differs: false
})

test('marks stand in bands that touch and leave nobody out', () => {
  const marks = marksOf([0, 49, 50, 79, 80, 89, 90, 100].map(percent => cell(percent)))
  expect(marks).toEqual({ people: 8, passed: 4, median: 79.5, bands: [2, 1, 0, 1, 2, 2], minutes: 10 })
  const { head, rows } = moduleSheet([{ title: 'Speech', marks }], WORDS)
  expect(head.slice(4, -1)).toEqual(['0–49%', '50–59%', '60–69%', '70–79%', '80–89%', '90–100%'])
  expect(rows).toEqual([['Speech', '8', '4', '79.5%', '2', '1', '0', '1', '2', '2', '10']])
})

test('whatever the marks are, everybody is in one band', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 100 })), percents => {
      const { bands, people } = marksOf(percents.map(percent => cell(percent)))
      expect(bands).toHaveLength(BANDS.length)
      expect(bands.reduce((sum, count) => sum + count, 0)).toBe(people)
    })
  )
})

const PEOPLE = peopleOf(
  [
    { staff: 'B2', name: '王磊', team: '维修' },
    { staff: 'A1', name: '欧阳慧', team: '维修' }
  ],
  [
    { seal: '', at: 0, receipt: { ...FULL, staff: 'a1', name: 'typed' } },
    { seal: '', at: 0, receipt: { ...FULL, staff: 'z9', name: '外来' } }
  ]
)
const WEAK = [
  { rule: 'r1', answers: 4, missed: 3, modules: ['visit'], people: ['B2', 'A1'] },
  { rule: 'r2', answers: 2, missed: 1, modules: ['speech', 'visit'], people: ['Z9', 'A1'] }
]

test('people are called by the list’s names, and by what they typed where they are not on it', () => {
  expect(calledIn(PEOPLE, ['B2', 'Z9', 'A1', 'Q7'])).toEqual(['Q7', '外来 z9', '欧阳慧 A1', '王磊 B2'])
})

test('a row says how much of a rule is missed, and by whom', () => {
  const { rows } = whole(ruleSheet(WEAK, PEOPLE, rule => `rule ${rule}`, WORDS))
  expect(rows[0]).toEqual(['rule r1', '75%', '3', '4', '欧阳慧 A1, 王磊 B2'])
})

test('weak rules are assigned again with their modules in the handbook’s order, to each person once', () => {
  expect(againOf(WEAK, ['speech', 'phone', 'visit'])).toEqual({
    rules: ['r1', 'r2'],
    modules: ['speech', 'visit'],
    people: ['B2', 'A1', 'Z9']
  })
})

test('the draft can be handed out whatever its rules are called', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), title => {
      const draft = draftAgain(againOf(WEAK, ['speech', 'visit']), title, '李梅', '2026-12-18T18:00')
      const code = (id: string) => ({ speech: 1, visit: 2, r1: 3, r2: 4 })[id]
      const now = Date.UTC(2026, 11, 11)
      const around = {
        id: '00',
        key: '',
        revision: '',
        now,
        momentOf: (wall: string) => Date.parse(`${wall}Z`),
        zoneAt: () => 480,
        codeOf: code
      }
      const { assignment, faults } = assignmentOf(draft, around)
      expect([...faults, ...faultsOf(assignment)]).toEqual([])
      expect(assignment).toMatchObject({ modules: [1, 2], mustPass: [3, 4], by: '李梅', due: Date.UTC(2026, 11, 18, 18) })
    })
  )
})

test.each([
  ['够短', 60, '够短'],
  ['一二三四五六七八九十', 12, '一二三…'],
  ['abcdef', 5, 'ab…']
])('%s in %d bytes is %s', (text, bytes, kept) => {
  expect(cut(text, bytes)).toBe(kept)
})
