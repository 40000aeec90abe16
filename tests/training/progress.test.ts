import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attemptsOf, openAttempt, percentOfAttempt, standing } from '../../src/training/attempt.ts'
import { nextOf } from '../../src/training/continue.ts'
import type { Happened } from '../../src/training/event.ts'
import { progressOf } from '../../src/training/progress.ts'
import { answered, chose, finished, logOf, started } from './events.ts'

describe('attempts', () => {
  test('an answer in progress is there again, the latest one', () => {
    const attempt = attemptsOf(logOf(started('t'), chose('t', 'q1', 'a'), chose('t', 'q1', 'b'))).get('t')
    expect(attempt?.drafts.get('q1')).toEqual({ response: ['b'] })
  })
  test('a second answer to the same try is not counted', () => {
    const attempt = attemptsOf(logOf(started('t'), answered('t', 'q1', 0), answered('t', 'q1', 1))).get('t')
    expect(attempt?.answers.get('q1')).toHaveLength(1)
    expect(attempt && percentOfAttempt(attempt)).toBe(0)
  })
  test('a second try is', () => {
    const attempt = attemptsOf(logOf(started('t'), answered('t', 'q1', 0), answered('t', 'q1', 1, 2))).get('t')
    expect(attempt && percentOfAttempt(attempt)).toBe(100)
  })
  test('nothing changes a check that was handed in', () => {
    const log = logOf(started('t'), answered('t', 'q1', 1), finished('t', 50), answered('t', 'q2', 1), finished('t', 100))
    expect(attemptsOf(log).get('t')?.finished?.percent).toBe(50)
    expect(attemptsOf(log).get('t')?.answers.size).toBe(1)
  })
  test('events of an unknown attempt are passed over', () => expect(attemptsOf(logOf(answered('gone', 'q1', 1))).size).toBe(0))
  test('the newest unfinished attempt is resumed, and none when the newest is finished', () => {
    const open = attemptsOf(logOf(started('t1'), finished('t1', 40), started('t2')))
    expect(openAttempt(open, 'speech', 'check')?.id).toBe('t2')
    const done = attemptsOf(logOf(started('t1'), started('t2'), finished('t2', 40)))
    expect(openAttempt(done, 'speech', 'check')).toBeUndefined()
  })
  test('a question that was withdrawn or changed its key no longer stands', () => {
    const attempt = attemptsOf(logOf(started('t', 'speech', ['q1', 'q2', 'q3']))).get('t')
    expect(
      attempt &&
        standing(
          attempt,
          new Map([
            ['q1', 1],
            ['q2', 2]
          ])
        ).map(item => item.question)
    ).toEqual(['q1'])
  })
})

describe('progress', () => {
  test('a module is passed at its pass mark, and keeps the day', () => {
    const module = progressOf(logOf(started('t'), finished('t', 80))).modules.get('speech')
    expect(module).toMatchObject({ passed: true, best: 80, passedAt: 1_800_000_001_000 })
  })
  test('one per cent below is not passed', () =>
    expect(progressOf(logOf(started('t'), finished('t', 79))).modules.get('speech')?.passed).toBe(false))
  test('a worse result later takes nothing away', () => {
    const module = progressOf(logOf(started('t1'), finished('t1', 90), started('t2'), finished('t2', 10))).modules.get('speech')
    expect(module).toMatchObject({ passed: true, best: 90, checks: 2 })
  })
  test('an open check shows how far it is', () => {
    expect(progressOf(logOf(started('t'), chose('t', 'q1', 'a'))).modules.get('speech')?.open).toEqual({ answered: 1, of: 2 })
  })
  test('practice counts what was right at some try', () => {
    const log = logOf(
      started('t', 'speech', ['q1', 'q2'], 'practice'),
      answered('t', 'q1', 0),
      answered('t', 'q1', 1, 2),
      answered('t', 'q2', 0)
    )
    expect(progressOf(log).modules.get('speech')?.right).toBe(1)
  })
  test('what the witness still knew gives the seals back', () => {
    const log = logOf({ type: 'recovered', modules: [{ module: 'speech', best: 92, passed: true }] })
    expect(progressOf(log).modules.get('speech')).toMatchObject({ passed: true, best: 92 })
  })

  const attempt = fc.constantFrom('t1', 't2', 't3')
  const item = fc.constantFrom('q1', 'q2')
  const happened: fc.Arbitrary<Happened> = fc.oneof(
    attempt.map(id => started(id)),
    fc.tuple(attempt, item).map(([id, question]) => chose(id, question, 'a')),
    fc
      .tuple(attempt, item, fc.integer({ min: 0, max: 1 }), fc.integer({ min: 1, max: 3 }))
      .map(([id, question, earned, turn]) => answered(id, question, earned, turn)),
    fc.tuple(attempt, fc.integer({ min: 0, max: 100 })).map(([id, percent]) => finished(id, percent))
  )
  test('more events never take a pass, a best result or a right answer away', () => {
    fc.assert(
      fc.property(fc.array(happened, { maxLength: 40 }), fc.array(happened, { maxLength: 10 }), (before, after) => {
        const earlier = progressOf(logOf(...before)).modules.get('speech')
        const later = progressOf(logOf(...before, ...after)).modules.get('speech')
        if (!earlier) return
        expect(later?.passed || !earlier.passed).toBe(true)
        expect((later?.best ?? 0) >= (earlier.best ?? 0)).toBe(true)
        expect((later?.right ?? 0) >= earlier.right).toBe(true)
      })
    )
  })
  test('an event that arrives twice under new ids counts once', () => {
    fc.assert(
      fc.property(fc.array(happened, { maxLength: 40 }), events => {
        const twice = events.flatMap(event => [event, event])
        const strip = (log: Happened[]) => [...progressOf(logOf(...log)).modules.values()].map(({ at, passedAt, ...rest }) => rest)
        expect(strip(twice)).toEqual(strip(events))
      })
    )
  })
})

describe('where to go on', () => {
  const path = ['principles', 'speech', 'records']
  test('a new learner is not told to go on', () => expect(nextOf(progressOf([]), path)).toBeUndefined())
  test('an open check comes first', () =>
    expect(nextOf(progressOf(logOf(started('t'), chose('t', 'q1', 'a'))), path)).toEqual({
      type: 'check',
      module: 'speech',
      answered: 1,
      of: 2
    }))
  test('then the module in hand', () =>
    expect(nextOf(progressOf(logOf(started('t'), finished('t', 10))), path)).toEqual({ type: 'module', module: 'speech' }))
  test('then the first of the path that is not passed', () =>
    expect(nextOf(progressOf(logOf(started('t'), finished('t', 100))), path)).toEqual({ type: 'next', module: 'principles' }))
  test('and that it is done when all are passed', () =>
    expect(nextOf(progressOf(logOf(started('t'), finished('t', 100))), ['speech'])).toEqual({ type: 'done' }))
  test('who has chosen a path is shown its first module before anything was answered', () =>
    expect(nextOf(progressOf([]), path, true)).toEqual({ type: 'next', module: path[0] }))
})
