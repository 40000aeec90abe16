import { expect, test } from 'vitest'
import type { Phrase } from '../../src/phrases/phrase.ts'
import { hashOf, headScript } from '../../src/site/head.ts'
import { isRepeated, quoted, viewOf } from '../../src/site/phraseView.ts'
import { bareName, quotesOf } from '../../src/site/rule.ts'
import { counted } from '../../src/site/words.ts'
import type { Rule } from '../../src/standards/rule.ts'

const rule: Rule = {
  id: 'phrase.no-way',
  topic: 'phrase',
  origin: 'standard',
  name: { zh: 'S 微笑', en: 'S: smile' },
  letter: 'S',
  text: { zh: '……', en: '…' },
  quote: { zh: ['没办法解决'] },
  gloss: { en: ['There’s no way to fix it'] }
}

test('a quotation keeps its language, and an English reader gets our gloss beside it', () => {
  expect(quotesOf(rule, 'zh')).toEqual([{ lang: 'zh', words: '“没办法解决”', gloss: false }])
  expect(quotesOf(rule, 'en')).toEqual([
    { lang: 'zh', words: '“没办法解决”', gloss: false },
    { lang: 'en', words: '“There’s no way to fix it”', gloss: true }
  ])
})

test('a name does not repeat the letter beside it', () => {
  expect(bareName(rule, 'zh')).toBe('微笑')
  expect(bareName(rule, 'en')).toBe('Smile')
})

test('a banned phrase shows the standard’s words apart from the others, and one reply for each place', () => {
  const phrase: Phrase = {
    id: 'phrase.no-way',
    banned: { zh: ['没办法解决', '没法弄'], en: ['There’s no way to fix it.', 'can’t be done'] },
    why: { zh: '……', en: '…' },
    instead: [
      { place: 'phone', mood: 'calm', text: { zh: '一', en: 'one' } },
      { place: 'phone', mood: 'angry', text: { zh: '二', en: 'two' } },
      { place: 'door', mood: 'calm', text: { zh: '三', en: 'three' } },
      { place: 'phone', mood: 'calm', text: { zh: '四', en: 'four' } }
    ]
  }
  expect(viewOf(phrase, rule, 'en')).toMatchObject({ own: ['There’s no way to fix it'], slips: ['can’t be done'] })
  expect(viewOf(phrase, rule, 'zh').replies.map(({ text }) => text.zh)).toEqual(['一', '三'])
  expect(phrase.instead.map((_, index) => isRepeated(phrase.instead, index))).toEqual([false, false, false, true])
})

test('a reply has one pair of quotation marks', () => {
  expect(quoted('“好的。”')).toBe('“好的。”')
  expect(quoted('好的。')).toBe('“好的。”')
})

test('a number takes the right noun', () => {
  expect(counted('en', 'questions', 1)).toBe('1 question')
  expect(counted('en', 'questions', 3)).toBe('3 questions')
  expect(counted('zh', 'questions', 1)).toBe('1 题')
})

test('the script in the head reads the settings of this handbook only, and its hash follows it', () => {
  expect(headScript('/a/')).toContain('service-handbook/a/')
  expect(hashOf(headScript('/a/'))).not.toBe(hashOf(headScript('/b/')))
  expect(hashOf('')).toBe('sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=')
})
