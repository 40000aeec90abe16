/**
 * One thing that happened in a learner's training. The log of events is the record: it is only ever added to, and all
 * progress is worked out from it. Formats are versioned, and samples of old ones stay in `tests/archive/` for ever.
 */
import { BEHAVIOURS, type Behaviour, CERTAINTIES, type Certainty } from '../quiz/behaviour.ts'
import type { Draw, Drawn } from '../quiz/draw.ts'
import { GENERATOR } from '../quiz/generator.ts'

/** Version of the event format that this code writes. */
export const FORMAT = 1

export type Happened =
  | {
      readonly type: 'started'
      readonly attempt: string
      readonly behaviour: Behaviour['name']
      readonly module: string
      readonly page: string
      readonly draw: Draw
      /** Seconds that it may take; an exam without end has none. */
      readonly limit?: number
    }
  /** The bank has changed under an attempt: what it asks from now on. */
  | { readonly type: 'redrawn'; readonly attempt: string; readonly draw: Draw }
  /** An answer in progress: kept, so that closing the page loses nothing. */
  | {
      readonly type: 'chose'
      readonly attempt: string
      readonly question: string
      readonly response: readonly string[]
      readonly sure?: Certainty
    }
  | {
      readonly type: 'answered'
      readonly attempt: string
      readonly question: string
      readonly revision: number
      /** 1 for the first try. */
      readonly try: number
      readonly response: readonly string[]
      readonly earned: number
      readonly possible: number
      /** Hints that were looked at before this answer. */
      readonly hints?: number
      readonly sure?: Certainty
      /** Seconds that the question was in sight before this answer. */
      readonly took?: number
    }
  | {
      readonly type: 'finished'
      readonly attempt: string
      readonly percent: number
      readonly pass: number
      /** Not passed whatever the per cent: a rule that must be kept was broken. */
      readonly barred?: true
    }
  /** The learner said: I have read this revision of the page and will follow it. `hash` is that of the text that was shown. */
  | { readonly type: 'acknowledged'; readonly page: string; readonly revision: number; readonly lang: string; readonly hash: string }
  /** What the witness still knew when the log itself was lost: best per cent and pass mark of each module. */
  | {
      readonly type: 'recovered'
      readonly modules: readonly { readonly module: string; readonly best: number; readonly passed: boolean }[]
    }

interface Stamp {
  readonly v: typeof FORMAT
  /** Unique for ever: time and chance. */
  readonly id: string
  /** Device clock, milliseconds UTC. It may be wrong; order is the order of arrival in the log. */
  readonly at: number
  /** Minutes east of UTC. */
  readonly zone: number
  /** A random name of this browser profile; it says nothing about the person. */
  readonly device: string
}

export type LogEvent = Happened & Stamp

const WORD = /^[\w.:/@-]{1,80}$/

/** Longest entry of a response, in UTF-16 units: a typed reply fits. */
export const LONGEST = 2000

/** What an id may be. */
export function isWord(value: unknown): value is string {
  return typeof value === 'string' && WORD.test(value)
}
function isWhole(value: unknown, least = 0, most = 1e15): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
}
function words(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.length <= 100 && value.every(isWord) ? [...value] : undefined
}
/** An optional number under its name, or nothing where it is missing or no such number. */
function whole<Name extends string>(name: Name, value: unknown, least: number, most: number): { [key in Name]?: number } {
  return (isWhole(value, least, most) ? { [name]: value } : {}) as { [key in Name]?: number }
}
function sureOf(value: unknown): { sure?: Certainty } {
  const sure = CERTAINTIES.find(one => one === value)
  return sure ? { sure } : {}
}
type Loose = Readonly<Record<string, unknown>>
function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Answers hold ids, and words that a learner typed. */
function responses(value: unknown): string[] | undefined {
  const isEntry = (entry: unknown) => typeof entry === 'string' && entry.length <= LONGEST && !entry.includes('\u0000')
  return Array.isArray(value) && value.length <= 100 && value.every(isEntry) ? [...value] : undefined
}

