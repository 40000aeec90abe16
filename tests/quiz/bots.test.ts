/** The guessing bots: each follows its one cue, shares ties fairly, and scores chance where there is no cue. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGS, type Lang, type Text } from '../../src/lang/text.ts'
import { guess as guessed, guesses, studentT, summaryOf } from '../../src/quiz/bots.ts'
import { botTables, leaks } from '../../src/quiz/botTables.ts'
import { cluesOf } from '../../src/quiz/clues.ts'
import { BOT_NAMES, type Bot, lengthOf, POLITE } from '../../src/quiz/cues.ts'
import { learnedGuesses } from '../../src/quiz/learned.ts'
import { score } from '../../src/quiz/markers.ts'
import { figuresIn } from '../../src/quiz/number/figures.ts'
import type {
  ChoiceQuestion,
  GapQuestion,
  MarkQuestion,
  OrderQuestion,
  Question,
  ScenarioQuestion,
  SortQuestion
} from '../../src/quiz/question.ts'
import { seeded, shuffled } from '../../src/quiz/random.ts'
import { EMPTY } from '../../src/quiz/reply/guess.ts'

const guess = (bot: Bot, question: Question, lang: Lang) => guessed(bot, question, lang).score

type Words = readonly [zh: string, en: string, key?: 'key']

function ask(...choices: Words[]): ChoiceQuestion {
  return {
    id: 'q',
    kind: choices.filter(choice => choice[2]).length > 1 ? 'multiple' : 'single',
    module: 'm',
    revision: 1,
    rules: ['r'],
    severity: 1,
    situation: { zh: '客人的行李箱轮子坏了', en: 'A wheel of the guest’s suitcase broke' },
    ask: { zh: '你怎么做？', en: 'What do you do?' },
    choices: choices.map(([zh, en, key], index) => ({
      id: `c${index}`,
      key: key === 'key',
      text: { zh, en },
      feedback: { zh: '因为', en: 'because' }
    }))
  }
}

describe('one cue each', () => {
  test('the longest and the shortest choice, in each language by itself', () => {
    const question = ask(['一二三四', 'a b', 'key'], ['一二', 'abc def ghi'], ['一二三', 'abc de'])
    expect(guess('longest', question, 'zh')).toBe(1)
    expect(guess('longest', question, 'en')).toBe(0)
    expect(guess('shortest', question, 'zh')).toBe(0)
    expect(guess('shortest', question, 'en')).toBe(1)
  })

  test('the first and the last place as written', () => {
    const question = ask(['一', 'a', 'key'], ['二', 'b'], ['三', 'c'])
    expect([guess('first', question, 'zh'), guess('last', question, 'zh')]).toEqual([1, 0])
  })

  test('the kindest words', () => {
    const question = ask(['您请稍等，谢谢您', 'Please wait, thank you', 'key'], ['等着', 'Wait'], ['请等', 'Please wait'])
    expect(LANGS.map(lang => guess('polite', question, lang))).toEqual([1, 1])
  })

  test('a time or a number', () => {
    const question = ask(
      ['下午四点前打给他', 'Call him before four o’clock', 'key'],
      ['一会儿打给他', 'Call him soon'],
      ['有空打给他', 'Call him some time']
    )
    expect(LANGS.map(lang => guess('figures', question, lang))).toEqual([1, 1])
  })

  test('the words of the question again', () => {
    const question = ask(
      ['行李箱的轮子今天修', 'Repair the suitcase wheel', 'key'],
      ['给他叫车', 'Call a taxi'],
      ['请他坐下', 'Offer him a seat']
    )
    expect(LANGS.map(lang => guess('echo', question, lang))).toEqual([1, 1])
  })

  test('no words without exception', () => {
    const question = ask(
      ['今天修', 'Repair it today', 'key'],
      ['绝对不修', 'Never repair it'],
      ['保证马上修好', 'Guarantee that it is always repaired']
    )
    expect(LANGS.map(lang => guess('careful', question, lang))).toEqual([1, 1])
  })
})

test('politeness is not heard inside other words', () => {
  expect('申请、邀请、请假、请示'.match(POLITE.zh)).toBeNull()
  expect('The desire, a besiege'.match(POLITE.en)).toBeNull()
  expect('请坐，您好'.match(POLITE.zh)).toEqual(['请', '您'])
  expect('Sir, thank you kindly'.match(POLITE.en)).toEqual(['Sir', 'thank', 'kindly'])
})

test('a bot takes as many choices as there are keys, and shares a tie', () => {
  expect(guess('longest', ask(['一一', 'aa', 'key'], ['二二', 'bb'], ['三', 'c']), 'zh')).toBe(0.5)
  expect(guess('longest', ask(['一一一', 'aaa', 'key'], ['二二', 'bb', 'key'], ['三', 'c']), 'zh')).toBe(1)
  // The longest is a key; of the two that tie, one is a key and one costs what the first earned.
  expect(guess('longest', ask(['一一一', 'aaa', 'key'], ['二二', 'bb'], ['三三', 'cc', 'key']), 'zh')).toBe(0.5)
})

test('`all` takes everything where several may be taken, and is as good as chance where one may', () => {
  expect(guess('all', ask(['一', 'a', 'key'], ['二', 'b', 'key'], ['三', 'c']), 'zh')).toBe(0.5)
  expect(guess('all', ask(['一', 'a', 'key'], ['二', 'b'], ['三', 'c']), 'zh')).toBeCloseTo(1 / 3)
})

const choiceText = fc.string({ unit: fc.constantFrom('请', '您', '天', '三', '。', 'a', ' ', '1'), minLength: 1, maxLength: 12 })
const anyQuestion = fc
  .array(fc.tuple(choiceText, choiceText, fc.boolean()), { minLength: 2, maxLength: 6 })
  .map(list => ask(...list.map(([zh, en, key]): Words => (key ? [zh, en, 'key'] : [zh, en]))))

test('a guess is a share of the points, whatever the question', () => {
  fc.assert(
    fc.property(anyQuestion, fc.constantFrom(...BOT_NAMES), fc.constantFrom(...LANGS), (question, bot, lang) => {
      const share = guess(bot, question, lang)
      return share >= 0 && share <= 1 + 1e-9
    })
  )
})

test('over all orders of its choices no place is better than chance', () => {
  fc.assert(
    fc.property(
      anyQuestion.filter(question => question.kind === 'single'),
      question => {
        const turns = question.choices.map((_, turn) => ({
          ...question,
          id: `q${turn}`,
          choices: [...question.choices.slice(turn), ...question.choices.slice(0, turn)]
        }))
        for (const bot of ['first', 'last'] as const) {
          expect(summaryOf(guesses(turns, ['zh']).filter(one => one.bot === bot)).difference).toBeCloseTo(0, 6)
        }
      }
    )
  )
})

const both = (text: string): Text => ({ zh: text, en: text })
const asked = {
  module: 'm',
  revision: 1,
  rules: ['r'],
  severity: 1,
  situation: both('一号店的灯坏了 the lamp is broken'),
  ask: both('？')
} as const
const told = both('因为')

const order: OrderQuestion = {
  ...asked,
  id: 'order',
  kind: 'order',
  items: ['甲甲甲甲', '乙乙乙', '丙丙', '丁'].map((text, index) => ({ id: `i${index}`, text: both(text), feedback: told }))
}
const sort: SortQuestion = {
  ...asked,
  id: 'sort',
  kind: 'sort',
  groups: [
    { id: 'lamp', text: both('lamp 电灯') },
    { id: 'door', text: both('door 大门口') }
  ],
  items: ['the lamp 电灯', 'the door 大门', 'door 门口', 'other 别的'].map((text, index) => ({
    id: `i${index}`,
    text: both(text),
    group: index === 0 ? 'lamp' : 'door',
    feedback: told
  }))
}
const gap: GapQuestion = {
  ...asked,
  id: 'gap',
  kind: 'gap',
  text: both('[g1]，[g2]，[g3]'),
  gaps: [
    { id: 'g1', choices: ask(['长长长', 'long', 'key'], ['短', 'sh']).choices },
    { id: 'g2', choices: ask(['长长长', 'long'], ['短', 'sh', 'key'], ['短', 'so']).choices },
    { id: 'g3', accept: { zh: ['字'], en: ['word'] } }
  ]
}
const mark: MarkQuestion = {
  ...asked,
  id: 'mark',
  kind: 'mark',
  title: both('一天'),
  reasons: ['r1', 'r2', 'r3'],
  turns: [
    { id: 't1', by: 'customer', says: [{ id: 'c1', text: both('您您您您您您您您') }] },
    {
      id: 't2',
      by: 'staff',
      says: [
        { id: 's1', text: both('这不归我管理'), breaks: 'r1' },
        { id: 's2', text: both('好的'), breaks: 'r2' },
        { id: 's3', text: both('请您坐') },
        { id: 's4', text: both('谢谢您') }
      ]
    }
  ]
}
const scenario: ScenarioQuestion = {
  ...asked,
  id: 'scenario',
  kind: 'scenario',
  title: both('一天'),
  meters: [{ id: 'trust', name: both('信任'), start: 5, fair: 5, good: 7 }],
  ends: { good: told, fair: told, poor: told, failed: told },
  nodes: [
    {
      id: 'n1',
      scene: both('门口'),
      choices: [
        { id: 'a', text: both('很长很长很长'), feedback: told, effects: { trust: 1 }, to: 'n2' },
        { id: 'b', text: both('短'), feedback: told, effects: { trust: -1 }, to: 'n2' },
        { id: 'c', text: both('走'), feedback: told, to: 'end', fails: true }
      ]
    },
    {
      id: 'n2',
      scene: both('屋里'),
      choices: [
        { id: 'd', text: both('长一点的'), feedback: told, effects: { trust: 1 }, to: 'end' },
        { id: 'e', text: both('短'), feedback: told, effects: { trust: -1 }, to: 'end' }
      ]
    }
  ]
}

/** Mean share of the points that some thousand answers earn when they are marked like a learner's. */
function simulated(question: Question, answer: (random: () => number) => readonly string[]): number {
  const random = seeded(question.id)
  const shares = Array.from({ length: 4000 }, () => {
    const { earned, possible } = score(question, answer(random))
    return earned / possible
  })
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}

