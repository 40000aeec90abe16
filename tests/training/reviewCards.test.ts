import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attemptsOf } from '../../src/training/attempt.ts'
import { cardsOf } from '../../src/training/cards.ts'
import { dayAt } from '../../src/training/day.ts'
import { decodeEvent, type Happened, type LogEvent } from '../../src/training/event.ts'
import { ratingOf } from '../../src/training/rating.ts'
import { fsrs } from '../../src/training/reviewMemory.ts'
import { answered, finished, started } from './events.ts'

const scheduler = fsrs()
const DAY = 86_400_000
const TODAY = 20_800
const calendar = (today = TODAY) => ({ today, dayOf: (at: number) => dayAt(at, 480) })

/** Noon in Shanghai. */
const noonOf = (day: number) => day * DAY + 4 * 3_600_000

function on(day: number, ...happened: readonly Happened[]): LogEvent[] {
  return happened.map((event, index) => ({
    ...event,
    v: 1,
    id: `${day}-${index}-${Math.abs(JSON.stringify(event).length)}`,
    at: noonOf(day) + index * 1000,
    zone: 480,
    device: 'd'
  }))
}
const cardsIn = (log: readonly LogEvent[], today = TODAY) => cardsOf(attemptsOf(log).values(), scheduler, calendar(today))

describe('the rating of an answer', () => {
  test.each([
    ['a wrong one is forgotten', { earned: 0, possible: 1 }, 1],
    ['a wrong one is, however sure', { earned: 0, possible: 1, sure: 3 }, 1],
    ['a partly right one is hard', { earned: 2, possible: 3 }, 2],
    ['a right one with a hint is hard', { earned: 1, possible: 1, hints: 1 }, 2],
    ['a right guess is hard', { earned: 1, possible: 1, sure: 1 }, 2],
    ['a right one is good', { earned: 1, possible: 1 }, 3],
    ['a right one is no more than good, however sure', { earned: 1, possible: 1, sure: 3 }, 3]
  ] as const)('%s', (_, answer, rating) => expect(ratingOf(answer)).toBe(rating))
})

describe('cards', () => {
  test('a right first answer comes back after two days, a wrong one after one', () => {
    const cards = cardsIn(on(TODAY - 5, started('t'), answered('t', 'q1', 1), answered('t', 'q2', 0)))
    expect([cards.get('q1')?.due, cards.get('q2')?.due]).toEqual([TODAY - 3, TODAY - 4])
  })
  test('a later try of the same attempt changes nothing', () => {
    const log = on(TODAY, started('t'), answered('t', 'q1', 0))
    expect(cardsIn([...log, ...on(TODAY, answered('t', 'q1', 1, 2))])).toEqual(cardsIn(log))
  })
  test('each attempt that asks the question is one review of it', () => {
    const again = [0, 2, 13].flatMap((day, index) => on(TODAY + day, started(`t${index}`), answered(`t${index}`, 'q1', 1)))
    expect(cardsIn(again, TODAY + 13).get('q1')).toMatchObject({ last: TODAY + 13, due: TODAY + 13 + 46 })
  })
  test('a question that was handed in without an answer says nothing', () => {
    const silent: Happened = { type: 'answered', attempt: 't', question: 'q1', revision: 1, try: 1, response: [], earned: 0, possible: 1 }
    expect(cardsIn(on(TODAY, started('t'), silent, finished('t', 0))).size).toBe(0)
  })
  test('with a changed question the card begins anew', () => {
    const old = [0, 2, 13].flatMap((day, index) => on(TODAY + day, started(`t${index}`), answered(`t${index}`, 'q1', 1)))
    const fresh: Happened = { ...(answered('n', 'q1', 1) as Extract<Happened, { type: 'answered' }>), revision: 2 }
    expect(cardsIn([...old, ...on(TODAY + 20, started('n'), fresh)], TODAY + 20).get('q1')).toMatchObject({ revision: 2, due: TODAY + 22 })
  })
  test('an answer to an older version, from another device, is passed over', () => {
    const fresh: Happened = { ...(answered('n', 'q1', 1) as Extract<Happened, { type: 'answered' }>), revision: 2 }
    const log = [...on(TODAY, started('n'), fresh), ...on(TODAY + 1, started('o'), answered('o', 'q1', 0))]
    expect(cardsIn(log, TODAY + 1).get('q1')).toMatchObject({ revision: 2, last: TODAY })
  })
  test('an answer from a clock that ran ahead counts as given today', () => {
    const cards = cardsIn(on(TODAY + 4000, started('t'), answered('t', 'q1', 1)))
    expect(cards.get('q1')).toMatchObject({ last: TODAY, due: TODAY + 2 })
  })
  test('a day ends at midnight of the learner', () => {
    const justBefore = { at: TODAY * DAY - 480 * 60_000 - 1, zone: 480 }
    expect([dayAt(justBefore.at, justBefore.zone), dayAt(justBefore.at + 1, justBefore.zone)]).toEqual([TODAY - 1, TODAY])
  })
})

