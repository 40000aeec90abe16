import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Phrase } from '../../src/phrases/phrase.ts'
import { possibleOf, score, validate } from '../../src/quiz/markers.ts'
import { NEEDS } from '../../src/quiz/question.ts'
import type { ReplyKeyed } from '../../src/quiz/reply/reply.ts'

const phrases: Phrase[] = parse(readFileSync(new URL('../../content/phrases.yaml', import.meta.url), 'utf8'))
const asked: ReplyKeyed = { kind: 'reply', needs: NEEDS, phrases }

describe('marking a reply', () => {
  test.each([
    '让您等了一上午，对不起。我现在就问王工，下午三点前给您回电话。',
    'I’m sorry you waited all morning. I’ll ask our engineer now and call you before three.'
  ])('each need that its form meets earns one point: %s', said =>
    expect(score(asked, [said])).toMatchObject({ state: 'right', earned: 4, possible: 4 })
  )
  test.each([
    ['我来查一下，三点前告诉您。', 3],
    ['I’ll check it.', 2],
    ['对不起，我们会尽快处理的。', 2]
  ])('what is missing earns none: %s', (said, earned) => expect(score(asked, [said]).earned).toBe(earned))
  test.each([
    '对不起，这个我也不太清楚，我现在就问王工，下午三点前给您回电话。',
    'I’m sorry, that isn’t really our job. I’ll ask our engineer now and call you before three.'
  ])('a banned phrase, however it is put, leaves nothing: %s', said =>
    expect(score(asked, [said])).toMatchObject({ state: 'wrong', earned: 0 })
  )
  test('kind words alone earn nothing where something is to be done', () =>
    expect(score(asked, ['非常抱歉，感谢您告诉我们，我们非常理解您的心情。']).earned).toBe(0))
  test('they earn the point where nothing else is asked for', () =>
    expect(score({ ...asked, needs: ['heard'] }, ['非常抱歉，让您久等了。']).earned).toBe(1))
  test('it is read in either language', () => expect(score(asked, ['您别急，I’ll call the engineer now。']).earned).toBeGreaterThan(2))
  test('blanks are no answer, and neither are three letters', () => {
    expect(score(asked, [' \n ']).state).toBe('unanswered')
    expect(validate(asked, ['  好。  '])).toBe(false)
    expect(validate(asked, ['我来查。'])).toBe(true)
  })
  test('without a register it still looks for what is needed', () =>
    expect(score({ kind: 'reply', needs: ['when'] }, ['十分钟后给您回电话']).earned).toBe(1))
})

const typed = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('我来查，', '不清楚', "I'll ", 'by five'))
const needs = fc.uniqueArray(fc.constantFrom(...NEEDS))

describe('for any reply', () => {
  test('it never throws and stays within its bounds', () => {
    fc.assert(
      fc.property(needs, fc.array(typed, { maxLength: 4 }), (needs, pieces) => {
        const question: ReplyKeyed = { kind: 'reply', needs, phrases }
        for (const response of [pieces, [pieces.join('')]]) {
          const { earned, possible } = score(question, response)
          expect(Number.isInteger(earned) && earned >= 0 && earned <= possible).toBe(true)
          expect(possible).toBe(possibleOf(question))
        }
      }),
      { numRuns: 200 }
    )
  })
  test('one more sentence that meets a need never costs a point', () => {
    const MORE = ['给您添麻烦了。', '我来办。', '我请师傅上门。', '我下午三点前给您回电话。']
    fc.assert(
      fc.property(fc.subarray(MORE), fc.constantFrom(...MORE), (said, more) => {
        const before = score(asked, [said.join('')]).earned
        expect(score(asked, [`${said.join('')}${more}`]).earned).toBeGreaterThanOrEqual(before)
      })
    )
  })
  test('one more banned phrase never earns one', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom('这个不归我们管。', '我不知道。', '没办法解决。'), (said, banned) => {
        expect(score(asked, [`${said}\n${banned}`]).earned).toBe(0)
      }),
      { numRuns: 200 }
    )
  })
})