describe('a bot answers every kind of question', () => {
  test('steps: the longest first', () => {
    expect(guess('longest', order, 'zh')).toBe(1)
    expect(guess('shortest', order, 'zh')).toBe(0)
    expect(guess('random', order, 'zh')).toBeCloseTo(
      simulated(order, random => shuffled(['i0', 'i1', 'i2', 'i3'], random)),
      1
    )
  })
  test('steps stand for `first` as they stand on paper, which is never the right order', () => {
    expect(guess('first', order, 'zh')).toBeLessThan(1)
  })
  test('items: each into the group that it repeats', () => {
    // The fourth repeats neither and falls to each as often as the other.
    expect(LANGS.map(lang => guess('echo', sort, lang))).toEqual([0.875, 0.875])
    expect([guess('first', sort, 'zh'), guess('last', sort, 'zh'), guess('random', sort, 'zh')]).toEqual([0.25, 0.75, 0.5])
  })
  test('gaps: each by itself, and words to be typed are nobody’s guess', () => {
    expect(guess('longest', gap, 'zh')).toBeCloseTo(1 / 3)
    expect(guess('shortest', gap, 'zh')).toBeCloseTo(0.5 / 3)
    expect(guess('random', gap, 'zh')).toBeCloseTo((1 / 2 + 1 / 3) / 3)
  })
  test('a transcript: as many pieces as break a rule, none of the customer’s', () => {
    expect(guess('longest', mark, 'zh')).toBeCloseTo(0) // one hit, one false mark
    expect(guess('first', mark, 'zh')).toBeCloseTo(3 / 4) // both, with the first reason: right for one
    expect(guess('all', mark, 'zh')).toBe(0)
    const pieces = ['s1', 's2', 's3', 's4']
    const blind = simulated(mark, random =>
      shuffled(pieces, random)
        .slice(0, 2)
        .map(id => `${id}=r${1 + Math.floor(3 * random())}`)
    )
    expect(guess('random', mark, 'zh')).toBeCloseTo(blind, 1)
  })
  test('a scenario: at each step the choice that calls', () => {
    expect(guess('longest', scenario, 'zh')).toBe(1)
    const blind = simulated(scenario, random => {
      const first = ['a', 'b', 'c'][Math.floor(3 * random())] ?? 'a'
      return first === 'c' ? [first] : [first, random() < 0.5 ? 'd' : 'e']
    })
    expect(guess('random', scenario, 'zh')).toBeCloseTo(blind, 1)
  })
  test('a number: one that stands in the question', () => {
    const number: Question = {
      ...asked,
      id: 'number',
      kind: 'number',
      form: 'number',
      answer: '31',
      situation: { zh: '名单上会员三十一位，投诉15位', en: 'thirty-one members, 15 complaints' },
      feedback: told
    }
    expect(LANGS.map(lang => guess('longest', number, lang))).toEqual([1, 1])
    expect(LANGS.map(lang => guess('last', number, lang))).toEqual([0, 0])
    expect(guess('random', number, 'zh')).toBeCloseTo(1 / 101)
  })
  test('a reply: politeness alone earns nothing, and neither does copying', () => {
    const reply: Question = {
      ...asked,
      id: 'reply',
      kind: 'reply',
      title: both('灯'),
      said: both('灯坏了'),
      needs: ['heard', 'who', 'what', 'when'],
      model: told,
      why: told
    }
    for (const lang of LANGS) expect(score(reply, [EMPTY[lang]])).toMatchObject({ earned: 0, state: 'wrong' })
    for (const bot of BOT_NAMES) for (const lang of LANGS) expect(guess(bot, reply, lang), bot).toBe(0)
  })
})

