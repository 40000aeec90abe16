/**
 * Reads what somebody typed in a hurry: the words for a thing that the handbook calls otherwise, what is a question and
 * not a word, and the letters that may be Chinese. Whatever is typed, nothing throws.
 */
import { isNear } from './postings.ts'
import type { Synonyms } from './section.ts'
import { fold, pairsOf, runsOf, wordOf } from './tokens.ts'

/** One way in which a thing may be written. */
export interface Form {
  readonly text: string
  readonly tokens: readonly string[]
  /** How far it is what was typed: 1 for the very words. */
  readonly weight: number
  /** A single word that was typed, perhaps wrongly. */
  readonly typed?: boolean
  /** It may go on. */
  readonly open?: boolean
}

/** One thing that is asked for. */
export interface Concept {
  readonly forms: readonly Form[]
  /** Paths of sections that answer it. */
  readonly see: readonly string[]
  /** Letters that may be read as Chinese. */
  readonly letters?: string
}

export interface Asked {
  /** What was typed, folded, without spaces and signs: for an exact phrase. */
  readonly whole: string
  readonly concepts: readonly Concept[]
  /** Concepts in a row that may be one word in letters, such as `jin yong yu`. */
  readonly joined?: { readonly letters: string; readonly from: number; readonly to: number }
}

/** Longer is no question any more, and nobody waits for it. */
const MOST = 120
const MEANT = 0.7

const STOPS =
  /怎么(?:办|样|做|弄|处理|应对|解释|回答|说|写|跟|打)?|如何|怎样|什么时候|为什么|什么|多久|几时|是不是|能不能|可不可以|要不要|会不会|有没有|该不该|可以|应该|应当|需要|请问|哪里|哪个|哪些|要是|如果|的时候|[吗呢吧啊的]|了$|[我你您](?!们)/gu
const STOP_WORDS = new Set(
  'a an the is are am be was were do does did to of in on at for with and or if it its i me my we our you your he she they them this that what whats when where who whom how why which can could should would may must shall will not no there have has had get gets about from by as'
    .split(' ')
    .map(wordOf)
)
const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

const numeralOf = (text: string) => (/^\d{1,2}$/.test(text) ? NUMERALS[Number(text)] : undefined)

/** A character or a word, so that a phrase can be looked for whatever stands between its words. */
interface Unit {
  readonly key: string
  /** A figure before a Chinese character, as it may be written out: 3日 is 三日. */
  readonly numeral?: string
  readonly text: string
  readonly from: number
  readonly han: boolean
}

