/**
 * Search as a reader meets it: the own language, and the other one where a word of it was typed. A part of the handbook
 * is one answer, whichever language it was found in.
 */
import type { Lang } from '../lang/text.ts'
import { type Answer, answer, type Marks, mark, marksOf, type Piece } from './answer.ts'
import { type Answered, Index } from './index.ts'
import { type Packed, pageOf, type Section, unpack, type Vocabulary } from './section.ts'
import { Shards } from './shards.ts'

export interface Result {
  readonly path: string
  readonly title: readonly Piece[]
  /** The title as text. */
  readonly name: string
  readonly page: string
  readonly group: string
  readonly answer: Answer
  /** The language of the answer. */
  readonly lang: Lang
}

export interface Found {
  readonly paths: readonly string[]
  /** Whether the other language might know what this one doesn’t. */
  readonly wantsOther: boolean
}

interface Asked {
  readonly index: Index
  readonly answered: Answered
  readonly marks: Marks
}

/** The reader's own language counts a little more. */
const OWN = 1.1

export class Lookup {
  readonly #own: Index
  readonly #load
  readonly #shards: Shards[] = []
  readonly #words
  #other: Index | undefined
  #asked: readonly Asked[] = []

  /** `load` gets the files of a handbook that is too large to come as a whole. */
  constructor(
    packed: Packed,
    words: Vocabulary,
    load: (lang: Lang, name: string) => Promise<unknown> = () => Promise.reject(new Error('No files'))
  ) {
    this.#load = load
    this.#words = words
    this.#own = this.#open(new Index(unpack(packed, words)))
  }

  #open(index: Index): Index {
    if (index.far) this.#shards.push(new Shards(index, name => this.#load(index.lang, name)))
    return index
  }

  get lang(): Lang {
    return this.#own.lang
  }

  /** Those that are here. */
  get sections(): readonly Section[] {
    return this.#own.sections.filter(section => section !== undefined)
  }

  /** Whether a question has to be prepared: the handbook is too large to be here as a whole. */
  get isFar(): boolean {
    return this.#shards.length > 0
  }

  /** Loads what this question needs. */
  async prepare(query: string): Promise<void> {
    await Promise.all(this.#shards.map(shards => shards.prepare(query)))
  }

  /** The text of the other language has come. */
  join(packed: Packed): void {
    if (this.#other) return
    this.#other = this.#open(new Index(unpack(packed, this.#words)))
    this.#other.isOwn = false
  }

  /** Adds one more section to what can be found; false when all are there. */
  grow(): boolean {
    return this.#own.grow() || (this.#other?.grow() ?? false)
  }

  #ask(index: Index, query: string): Asked {
    const answered = index.ask(query)
    return { index, answered, marks: marksOf(answered.asked.concepts, answered.tokens) }
  }

  ask(query: string): Found {
    const own = this.#ask(this.#own, query)
    const wantsOther = !this.#own.understands(own.answered.asked)
    this.#asked = wantsOther && this.#other ? [own, this.#ask(this.#other, query)] : [own]
    const scores = new Map<string, number>()
    for (const { index, answered } of this.#asked) {
      for (const { section, score } of answered.found) {
        if (this.#own.sectionAt(section.path))
          scores.set(section.path, Math.max(scores.get(section.path) ?? 0, score * (index === this.#own ? OWN : 1)))
      }
    }
    const paths = [...scores].sort(([, a], [, b]) => b - a).map(([path]) => path)
    return { paths, wantsOther: wantsOther && !this.#other }
  }

  /** Sections that come nearest, when nothing was found; they are shown in the reader's own language. */
  nearest(query: string): string[] {
    this.#asked = this.#asked.slice(0, 1)
    return this.#own.nearest(query).map(({ section }) => section.path)
  }

  /** What is shown of a section that was found by the last question. */
  show(path: string): Result | undefined {
    const section = this.#own.sectionAt(path)
    const [own, other] = this.#asked
    if (!section || !own) return
    const { title, page, group } = section
    // A part that is only a heading here: what its page is about.
    const found = answer(section.lines.length > 0 ? section : (this.#own.sectionAt(pageOf(path)) ?? section), own.marks)
    const shown = { path, title: mark(title, own.marks), name: title, page, group }
    const foreign = other?.index.sectionAt(path)
    const isOwn = found.pieces.some(({ hit }) => hit) || !foreign || !other
    return isOwn ? { ...shown, answer: found, lang: this.lang } : { ...shown, answer: answer(foreign, other.marks), lang: other.index.lang }
  }
}
