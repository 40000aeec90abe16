/** The order of the handbook: groups list every page, and what names a page names one that exists. */
import { LANGS } from '../../lang/text.ts'
import type { Library } from '../library.ts'
import { mistake, type Problem, warning } from '../problem.ts'

/** Pages of this group are about the handbook itself, so no module teaches them. */
const ABOUT = 'about'

const exists = (library: Library, page: string) => LANGS.some(lang => library.knows('page', `${lang}/${page}`))

/** The pages that the groups list, whether they are written or not. */
export function listedPages(library: Library): Set<string> {
  return new Set(library.groups.flatMap(group => group.pages.map(slug => `${group.id}/${slug}`)))
}

export function* checkShelves(library: Library): Iterable<Problem> {
  yield* checkGroups(library)
  yield* checkPages(library)
  yield* checkPageNames(library)
  for (const { type, id, path, ids } of listsOf(library)) {
    for (const [index, name] of ids.entries()) {
      if (ids.indexOf(name) !== index) {
        yield mistake(
          'repeated-entry',
          library.spot(`${type}:${id}`, [...path, index]),
          `"${name}" stands twice in the ${type} "${id}".`,
          'Name it once.'
        )
      }
    }
  }
}

/** Lists of ids in which each stands once. */
function* listsOf(library: Library): Iterable<{ type: string; id: string; path: (string | number)[]; ids: readonly string[] }> {
  for (const { id, pages } of library.groups) yield { type: 'group', id, path: ['pages'], ids: pages }
  for (const { id, pages } of library.modules) yield { type: 'module', id, path: ['pages'], ids: pages }
  for (const { id, modules } of library.paths) yield { type: 'path', id, path: ['modules'], ids: modules }
  for (const { id, fields, kinds } of library.forms) {
    yield { type: 'form', id, path: ['fields'], ids: fields.map(field => field.id) }
    if (kinds) yield { type: 'form', id, path: ['kinds', 'choices'], ids: kinds.choices.map(choice => choice.id) }
  }
  for (const { id, stages } of library.checklists) {
    yield { type: 'checklist', id, path: ['stages'], ids: stages.map(stage => stage.id) }
    for (const [index, { steps }] of stages.entries())
      yield { type: 'checklist', id, path: ['stages', index, 'steps'], ids: steps.map(step => step.id) }
  }
}

function* checkGroups(library: Library): Iterable<Problem> {
  for (const group of library.groups) {
    for (const [index, slug] of group.pages.entries()) {
      const page = `${group.id}/${slug}`
      if (exists(library, page)) continue
      const spot = library.spot(`group:${group.id}`, ['pages', index])
      const home = library.groups.find(other => other !== group && other.pages.includes(slug) && exists(library, `${other.id}/${slug}`))
      if (home)
        yield mistake(
          'page-in-two-groups',
          spot,
          `The page "${home.id}/${slug}" is listed in the group "${group.id}" too.`,
          'A page has one place, which is its folder; link to it from the other.'
        )
      else
        yield mistake(
          'page-missing',
          spot,
          `The page "${page}" is listed and does not exist.`,
          `Write content/handbook/zh/${page}.mdx and the same below en, or take it from the list.`
        )
    }
  }
}

function* checkPages(library: Library): Iterable<Problem> {
  const listed = listedPages(library)
  const taught = new Set(library.modules.flatMap(module => module.pages))
  for (const page of library.pages) {
    const spot = { file: page.file, line: 1 }
    const other = page.lang === 'zh' ? 'en' : 'zh'
    if (!library.knows('page', `${other}/${page.id}`)) {
      yield mistake(
        'missing-translation',
        spot,
        `The page has no ${other === 'zh' ? 'Chinese' : 'English'} half.`,
        `Write content/handbook/${other}/${page.id}.mdx with the same headings, rules and steps.`
      )
    }
    if (!listed.has(page.id) && library.complete('group')) {
      yield mistake(
        'page-not-in-groups',
        spot,
        'No group lists this page, so no reader finds it.',
        'Add it to its group in content/groups.yaml.'
      )
    } else if (page.lang === 'zh' && !taught.has(page.id) && !page.id.startsWith(`${ABOUT}/`) && library.complete('module')) {
      yield warning(
        'page-without-module',
        spot,
        'No module reads this page.',
        'Add it to the `pages` of a module in content/modules.yaml, if a role should learn it.'
      )
    }
  }
}

/** Pages that modules, checklists and other pages name. A page that is listed and missing is told at its place in the list. */
function* checkPageNames(library: Library): Iterable<Problem> {
  const listed = listedPages(library)
  const tell = (entry: string, trail: (string | number)[], page: string) =>
    mistake(
      'unknown-page',
      library.spot(entry, trail),
      `There is no page "${page}".`,
      'Pages are listed in content/groups.yaml as GROUP/PAGE.'
    )
  for (const { id, pages } of library.modules) {
    for (const [index, page] of pages.entries())
      if (!listed.has(page) && !exists(library, page)) yield tell(`module:${id}`, ['pages', index], page)
  }
  for (const { id, page } of library.checklists)
    if (!listed.has(page) && !exists(library, page)) yield tell(`checklist:${id}`, ['page'], page)
  for (const { lang, id, front } of library.pages) {
    for (const [index, page] of (front.related ?? []).entries())
      if (!listed.has(page) && !exists(library, page)) yield tell(`page:${lang}/${id}`, ['related', index], page)
  }
}
