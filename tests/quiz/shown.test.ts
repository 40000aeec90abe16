import { expect, test } from 'vitest'
import { drawable } from '../../src/quiz/draw.ts'
import type { Question } from '../../src/quiz/question.ts'
import { shown } from '../../src/quiz/shown.ts'
import { draw } from '../../src/quiz/spread.ts'

const text = (word: string) => ({ zh: `${word}字`, en: word })
const question = (id: string, rule: string): Question => ({
  id,
  kind: 'single',
  module: 'speech',
  revision: 1,
  rules: [rule],
  severity: 1,
  situation: text(id),
  ask: text('ask'),
  choices: ['a', 'b', 'c'].map(choice => ({ id: choice, key: choice === 'a', text: text(choice), feedback: text('why') }))
})
const bank = [question('q1', 'r1'), question('q2', 'r1'), question('q3', 'r2'), question('q4', 'r3')]
const around = { ruleOf: (id: string) => ({ id, name: id, href: `/${id}/` }), phrases: [] }

test('a reader gets one language only', () => {
  const [first] = bank
  expect(first && JSON.stringify(shown(first, 'en', around))).not.toMatch(/字/)
})
test('the same seed draws the same questions and choices in either language', () => {
  const drawn = (lang: 'zh' | 'en') =>
    draw(
      bank.map(one => drawable(shown(one, lang, around))),
      3,
      'seed'
    )
  expect(drawn('zh')).toEqual(drawn('en'))
})
test('a page’s draw asks about as many rules as the build’s would', () => {
  for (let seed = 0; seed < 50; seed++) {
    const { items } = draw(
      bank.map(one => drawable(shown(one, 'zh', around))),
      3,
      String(seed)
    )
    expect(new Set(items.map(item => bank.find(({ id }) => id === item.question)?.rules[0])).size).toBe(3)
  }
})
