/**
 * The index of one language, built on the reader's device from the text. It grows section by section, so that whoever
 * builds it can pause, and what is in it already can be found.
 */
import { Ear, type Heard, readingsOf } from './pinyin.ts'
import { add, empty, isNear, score } from './postings.ts'
import { type Asked, type Concept, conceptOf, formOf, type Known, knownOf, read } from './query.ts'
import { type Ranked, type Reach, rank, reachOf, type Shelf } from './rank.ts'
import type { Section, Sections } from './section.ts'
import { fold, tokensOf, wordOf } from './tokens.ts'

export interface Found {
  readonly section: Section
  readonly score: number
}

export interface Answered {
  readonly asked: Asked
  readonly found: readonly Found[]
  /** Tokens of the index that were taken for what was typed: inflected, mistyped or half typed. */
  readonly tokens: ReadonlySet<string>
}

/** The parts of a section that count differently, as `add` weighs them. */
export function partsOf({ title, page, lines }: Section): string[] {
  return [title, lines.flatMap(({ name }) => name ?? []).join('\n'), page, lines.map(({ text }) => text).join('\n')]
}

/** How far a token is the one that was typed. */
const BEGUN = 0.6
const MISTYPED = 0.5
/** Tokens that were looked up further than others are kept apart from them. */
const MARK: Readonly<Record<Reach, string>> = { exact: '', typed: '~', open: '…' }
const NOTHING: Known = { phrases: [], words: new Set(), entries: new Map() }
const HEARD = { whole: 1, begun: 0.85, first: 0.7 } as const
/** What was found for a token is kept, and forgotten when there are too many. */
const KEPT = 400