const question = fc.constantFrom('q1', 'q2', 'q3')
const answer = fc.record({
  day: fc.integer({ min: TODAY - 400, max: TODAY + 30 }),
  question,
  revision: fc.integer({ min: 1, max: 3 }),
  earned: fc.integer({ min: 0, max: 2 }),
  hints: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  sure: fc.option(fc.constantFrom(1, 2, 3), { nil: undefined }),
  behaviour: fc.constantFrom('practice', 'check', 'exam', 'review')
})
const history = fc.array(answer, { maxLength: 40 })

function logFrom(answers: readonly (typeof answer extends fc.Arbitrary<infer One> ? One : never)[]): LogEvent[] {
  return answers.flatMap(({ day, behaviour, hints, sure, ...rest }, index) => {
    const attempt = `t${index}`
    const begun = { ...started(attempt, `m${index % 3}`, [rest.question]), behaviour } as Happened
    const given = {
      type: 'answered',
      attempt,
      try: 1,
      response: ['a'],
      possible: 2,
      ...rest,
      ...(hints && { hints }),
      ...(sure && { sure })
    }
    return on(day, begun, given as Happened).map((event, place) => ({ ...event, id: `e${index}-${place}` }))
  })
}

describe('whatever was answered', () => {
  test('a card is due after its last answer, within a year, and never was answered in the future', () => {
    fc.assert(
      fc.property(history, answers => {
        for (const { last, due } of cardsIn(logFrom(answers)).values()) {
          expect(due).toBeGreaterThan(last)
          expect(due - last).toBeLessThanOrEqual(365)
          expect(last).toBeLessThanOrEqual(TODAY)
        }
      })
    )
  })
  test('the order in which attempts were begun or kept changes nothing, and neither does doing it again', () => {
    fc.assert(
      fc.property(history, answers => {
        const attempts = [...attemptsOf(logFrom(answers)).values()]
        const cards = cardsOf(attempts, scheduler, calendar())
        const sorted = (of: typeof cards) => [...of].sort(([a], [b]) => (a < b ? -1 : 1))
        expect(sorted(cardsOf([...attempts].reverse(), scheduler, calendar()))).toEqual(sorted(cards))
        expect(cardsOf(attempts, scheduler, calendar())).toEqual(cards)
      })
    )
  })
  test('what is likely known is a probability, and falls from day to day', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 500 }), (answers, days) => {
        for (const { memory } of cardsIn(logFrom(answers)).values()) {
          const [now, later] = [scheduler.recall(memory, days), scheduler.recall(memory, days + 1)]
          expect(now).toBeGreaterThan(0)
          expect(now).toBeLessThanOrEqual(1)
          expect(later).toBeLessThan(now)
        }
      })
    )
  })
  test('a log with garbage in it never throws', () => {
    const field = fc.oneof(fc.constantFrom('t', 'q1', 'answered', 'started', 'review'), fc.integer(), fc.double(), fc.jsonValue())
    const garbage = fc.dictionary(
      fc.constantFrom(
        'v',
        'id',
        'at',
        'zone',
        'device',
        'type',
        'attempt',
        'question',
        'revision',
        'try',
        'response',
        'earned',
        'possible'
      ),
      field
    )
    const near = fc.record({
      at: fc.integer({ min: 0, max: 1e15 }),
      earned: fc.integer({ min: 0, max: 9 }),
      revision: fc.integer({ min: 1 })
    })
    fc.assert(
      fc.property(fc.array(garbage), fc.array(near), (rows, answers) => {
        const log = [...on(TODAY, started('t')), ...rows.flatMap(row => decodeEvent(row) ?? [])]
        const wild = answers.map((fields, index) => ({
          ...on(TODAY, answered('t', `q${index}`, 1))[0],
          ...fields,
          possible: 9,
          id: `w${index}`
        }))
        const cards = cardsIn([...log, ...wild.flatMap(row => decodeEvent(row) ?? [])])
        for (const { due } of cards.values()) expect(Number.isSafeInteger(due)).toBe(true)
      })
    )
  })
})
