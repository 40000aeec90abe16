/** All that search needs of one language, as the browser loads it. Build time only. */
import type { Lang } from '../lang/text.ts'
import { pack, packWords } from '../search/pack.ts'
import type { Characters, Packed, Section, Sections, Synonyms, Vocabulary } from '../search/section.ts'
import { pageAddress } from './address.ts'
import { charactersIn } from './characters.ts'
import { head, isFar, shardsOf } from './searchShards.ts'
import { sectionsOf } from './sections.ts'
import type { Shelf } from './shelf.ts'

/** The path of the section that `see` names: a page, a part of one, or the part that teaches a rule. */
function pathOf(name: string, sections: readonly Section[], shelf: Shelf): string | undefined {
  const below = (page: string, anchor?: string) => pageAddress('zh', page, anchor).replace('/zh/', '')
  const rule = shelf.rule(name)
  if (!rule) return below(...(name.split('#') as [string, string?]))
  const home = shelf.homeOf(name)
  const start = home && below(home)
  return sections.find(({ path, lines }) => start && path.startsWith(start) && lines.some(({ anchor }) => anchor === name))?.path
}

export function synonymsOf(shelf: Shelf, sections: readonly Section[]): Synonyms[] {
  return shelf.library.synonyms.map(({ zh, en, see = [], digits }) => ({
    zh,
    en,
    see: [...new Set(see.flatMap(name => pathOf(name, sections, shelf) ?? []))],
    ...(digits !== undefined && { digits })
  }))
}

/** The characters of both: a word of Chinese may be typed on an English page. */
function charactersOf(sections: readonly Section[], synonyms: readonly Synonyms[]): Characters {
  return charactersIn([
    ...sections.flatMap(({ title, lines }) => [title, ...lines.flatMap(({ text, name = '' }) => [name, text])]),
    ...synonyms.flatMap(({ zh }) => zh)
  ])
}

/** `lang` has the sections; synonyms and characters are the same for both. */
export function searched(shelf: Shelf, lang: Lang): Sections {
  const sections = sectionsOf(shelf, lang)
  const chinese = lang === 'zh' ? sections : sectionsOf(shelf, 'zh')
  const synonyms = synonymsOf(shelf, sections)
  return { lang, sections, synonyms, characters: charactersOf(chinese, synonyms) }
}

/** The text of one language: of a large handbook only what synonyms lead to. */
export function searchText(shelf: Shelf, lang: Lang): Packed {
  const all = searched(shelf, lang)
  return isFar(all.sections) ? head(all) : pack(all)
}

export function searchWords(shelf: Shelf): Vocabulary {
  return packWords(searched(shelf, 'zh'))
}

/** The files that a question loads; none while the handbook is small enough to come as a whole. */
export function searchShards(shelf: Shelf, lang: Lang): ReadonlyMap<string, unknown> {
  const all = searched(shelf, lang)
  return isFar(all.sections) ? shardsOf(all) : new Map()
}
