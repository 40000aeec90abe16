/** Synonyms for search: what `see` names is there, and a word stands in one entry, or search would not know which is meant. */
import { LANGS } from '../../lang/text.ts'
import { fold } from '../../search/tokens.ts'
import type { Library, Page } from '../library.ts'
import { headingsOf, outlineOf } from '../outline.ts'
import { mistake, type Problem } from '../problem.ts'

export function* checkSynonyms(library: Library): Iterable<Problem> {
  yield* checkWords(library)
  for (const { id, see = [] } of library.synonyms) {
    for (const [index, name] of see.entries()) {
      const spot = library.spot(`synonym:${id}`, ['see', index])
      if (see.indexOf(name) !== index)
        yield mistake('repeated-entry', spot, `"${name}" stands twice in the synonym "${id}".`, 'Name it once.')
      else if (name.includes('/')) yield* checkPage(library, name, spot)
      else if (!library.knows('rule', name))
        yield mistake('unknown-rule', spot, `There is no rule "${name}".`, 'Rule ids stand in content/standards/.')
    }
  }
}

function* checkPage(library: Library, name: string, spot: { file: string; line: number }): Iterable<Problem> {
  const [id = '', part] = name.split('#')
  const pages = library.pages.filter(page => page.id === id)
  if (!LANGS.some(lang => library.knows('page', `${lang}/${id}`)))
    yield mistake('unknown-page', spot, `There is no page "${id}".`, 'Pages are listed in content/groups.yaml as GROUP/PAGE.')
  else if (part !== undefined && pages.length > 0 && !pages.some(page => hasPart(page, part)))
    yield mistake(
      'broken-anchor',
      spot,
      `The page "${id}" has no part "#${part}".`,
      'Search leads to a heading: use the id that stands in brackets at its end.'
    )
}

/** A page that can’t be read is told of elsewhere. */
function hasPart(page: Page, part: string): boolean {
  const outline = outlineOf(page)
  return !outline.readable || headingsOf(outline).some(({ id }) => id === part)
}

function* checkWords(library: Library): Iterable<Problem> {
  for (const lang of LANGS) {
    const first = new Map<string, string>()
    for (const entry of library.synonyms) {
      for (const [index, word] of entry[lang].entries()) {
        const key = fold(word)
        const owner = first.get(key)
        if (owner === undefined) first.set(key, entry.id)
        else
          yield mistake(
            'same-synonym',
            library.spot(`synonym:${entry.id}`, [lang, index]),
            `"${word}" stands in the synonym "${owner}" already.`,
            'Keep it where it fits best: search takes one entry for a word.'
          )
      }
    }
  }
}
