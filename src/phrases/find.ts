/**
 * Finds banned phrases in a text. Pure and deterministic: it compares wording, not meaning.
 * Width, case, apostrophes and spacing are folded first, so that "That’s  NOT our business" is found too.
 * The time it takes grows with the text and no faster, whatever the text holds.
 */
import type { Lang } from '../lang/text.ts'
import type { Phrase } from './phrase.ts'

/** As much of a banned phrase as finding it needs. */
export type PackPhrase = Pick<Phrase, 'id' | 'banned' | 'fine'>

export interface Found {
  readonly phrase: string
  /** The wording that was found: the register's, or the text's own where a rule found it. */
  readonly wording: string
  /** Where it stands in the original text, in UTF-16 units: [from, to). */
  readonly from: number
  readonly to: number
}

/** What the rules of a language know beyond the register's wordings. It reads the folded text, and so do the places of its hits. */
export interface Pack {
  /** Rewordings of these phrases. */
  reworded(text: string, phrases: readonly PackPhrase[]): Iterable<Found>
  /** Does the text around a hit make it no violation? */
  excused(text: string, hit: Found): boolean
}

interface Folded {
  readonly text: string
  /** Index in the original of each unit of `text`, and one more for its end. */
  readonly at: readonly number[]
}

const APOSTROPHE = /[’‘`´ʼ′]/
/** Characters without width, which browsers and copied texts put between others. They are neither text nor a space. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/

/** An apostrophe is looked for before folding too, because NFKC turns ´ into a space and an accent. */
function foldUnit(unit: string): string {
  const narrow = unit.normalize('NFKC').toLowerCase()
  if (APOSTROPHE.test(unit) || APOSTROPHE.test(narrow)) return "'"
  return narrow
}

/** Chinese is compared without spaces; English with single ones. */
function fold(text: string, lang: Lang): Folded {
  const kept: string[] = []
  const at: number[] = []
  let gap = false
  for (let index = 0; index < text.length; index++) {
    if (UNSEEN.test(text.charAt(index))) continue
    const unit = foldUnit(text.charAt(index))
    if (/^\s*$/.test(unit)) {
      gap = lang === 'en' && kept.length > 0
      continue
    }
    if (gap) {
      kept.push(' ')
      at.push(index)
      gap = false
    }
    kept.push(unit)
    for (let part = 0; part < unit.length; part++) at.push(index)
  }
  at.push(text.length)
  return { text: kept.join(''), at }
}

function spans(text: string, wording: string, lang: Lang): [number, number][] {
  const found: [number, number][] = []
  const letter = /[a-z0-9]/
  let from = text.indexOf(wording)
  while (from !== -1 && wording !== '') {
    const to = from + wording.length
    const whole = lang === 'zh' || !(letter.test(text.charAt(from - 1)) || letter.test(text.charAt(to)))
    if (whole) found.push([from, to])
    from = text.indexOf(wording, from + 1)
  }
  return found
}

/** Wordings of a phrase and their folded forms. A register is searched for again and again. */
interface Wordings {
  readonly banned: readonly (readonly [wording: string, folded: string])[]
  readonly fine: readonly string[]
}
const KNOWN: Readonly<Record<Lang, WeakMap<PackPhrase, Wordings>>> = { zh: new WeakMap(), en: new WeakMap() }

function wordingsOf(phrase: PackPhrase, lang: Lang): Wordings {
  const known = KNOWN[lang].get(phrase)
  if (known) return known
  const wordings = {
    banned: phrase.banned[lang].map(wording => [wording, fold(wording, lang).text] as const),
    fine: (phrase.fine?.[lang] ?? []).map(wording => fold(wording, lang).text)
  }
  KNOWN[lang].set(phrase, wordings)
  return wordings
}

/** For each place of a text, how far the fine wordings reach that begin there or before. */
function reachOf(text: string, wordings: readonly string[], lang: Lang): number[] {
  const reach = new Array<number>(text.length).fill(0)
  for (const wording of wordings) {
    for (const [from, to] of spans(text, wording, lang)) reach[from] = Math.max(reach[from] ?? 0, to)
  }
  let far = 0
  return reach.map(to => {
    far = Math.max(far, to)
    return far
  })
}

/** Of hits that overlap the longer one, in the order they stand. */
function apart(hits: readonly Found[]): Found[] {
  const taken = new Set<number>()
  return [...hits]
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
    .filter(hit => {
      // What was kept before is no shorter, so an overlap covers one of the ends of this one.
      if (taken.has(hit.from) || taken.has(hit.to - 1)) return false
      for (let unit = hit.from; unit < hit.to; unit++) taken.add(unit)
      return true
    })
    .sort((a, b) => a.from - b.from)
}

/** All banned wordings in `text`, in the order they stand; where two overlap, the longer one. */
export function findBanned(text: string, lang: Lang, phrases: readonly PackPhrase[], pack?: Pack): Found[] {
  const folded = fold(text, lang)
  const known = phrases.map(phrase => ({ id: phrase.id, ...wordingsOf(phrase, lang) }))
  const reach = reachOf(
    folded.text,
    known.flatMap(({ fine }) => fine),
    lang
  )
  const listed = known.flatMap(({ id, banned }) =>
    banned.flatMap(([wording, sought]) => spans(folded.text, sought, lang).map(([from, to]) => ({ phrase: id, wording, from, to })))
  )
  const hits = [...listed, ...(pack?.reworded(folded.text, phrases) ?? [])].filter(
    hit => (reach[hit.from] ?? 0) < hit.to && !pack?.excused(folded.text, hit)
  )
  return apart(hits).map(hit => ({ ...hit, from: folded.at[hit.from] ?? 0, to: (folded.at[hit.to - 1] ?? text.length - 1) + 1 }))
}
