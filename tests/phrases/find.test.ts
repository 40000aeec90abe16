import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { LANGS, type Lang } from '../../src/lang/text.ts'
import { findBanned } from '../../src/phrases/find.ts'
import type { Phrase } from '../../src/phrases/phrase.ts'

/** A register of one phrase, for a test that shows how matching works. */
function register(lang: Lang, banned: string[], fine: string[] = [], id = 'phrase.one'): Phrase {
  const none = { zh: [], en: [] }
  return { id, banned: { ...none, [lang]: banned }, fine: { ...none, [lang]: fine }, why: { zh: '', en: '' }, instead: [] }
}

/** The pieces of the original text that were found. */
function pieces(text: string, lang: Lang, phrases: readonly Phrase[]): string[] {
  return findBanned(text, lang, phrases).map(found => text.slice(found.from, found.to))
}

const handbook: Phrase[] = parse(readFileSync(new URL('../../content/phrases.yaml', import.meta.url), 'utf8'))
const phrasesIn = (text: string, lang: Lang) => findBanned(text, lang, handbook).map(found => found.phrase)

describe('folding', () => {
  test.each([
    ['straight apostrophe', "That's not our business"],
    ['typographic apostrophe', 'That’s not our business'],
    ['acute accent for an apostrophe', 'That´s not our business'],
    ['grave accent for an apostrophe', 'That`s not our business'],
    ['modifier apostrophe', 'Thatʼs not our business'],
    ['full width', 'Ｔｈａｔ＇ｓ ｎｏｔ ｏｕｒ ｂｕｓｉｎｅｓｓ'],
    ['capitals', 'THAT’S NOT OUR BUSINESS'],
    ['many spaces', 'That’s  not   our\tbusiness'],
    ['a line break', 'That’s not\nour business'],
    ['a no-break space', 'That’s not\u00a0our business'],
    ['a soft hyphen', 'That’s not our busi\u00adness'],
    ['a zero-width space', 'That’s not our busi\u200bness']
  ])('%s is seen through', (_, text) => {
    expect(pieces(text, 'en', [register('en', ['That’s not our business'])])).toEqual([text])
  })

  test.each(['这个我不清楚', '这个 我 不 清 楚', '这个我不\n清楚', '这个我不\u200b清楚', '这个我不　清楚'])(
    'Chinese is compared without spaces: %j',
    text => {
      expect(findBanned(text, 'zh', [register('zh', ['我不清楚'])])).toEqual([
        { phrase: 'phrase.one', wording: '我不清楚', from: text.indexOf('我'), to: text.length }
      ])
    }
  )

  test('a wording of the register is folded like a text', () => {
    expect(pieces("it's not my job", 'en', [register('en', ['  It’s  NOT my Job '])])).toEqual(["it's not my job"])
  })

  test('an English wording doesn’t lose the space between its words', () => {
    expect(pieces('That is notour business', 'en', [register('en', ['not our business'])])).toEqual([])
  })
})

describe('whole words in English', () => {
  const phrases = [register('en', ['I don’t know'])]
  test.each(['Hi don’t know', 'I don’t knowingly'])('%j has no whole wording', text => expect(pieces(text, 'en', phrases)).toEqual([]))
  test.each(['“I don’t know.”', 'Well,I don’t know!', '说I don’t know吧'])('%j has one', text =>
    expect(pieces(text, 'en', phrases)).toEqual(['I don’t know'])
  )
})

describe('fine wordings', () => {
  const phrases = [register('zh', ['不知道', '我不知道'], ['不知道您'])]
  test('a banned wording inside a fine one is no violation', () => expect(pieces('不知道您是否方便？', 'zh', phrases)).toEqual([]))
  test('the same wording elsewhere still is', () => expect(pieces('不知道您几点来，别问，不知道。', 'zh', phrases)).toEqual(['不知道']))
  test('a banned wording that reaches out of a fine one is found', () =>
    expect(pieces('我不知道您要什么', 'zh', phrases)).toEqual(['我不知道']))
  test('a fine wording of one phrase holds for the others', () => {
    const two = [register('zh', ['不知道']), register('zh', ['没用到'], ['不知道您'], 'phrase.two')]
    expect(pieces('不知道您', 'zh', two)).toEqual([])
  })
  test('it is folded too', () => expect(pieces('不 知道\n您几点方便', 'zh', phrases)).toEqual([]))
})

