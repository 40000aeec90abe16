import { describe, expect, test } from 'vitest'
import { findingsOf, inOrderOfNeed } from '../../src/quiz/itemFindings.ts'
import { type ItemNumbers, type ItemStatistics, itemStatistics, type Taken, type Tried } from '../../src/quiz/statistics.ts'

const FINE: ItemNumbers = { facility: 0.7, discrimination: 0.4, sure: { said: 0, wrong: 0 }, taken: [] }
const item = (changes: Partial<ItemNumbers> = {}, n = 40): ItemStatistics => ({ question: 'q', n, trust: 'firm', ...FINE, ...changes })
const other = (id: string, share: number, discrimination: number): Taken => ({
  id,
  key: false,
  count: Math.round(share * 40),
  share,
  discrimination,
  working: share >= 0.05
})
const types = (found: ItemStatistics) => findingsOf(found).map(({ type }) => type)

describe('what an author is asked to look at', () => {
  test.each([
    ['nothing, in a sound question', {}, []],
    ['a key that the better learners miss', { discrimination: -0.01 }, ['backwards']],
    ['a question that tells nobody apart', { discrimination: 0.19 }, ['weak']],
    ['nothing, at the bound', { discrimination: 0.2 }, []],
    ['nothing of discrimination where all did alike', { discrimination: undefined, facility: 1 }, ['easy']],
    ['one that most get wrong', { facility: 0.29 }, ['hard']],
    ['one that nearly all get right', { facility: 0.95 }, ['easy']],
    ['sure and wrong', { sure: { said: 10, wrong: 2 } }, ['sure-wrong']],
    ['no certainty from a few', { sure: { said: 9, wrong: 9 } }, []]
  ] as const)('%s', (_, changes, expected) => expect(types(item(changes as Partial<ItemNumbers>))).toEqual(expected))

  test('which wrong choice the better learners take, and which nobody does', () => {
    const taken = [{ ...other('a', 0.6, 0.5), key: true }, other('b', 0.2, 0.3), other('c', 0.16, -0.4), other('d', 0.04, 0.9)]
    expect(findingsOf(item({ taken }))).toEqual([
      { type: 'pulling', ids: ['b'] },
      { type: 'idle', ids: ['d'] }
    ])
    expect(types({ ...item({ taken }, 20), n: 20 })).toEqual(['pulling'])
  })
  test('nothing of what too few have answered', () => expect(findingsOf({ question: 'q', n: 9, trust: 'none' })).toEqual([]))

  test('the most serious comes first, then what more have answered, and what too few have last', () => {
    const named = (question: string, changes: Partial<ItemNumbers>, n = 40) => ({ ...item(changes, n), question })
    const few: ItemStatistics = { question: 'few', n: 9, trust: 'none' }
    const list = [few, named('fine', {}), named('easy', { facility: 1 }), named('fine2', {}, 50), named('back', { discrimination: -1 })]
    expect(inOrderOfNeed(list).map(({ question }) => question)).toEqual(['back', 'easy', 'fine2', 'fine', 'few'])
  })
  test('a key that is on the wrong choice is found from answers', () => {
    const choices = [
      { id: 'a', key: true },
      { id: 'b', key: false }
    ]
    const questions = ['q', ...'12345'].map(id => ({ id, kind: 'single', choices }) as never)
    // Those who know the rest take the choice that is marked wrong.
    const tries = Array.from({ length: 40 }, (_, learner): Tried[] => {
      const knows = learner % 2 === 0
      const tried = (question: string, right: boolean): Tried => ({
        learner: `${learner}`,
        question,
        response: [right ? 'a' : 'b'],
        earned: right ? 1 : 0,
        possible: 1
      })
      return [tried('q', !knows), ...[...'12345'].map(id => tried(id, knows))]
    }).flat()
    const found = itemStatistics(tries, questions).find(({ question }) => question === 'q')
    expect(found && types(found)).toEqual(['backwards', 'pulling'])
  })
})