function unitsOf(folded: string): Unit[] {
  return runsOf(folded).flatMap(({ text, from, han }): Unit[] => {
    if (han) return [...text].map((sign, index) => ({ key: sign, text: sign, from: from + index, han }))
    const numeral = numeralOf(text)
    return [{ key: wordOf(text), ...(numeral && { numeral }), text: text.replace(/['’]/g, ''), from, han }]
  })
}

/** A word that every question may have: it says nothing, unless nothing else is there. */
export const isStopWord = (token: string) => STOP_WORDS.has(token)

export function formOf(text: string, weight: number): Form {
  const folded = fold(text)
  const all = [...new Set(runsOf(folded).flatMap(run => (run.han ? hanTokens(run.text) : [wordOf(run.text)])))]
  const telling = all.filter(token => !isStopWord(token))
  return { text: folded, tokens: telling.length > 0 ? telling : all, weight }
}

/** Of one character itself, of more the pairs: the last character alone would say too little. */
function hanTokens(han: string): string[] {
  const pairs = pairsOf(han)
  return pairs.length > 1 ? pairs.slice(0, -1) : pairs
}

interface Phrase {
  readonly keys: readonly string[]
  readonly entry: Synonyms
}

/** What the synonyms know. */
export interface Known {
  /** The phrases of all entries, the longest first. */
  readonly phrases: readonly Phrase[]
  /** The words in them that may be mistyped. */
  readonly words: ReadonlySet<string>
  /** The entry of each Chinese phrase. */
  readonly entries: ReadonlyMap<string, Synonyms>
}

/** Shorter words are too easily another one. */
const MISTYPED = 5

export function knownOf(synonyms: readonly Synonyms[]): Known {
  const phrases = synonyms
    .flatMap(entry => [...entry.zh, ...entry.en].map(phrase => ({ keys: unitsOf(fold(phrase)).map(({ key }) => key), entry })))
    .filter(({ keys }) => keys.length > 0)
    .sort((a, b) => b.keys.length - a.keys.length)
  const words = phrases.flatMap(({ keys }) => keys.filter(key => /^[a-z]+$/.test(key) && key.length >= MISTYPED))
  const entries = new Map(synonyms.flatMap(entry => entry.zh.map(phrase => [fold(phrase), entry])))
  return { phrases, words: new Set(words), entries }
}

/** A word that nobody knows, as the one of the synonyms that it nearly is. */
function corrected(unit: Unit, { words }: Known, isWord: (key: string) => boolean): Unit {
  const { key } = unit
  if (unit.han || !/^[a-z]+$/.test(key) || key.length < MISTYPED || words.has(key) || isWord(key)) return unit
  const near = [...words].find(word => isNear(word, key, key.length > 7 ? 2 : 1))
  return near === undefined ? unit : { ...unit, key: near }
}

export function conceptOf(typed: string, { zh, en, see }: Synonyms, weight = 1): Concept {
  const others = [...zh, ...en].filter(phrase => fold(phrase) !== typed)
  return { forms: [formOf(typed, weight), ...others.map(phrase => formOf(phrase, weight * MEANT))], see }
}

const isUnit = (key: string, unit: Unit | undefined) => unit?.key === key || unit?.numeral === key

/** What of the typed units some entry knows: at which unit it begins, and how many it is. */
function knownIn(units: readonly Unit[], phrases: readonly Phrase[]): Map<number, { length: number; entry: Synonyms }> {
  const taken = new Set<number>()
  const found = new Map<number, { length: number; entry: Synonyms }>()
  for (const { keys, entry } of phrases) {
    for (let at = 0; at + keys.length <= units.length; at++) {
      if (!keys.every((key, index) => isUnit(key, units[at + index]) && !taken.has(at + index))) continue
      for (let index = 0; index < keys.length; index++) taken.add(at + index)
      found.set(at, { length: keys.length, entry })
    }
  }
  return found
}

function hanConcepts(run: string): Concept[] {
  return run
    .split(STOPS)
    .filter(part => part !== undefined && part !== '')
    .map(part => ({ forms: [formOf(part, 1)], see: [] }))
}

function numberForms({ text, numeral }: Unit, next: string): Form[] {
  if (!numeral) return []
  return [formOf(numeral + next, 0.9), ...(numeral === '二' ? [formOf(`两${next}`, 0.9)] : []), formOf(NUMBERS[Number(text)] ?? '', 0.9)]
}

function wordConcept(unit: Unit, next: string, open: boolean, synonyms: readonly Synonyms[]): Concept {
  const entry = /^\d+$/.test(unit.text) ? synonyms.find(({ digits }) => digits === unit.text.length) : undefined
  if (entry) return conceptOf(unit.text, entry)
  const forms = [{ text: unit.text, tokens: [unit.key], weight: 1, typed: true, ...(open && { open }) }, ...numberForms(unit, next)]
  return { forms, see: [], ...(/^[a-z]{2,}$/.test(unit.text) && { letters: unit.text }) }
}

export function read(
  query: string,
  synonyms: readonly Synonyms[],
  words: Known,
  simplified: ReadonlyMap<string, string>,
  /** Whether the handbook has the word. */
  isWord: (key: string) => boolean = () => false
): Asked {
  const folded = fold(query.slice(0, MOST), simplified)
  const units = unitsOf(folded).map(unit => corrected(unit, words, isWord))
  const known = knownIn(units, words.phrases)
  const textFrom = (from: number, to: number) => {
    const last = units[to - 1]
    return last ? folded.slice(units[from]?.from ?? 0, last.from + last.text.length) : ''
  }
  const make = (keepStops: boolean): Asked => {
    const concepts: Concept[] = []
    let lettersFrom = -1
    let lettersTo = -1
    let letters = ''
    for (let at = 0; at < units.length; ) {
      const unit = units[at] as Unit
      const hit = known.get(at)
      if (hit) {
        concepts.push(conceptOf(textFrom(at, at + hit.length), hit.entry))
        at += hit.length
        continue
      }
      const before = concepts.length
      if (unit.han) {
        let end = at + 1
        while (end < units.length && units[end]?.han && !known.has(end) && units[end]?.from === (units[end - 1]?.from ?? 0) + 1) end++
        const run = textFrom(at, end)
        concepts.push(...(keepStops ? [{ forms: [formOf(run, 1)], see: [] }] : hanConcepts(run)))
        at = end
      } else {
        const next = units[at + 1]
        const glued = next?.han && next.from === unit.from + unit.text.length ? next.text : ''
        const open = at === units.length - 1 && !/\s$/.test(folded)
        if (keepStops || !STOP_WORDS.has(unit.key)) concepts.push(wordConcept(unit, glued, open, synonyms))
        at++
      }
      if (concepts.length === before) continue
      if (lettersTo !== before) {
        lettersFrom = before
        letters = ''
      }
      lettersTo = concepts.length
      letters += concepts
        .slice(before)
        .map(({ forms }) => forms[0]?.text ?? '')
        .join('')
    }
    const isJoined = lettersTo - lettersFrom > 1 && /^[\p{Script=Han}a-z]+$/u.test(letters) && /[a-z]/.test(letters)
    return {
      whole: units.map(({ text }) => text).join(''),
      concepts,
      ...(isJoined && { joined: { letters, from: lettersFrom, to: lettersTo } })
    }
  }
  const asked = make(false)
  return asked.concepts.length > 0 ? asked : make(true)
}