test('figures are read as they are written', () => {
  expect(figuresIn('会员31位，二十四天，一百零五张，一起', 'number', 'zh')).toEqual(['31', '24', '105'])
  expect(figuresIn('75,000 yuan, twenty-four days, one of ten', 'number', 'en')).toEqual(['75000', '24', '10'])
  expect(figuresIn('2027年2月28日退房，3月1日', 'date', 'zh')).toEqual(['2027-02-28', '2027-03-01'])
  expect(figuresIn('on 29 December 2026 and 4 January', 'date', 'en')).toEqual(['2026-12-29', '2026-01-04'])
  expect(figuresIn('编到260430112', 'file-number', 'zh')).toEqual(['260430112'])
})

test('where all choices look alike every bot but those of place scores chance', () => {
  const question = ask(['同样', 'same', 'key'], ['同样', 'same'], ['同样', 'same'], ['同样', 'same'])
  for (const bot of BOT_NAMES.filter(bot => bot !== 'first' && bot !== 'last')) {
    for (const lang of LANGS) expect(guess(bot, question, lang), bot).toBeCloseTo(0.25)
  }
})

describe('a bank', () => {
  test('an empty one scores nothing and breaks nothing', () => {
    expect(guesses([], LANGS)).toEqual([])
    expect(summaryOf([])).toMatchObject({ questions: 0, score: 0, chance: 0, difference: 0 })
    expect(cluesOf([]).keyPositions).toEqual([])
  })
  test('every bot answers every question in both languages', () => {
    const all = guesses([order, sort, gap, mark, scenario], LANGS)
    expect(all).toHaveLength(5 * 2 * BOT_NAMES.length)
    expect(all.every(({ score, chance }) => score >= 0 && score <= 1 && chance > 0)).toBe(true)
    expect(all.filter(({ bot }) => bot === 'random').every(({ score, chance }) => score === chance)).toBe(true)
  })
  test('the interval is wide where there are few questions, and both languages of one are one', () => {
    const [right, wrong] = [ask(['一二三四', 'abcd', 'key'], ['一二', 'ab']), ask(['一二三四', 'abcd'], ['一二', 'ab', 'key'])]
    const leaky = Array.from({ length: 30 }, (_, index) => ({ ...(index % 3 > 0 ? right : wrong), id: `q${index}` }))
    const longest = guesses(leaky, LANGS).filter(({ bot }) => bot === 'longest')
    const all = summaryOf(longest)
    expect(all).toMatchObject({ questions: 30, chance: 50, chanceWithin: 0 })
    expect(all.difference).toBeCloseTo(50 / 3)
    // Twenty times +50 and ten times −50 points: standard error √(2500 × 8/9 × 30/29 / 30), t(29) = 2.045.
    expect(all.most - all.difference).toBeCloseTo(2.045 * Math.sqrt((2500 * (8 / 9)) / 29), 1)
    const few = summaryOf(longest.filter(({ question }) => ['q0', 'q1', 'q2', 'q3'].includes(question)))
    expect(few.least).toBeLessThan(0)
  })
  test('Student’s t', () => {
    expect([1, 2, 5, 10, 30, 1000].map(studentT).map(t => Number(t.toFixed(2)))).toEqual([12.71, 4.3, 2.57, 2.23, 2.04, 1.96])
  })
  test('the bot that learns finds what two weak cues give away together, and nothing where there is nothing', () => {
    const random = seeded('bank')
    const bank = (leak: boolean) =>
      Array.from({ length: 60 }, (_, index) => {
        const key = Math.floor(4 * random())
        const words = [0, 1, 2, 3].map((choice): Words => {
          const long = '字'.repeat(4 + Math.floor(6 * random()) + (leak && choice === key ? 5 : 0))
          return choice === key ? [long, long, 'key'] : [long, long]
        })
        return { ...ask(...words), id: `q${index}` }
      })
    expect(summaryOf(learnedGuesses(bank(true), 'zh')).least).toBeGreaterThan(20)
    expect(summaryOf(learnedGuesses(bank(false), 'zh')).least).toBeLessThan(5)
  })
})

