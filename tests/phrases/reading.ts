/** How well the phrase check reads labelled utterances: for its tests and its report. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { check, type Marked } from '../../src/phrases/check.ts'
import { SAID_IN_CHINESE } from '../../src/phrases/chineseMore.ts'
import { SAID_IN_ENGLISH } from '../../src/phrases/englishMore.ts'
import type { Phrase } from '../../src/phrases/phrase.ts'

const read = (path: string) => parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

export const phrases: readonly Phrase[] = read('../../content/phrases.yaml')

/** The lists, each with what it is to the rules. */
export const LISTS = {
  tuned: './utterances.yaml',
  second: './utterances.second.yaml',
  unseen: './utterances.unseen.yaml'
} as const
export type List = keyof typeof LISTS

/** By language, then by phrase or `fine`. */
type Labelled = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

export const listOf = (list: List): Labelled => read(LISTS[list])

export const checked = (text: string): Marked[] => check(text, { zh: SAID_IN_CHINESE, en: SAID_IN_ENGLISH }, phrases)

export interface Reading {
  readonly said: number
  readonly fine: number
  /** Utterances that break a phrase and were marked. */
  readonly found: number
  /** Those in which the phrase that is broken was named. */
  readonly named: number
  readonly missed: readonly string[]
  /** Utterances that are fine and were marked. */
  readonly wrong: readonly string[]
  readonly precision: number
  readonly recall: number
}

export function readingOf(labelled: Labelled[string]): Reading {
  const { fine = [], ...broken } = labelled
  const said = Object.entries(broken).flatMap(([phrase, texts]) => texts.map(text => ({ phrase, text, marks: checked(text) })))
  const found = said.filter(({ marks }) => marks.length > 0)
  const wrong = fine.filter(text => checked(text).length > 0)
  return {
    said: said.length,
    fine: fine.length,
    found: found.length,
    named: found.filter(({ phrase, marks }) => marks.some(mark => mark.phrase === phrase)).length,
    missed: said.filter(({ marks }) => marks.length === 0).map(({ text }) => text),
    wrong,
    precision: found.length / (found.length + wrong.length),
    recall: found.length / said.length
  }
}
