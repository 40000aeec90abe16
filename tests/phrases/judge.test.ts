/**
 * How well the judge of replies reads, measured on replies that were labelled by hand; and what must hold for anything
 * that is typed.
 */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { LANGS, type Lang } from '../../src/lang/text.ts'
import { CHINESE } from '../../src/phrases/chinese.ts'
import { ENGLISH } from '../../src/phrases/english.ts'
import { judge } from '../../src/phrases/judge.ts'
import { judgeWith, langOf, langsIn } from '../../src/phrases/judging.ts'
import type { Phrase } from '../../src/phrases/phrase.ts'
import { SAID, type Said } from '../../src/phrases/rules.ts'

const read = (path: string) => parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const phrases: Phrase[] = read('../../content/phrases.yaml')

/** The reply, the phrase it breaks or an empty string, and the needs it meets. */
type Labelled = readonly [said: string, banned: string, needs: string]
type Replies = Readonly<Record<Lang, readonly Labelled[]>>

interface Count {
  readonly right: number
  /** Replies in which something was found that is not there. */
  readonly wrong: readonly string[]
  readonly missed: readonly string[]
}

function counted(replies: readonly Labelled[], isThere: (one: Labelled) => boolean, isFound: (said: string) => boolean): Count {
  const said = (there: boolean, found: boolean) =>
    replies.filter(one => isThere(one) === there && isFound(one[0]) === found).map(([words]) => words)
  return { right: said(true, true).length, wrong: said(false, true), missed: said(true, false) }
}

const bannedIn = (replies: readonly Labelled[]) =>
  counted(
    replies,
    ([, banned]) => banned !== '',
    said => judge(said, phrases).banned.length > 0
  )
const needIn = (replies: readonly Labelled[], need: Said) =>
  counted(
    replies,
    ([, , needs]) => needs.split(' ').includes(need),
    said => judge(said, phrases).met.includes(need)
  )