test('Chinese is counted without spaces and English with single ones', () => {
  expect(lengthOf('您 好，  客人')).toBe(5)
  expect(lengthOf('a  b\nc')).toBe(5)
  expect(lengthOf('👍🏽')).toBe(2)
})

test('the clues of a bank: where its keys stand, and how long they are', () => {
  const plain = ask(['一二三', 'abc', 'key'], ['四五六', 'def'], ['七八九', 'ghi'])
  const long = ask(['一二三四五六七', 'abcdefg'], ['四五六', 'defg', 'key'], ['七八九', 'ghi'])
  expect(cluesOf([plain, plain, long])).toEqual({
    questions: 3,
    keyPositions: [2, 1, 0],
    expectedPositions: [1, 1, 1],
    keyLength: { zh: 3, en: 10 / 3 },
    otherLength: { zh: 22 / 6, en: 22 / 6 }
  })
})

test('a table for the whole bank and for each kind, with the questions behind each leak', () => {
  const leaky = Array.from({ length: 8 }, (_, index) => ({ ...ask(['一二三四', 'abcd', 'key'], ['一二', 'ab']), id: `q${index}` }))
  const [whole, single, ...others] = botTables([...leaky, order, sort], new Map())
  expect([whole?.kind, whole?.questions, single?.kind, single?.questions]).toEqual([undefined, 10, 'single', 8])
  expect(others.map(({ kind }) => kind)).toEqual(['order', 'sort'])
  const longest = single?.rows.find(({ bot }) => bot === 'longest')
  expect(longest && leaks(longest.zh, 'single')).toBe(true)
  expect(longest?.found.en).toEqual(leaky.map(({ id }) => id))
  expect(single?.rows.map(({ bot }) => bot)).toEqual([...BOT_NAMES, 'learned'])
})

test('over the whole bank any difference above five points is a leak; in one kind only what chance does not explain', () => {
  const summary = { questions: 9, score: 50, chance: 40, chanceWithin: 0, difference: 10, least: -2, most: 22 }
  expect([leaks(summary), leaks(summary, 'order'), leaks({ ...summary, least: 1 }, 'order')]).toEqual([true, false, true])
})
