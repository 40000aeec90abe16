/** The checks of item writing: each finds what it names, in its own language, and leaves sound questions alone. */
import { expect, test } from 'vitest'
import { LANGS, type Text } from '../../src/lang/text.ts'
import { CHECK_NAMES, type Check, itemWriting } from '../../src/quiz/itemWriting.ts'
import type { SingleQuestion } from '../../src/quiz/question.ts'

interface Given {
  situation?: Text
  ask?: Text
  /** The first is the key. */
  choices?: readonly Text[]
}

const SOUND: Required<Given> = {
  situation: { zh: '傍晚，客人回来取伞', en: 'In the evening a guest comes back for an umbrella' },
  ask: { zh: '你怎么说？', en: 'What do you say?' },
  choices: [
    { zh: '我这就去找，五分钟内回来', en: 'I’m going to look, back in five minutes' },
    { zh: '您明早再来，同事会在的', en: 'Come back tomorrow, a colleague is in' },
    { zh: '失物一般放在门卫那里呀', en: 'Lost things mostly go to the gatehouse' }
  ]
}

function question(id: string, given: Given = {}): SingleQuestion {
  const { situation, ask, choices } = { ...SOUND, ...given }
  return {
    id,
    kind: 'single',
    module: 'm',
    revision: 1,
    rules: ['r'],
    severity: 1,
    situation,
    ask,
    choices: choices.map((text, index) => ({ id: `c${index}`, key: index === 0, text, feedback: text }))
  }
}

const found = (check: Check, ...questions: SingleQuestion[]) =>
  LANGS.map(lang => itemWriting(questions, lang).find(finding => finding.check === check)?.found)

test('a sound question is not named', () => {
  for (const lang of LANGS) expect(itemWriting([question('sound')], lang).filter(finding => finding.found.length > 0)).toEqual([])
})

test('every check tells its guideline, also when it finds nothing', () => {
  expect(itemWriting([], 'zh').map(({ check, guideline }) => [check, guideline !== ''])).toEqual(CHECK_NAMES.map(check => [check, true]))
})

const with2 = (index: number, text: Text) => ({ choices: SOUND.choices.map((choice, at) => (at === index ? text : choice)) })
const CASES: readonly (readonly [Check, Given])[] = [
  ['negative-stem', { ask: { zh: '哪一句不该说？', en: 'Which of these is not said?' } }],
  ['all-above', with2(2, { zh: '以上做法都可以，看情况吧', en: 'All of the above, it depends on the day' })],
  ['none-above', with2(2, { zh: '以上做法都不行，得等领导', en: 'None of the above: wait for a manager' })],
  ['clang', with2(0, { zh: '客人回来取伞，五分钟内找', en: 'A guest’s umbrella this evening: five minutes' })],
  ['absolute-distractor', with2(1, { zh: '您放心，肯定会找到的呀', en: 'We always find everything, don’t worry' })],
  [
    'long-key',
    with2(0, {
      zh: '我这就去找，五分钟内回来告诉您找到没有，找不到也说清楚',
      en: 'I’m going to look now and in five minutes I’m back here and tell you'
    })
  ],
  ['short-key', with2(0, { zh: '我去找', en: 'I’m looking' })],
  ['alike-choices', with2(2, { zh: '您明早再来，同事会在呀', en: 'Come back tomorrow, a colleague is here' })]
]
test.each(CASES)('it finds %s', (check, given) => expect(found(check, question('q', given))).toEqual([['q'], ['q']]))

test('a word of the stem in a distractor too rings for nobody', () => {
  const [zh = '', en = ''] = ['客人回来取伞，五分钟内找', 'A guest’s umbrella this evening: five minutes']
  const choices = [
    { zh, en },
    { zh: '客人回来取伞要等明天早上', en: 'A guest’s umbrella this evening: no idea' }
  ]
  expect(found('clang', question('q', { choices }))).toEqual([[], []])
})

test('two questions that tell the same story are named together, in the language in which they do', () => {
  const other = { zh: '清早，技术员在楼下等电梯', en: 'In the evening a guest comes back for an umbrella again' }
  const choices = [
    { zh: '先给用户打电话说一声', en: 'Ring the customer first, then go' },
    { zh: '走楼梯上去再说吧', en: 'Take the stairs and see' }
  ]
  expect(found('alike-questions', question('a'), question('b', { situation: other, choices }))).toEqual([[], ['a + b']])
  expect(found('alike-questions', question('a'), question('b', { situation: other }))).toEqual([['a + b'], ['a + b']])
})