/** A page tells what to do; a module is a way to learn it. */
function likelyOf(path: string): number {
  if (/^(handbook|tools)\//.test(path)) return path.startsWith('handbook/about/') ? 0.8 : 1
  return 0.75
}

export class Index {
  readonly lang
  /** By their numbers; of a far handbook only those that have come. */
  readonly sections: (Section | undefined)[]
  readonly far
  /** False for the other language of a reader, whose letters are hardly the first ones of Chinese words. */
  isOwn = true
  readonly #synonyms
  #known: Known | undefined
  readonly #simplified: ReadonlyMap<string, string>
  readonly #ear: Ear
  readonly #numbers = new Map<string, number>()
  readonly #postings = empty()
  readonly #texts = new Map<number, { title: string; text: string }>()
  readonly #scores = new Map<string, ReadonlyMap<number, number>>()
  readonly #near = new Map<string, ReadonlyMap<string, number>>()
  #latin: readonly string[] | undefined
  readonly #shelf: Shelf

  constructor({ lang, sections, synonyms, characters, far }: Sections) {
    this.lang = lang
    this.far = far
    this.sections = []
    for (const [index, section] of sections.entries()) this.place(far?.numbers[index] ?? index, section)
    if (far) this.#postings.size = far.size
    this.#synonyms = synonyms
    const signs = [...characters.traditional]
    this.#simplified = new Map(signs.flatMap((sign, index) => (index % 2 === 0 ? [[sign, signs[index + 1] ?? sign]] : [])))
    this.#ear = new Ear(readingsOf(characters))
    if (lang === 'zh') this.#ear.add(...synonyms.flatMap(({ zh }) => zh.map(text => ({ text, weight: 2 }))))
    this.#shelf = {
      size: () => this.#postings.size,
      find: (token, reach) => this.#find(token, reach),
      holds: (section, phrase) => {
        const { title = '', text = '' } = this.#texts.get(section) ?? {}
        return title.includes(phrase) ? 'title' : text.includes(phrase) ? 'text' : undefined
      },
      likely: section => likelyOf(this.sections[section]?.path ?? ''),
      numberOf: path => this.#numbers.get(path)
    }
  }

  #words(): Known {
    this.#known ??= knownOf(this.#synonyms)
    return this.#known
  }

  /** Puts a section in its place, where it can be shown. */
  place(number: number, section: Section): void {
    this.sections[number] = section
    this.#numbers.set(section.path, number)
    if (this.far) this.#note(number, section)
  }

  #note(number: number, { title, lines }: Section): { title: string; text: string } {
    const names = lines.flatMap(({ name }) => name ?? [])
    const note = { title: fold([title, ...names].join('\n')), text: fold(lines.map(({ text }) => text).join('\n')) }
    this.#texts.set(number, note)
    return note
  }

  /** Adds the next section to what can be found; false when all are there. */
  grow(): boolean {
    const number = this.#postings.size
    const section = this.far ? undefined : this.sections[number]
    if (!section) return false
    if (number === 0) this.#words()
    add(this.#postings, partsOf(section).map(tokensOf))
    const { title, text } = this.#note(number, section)
    if (this.lang === 'zh') this.#ear.add({ text: title, weight: 6 }, { text, weight: 1 })
    this.#forget()
    return true
  }

  /** Adds what a file of a far handbook says of some tokens. */
  learn(lists: Readonly<Record<string, number[]>>): void {
    for (const [token, list] of Object.entries(lists)) this.#postings.lists.set(token, list)
    this.#forget()
  }

  /** Adds words that letters may stand for. */
  learnWords(words: readonly string[]): void {
    this.#ear.add(...words.map(text => ({ text, weight: 1 })))
  }

  #forget(): void {
    this.#scores.clear()
    this.#near.clear()
    this.#latin = undefined
  }

  /** The words of the index that are not Chinese. */
  #spelt(): readonly string[] {
    this.#latin ??= [...this.#postings.lists.keys()].filter(token => /^[a-z]/.test(token))
    return this.#latin
  }

  /** The tokens of the index that may stand for one, each as far as it is the one. */
  #nearTo(token: string, reach: Reach): ReadonlyMap<string, number> {
    const { lists } = this.#postings
    const near = new Map<string, number>()
    if (lists.has(token)) near.set(token, 1)
    if (/^\p{Script=Han}$/u.test(token)) {
      // Every pair begins with a character, so the pairs that begin with this one are all its places.
      for (const other of lists.keys()) if (other.startsWith(token)) near.set(other, 1)
    } else if (reach !== 'exact' && /^[a-z]/.test(token)) {
      if (reach === 'open' && token.length > 1)
        for (const other of this.#spelt()) if (other !== token && other.startsWith(token)) near.set(other, BEGUN)
      if (near.size === 0 && token.length > 3) {
        const most = token.length > 5 ? 2 : 1
        for (const other of this.#spelt())
          if (other.length > 2 && isNear(token, other, most)) near.set(other, MISTYPED / (isNear(token, other, 1) ? 1 : 2))
      }
    }
    return near
  }

  #find(token: string, reach: Reach): ReadonlyMap<number, number> {
    const key = token + MARK[reach]
    const known = this.#scores.get(key)
    if (known) return known
    if (this.#scores.size > KEPT) this.#scores.clear()
    const near = this.#nearTo(token, reach)
    const found = score(this.#postings, near)
    this.#near.set(key, near)
    this.#scores.set(key, found)
    return found
  }

  #knows(token: string): boolean {
    return this.#postings.lists.has(token)
  }

  /** What letters may stand for: Chinese words, and what the synonyms know of them. */
  #meant({ how, words }: Heard): Concept {
    const most = words[0]?.count ?? 1
    const concepts = words.map(({ word, count }) => {
      const weight = HEARD[how] * (0.6 + (0.4 * count) / most)
      const entry = this.#words().entries.get(word)
      return entry ? conceptOf(word, entry, weight) : { forms: [formOf(word, weight)], see: [] }
    })
    return { forms: concepts.flatMap(({ forms }) => forms), see: concepts[0]?.see ?? [] }
  }

  /** Adds the Chinese words that letters may stand for. */
  #listen(asked: Asked): Asked {
    if (this.lang !== 'zh') return asked
    const { joined } = asked
    const whole = joined && this.#ear.hear(joined.letters)
    if (joined && whole && whole.how !== 'first') {
      const concepts = [...asked.concepts.slice(0, joined.from), this.#meant(whole), ...asked.concepts.slice(joined.to)]
      return { whole: asked.whole, concepts }
    }
    return { ...asked, concepts: asked.concepts.flatMap(concept => this.#listenTo(concept)) }
  }

  /** One concept, or one for each word in a row of letters. */
  #listenTo(concept: Concept): Concept[] {
    const { letters } = concept
    if (letters === undefined || this.#knows(wordOf(letters))) return [concept]
    const row = this.#ear.hearRow(letters)
    if (row && row.length > 1) return row.map(heard => this.#meant(heard))
    const heard = row?.[0] ?? this.#ear.hear(letters)
    if (!heard || (heard.how === 'first' && !this.isOwn)) return [concept]
    const { forms, see } = this.#meant(heard)
    return [{ ...concept, forms: [...concept.forms, ...forms], see: [...concept.see, ...see] }]
  }

  read(query: string): Asked {
    return this.#listen(read(query, this.#synonyms, this.#words(), this.#simplified, word => this.#knows(word)))
  }

  /** Whether everything that was typed is known here: as a word, through a synonym or in letters. */
  understands({ concepts }: Asked): boolean {
    const isKnown = (token: string, open: boolean) =>
      this.#knows(token) || (open && [...this.#nearTo(token, 'open').values()].includes(BEGUN))
    return concepts.every(
      ({ forms, see }) => see.length > 0 || forms.some(({ tokens, open = false }) => tokens.some(token => isKnown(token, open)))
    )
  }

  sectionAt(path: string): Section | undefined {
    return this.sections[this.#numbers.get(path) ?? -1]
  }

  /** Sections with any of the characters, or with words that begin alike. */
  nearest(query: string): Found[] {
    const { whole } = read(query, [], NOTHING, this.#simplified)
    const forms = [...new Set(whole.match(/\p{Script=Han}|[a-z]{3}/gu) ?? [])]
      .slice(0, 12)
      .map(part => ({ ...formOf(part, 1), typed: true, open: true }))
    const concepts = forms.map(form => ({ forms: [form], see: [] }))
    return this.#placed(rank({ whole, concepts }, this.#shelf))
  }

  #placed(ranked: readonly Ranked[]): Found[] {
    return ranked.flatMap(({ section: number, score }) => {
      const section = this.sections[number]
      return section ? [{ section, score }] : []
    })
  }

  /** The numbers of the sections that answer best, whether they are here or not. */
  best(asked: Asked, most: number): number[] {
    return rank(asked, this.#shelf)
      .slice(0, most)
      .map(({ section }) => section)
  }

  ask(query: string): Answered {
    const asked = this.read(query)
    const ranked = rank(asked, this.#shelf)
    const keys = asked.concepts.flatMap(({ forms }) => forms.flatMap(form => form.tokens.map(token => token + MARK[reachOf(form)])))
    return {
      asked,
      found: this.#placed(ranked),
      tokens: new Set(keys.flatMap(key => [...(this.#near.get(key)?.keys() ?? [])]))
    }
  }
}