function decodeDrawn(value: unknown): Drawn | undefined {
  if (!isObject(value) || !isWord(value.question) || !isWhole(value.revision, 1)) return undefined
  const choices = words(value.choices)
  return choices && { question: value.question, revision: value.revision, choices }
}

function decodeDraw(value: unknown): Draw | undefined {
  if (!isObject(value) || value.generator !== GENERATOR || !isWord(value.seed)) return undefined
  if (!Array.isArray(value.items) || value.items.length > 500) return undefined
  const items = value.items.map(decodeDrawn)
  return items.every(item => item !== undefined) ? { generator: GENERATOR, seed: value.seed, items } : undefined
}

function decodeHappened(value: Loose): Happened | undefined {
  const { type, attempt, question, module } = value
  if (type === 'recovered') return decodeRecovered(value)
  if (type === 'acknowledged') return decodeAcknowledged(value)
  if (!isWord(attempt)) return undefined
  if (type === 'started') {
    const draw = decodeDraw(value.draw)
    const { behaviour, page } = value
    const known = BEHAVIOURS.find(name => name === behaviour)
    if (!draw || !isWord(module) || !isWord(page) || !known) return undefined
    return { type, attempt, behaviour: known, module, page, draw, ...whole('limit', value.limit, 1, 1e6) }
  }
  if (type === 'redrawn') {
    const draw = decodeDraw(value.draw)
    return draw && { type, attempt, draw }
  }
  if (type === 'finished') {
    return isWhole(value.percent, 0, 100) && isWhole(value.pass, 0, 100)
      ? { type, attempt, percent: value.percent, pass: value.pass, ...(value.barred === true && { barred: true }) }
      : undefined
  }
  const response = responses(value.response)
  if (!response || !isWord(question)) return undefined
  const certain = sureOf(value.sure)
  if (type === 'chose') return { type, attempt, question, response, ...certain }
  if (type !== 'answered') return undefined
  const { revision, earned, possible, try: turn } = value
  if (!isWhole(revision, 1) || !isWhole(turn, 1) || !isWhole(possible, 1, 1000) || !isWhole(earned, 0, possible)) return undefined
  return {
    type,
    attempt,
    question,
    revision,
    try: turn,
    response,
    earned,
    possible,
    ...certain,
    ...whole('hints', value.hints, 0, 100),
    ...whole('took', value.took, 0, 1e6)
  }
}

function decodeAcknowledged({ page, revision, lang, hash }: Loose): Happened | undefined {
  if (!isWord(page) || !isWhole(revision, 1, 1e6) || !isWord(lang) || !isWord(hash)) return undefined
  return { type: 'acknowledged', page, revision, lang, hash }
}

function decodeRecovered(value: Loose): Happened | undefined {
  if (!Array.isArray(value.modules) || value.modules.length > 1000) return undefined
  const modules = value.modules.map((entry: unknown) =>
    isObject(entry) && isWord(entry.module) && isWhole(entry.best, 0, 100) && typeof entry.passed === 'boolean'
      ? { module: entry.module, best: entry.best, passed: entry.passed }
      : undefined
  )
  return modules.every(entry => entry !== undefined) ? { type: 'recovered', modules } : undefined
}

/**
 * Reads an event from storage or a file, which may hold anything. The result is built anew from the fields that are
 * known and well formed; anything else gives undefined, and the caller keeps the original aside.
 */
export function decodeEvent(value: unknown): LogEvent | undefined {
  if (!isObject(value) || value.v !== FORMAT || !isWord(value.id) || !isWord(value.device)) return undefined
  if (!isWhole(value.at) || !isWhole(value.zone, -1000, 1000)) return undefined
  const happened = decodeHappened(value)
  return happened && { ...happened, v: FORMAT, id: value.id, at: value.at, zone: value.zone, device: value.device }
}