/** Precision and recall are at least this; what is said otherwise is told. */
function expectReads(count: Count, least: { readonly precision: number; readonly recall: number }): void {
  const { right, wrong, missed } = count
  const [precision, recall] = [right / (right + wrong.length), right / (right + missed.length)]
  const told = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} ${JSON.stringify({ wrong, missed }, null, 2)}`
  expect(precision, told).toBeGreaterThanOrEqual(least.precision)
  expect(recall, told).toBeGreaterThanOrEqual(least.recall)
}

describe.each(LANGS)('on the replies that the rules were tuned on (%s)', lang => {
  const replies = (read('./replies.yaml') as Replies)[lang]
  const broken = replies.filter(([, banned]) => banned !== '')

  test('there are enough of them, and about half break a phrase', () => {
    expect(replies.length).toBeGreaterThanOrEqual(80)
    expect(broken.length / replies.length).toBeGreaterThan(0.4)
    expect(broken.length / replies.length).toBeLessThan(0.6)
  })
  test('95 % of what is called a banned phrase is one, and 95 % of them are found', () =>
    expectReads(bannedIn(replies), { precision: 0.95, recall: 0.95 }))
  test('the phrase that is named is the one', () => {
    const named = broken.filter(([said, banned]) => judge(said, phrases).banned.some(({ phrase }) => phrase === `phrase.${banned}`))
    expect(named.length / broken.length).toBeGreaterThanOrEqual(0.95)
  })
  test.each(SAID)('“%s”: nine in ten that are seen are there, and nine in ten that are there are seen', need =>
    expectReads(needIn(replies, need), { precision: 0.9, recall: 0.9 })
  )
})

describe.each(LANGS)('on replies that the rules were never tuned on (%s)', lang => {
  const replies = (read('./unseen.yaml') as Replies)[lang]
  // Who is blamed for what they didn't say stops trusting the rest: a false alarm is worse than a phrase that is missed.
  test('hardly anybody is blamed for a banned phrase that isn’t there, and most are found', () =>
    expectReads(bannedIn(replies), { precision: 0.95, recall: 0.85 }))
  test.each(SAID)('most of “%s” is read right', need => expectReads(needIn(replies, need), { precision: 0.8, recall: 0.85 }))
})

describe('examples', () => {
  const broken = (said: string) => judge(said, phrases).banned.map(({ from, to }) => said.slice(from, to))
  test.each([
    ['“这个不归本部门管”，一位同事说。', ['不归本部门管']],
    ['Ｉ’Ｍ　ＮＯＴ　ＳＵＲＥ', ['Ｉ’Ｍ　ＮＯＴ　ＳＵＲＥ']],
    ['这个我 不 太 清 楚', ['我 不 太 清 楚']],
    ['That isn´t really  our job.', ['n´t really  our job']],
    ['不归我管，我不知道，没辙', ['不归我管', '我不知道', '没辙']],
    ['先生 that’s not our job 哦，我也不清楚', ['not our job', '我也不清楚']]
  ])('the words themselves are pointed at: %s', (said, words) => expect(broken(said)).toEqual(words))

  test.each([
    '我不知道您是否方便',
    'I don’t know whether you have a minute',
    '您说“我不知道密码”，那我们一起重设。',
    'You wrote “nobody could tell me, I don’t know”, and you should have been told.',
    '是不是我们的事，我先去问。',
    'I’m sure we can fix it.'
  ])('no violation: %s', said => expect(broken(said)).toEqual([]))

  test('what a banned phrase says meets no need', () => expect(judge('这个不由我们处理', phrases).met).toEqual([]))
  test('both languages are read in one reply', () =>
    expect(judge('您别急，I’ll ask the engineer，下午三点前 call 您', phrases).met).toEqual(['heard', 'who', 'what']))
  test.each<[string, Lang]>([
    ['我马上查', 'zh'],
    ['这个 bug 我 check 一下', 'zh'],
    ['I’ll ask 李工 about it and ring you', 'en'],
    ['', 'en']
  ])('%j is written in %s', (said, lang) => expect(langOf(said)).toBe(lang))
  test('a phrase of which the pack has no rewordings is found by its wordings alone', () => {
    const own = { id: 'phrase.own', banned: { zh: ['随便'], en: ['whatever'] } }
    expect(judge('随便您', [own]).banned.map(({ phrase }) => phrase)).toEqual(['phrase.own'])
    expect(judge('不归我管', [own]).banned).toEqual([])
  })
  test.each(LANGS)('every replacement of the handbook passes (%s)', lang => {
    const texts = phrases.flatMap(({ instead }) => instead.map(({ text }) => text[lang]))
    const read = texts.map(text => ({ text, ...judge(text, phrases) }))
    expect(read.filter(({ banned }) => banned.length > 0)).toEqual([])
    expect(read.filter(({ met }) => !['who', 'what', 'when'].every(need => met.includes(need as Said)))).toEqual([])
  })
})

describe('for anything that is typed', () => {
  const piece = fc.oneof(
    fc.constantFrom('我们', '不归', '管', '不知道', '您', '没办法', '“', '”', '，', '。', '\n', ' ', '10', ':30', '前', '\u0000', '\ud800'),
    fc.constantFrom('I', "'ll ", 'n’t', ' know', ' our job', ' can’t', ' fix', ' by ', 'five', '.', ', ', 'you said ', '"', '%'),
    fc.string({ unit: 'binary', maxLength: 3 })
  )
  const typed = fc.array(piece, { maxLength: 60 }).map(pieces => pieces.join(''))

  test('it never throws, points inside the text without overlap, and says the same again', () => {
    fc.assert(
      fc.property(typed, said => {
        const { banned, met } = judge(said, phrases)
        let end = 0
        for (const { from, to } of banned) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          end = to
        }
        expect(end).toBeLessThanOrEqual(said.length)
        expect(met.every(need => SAID.includes(need))).toBe(true)
        expect(judge(said, phrases)).toEqual({ banned, met, lang: langOf(said) })
      }),
      { numRuns: 500 }
    )
  })

  test('only the rules of the languages that it is written in are needed', () => {
    fc.assert(
      fc.property(typed, said => {
        const all = { zh: CHINESE, en: ENGLISH }
        const needed = Object.fromEntries(langsIn(said).map(lang => [lang, all[lang]]))
        expect(judgeWith(needed, said, phrases)).toEqual(judge(said, phrases))
      }),
      { numRuns: 300 }
    )
  })

  /** Processor time, the least of several runs: others on the machine cost wall-clock time, not this. */
  function cost(said: string): number {
    const runs = Array.from({ length: 5 }, () => {
      const start = process.cpuUsage()
      judge(said, phrases)
      const { user, system } = process.cpuUsage(start)
      return user + system
    })
    return Math.min(...runs)
  }
  test.each([
    '我们',
    '不知道',
    '不知道您',
    '我也都真是',
    '“不归我们管',
    '您说“',
    '在5分钟内我去',
    '不是我们的',
    'I ',
    "I don't ",
    'not ',
    'you said “not our job ',
    "we'll really just call ",
    'by five ',
    'nothing ',
    'a',
    '您',
    '\u200b',
    '   ',
    '“”“'
  ])('four times as much of %j takes about four times as long', unit => {
    const short = unit.repeat(Math.ceil(5000 / unit.length))
    judge(short, phrases)
    // Quadratic work would cost sixteen times as much; a few milliseconds may be anything.
    expect(cost(short.repeat(4))).toBeLessThan(10 * cost(short) + 20_000)
  })
})
