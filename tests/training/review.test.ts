import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attemptsOf } from '../../src/training/attempt.ts'
import type { Card } from '../../src/training/cards.ts'
import { dayAt } from '../../src/training/day.ts'
import type { Happened } from '../../src/training/event.ts'
import { type Due, drawnIn, forecast, kept, openReview, queueOf, reviewedOn, standingCards } from '../../src/training/review.ts'
import { changeSince, reviewableOf } from '../../src/training/reviewBank.ts'
import { levelOf, monthsOf, practisedOn } from '../../src/training/reviewDays.ts'
import { fsrs, type Strength } from '../../src/training/reviewMemory.ts'
import { answered, finished, logOf, started } from './events.ts'

const scheduler = fsrs()
const TODAY = 20_800
const bank = new Map(['a', 'b', 'c'].map(question => [question, { module: 'speech', revision: 1 }]))
const card = (question: string, last: number, due: number, stability = 2): Card<Strength> => ({
  question,
  revision: 1,
  last,
  due,
  memory: { stability, difficulty: 5 }
})
const standing = (...cards: Card<Strength>[]) => standingCards(cards, bank, scheduler, TODAY)
const ids = (cards: readonly Due[]) => cards.map(({ question }) => question)

describe('what is due', () => {
  test('what is least remembered comes first', () => {
    const cards = standing(card('a', TODAY - 30, TODAY - 1, 60), card('b', TODAY - 30, TODAY - 1, 3), card('c', TODAY - 2, TODAY, 2))
    expect(ids(queueOf(cards, TODAY, 20, 0))).toEqual(['b', 'c', 'a'])
  })
  test('a question that left the bank is not asked', () => expect(standing(card('gone', TODAY - 9, TODAY - 1))).toEqual([]))
  test('a changed question is due now and before all others', () => {
    const changed = new Map(bank).set('a', { module: 'speech', revision: 2 })
    const cards = standingCards([card('a', TODAY - 1, TODAY + 90, 90), card('b', TODAY - 90, TODAY - 80, 1)], changed, scheduler, TODAY)
    expect(cards).toMatchObject([{ question: 'a', changed: true, due: TODAY }, { question: 'b' }])
  })
  test('no more than the cap, less what was asked today', () => {
    const cards = standing(card('a', 1, 2), card('b', 1, 2), card('c', 1, 2))
    expect([0, 1, 2, 9].map(done => queueOf(cards, TODAY, 2, done).length)).toEqual([2, 1, 0, 0])
  })
})

describe('the forecast', () => {
  test('what is overdue fills today, and the rest waits', () => {
    const due = [...Array(25).fill(TODAY - 3), ...Array(5).fill(TODAY + 1)]
    expect(forecast(due, TODAY, 20, 0, 4)).toEqual([20, 10, 0, 0])
    expect(forecast(due, TODAY, 20, 18, 4)).toEqual([2, 20, 8, 0])
  })
  test('never more than the cap a day, nothing lost, and today as the queue has it', () => {
    const days = fc.array(fc.integer({ min: TODAY - 20, max: TODAY + 20 }), { maxLength: 200 })
    fc.assert(
      fc.property(days, fc.constantFrom(10, 20, 40), fc.integer({ min: 0, max: 50 }), (due, cap, done) => {
        const counts = forecast(due, TODAY, cap, done, 60)
        expect(Math.max(...counts)).toBeLessThanOrEqual(cap)
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(due.length)
        expect(counts[0]).toBe(Math.min(due.filter(day => day <= TODAY).length, Math.max(0, cap - done)))
      })
    )
  })
})

describe('what the record says of reviews', () => {
  const review = (attempt: string, questions: readonly string[] = ['a', 'b', 'c']) =>
    ({ ...started(attempt, 'review', questions), behaviour: 'review', page: 'review' }) as Happened
  const dayOf = (at: number) => dayAt(at, 480)
  const today = dayOf(1_800_000_000_000)
  const calendar = { today, dayOf }

  test('only answers in reviews count as kept, and only the right ones as right', () => {
    const log = logOf(started('p'), answered('p', 'q1', 1), review('r'), answered('r', 'a', 1), answered('r', 'b', 0))
    expect(kept(attemptsOf(log).values())).toEqual({ right: 1, of: 2 })
    expect(reviewedOn(attemptsOf(log).values(), today, dayOf)).toBe(2)
    expect(reviewedOn(attemptsOf(log).values(), today + 1, dayOf)).toBe(0)
  })
  test('a review of today is resumed as it was drawn, one of yesterday is over', () => {
    const attempts = attemptsOf(logOf(review('r'), answered('r', 'b', 1)))
    const open = openReview(attempts, calendar)
    const cards = standingCards([card('a', 1, 2), card('b', 1, 2), card('c', 1, 2)], bank, scheduler, today)
    expect(open && ids(drawnIn(open, cards, bank))).toEqual(['a', 'b', 'c'])
    expect(openReview(attempts, { today: today + 1, dayOf })).toBeUndefined()
    expect(openReview(attemptsOf(logOf(review('r'), finished('r', 50))), calendar)).toBeUndefined()
  })
  test('a question that was changed under an open review is not resumed', () => {
    const attempts = attemptsOf(logOf(review('r')))
    const changed = new Map(bank).set('a', { module: 'speech', revision: 2 })
    const cards = standingCards([card('a', 1, 2), card('b', 1, 2)], changed, scheduler, today)
    const open = openReview(attempts, calendar)
    expect(open && ids(drawnIn(open, cards, changed))).toEqual(['b'])
  })
})

describe('changes of a page', () => {
  const set = {
    modules: { speech: { a: 1, b: 2 }, records: { c: 1 } },
    changes: { '/zh/handbook/speech/tenets/': [{ date: '2026-12-01', what: '改了' }] }
  }
  const rules = [{ id: 'r', name: 'R', href: '/zh/handbook/speech/tenets/#r' }]
  const day = Date.UTC(2026, 11, 1) / 86_400_000

  test('a change on or after the day of the answer is told, an older one is not', () => {
    expect([day - 1, day, day + 1].map(last => changeSince(set, { rules }, last)?.what)).toEqual(['改了', '改了', undefined])
  })
  test('no change is made up for another page', () =>
    expect(changeSince(set, { rules: [{ id: 'x', name: 'X', href: '/zh/rules/' }] }, 0)).toBeUndefined())
  test('every question is known with its module', () => expect(reviewableOf(set).get('b')).toEqual({ module: 'speech', revision: 2 }))
})

describe('days with practice', () => {
  test('questions answered are counted by day, tries of one attempt once', () => {
    const log = logOf(started('t'), answered('t', 'q1', 0), answered('t', 'q1', 1, 2), answered('t', 'q2', 1))
    expect([...practisedOn(attemptsOf(log).values(), at => dayAt(at, 480)).values()]).toEqual([2])
  })
  test('twelve months, the current one first and up to today, without gap or overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), today => {
        const months = monthsOf(new Map([[today, 7]]), today)
        expect(months).toHaveLength(12)
        expect(months[0]?.days.at(-1)).toBe(7)
        for (const [index, { first, days }] of months.entries()) {
          expect(new Date(first * 86_400_000).getUTCDate()).toBe(1)
          const later = months[index - 1]
          if (later) expect(first + days.length).toBe(later.first)
        }
      })
    )
  })
  test('a level rises with the number of answers', () => expect([0, 1, 4, 5, 14, 15, 99].map(levelOf)).toEqual([0, 1, 1, 2, 2, 3, 3]))
})
