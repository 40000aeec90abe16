/** A page and its other half show the same things in the same order, and neither is older than the other. */
import { componentOf, picksOf } from '../components.ts'
import type { Library, Page } from '../library.ts'
import { type Element, elementsOf, type Heading, outlineOf, propertyOf } from '../outline.ts'
import { pageIn } from '../page.ts'
import { mistake, type Problem, warning } from '../problem.ts'

export function* checkParity(library: Library): Iterable<Problem> {
  for (const zh of library.pages.filter(page => page.lang === 'zh')) {
    const en = pageIn(library.pages, zh.id, 'en')
    if (!en) continue
    yield* checkStale(library, zh, en)
    if (outlineOf(zh).readable && outlineOf(en).readable) yield* checkStructure(zh, en)
  }
}

interface Mark {
  readonly line: number
  /** As an author reads it; equal in both languages. */
  readonly name: string
}

/** What a part has in common with its translation; undefined for what need not be the same. */
function nameOf(part: Heading | Element): string | undefined {
  if (part.type === 'heading') return part.id === undefined ? undefined : `${'#'.repeat(part.depth)} [#${part.id}]`
  const component = componentOf(part.name)
  if (!component || part.name === 'Cite' || part.name === 'Line' || part.name === 'Advice') return undefined
  const shared = Object.entries(component.properties).filter(([, { refersTo, oneOf }]) => refersTo || oneOf)
  const values = shared.flatMap(([name]) => {
    const value = propertyOf(part, name)
    return value === undefined ? [] : [` ${name}="${picksOf(value).join(' ')}"`]
  })
  return `<${part.name}${values.join('')}>`
}

function marksOf(page: Page): Mark[] {
  return outlineOf(page).parts.flatMap(part => {
    const name = nameOf(part)
    return name === undefined ? [] : [{ line: part.line, name }]
  })
}

/** Sentences may stand in another order in the other language, so citations are only counted. */
function citesOf(page: Page): string[] {
  return elementsOf(outlineOf(page), 'Cite')
    .flatMap(element => propertyOf(element, 'rule') ?? [])
    .sort()
}

function* checkStructure(zh: Page, en: Page): Iterable<Problem> {
  const theirs = marksOf(zh)
  const ours = marksOf(en)
  const at = ours.findIndex((mark, index) => mark.name !== theirs[index]?.name)
  const first = at === -1 && theirs.length > ours.length ? ours.length : at
  const hint = 'Both languages have the same headings, steps, rules, pairs, pictures and practice sets in the same order.'
  if (first !== -1) {
    const mine = ours[first]
    const other = theirs[first]
    const line = mine?.line ?? ours.at(-1)?.line ?? en.bodyLine
    const there = other ? `${other.name} (${zh.file}:${other.line})` : 'nothing more'
    yield mistake(
      'structure-differs',
      { file: en.file, line },
      `The English page has ${mine?.name ?? 'nothing more'} where the Chinese one has ${there}.`,
      hint
    )
  }
  const [cited, citing] = [citesOf(zh), citesOf(en)]
  if (cited.join() !== citing.join()) {
    const what = `The English page cites ${citing.join(', ') || 'no rule'}; the Chinese one cites ${cited.join(', ') || 'no rule'}.`
    yield mistake(
      'structure-differs',
      { file: en.file, line: elementsOf(outlineOf(en), 'Cite')[0]?.line ?? en.bodyLine },
      what,
      'Cite the same rules in both languages.'
    )
  }
}

function* checkStale(library: Library, zh: Page, en: Page): Iterable<Problem> {
  const dates = (page: Page) => page.front.changes.map(({ date }) => date)
  // By revision, then by the newest change, then by how many there were.
  const rank = (page: Page) =>
    [String(page.front.revision).padStart(9, '0'), dates(page)[0], String(dates(page).length).padStart(9, '0')].join(' ')
  if (zh.front.revision === en.front.revision && dates(zh).join() === dates(en).join()) return
  const [older, newer] = rank(zh) < rank(en) ? [zh, en] : [en, zh]
  const age = (page: Page) => `revision ${page.front.revision}, changes: ${dates(page).length}, newest ${dates(page)[0]}`
  const spot = library.spot(`page:${older.lang}/${older.id}`, ['revision'])
  yield warning(
    'translation-stale',
    spot,
    `This page is older (${age(older)}) than ${newer.file} (${age(newer)}).`,
    'Bring over what changed, then give both the same revision and the same dates of change.'
  )
}
