/** The judged queries, the real handbook to ask them of, and how well it answered. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { readLibrary } from '../../src/authoring/library.ts'
import { isLang, type Lang, otherLang } from '../../src/lang/text.ts'
import { Lookup } from '../../src/search/lookup.ts'
import { searchText, searchWords } from '../../src/site/searchText.ts'
import { type Shelf, shelfOf } from '../../src/site/shelf.ts'

export interface Judged {
  readonly type: string
  readonly lang: Lang
  readonly query: string
  readonly want: readonly string[]
}

interface Written {
  readonly lang: string
  readonly queries: Readonly<Record<string, readonly string[]>>
}

export function judgedIn(file: string): Judged[] {
  const written: Record<string, Written> = parse(readFileSync(join(import.meta.dirname, file), 'utf8'))
  return Object.entries(written).flatMap(([type, { lang, queries }]) =>
    Object.entries(queries).map(([query, want]) => {
      if (!isLang(lang)) throw new Error(`${type} has no language`)
      return { type, lang, query, want }
    })
  )
}

const KINDS: Readonly<Record<string, string>> = {
  form: 'tools/forms/',
  checklist: 'tools/checklists/',
  module: 'modules/'
}

/** Whether a section is one of those that answer. */
export function isWanted(path: string, want: readonly string[]): boolean {
  return want.some(name => {
    const [kind = '', id = ''] = name.split(':')
    if (name.includes(':')) return path === (kind === 'tool' ? (id === 'rules' ? 'rules/' : `tools/${id}/`) : `${KINDS[kind]}${id}/`)
    const [page = '', part] = name.split('#')
    return part === undefined ? path.startsWith(`handbook/${page}/`) : path === `handbook/${page}/#${part}`
  })
}

let shelf: Shelf | undefined
export function theShelf(): Shelf {
  shelf ??= shelfOf(readLibrary(join(import.meta.dirname, '../..')))
  return shelf
}

/** The search of a reader of each language, with all that it may load. */
export function lookups(): Record<Lang, Lookup> {
  const shelf = theShelf()
  const words = searchWords(shelf)
  const make = (lang: Lang) => {
    const lookup = new Lookup(searchText(shelf, lang), words)
    lookup.join(searchText(shelf, otherLang(lang)))
    while (lookup.grow());
    return lookup
  }
  return { zh: make('zh'), en: make('en') }
}

export interface Figures {
  readonly type: string
  readonly queries: number
  readonly hit1: number
  readonly hit3: number
  readonly rank: number
  readonly nothing: number
}

export function figuresOf(type: string, judged: readonly Judged[], answers: readonly (readonly string[])[]): Figures {
  const places = judged.map(({ want }, index) => (answers[index] ?? []).findIndex(path => isWanted(path, want)))
  const share = (is: (place: number) => boolean) => places.filter(is).length / judged.length
  return {
    type,
    queries: judged.length,
    hit1: share(place => place === 0),
    hit3: share(place => place >= 0 && place < 3),
    rank: places.reduce((sum, place) => sum + (place < 0 ? 0 : 1 / (place + 1)), 0) / judged.length,
    nothing: answers.filter(paths => paths.length === 0).length / judged.length
  }
}

/** For each type of query, and for all of them at the end. */
export function figuresByType(judged: readonly Judged[], search: Record<Lang, Lookup>): Figures[] {
  const answers = judged.map(({ lang, query }) => search[lang].ask(query).paths)
  const types = [...new Set(judged.map(({ type }) => type))]
  const of = (type?: string) => {
    const is = (_: unknown, index: number) => type === undefined || judged[index]?.type === type
    return figuresOf(type ?? 'all', judged.filter(is), answers.filter(is))
  }
  return [...types.map(type => of(type)), of()]
}
