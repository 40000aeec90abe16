/**
 * A large handbook in files: what its tokens say, by how they begin, and the text of a few sections in each. A question
 * then loads a handful of small files, however many sections there are.
 */
import type { Index } from './index.ts'
import type { Asked } from './query.ts'
import { type Packed, type Section, unpack } from './section.ts'

/** More than this, and a handbook is far. */
export const NEAR = 500
/** Sections in one file of text. */
export const TOGETHER = 16
/** Sections for each file of tokens: the more there are, the more files, so that none grows. */
export const FOR_ONE = 32
/** Weights travel as whole numbers. */
export const SCALE = 20
/** Sections whose text is loaded for one question. */
const SHOWN = 6

/** The file of a token. Tokens that begin alike stand together: a half typed word finds its ends in one file. */
export function shardOf(token: string, shards: number): number {
  const start = /^[a-z]/.test(token) ? token.slice(0, 2) : token.slice(0, 1)
  let hash = 0
  for (const sign of start) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) % 65_521
  return hash % shards
}

/** `name` is below the folder of the language’s search: `terms/12`, `text/3`, `words/j`. */
export type Load = (name: string) => Promise<unknown>

/** Numbers of sections as steps, weights as whole numbers. */
export type PackedLists = Readonly<Record<string, readonly number[]>>

function unpackList(steps: readonly number[]): number[] {
  let section = 0
  return steps.map((number, index) => {
    if (index % 2 === 1) return number / SCALE
    section += number
    return section
  })
}

export function unpackLists(packed: PackedLists): Record<string, number[]> {
  return Object.fromEntries(Object.entries(packed).map(([token, steps]) => [token, unpackList(steps)]))
}

function tokensIn({ concepts }: Asked): string[] {
  return concepts.flatMap(({ forms }) => forms.flatMap(({ tokens }) => tokens))
}

/** Loads what one question needs; what has come stays. */
export class Shards {
  readonly #index: Index
  readonly #load: Load
  readonly #coming = new Map<string, Promise<void>>()

  constructor(index: Index, load: Load) {
    this.#index = index
    this.#load = load
  }

  #get(name: string, take: (file: unknown) => void): Promise<void> {
    const coming = this.#coming.get(name) ?? this.#load(name).then(take)
    this.#coming.set(name, coming)
    // What did not come is asked for again the next time.
    coming.catch(() => this.#coming.delete(name))
    return coming
  }

  async #tokens(asked: Asked): Promise<void> {
    const { shards = 1 } = this.#index.far ?? {}
    const names = new Set(tokensIn(asked).map(token => `terms/${shardOf(token, shards)}`))
    await Promise.all([...names].map(name => this.#get(name, file => this.#index.learn(unpackLists(file as PackedLists)))))
  }

  async #words({ concepts, joined }: Asked): Promise<void> {
    if (this.#index.lang !== 'zh') return
    const letters = [joined?.letters, ...concepts.map(concept => concept.letters)]
    const names = new Set(letters.flatMap(word => (word && /^[a-z]/.test(word) ? `words/${word.charAt(0)}` : [])))
    await Promise.all([...names].map(name => this.#get(name, file => this.#index.learnWords(file as string[]))))
  }

  async #texts(asked: Asked): Promise<void> {
    const names = new Set(this.#index.best(asked, SHOWN).map(number => Math.floor(number / TOGETHER)))
    await Promise.all([...names].map(part => this.#get(`text/${part}`, file => this.#place(part, file as Packed))))
  }

  #place(part: number, packed: Packed): void {
    for (const [index, section] of unpack(packed).sections.entries()) this.#index.place(part * TOGETHER + index, section as Section)
  }

  async prepare(query: string): Promise<void> {
    await this.#words(this.#index.read(query))
    const asked = this.#index.read(query)
    await this.#tokens(asked)
    await this.#texts(asked)
  }
}
