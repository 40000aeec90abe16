import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whole } from '../../src/device/work.ts'
import type { Drawable } from '../../src/quiz/draw.ts'
import { draw } from '../../src/quiz/spread.ts'
import { answersIn, attemptsOf, inOrder, weaknesses } from '../../src/trainer/understood.ts'
import type { Counted } from '../../src/trainer/verdict.ts'
import { RESULTS, seedOf, seedsOf } from '../../src/training/receipt.ts'
import { TWELVE } from '../training/assignments.ts'
import { FULL } from '../training/receipts.ts'

const HASH = FULL.hash
const QUESTIONS: Drawable[] = Array.from({ length: 20 }, (_, index) => ({
  id: `q${index}`,
  revision: 1,
  rules: [`rule.${index % 5}`],
  ids: ['a', 'b']
}))
const BANK = { id: 'speech', code: 7, count: 8, questions: QUESTIONS }
const ASSIGNMENT = { ...TWELVE, modules: [7] }
const DEVICE = FULL.device

/** What a device would hand in that answered these questions rightly. */
function handedIn(staff: string, knows: (question: string) => boolean, over: Partial<Counted['receipt']> = {}): Counted {
  const counter = over.counter ?? 1
  const { items } = draw(QUESTIONS, BANK.count, seedOf(seedsOf(HASH, DEVICE, staff), BANK.id, counter))
  const results = items.map(({ question }) => (knows(question) ? ('right' as const) : ('wrong' as const)))
  const module = { place: 0, percent: 50, passed: false, attempts: counter, best: counter, ended: FULL.made, minutes: 5, results }
  return { seal: `${staff}${counter}`, at: 0, receipt: { ...FULL, staff, counter, modules: [module], ...over } }
}

const all = (counted: readonly Counted[]) => inOrder(counted).flatMap(one => attemptsOf(one, ASSIGNMENT, HASH, [BANK], FULL.revision))
const read = (counted: readonly Counted[]) => whole(answersIn(all(counted), 'newest'))

test('the questions are found again from the seed, each with its result', () => {
  const knows = (question: string) => question !== 'q3' && question !== 'q4'
  const answers = read([handedIn('A1', knows)])
  expect(answers).toHaveLength(BANK.count)
  for (const { question, result, rule } of answers) {
    expect(result).toBe(knows(question) ? 'right' : 'wrong')
    expect(rule).toBe(QUESTIONS.find(({ id }) => id === question)?.rules[0])
  }
})

test('the rule that people miss comes first, with those who missed it', () => {
  const people = ['A1', 'B2', 'C3', 'D4', 'E5']
  const [first, ...others] = whole(weaknesses(read(people.map(staff => handedIn(staff, question => Number(question.slice(1)) % 5 !== 2)))))
  expect(first?.rule).toBe('rule.2')
  expect(first?.missed).toBe(first?.answers)
  expect(first?.people).toEqual(people)
  for (const other of others) expect(other.missed).toBe(0)
})

test('a later receipt takes the place of what the same person answered before, in whatever order they come', () => {
  const before = handedIn('A1', () => false)
  const after = handedIn('A1', () => true, { counter: 2 })
  expect(read([after, before])).toEqual(read([before, after]))
  const again = read([before, after]).filter(answer => read([after]).some(({ question }) => question === answer.question))
  expect(again.every(({ result }) => result === 'right')).toBe(true)
})

test('of two devices the answer that ended later counts, however many receipts the other one made', () => {
  const [module] = handedIn('A1', () => true).receipt.modules
  if (!module) throw new Error('there is no module')
  const early = handedIn('A1', () => false, {
    counter: 9,
    modules: [{ ...module, ended: FULL.made - 60_000, results: module.results.map(() => 'wrong') }]
  })
  const late = handedIn('A1', () => true)
  for (const order of [
    [early, late],
    [late, early]
  ]) {
    expect(read(order).every(({ result }) => result === 'right')).toBe(true)
    expect(whole(answersIn(all(order), 'earliest')).every(({ result }) => result === 'wrong')).toBe(true)
  }
})

test('what was drawn from other questions is left out', () => {
  expect(read([handedIn('A1', () => true, { revision: '000000000000' })])).toEqual([])
  const short = handedIn('A1', () => true)
  const [module] = short.receipt.modules
  if (!module) throw new Error('there is no module')
  expect(read([{ ...short, receipt: { ...short.receipt, modules: [{ ...module, results: ['right'] }] } }])).toEqual([])
  expect(read([{ ...short, receipt: { ...short.receipt, modules: [{ ...module, place: 3 }] } }])).toEqual([])
})

test('whatever was answered, the numbers add up', () => {
  const any = fc.record({
    staff: fc.constantFrom('A1', 'B2', 'C3'),
    question: fc.constantFrom('q1', 'q2'),
    rule: fc.constantFrom('r1', 'r2', undefined),
    result: fc.constantFrom(...RESULTS)
  })
  fc.assert(
    fc.property(fc.array(any), list => {
      const found = whole(weaknesses(list.map(one => ({ ...one, module: 'speech' }))))
      expect(found.reduce((sum, { answers }) => sum + answers, 0)).toBe(list.filter(({ rule }) => rule !== undefined).length)
      for (const { answers, missed, people } of found) {
        expect(missed).toBeLessThanOrEqual(answers)
        expect(people.length).toBeLessThanOrEqual(missed)
      }
    })
  )
})
