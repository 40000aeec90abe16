/** Every text that an author wrote in `content/`, with its place. Pages are read as runs of words. */
import { LANGS, type Lang, otherLang } from '../lang/text.ts'
import type { Library } from './library.ts'
import { outlineOf } from './outline.ts'
import type { Spot } from './problem.ts'
import type { Trail } from './read.ts'

export interface Told {
  readonly lang: Lang
  readonly text: string
  /** The same text in the other language, where the two stand side by side. */
  readonly other?: string
  spot(): Spot
}

function* below(value: unknown, trail: Trail, spot: (trail: Trail) => Spot): Iterable<Told> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, child] of Object.entries(value)) {
    if (key === 'quote') continue // verbatim, whatever its punctuation
    const here = [...trail, Array.isArray(value) ? Number(key) : key]
    const lang = LANGS.find(lang => lang === key)
    if (lang === undefined) {
      yield* below(child, here, spot)
    } else if (typeof child === 'string') {
      const other: unknown = Reflect.get(value, otherLang(lang))
      yield { lang, text: child, spot: () => spot(here), ...(typeof other === 'string' ? { other } : {}) }
    } else if (Array.isArray(child)) {
      for (const [index, text] of child.entries()) {
        if (typeof text === 'string') yield { lang, text, spot: () => spot([...here, index]) }
      }
    }
  }
}

/** The texts of the YAML files. */
export function* textsOf(library: Library): Iterable<Told> {
  const lists: [string, readonly { id: string }[]][] = [
    ['rule', [...library.rules.values()]],
    ['phrase', library.phrases],
    ['question', library.questions],
    ['module', library.modules],
    ['path', library.paths],
    ['exam', library.exams],
    ['group', library.groups],
    ['checklist', library.checklists],
    ['form', library.forms]
  ]
  for (const [type, entries] of lists) {
    for (const entry of entries) yield* below(entry, [], trail => library.spot(`${type}:${entry.id}`, trail))
  }
  for (const topic of library.topics) yield* below({ title: topic.title }, [], trail => library.spot(`topic:${topic.id}`, trail))
}

/** The words of the pages: frontmatter, prose, and the texts given to components. */
export function* pageTextsOf(library: Library): Iterable<Told> {
  for (const page of library.pages) {
    const { lang, front, file } = page
    const at = (...trail: Trail) => library.spot(`page:${lang}/${page.id}`, trail)
    yield { lang, text: front.title, spot: () => at('title') }
    yield { lang, text: front.summary, spot: () => at('summary') }
    for (const [index, change] of front.changes.entries()) yield { lang, text: change.what, spot: () => at('changes', index, 'what') }
    const outline = outlineOf(page)
    for (const run of outline.runs) yield { lang, text: run.text.replace(/\s*\[#[^\]]*\]\s*$/, ''), spot: () => ({ file, line: run.line }) }
    for (const part of outline.parts) {
      if (part.type !== 'element') continue
      for (const { name, value, line } of part.properties) {
        if (value && SPOKEN.has(name)) yield { lang, text: value, spot: () => ({ file, line }) }
      }
    }
  }
}

/** Properties that a reader sees. */
const SPOKEN = new Set(['dont', 'say', 'why', 'who'])