describe('overlaps', () => {
  test('of two that begin together the longer is kept', () =>
    expect(pieces('不是我们的事', 'zh', [register('zh', ['不是我们', '不是我们的事'])])).toEqual(['不是我们的事']))
  test('of two that end together the longer is kept', () =>
    expect(pieces('这不归我们管', 'zh', [register('zh', ['不归我们管', '这不归我们管'])])).toEqual(['这不归我们管']))
  test('the longer is kept when it begins later', () =>
    expect(pieces('甲乙丙丁戊', 'zh', [register('zh', ['甲乙', '乙丙丁戊'])])).toEqual(['乙丙丁戊']))
  test('of two as long the earlier is kept', () => expect(pieces('甲乙丙', 'zh', [register('zh', ['乙丙', '甲乙'])])).toEqual(['甲乙']))
  test('two that only touch are both kept, in the order they stand', () =>
    expect(pieces('不清楚不知道', 'zh', [register('zh', ['不知道', '不清楚'])])).toEqual(['不清楚', '不知道']))
  test('a wording that overlaps itself is found once', () => expect(pieces('哈哈哈', 'zh', [register('zh', ['哈哈'])])).toEqual(['哈哈']))
  test('phrases overlap like wordings', () => {
    const two = [register('zh', ['没办法'], [], 'phrase.short'), register('zh', ['没办法解决'], [], 'phrase.long')]
    expect(findBanned('没办法解决', 'zh', two).map(found => found.phrase)).toEqual(['phrase.long'])
  })
})

describe('spans in the original text', () => {
  test('spaces and folded characters before a wording don’t shift it', () => {
    expect(pieces('　㈱㎏ …  这个 我 不清楚，真的', 'zh', [register('zh', ['不清楚'])])).toEqual(['不清楚'])
  })
  test('spaces inside belong to the span, those around don’t', () => {
    expect(pieces('  Well,   not   my  job   . ', 'en', [register('en', ['not my job'])])).toEqual(['not   my  job'])
  })
  test('a character that folds to one outside the basic plane doesn’t shift it', () => {
    expect('\ufa6c'.normalize('NFKC')).toHaveLength(2)
    expect(pieces('\ufa6c不清楚', 'zh', [register('zh', ['不清楚'])])).toEqual(['不清楚'])
  })
  test('nor does an emoji', () => expect(pieces('🙏🏽不清楚', 'zh', [register('zh', ['不清楚'])])).toEqual(['不清楚']))
  test('all of them are found', () => {
    expect(findBanned('不知道，问谁都不知道', 'zh', [register('zh', ['不知道'])]).map(found => found.from)).toEqual([0, 7])
  })
})

test('nothing is found in an empty text or by an empty register', () => {
  expect(findBanned('', 'zh', handbook)).toEqual([])
  expect(findBanned(' \n ', 'en', handbook)).toEqual([])
  expect(findBanned('我们不管', 'zh', [])).toEqual([])
  expect(findBanned('我们不管', 'zh', [register('zh', [' '])])).toEqual([])
})

