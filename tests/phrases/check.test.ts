/** The phrase check reads what staff say: labelled utterances, each kept from before the rules were tuned on it. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGS } from '../../src/lang/text.ts'
import { check } from '../../src/phrases/check.ts'
import { SAID_IN_CHINESE } from '../../src/phrases/chineseMore.ts'
import { meant } from '../../src/phrases/spelling.ts'
import { checked, type List, listOf, phrases, type Reading, readingOf } from './reading.ts'

function expectReads(reading: Reading, precision: number, recall: number): void {
  const told = JSON.stringify(reading, null, 2)
  expect(reading.precision, told).toBeGreaterThanOrEqual(precision)
  expect(reading.recall, told).toBeGreaterThanOrEqual(recall)
}

test('at least 300 utterances are labelled for tuning, half of them fine, and 60 are kept apart', () => {
  const count = (list: List, isCounted: (label: string) => boolean) =>
    Object.values(listOf(list))
      .flatMap(labels => Object.entries(labels))
      .filter(([label]) => isCounted(label))
      .flatMap(([, texts]) => texts).length
  expect(count('tuned', label => label === 'fine')).toBeGreaterThanOrEqual(150)
  expect(count('tuned', label => label !== 'fine')).toBeGreaterThanOrEqual(150)
  expect(count('unseen', () => true)).toBeGreaterThanOrEqual(60)
})

test('no utterance stands in two lists', () => {
  const all = (['tuned', 'second', 'unseen'] as const).flatMap(list =>
    Object.values(listOf(list)).flatMap(labels => Object.values(labels).flat())
  )
  expect(all.filter((text, place) => all.indexOf(text) !== place)).toEqual([])
})

describe.each(['tuned', 'second'] as const)('on the utterances that the rules were tuned on (%s)', list => {
  for (const [lang, labels] of Object.entries(listOf(list))) {
    test(`95 % of what is marked is a banned phrase, and 95 % of them are marked (${lang})`, () =>
      expectReads(readingOf(labels), 0.95, 0.95))
    test(`the phrase that is named is the one (${lang})`, () => {
      const { named, found } = readingOf(labels)
      expect(named / found).toBeGreaterThanOrEqual(0.95)
    })
  }
})

// What can be hoped for of wordings that nobody has thought of. docs/PHRASES.md has the figures.
describe('on utterances that the rules were never tuned on', () => {
  for (const lang of LANGS) {
    test(`most of what is marked is a banned phrase, and more than half of them are marked (${lang})`, () =>
      expectReads(readingOf(listOf('unseen')[lang] ?? {}), 0.8, 0.55))
  }
})

describe('what the handbook itself says', () => {
  test.each(LANGS)('no replacement and no “say” of a page is marked (%s)', lang => {
    const folder = new URL(`../../content/handbook/${lang}/`, import.meta.url)
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.mdx'))
    const said = pages.flatMap(file =>
      [...readFileSync(new URL(file, folder), 'utf8').matchAll(/\ssay="([^"]*)"/g)].map(([, text = '']) => text)
    )
    const all = [...said, ...phrases.flatMap(({ instead }) => instead.map(({ text }) => text[lang]))]
    expect(all.length).toBeGreaterThan(50)
    expect(all.filter(text => checked(text).length > 0)).toEqual([])
  })
})

describe('examples', () => {
  const marked = (text: string) => checked(text).map(({ from, to }) => text.slice(from, to))
  test.each([
    ['这个不归我们管，您打物业。', ['不归我们管']],
    ['這個不歸我們管，請您聯絡廠家。', ['不歸我們管']],
    ['这个不贵我们管', ['不贵我们管']],
    ['不 请 楚', ['不 请 楚']],
    ['Ｉ　ｄｏｎ’ｔ　ｋｎｏｗ', ['Ｉ　ｄｏｎ’ｔ　ｋｎｏｗ']],
    ['sorry i dont know', ['i dont know']],
    ['thats not our buisness mate', ['thats not our buisness']],
    ['“这个我不知道。”', ['我不知道']],
    ['这台 server 没办法解决, nothing we can do', ['没办法解决', 'nothing we can do']],
    ['好的。\n\n不清楚。\nThat’s not our\ndepartment.', ['不清楚', 'not our\ndepartment']]
  ])('the words themselves are marked: %j', (text, words) => {
    for (const word of words) expect(marked(text).join('|')).toContain(word)
    expect(marked(text)).toHaveLength(words.length)
  })
  test.each(['我不知道您是否方便', '您说“没办法解决”，是哪位同事答复的？', 'Is there anything else I can do for you?', '', ' \n', '“”'])(
    'nothing is marked: %j',
    text => expect(marked(text)).toEqual([])
  )
  test('where the rules of a language are not there yet, the other is read', () => {
    const marks = check('不知道, I don’t know', { zh: SAID_IN_CHINESE }, phrases)
    expect(marks.map(({ lang }) => lang)).toEqual(['zh'])
  })
})

const piece = fc.oneof(
  fc.constantFrom(
    '我们',
    '不归',
    '管',
    '不知道',
    '您',
    '没办法',
    '“',
    '”',
    '，',
    '。',
    '\n',
    ' ',
    '這',
    '個',
    '不只道',
    '\u200b',
    '\ud800'
  ),
  fc.constantFrom('I', 'dont', ' know', 'thats', ' our job', " can't", ' fix', '.', ', ', '"', 'im ', 'buisness', 'were ', '％')
)
const typed = fc.array(fc.oneof({ weight: 5, arbitrary: piece }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) }), {
  maxLength: 50
})

describe('for anything that is typed', () => {
  test('marks point inside the text, in order and without overlap, and are the same again', () => {
    fc.assert(
      fc.property(typed, pieces => {
        const text = pieces.join('')
        const marks = checked(text)
        let end = 0
        for (const { from, to } of marks) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          end = to
        }
        expect(end).toBeLessThanOrEqual(text.length)
        expect(checked(text)).toEqual(marks)
      }),
      { numRuns: 400 }
    )
  })
  test('what is read keeps the place of every character', () => {
    fc.assert(
      fc.property(typed, pieces => {
        const text = pieces.join('')
        const { text: read, at } = meant(text)
        expect(at).toHaveLength(read.length + 1)
        expect(at.at(-1)).toBe(text.length)
        expect([...at].sort((a, b) => a - b)).toEqual(at)
      }),
      { numRuns: 400 }
    )
  })
  test('where nothing is misspelt, what is read is what was typed', () => {
    const fine = Object.values(listOf('tuned').zh ?? {})
      .flat()
      .filter(text => !/[’‘`´這個們時請貴请只班办贵]/.test(text))
    expect(fine.length).toBeGreaterThan(80)
    for (const text of fine) expect(meant(text).text).toBe(text)
  })

  /** Processor time, the least of several runs: others on the machine cost wall-clock time, not this. */
  function cost(text: string): number {
    const runs = Array.from({ length: 5 }, () => {
      const start = process.cpuUsage()
      checked(text)
      const { user, system } = process.cpuUsage(start)
      return user + system
    })
    return Math.min(...runs)
  }
  test.each([
    ...['我们', '不知道', '“不归我们管', '您说“', '没有没有', '不', '谁谁', '都都也也', '坏了就是', '不敢说', '这'],
    ...[
      'dont ',
      'thats not ',
      "that's not the right person ",
      '"no" ',
      'you said “not our job ',
      'no information ',
      'we only do ',
      'b',
      "n't "
    ],
    ...['’', '“', '"', '\u200b', '   ', '您，', '，', '.', '不改不做不变']
  ])('four times as much of %j takes about four times as long', unit => {
    const short = unit.repeat(Math.ceil(5000 / unit.length))
    checked(short)
    // Quadratic work would cost sixteen times as much; a few milliseconds may be anything.
    expect(cost(short.repeat(4))).toBeLessThan(10 * cost(short) + 20_000)
  })
})
