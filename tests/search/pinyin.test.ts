/** Letters find the Chinese words that the handbook has, and no others. */
import { expect, test } from 'vitest'
import { Ear, readingsOf } from '../../src/search/pinyin.ts'
import { charactersIn } from '../../src/site/characters.ts'

const TEXTS = ['服务禁用语', '绝不说我们不管', '请用户签字盖章', '技服表格', '会议室在西安路', '长的才这样，长大了']
const characters = charactersIn(TEXTS)
const readings = readingsOf(characters)
const ear = new Ear(readings)
ear.add(...TEXTS.map((text, index) => ({ text, weight: index === 0 ? 6 : 1 })))
const words = (letters: string) => ear.hear(letters)?.words.map(({ word }) => word)

test.each([
  ['jinyongyu', '禁用语'],
  ['jinyongy', '禁用语'],
  ['jinyon', '禁用'],
  ['qianzigaizhang', '签字盖章'],
  ['xian', '西安'],
  ['zhangda', '长大'],
  ['changde', '长的'],
  ['禁yongyu', '禁用语']
])('%s is heard as %s', (letters, word) => {
  expect(words(letters)).toContain(word)
})

test.each([
  ['jyy', '禁用语'],
  ['jfbg', '技服表格'],
  ['qzgz', '签字盖章']
])('the first letters %s are heard as %s', (letters, word) => {
  expect(ear.hear(letters)).toMatchObject({ how: 'first', words: [{ word }] })
})

test('whole readings come before half of one, and both before first letters', () => {
  expect(ear.hear('jinyong')?.how).toBe('whole')
  expect(ear.hear('jinyongy')?.how).toBe('begun')
  expect(ear.hear('jyy')?.how).toBe('first')
})

test.each(['', 'x', 'form', 'zzzz', 'jin yong', 'a'.repeat(500)])('%j is heard as nothing', letters => {
  expect(ear.hear(letters)).toBeUndefined()
})

test('only characters that occur are in the maps', () => {
  expect(characters.traditional).toContain('務务')
  expect(characters.traditional).not.toContain('馬马')
  expect([...readings.keys()].every(sign => TEXTS.join('').includes(sign))).toBe(true)
})

test.each([
  ['jinyongyuqianzi', ['禁用语', '签字']],
  ['jifubiaogeyonghuqian', ['技服表格', '用户签']],
  ['jinyongyu', ['禁用语']],
  ['qianziyongh', ['签字', '用户']]
])('%s is several words in a row', (letters, row) => {
  expect(ear.hearRow(letters)?.map(({ words }) => words[0]?.word)).toEqual(row)
})

test.each(['jinyongyuxxx', 'jyy', 'service', 'a'.repeat(500)])('%j is no row of words', letters => {
  expect(ear.hearRow(letters)).toBeUndefined()
})
