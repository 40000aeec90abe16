/** The sentence of a section that answers, cut into what was asked for and what was not. Always text, never markup. */
import { type Concept, isStopWord } from './query.ts'
import type { LineKind, Section } from './section.ts'
import { fold, runsOf, wordOf } from './tokens.ts'

export interface Piece {
  readonly text: string
  readonly hit: boolean
}

export interface Answer {
  readonly pieces: readonly Piece[]
  /** Id of the rule or the step in which the sentence stands; empty for the section itself. */
  readonly anchor: string
  readonly kind?: LineKind
}

/** What to mark. Chinese is marked by phrases and pairs, everything else by words. */
export interface Marks {
  readonly phrases: readonly { readonly text: string; readonly weight: number }[]
  readonly tokens: ReadonlySet<string>
}

type Range = readonly [from: number, to: number]

const LONGEST = { han: 60, other: 150 }
const PAIR = 0.3
const WORD = 2
/** A rule's own sentence before one that speaks of it, and what to say before what not to. */
const LIKELY: Readonly<Partial<Record<LineKind, number>>> = { standard: 1.3, reading: 1.3, dont: 0.8 }

export function marksOf(concepts: readonly Concept[], tokens: ReadonlySet<string>): Marks {
  const phrases = concepts.flatMap(({ forms }) =>
    forms.filter(({ text }) => /\p{Script=Han}/u.test(text)).map(({ text, weight }) => ({ text, weight }))
  )
  return { phrases, tokens: new Set([...tokens].filter(token => !isStopWord(token))) }
}

/** What of a text was asked for, and how much that is. */
function find(text: string, { phrases, tokens }: Marks): { ranges: Range[]; weight: number } {
  const folded = fold(text)
  const ranges: Range[] = []
  let weight = 0
  for (const phrase of phrases) {
    const first = folded.indexOf(phrase.text)
    if (first !== -1) weight += phrase.text.length * phrase.weight
    for (let at = first; at !== -1; at = folded.indexOf(phrase.text, at + 1)) ranges.push([at, at + phrase.text.length])
  }
  const seen = new Set<string>()
  for (const run of runsOf(folded)) {
    const found: [token: string, from: number, to: number][] = run.han
      ? [...run.text.slice(1)].map((_, index) => [run.text.slice(index, index + 2), run.from + index, run.from + index + 2])
      : [[wordOf(run.text), run.from, run.from + run.text.length]]
    for (const [token, from, to] of found) {
      if (!tokens.has(token)) continue
      ranges.push([from, to])
      if (!seen.has(token)) weight += run.han ? PAIR : WORD
      seen.add(token)
    }
  }
  return { ranges, weight }
}

function join(ranges: readonly Range[]): Range[] {
  const joined: Range[] = []
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)]
    else joined.push([from, to])
  }
  return joined
}

export function mark(text: string, marks: Marks): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const [from, to] of join(find(text, marks).ranges)) {
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false })
    pieces.push({ text: text.slice(from, to), hit: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false })
  return pieces
}

const SENTENCE = /.*?(?:[。！？](?:[”’）]*)|[.!?][”’)]*(?=\s)|$)\s*/gsu
/** Things that are never said stand in a row, each by itself; what to say instead is said as a whole. */
const PARTS: Readonly<Partial<Record<LineKind, RegExp>>> = { dont: /[^；;]+/g, say: /.+/gs }

/** As much of a sentence as can be read at a glance, around the first thing that was asked for. */
function cut(sentence: string, marks: Marks): string {
  const most = /\p{Script=Han}/u.test(sentence) ? LONGEST.han : LONGEST.other
  if (sentence.length <= most) return sentence
  const first = join(find(sentence, marks).ranges)[0]?.[0] ?? 0
  let from = Math.max(0, Math.min(first - Math.floor(most / 4), sentence.length - most))
  if (from > 0 && most === LONGEST.other) from = sentence.indexOf(' ', from) + 1
  const end = from + most
  return `${from > 0 ? '…' : ''}${sentence.slice(from, end).trimEnd()}${end < sentence.length ? '…' : ''}`
}

export function answer({ lines }: Section, marks: Marks): Answer {
  let best: { sentence: string; anchor: string; weight: number; kind?: LineKind } = { sentence: '', anchor: '', weight: -1 }
  for (const { text, anchor = '', name, kind } of lines) {
    const named = name === undefined ? 0 : find(name, marks).weight / 2
    for (const part of text.match((kind && PARTS[kind]) ?? SENTENCE) ?? []) {
      const sentence = part.trim()
      const weight = (find(sentence, marks).weight + named) * ((kind && LIKELY[kind]) ?? 1)
      if (sentence !== '' && weight > best.weight) best = { sentence, anchor, weight, ...(kind && { kind }) }
    }
  }
  const { sentence, anchor, weight, kind } = best
  return { pieces: mark(cut(sentence, marks), marks), anchor: weight > 0 ? anchor : '', ...(kind && { kind }) }
}
