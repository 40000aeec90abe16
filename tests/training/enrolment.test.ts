import { describe, expect, test } from 'vitest'
import { attemptsOf } from '../../src/training/attempt.ts'
import { allowedIn, dueState, placesOf, resultsOf } from '../../src/training/enrolment.ts'
import type { Happened, LogEvent } from '../../src/training/event.ts'
import { seedOf, seedsOf } from '../../src/training/receipt.ts'
import { TWELVE } from './assignments.ts'

const MINUTE = 60_000
const START = Date.UTC(2026, 11, 1, 8, 0, 30)
const SPEECH = { id: 'speech', code: 0x10f000, pass: 90 }
const RECORDS = { id: 'records', code: 0x10f000 + 977, pass: 70 }
const ASSIGNMENT = { ...TWELVE, modules: [SPEECH.code, RECORDS.code, 5], pass: 80, attempts: 2 }
const MINE = seedsOf('aa', `02${'11'.repeat(32)}`, 'A1')
const HERS = seedsOf('aa', `02${'11'.repeat(32)}`, 'B2')

/** An attempt of four questions, ended after ten minutes: this many right, one partly, the rest not answered. */
function attempt(id: string, seed: string, module: string, right: number, percent: number | undefined, barred = false): Happened[] {
  const items = ['a', 'b', 'c', 'd'].map(question => ({ question, revision: 1, choices: [] }))
  const answers = items.map(({ question }, index): Happened => {
    const response = index <= right ? ['x'] : []
    return {
      type: 'answered',
      attempt: id,
      question,
      revision: 1,
      try: 1,
      response,
      earned: index < right ? 2 : index === right ? 1 : 0,
      possible: 2
    }
  })
  const end: Happened[] =
    percent === undefined ? [] : [...answers, { type: 'finished', attempt: id, percent, pass: 80, ...(barred && { barred: true }) }]
  return [
    { type: 'started', attempt: id, behaviour: 'check', module, page: 'check', draw: { generator: 'xoshiro128ss-1', seed, items } },
    ...end
  ] as Happened[]
}

function placesAfter(...happened: readonly Happened[][]) {
  let at = START
  const log = happened.flat().map((event, index): LogEvent => {
    if (event.type === 'started') at += MINUTE
    const when = event.type === 'started' ? at : event.type === 'finished' ? at + 10 * MINUTE : at
    return { ...event, v: 1, id: `e${index}`, at: when, zone: 480, device: 'device1' }
  })
  return placesOf(ASSIGNMENT, [SPEECH, RECORDS], MINE, attemptsOf(log))
}

const allowed = (...happened: readonly Happened[][]) => {
  const [speech] = placesAfter(...happened)
  if (speech?.type !== 'known') throw new Error('The module is not known')
  return allowedIn(speech, MINE, ASSIGNMENT.attempts)
}

describe('what may be done', () => {
  const failed = attempt('t1', seedOf(MINE, 'speech', 1), 'speech', 1, 40)
  test('a module begins with its first seed, and after a failure with its second', () => {
    expect(allowed()).toEqual({ type: 'begin', seed: `${MINE}speech.1`, left: 2 })
    expect(allowed(failed)).toEqual({ type: 'begin', seed: `${MINE}speech.2`, left: 1 })
  })
  test('one that is open is resumed, one that is passed needs nothing more, and attempts run out', () => {
    expect(allowed(attempt('t1', seedOf(MINE, 'speech', 1), 'speech', 0, undefined))).toMatchObject({
      type: 'resume',
      attempt: { id: 't1' }
    })
    expect(allowed(attempt('t1', seedOf(MINE, 'speech', 1), 'speech', 4, 80))).toEqual({ type: 'passed' })
    expect(allowed(failed, attempt('t2', seedOf(MINE, 'speech', 2), 'speech', 1, 79))).toEqual({ type: 'spent' })
  })
  test('points are not enough where a rule that must be kept was broken', () => {
    expect(allowed(attempt('t1', seedOf(MINE, 'speech', 1), 'speech', 3, 90, true))).toMatchObject({ type: 'begin' })
  })
  test('attempts of another person, another module or no assignment don’t count', () => {
    const others = [
      attempt('h', seedOf(HERS, 'speech', 1), 'speech', 4, 100),
      attempt('r', seedOf(MINE, 'records', 1), 'records', 4, 100),
      attempt('f', 'freely', 'speech', 4, 100)
    ]
    expect(allowed(...others)).toEqual({ type: 'begin', seed: `${MINE}speech.1`, left: 2 })
  })
})

test('the mark of the assignment goes before the module’s own', () => {
  const places = placesAfter()
  expect(places.map(place => (place.type === 'known' ? place.pass : place.type))).toEqual([80, 80, 'unknown'])
  const { pass: _, ...without } = ASSIGNMENT
  expect(placesOf(without, [SPEECH, RECORDS], MINE, new Map()).map(place => place.type === 'known' && place.pass)).toEqual([90, 70, false])
})

test('a receipt reports the best attempt, how many there were and how long they took', () => {
  const places = placesAfter(
    attempt('t1', seedOf(MINE, 'speech', 1), 'speech', 1, 40),
    attempt('t2', seedOf(MINE, 'speech', 2), 'speech', 3, 85),
    attempt('r1', seedOf(MINE, 'records', 1), 'records', 0, undefined)
  )
  expect(resultsOf(places)).toEqual([
    {
      place: 0,
      percent: 85,
      passed: true,
      attempts: 2,
      best: 2,
      ended: Date.UTC(2026, 11, 1, 8, 12),
      minutes: 20,
      results: ['right', 'right', 'right', 'partly']
    }
  ])
})

test('an attempt that was barred is worth less than one that passed with fewer points', () => {
  const places = placesAfter(
    attempt('t1', seedOf(MINE, 'speech', 1), 'speech', 4, 95, true),
    attempt('t2', seedOf(MINE, 'speech', 2), 'speech', 3, 80)
  )
  expect(resultsOf(places)[0]).toMatchObject({ best: 2, passed: true, percent: 80 })
})

test('a question nobody answered is told from a wrong one', () => {
  const [result] = resultsOf(placesAfter(attempt('t1', seedOf(MINE, 'speech', 1), 'speech', 0, 10)))
  expect(result?.results).toEqual(['partly', 'unanswered', 'unanswered', 'unanswered'])
})

test('a due instant is ahead, near, or past: on its stroke it is not yet late', () => {
  const due = Date.UTC(2026, 11, 11, 10)
  expect([
    dueState({}, due),
    dueState({ due }, due - 3 * 864e5),
    dueState({ due }, due - 1),
    dueState({ due }, due),
    dueState({ due }, due + 1)
  ]).toEqual(['none', 'ahead', 'soon', 'soon', 'past'])
})
