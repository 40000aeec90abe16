/** What is searched: the parts of the handbook's pages and its tools, each with an address of its own. */
import type { Lang } from '../lang/text.ts'

/**
 * What a line is to a reader: the standard's own, our reading of a damaged place, advice, a gap in the source, something
 * never to be said, or something that may be said instead. Nothing: the handbook's own prose.
 */
export type LineKind = 'standard' | 'reading' | 'advice' | 'gap' | 'dont' | 'say'

/** One paragraph, rule, step or row of a section. */
export interface Line {
  readonly text: string
  /** Id of the rule or the step within the page, where it has one. */
  readonly anchor?: string
  /** Name of the rule, or what else a tool is called: a second title. */
  readonly name?: string
  readonly kind?: LineKind
}

export interface Section {
  /** Address below the language: `handbook/visit/after/#form`. The same in both languages. */
  readonly path: string
  readonly title: string
  /** Title of the page it is a part of; empty for a page itself. */
  readonly page: string
  /** The chapter, or what kind of thing it is. */
  readonly group: string
  readonly lines: readonly Line[]
}

/** Words for one thing: whichever is typed, the others are looked for too. */
export interface Synonyms {
  readonly zh: readonly string[]
  readonly en: readonly string[]
  /** Paths of sections that answer, whatever words they use. */
  readonly see: readonly string[]
  /** A number with so many digits means the same. */
  readonly digits?: number
}

/** How characters are written and read, for those that occur in the handbook. */
export interface Characters {
  /** Pairs of a Traditional character and its Simplified one, in a row. */
  readonly traditional: string
  /** Each reading with its characters: `jin 金进`, one after the other with a comma. */
  readonly readings: string
}

/** All that is searched in one language. */
export interface Sections {
  readonly lang: Lang
  readonly sections: readonly Section[]
  readonly synonyms: readonly Synonyms[]
  readonly characters: Characters
  readonly far?: Far
}

/** A handbook too large to be loaded as a whole: how many sections it has, and in how many files their tokens stand. */
export interface Far {
  readonly size: number
  readonly shards: number
  /** The numbers of those sections that are here. */
  readonly numbers: readonly number[]
}

export type PackedLine = string | readonly [text: string, anchor: string, name?: string]

/** The text of one language as it travels: no names of keys, each title and group once. */
export interface Packed {
  readonly lang: Lang
  readonly groups: readonly string[]
  readonly sections: readonly (readonly [path: string, title: string, group: number, lines: readonly PackedLine[]])[]
  readonly far?: Far
}

/** What both languages share as it travels. */
export interface Vocabulary {
  /**
   * A line for each entry: Chinese, English, the numbers of sections, digits, with tabs between them and bars between the words
   * of each. A section has the same number in both languages.
   */
  readonly synonyms: string
  /** The readings, where a character has its Traditional forms behind it, each after a `<`: `jin 金进<進`. */
  readonly characters: string
}

export const NO_WORDS: Vocabulary = { synonyms: '', characters: '' }

/** A line's kind is the first sign of its text. What begins so by itself has a space before it. */
const SIGNS: Readonly<Record<LineKind, string>> = { standard: '=', reading: '~', advice: '+', gap: '?', dont: '!', say: '>' }
const KINDS = new Map(Object.entries(SIGNS).map(([kind, sign]) => [sign, kind as LineKind]))

export function packText({ text, kind }: Line): string {
  if (kind) return SIGNS[kind] + text
  return KINDS.has(text.charAt(0)) ? ` ${text}` : text
}

function unpackLine(packed: PackedLine): Line {
  const [text, anchor, name] = typeof packed === 'string' ? [packed] : packed
  const kind = KINDS.get(text.charAt(0))
  return {
    text: kind ? text.slice(1) : text.trimStart(),
    ...(anchor && { anchor }),
    ...(name !== undefined && { name }),
    ...(kind && { kind })
  }
}

function unpackCharacters(packed: string): Characters {
  const forms = [...packed.matchAll(/(.)((?:<.)+)/gu)].flatMap(([, simple, all = '']) =>
    [...all.replaceAll('<', '')].map(one => one + simple)
  )
  return { traditional: forms.join(''), readings: packed.replace(/<./gu, '') }
}

function unpackSynonyms(packed: string, pathOf: (number: number) => string | undefined): Synonyms[] {
  return packed
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const [zh = [], en = [], see = [], digits = []] = line.split('\t').map(field => field.split('|').filter(word => word !== ''))
      const paths = see.flatMap(number => pathOf(Number(number)) ?? [])
      return { zh, en, see: paths, ...(digits[0] && { digits: Number(digits[0]) }) }
    })
}

export function unpack({ lang, groups, sections, far }: Packed, { synonyms, characters }: Vocabulary = NO_WORDS): Sections {
  let page = { path: '', title: '' }
  const whole = sections.map(([path, title, group, lines]): Section => {
    // A part stands after its page.
    const isPart = path.startsWith('#')
    if (!isPart) page = { path, title }
    return {
      path: isPart ? page.path + path : path,
      title,
      page: isPart ? page.title : '',
      group: groups[group] ?? '',
      lines: lines.map(unpackLine)
    }
  })
  return {
    lang,
    sections: whole,
    synonyms: unpackSynonyms(synonyms, number => whole[far ? far.numbers.indexOf(number) : number]?.path),
    characters: unpackCharacters(characters),
    ...(far && { far })
  }
}

/** The address of the page that a section is a part of. */
export function pageOf(path: string): string {
  return path.split('#')[0] ?? path
}
