/**
 * Looks at the form of a reply to a customer: banned phrases in it, however they are put, and whether it says who will
 * act, what they will do, and by when. It compares wording and can't tell whether what is said is true or kind; whoever
 * shows its findings says so and shows a model beside them.
 *
 * The rules of a language are an argument, because they are large: a page loads those of the languages that are written
 * in. How well they read is measured on hand-labelled replies: `tests/phrases/judge.test.ts`.
 */
import { LANGS, type Lang } from '../lang/text.ts'
import { sentencesOf } from './clauses.ts'
import { type Found, findBanned, type Pack, type PackPhrase } from './find.ts'
import { type Rules, SAID, type Said } from './rules.ts'

export interface Judged {
  /** The language that most of it is written in. */
  readonly lang: Lang
  /** In the order they stand, without overlap. */
  readonly banned: readonly Found[]
  readonly met: readonly Said[]
}

export type RulesOf = Readonly<Partial<Record<Lang, Rules>>>

const HAN = /\p{Script=Han}/gu
const LATIN = /[a-z]{2,}/gi

/** A Chinese character says about as much as an English word. */
export function langOf(text: string): Lang {
  const han = text.match(HAN)?.length ?? 0
  return han > 0 && han >= (text.match(LATIN)?.length ?? 0) ? 'zh' : 'en'
}

/** Languages whose rules are needed: people at service desks mix them. */
export function langsIn(text: string): Lang[] {
  const narrow = text.normalize('NFKC')
  return LANGS.filter(lang => narrow.search(lang === 'zh' ? HAN : LATIN) >= 0)
}

/** Never throws; anything may be typed. */
export function judgeWith(rules: RulesOf, text: string, phrases: readonly PackPhrase[]): Judged {
  const langs = langsIn(text)
  const banned = apart(
    langs.flatMap(lang => {
      const known = rules[lang]
      return findBanned(text, lang, phrases, known && packOf(known))
    })
  )
  const rest = without(text, banned)
    .normalize('NFKC')
    .replace(/[‘’`´ʼ′]/g, "'")
  const met = new Set(
    langs.flatMap(lang => {
      const known = rules[lang]
      return known ? [...known.needs(sentencesOf(known.prepare(rest)))] : []
    })
  )
  return { lang: langOf(text), banned, met: SAID.filter(need => met.has(need)) }
}

function apart(found: readonly Found[]): Found[] {
  let end = 0
  return [...found]
    .sort((a, b) => a.from - b.from)
    .filter(({ from, to }) => {
      const clear = from >= end
      if (clear) end = to
      return clear
    })
}

/** What a banned phrase says meets no need: 不由我们处理 has a subject and a verb, and nobody acts. */
function without(text: string, found: readonly Found[]): string {
  const starts = [0, ...found.map(({ to }) => to)]
  return starts.map((start, index) => text.slice(start, found[index]?.from)).join('□')
}

/** How far around a hit is looked. */
const [BACK, ON] = [90, 70]

/** The sentence up to the hit. A quotation in it may hold a full stop. */
function sentenceBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - BACK), at)
  const ends = [...near.matchAll(/[。!?;.](?![^"“”]{0,40}["”])/g)].at(-1)
  return ends ? near.slice(ends.index + 1) : near
}

/** 是不是我们的事, 归不归我们管: to ask whether is not to say no. */
function asksWhether(before: string, hit: string): boolean {
  const [, verb = ''] = /^[不没](.)/.exec(hit) ?? []
  return verb !== '' && before.endsWith(verb)
}

export function packOf(rules: Pick<Rules, 'variants' | 'excuses'>): Pack {
  return {
    *reworded(text, phrases) {
      for (const { id } of phrases) {
        const variants = rules.variants[id]
        for (const { 0: wording, index } of variants ? text.matchAll(variants) : [])
          yield { phrase: id, wording, from: index, to: index + wording.length }
      }
    },
    excused(text, { phrase, from, to }) {
      const before = sentenceBefore(text, from)
      const after = text.slice(to, to + ON)
      return (
        asksWhether(before, text.slice(from, to)) ||
        rules.excuses.some(
          excuse => (excuse.only ?? phrase) === phrase && (excuse.before?.test(before) ?? true) && (excuse.after?.test(after) ?? true)
        )
      )
    }
  }
}