describe('the handbook’s own phrases', () => {
  test.each<[Lang, string, string]>([
    ['zh', '线是运营商的，我们不管。', 'phrase.not-our-business'],
    ['zh', '这不归我们管，您自己找厂家吧。', 'phrase.not-our-business'],
    ['zh', '停车场外包了，不是我们的事。', 'phrase.not-our-business'],
    ['zh', '这个我也不知道。', 'phrase.dont-know'],
    ['zh', '我哪知道他几点来。', 'phrase.dont-know'],
    ['zh', '不 清 楚', 'phrase.dont-know'],
    ['zh', '配件停产，这没法修。', 'phrase.no-way'],
    ['zh', '修不了，您换新的吧。', 'phrase.no-way'],
    ['zh', '没办法解决。', 'phrase.no-way'],
    ['en', 'Sorry, that’s NOT our business.', 'phrase.not-our-business'],
    ['en', 'The car park? Not my job.', 'phrase.not-our-business'],
    ['en', "I don't know, you'd better check.", 'phrase.dont-know'],
    ['en', 'I’m not sure about that.', 'phrase.dont-know'],
    ['en', 'There’s no way to fix it.', 'phrase.no-way'],
    ['en', 'There’s nothing we can do.', 'phrase.no-way']
  ])('%s %j is a violation', (lang, text, phrase) => {
    expect(new Set(phrasesIn(text, lang))).toEqual(new Set([phrase]))
  })

  test.each<[Lang, string]>([
    ['zh', '不知道您是否方便，我下午三点过来？'],
    ['zh', '屏幕上的字看不清楚，是吗？'],
    ['zh', '您有不清楚的地方，随时打给我。'],
    ['zh', '用户不知道密码时，我们一起重设。'],
    ['zh', '我们不管多晚，今天都会到。'],
    ['zh', '有没有办法解决，我问过工程师，四点前答复您。'],
    ['zh', '现场修不了，我请工程师明早九点带配件来。'],
    ['en', 'I don’t know if you have a minute, but may I ask one thing?'],
    ['en', 'I’m not sure I heard the room number, was it 806?'],
    ['en', 'If it can’t be fixed today, I’ll call you before five.'],
    ['en', 'The colleague who knows the system will call you by ten.']
  ])('%s %j is none', (lang, text) => {
    expect(phrasesIn(text, lang)).toEqual([])
  })

  test.each(LANGS)('every wording is found by itself, and no replacement or reason has one (%s)', lang => {
    for (const phrase of handbook) {
      for (const wording of phrase.banned[lang]) expect([wording, phrasesIn(wording, lang)]).toEqual([wording, [phrase.id]])
      for (const { text } of phrase.instead) expect([text[lang], phrasesIn(text[lang], lang)]).toEqual([text[lang], []])
      expect([phrase.why[lang], phrasesIn(phrase.why[lang], lang)]).toEqual([phrase.why[lang], []])
    }
  })

  test.each(LANGS)('every fine wording has a banned one to excuse (%s)', lang => {
    const strict = handbook.map(({ fine: _, ...phrase }) => phrase)
    for (const wording of handbook.flatMap(phrase => phrase.fine?.[lang] ?? [])) {
      expect([wording, findBanned(wording, lang, strict).length > 0]).toEqual([wording, true])
    }
  })
})

describe('for any text and register', () => {
  const lang = fc.constantFrom(...LANGS)
  const unit = fc.oneof(
    fc.constantFrom('不', '清', '楚', 'i', 'I', ' ', '’', "'", '´', '　', '\n', 'Ａ', 'a', '\u200b', '\ufa6c', '\ud83d', '\u0130'),
    fc.string({ unit: 'binary', maxLength: 2 })
  )
  const text = fc.array(unit, { maxLength: 40 }).map(units => units.join(''))
  const wordings = fc.array(text, { maxLength: 5 })
  const phrase = fc.record({
    id: fc.constantFrom('phrase.a', 'phrase.b'),
    banned: fc.record({ zh: wordings, en: wordings }),
    fine: fc.record({ zh: wordings, en: wordings })
  })
  const phrases = fc.array(
    phrase.map(made => ({ ...made, why: { zh: '', en: '' }, instead: [] })),
    { maxLength: 3 }
  )

  test('it never throws, its spans lie inside the text in order without overlap, and it answers the same again', () => {
    fc.assert(
      fc.property(text, lang, phrases, (text, lang, phrases) => {
        const found = findBanned(text, lang, phrases)
        let end = 0
        for (const { phrase, wording, from, to } of found) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          end = Math.max(end, to)
          expect(phrases.some(one => one.id === phrase && one.banned[lang].includes(wording))).toBe(true)
        }
        expect(end).toBeLessThanOrEqual(text.length)
        expect(findBanned(text, lang, phrases)).toEqual(found)
      }),
      { numRuns: 1000 }
    )
  })

  test('a wording put into a text is found there, whatever spaces come between', () => {
    const filler = fc.stringMatching(/^[，。甲乙丙 ]{0,8}$/)
    const space = fc.constantFrom('', ' ', '　', '\n', '\u00a0', '\u200b')
    fc.assert(
      fc.property(filler, filler, fc.array(space, { minLength: 2, maxLength: 2 }), (before, after, [one = '', two = '']) => {
        const wording = `没${one}办${two}法`
        const text = before + wording + after
        expect(findBanned(text, 'zh', [register('zh', ['没办法'])])).toEqual([
          { phrase: 'phrase.one', wording: '没办法', from: before.length, to: before.length + wording.length }
        ])
      })
    )
  })
})
