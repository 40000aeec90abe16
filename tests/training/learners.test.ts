import { expect, test } from 'vitest'
import { itemReport } from '../../src/training/items.ts'
import { learnersIn } from '../../src/training/learners.ts'
import { chose, finished, logOf, started } from './events.ts'

const logWith = (prefix: string) =>
  logOf(started('t'), chose('t', 'q', 'a'), finished('t', 90)).map(event => ({ ...event, id: prefix + event.id }))

test('each backup is a learner, and two that share an event are one', () => {
  const [ada, ben] = [logWith('a'), logWith('b')]
  expect(learnersIn([ada, ben, []])).toEqual([ada, ben])
  expect(learnersIn([ada, ada, ada.slice(0, 2)])).toEqual([ada])
})
test('a third that shares with two brings them together, each event once, in the order of time', () => {
  const log = logWith('a')
  const [first, second, third] = log
  if (!first || !second || !third) throw new Error('three events')
  expect(learnersIn([[first], [third], [third, second, first]])).toEqual([log])
})
test('nothing comes of nothing', () => expect(itemReport([], [])).toEqual({ learners: 0, tries: 0, items: [] }))
