/** Links and images of a page: they lead to a page and a heading that exist, in the page's own language, on this site. */
import { isLang } from '../../lang/text.ts'
import type { Library, Page } from '../library.ts'
import { type Link, outlineOf } from '../outline.ts'
import { rulesTaught } from '../page.ts'
import { mistake, type Problem, type ProblemKind } from '../problem.ts'
import { anchorsOf } from './markdown.ts'
import { listedPages } from './shelves.ts'

/** The parts of the site that are not made from content, by the first part of their address. */
const SECTIONS = new Set([
  '',
  'handbook',
  'paths',
  'modules',
  'exercises',
  'rules',
  'tools',
  'news',
  'reviews',
  'me',
  'search',
  'trainer',
  'class',
  'worksheets',
  'review',
  'statistics',
  'exams'
])

interface Site {
  readonly library: Library
  readonly pages: ReadonlyMap<string, Page>
  /** Pages that are in a group. One that is listed and missing is told at the list, not at each link. */
  readonly listed: ReadonlySet<string>
}

type Tell = (kind: ProblemKind, what: string, hint: string) => Problem

export function* checkLinks(library: Library): Iterable<Problem> {
  const site: Site = { library, pages: new Map(library.pages.map(page => [`${page.lang}/${page.id}`, page])), listed: listedPages(library) }
  for (const page of library.pages) {
    const outline = outlineOf(page)
    for (const link of outline.links) {
      const tell: Tell = (kind, what, hint) => mistake(kind, { file: page.file, line: link.line }, what, hint)
      if (link.image && link.alt?.trim() === '')
        yield tell(
          'image-without-alt',
          `The image ${link.url || 'here'} has no text.`,
          'Write what it shows between the brackets: ![…](…). Who can’t see it hears that.'
        )
      if (!link.image || link.url !== '') yield* checkLink(site, page, link, tell)
    }
    for (const run of outline.runs) {
      const at = /https?:\/\/|\bwww\./i.exec(run.text)
      if (!at) continue
      const line = run.line + run.text.slice(0, at.index).split('\n').length - 1
      yield mistake('external-link', { file: page.file, line }, 'There is an address of another site in the text.', OWN_SITE)
    }
  }
}

const OWN_SITE = 'The handbook works without the network, so pages link only to its own pages. Say who or what to look for instead.'

function* checkLink(site: Site, page: Page, link: Link, tell: Tell): Iterable<Problem> {
  // Browsers skip spaces and control characters in a scheme; so does this.
  const url = link.url.replace(/[\p{C}\s]+/gu, '')
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase()
  if (scheme === 'mailto' || scheme === 'tel') return
  if (scheme === 'http' || scheme === 'https' || /^[/\\]{2}/.test(url))
    yield tell('external-link', `The link ${url} leaves the handbook.`, OWN_SITE)
  else if (scheme)
    yield tell(
      'unsafe-link',
      `The link begins with ${scheme}:, which a page may not have.`,
      'Link to a page of the handbook, or to mailto: or tel:.'
    )
  else if (url.startsWith('#')) yield* checkAnchor(page, page, url.slice(1), tell)
  else if (!url.startsWith('/'))
    yield tell(
      'link-form',
      `The link ${url || '()'} is not written in full.`,
      `Write /${page.lang}/handbook/GROUP/PAGE/, with #heading if it goes further down.`
    )
  else if (!link.image) yield* checkOwn(site, page, url, tell)
}

function* checkOwn({ library, pages, listed }: Site, page: Page, url: string, tell: Tell): Iterable<Problem> {
  const [path = '', anchor] = url.split('#')
  if (/\.[a-z0-9]{2,5}$/i.test(path)) return // a file, such as a picture or a feed
  const [lang = '', section = '', first = '', second = '', ...rest] = path.split('/').slice(1)
  if (!isLang(lang)) {
    yield tell('link-without-language', `The link ${url} has no language.`, `Begin it with /${page.lang}/.`)
    return
  }
  if (lang !== page.lang)
    yield tell(
      'link-leaves-language',
      `The link ${url} leads a reader of this page into the other language.`,
      `Link to /${page.lang}/…; the reader changes language with the switch.`
    )
  if (!path.endsWith('/')) {
    yield tell('link-form', `The link ${url} lacks the slash at its end.`, 'Addresses end in a slash: /…/PAGE/ or /…/PAGE/#heading.')
    return
  }
  const lost = tell(
    'broken-link',
    `The link ${url} leads nowhere.`,
    'Pages are listed in content/groups.yaml, modules in modules.yaml, paths in paths.yaml.'
  )
  if (!SECTIONS.has(section)) yield lost
  else if (section === 'handbook' && first !== '') {
    const target = pages.get(`${lang}/${first}/${second}`)
    if ((!listed.has(`${first}/${second}`) && !library.knows('page', `${lang}/${first}/${second}`)) || rest.length > 1) yield lost
    else if (target && anchor !== undefined) yield* checkAnchor(page, target, anchor, tell)
  } else if (section === 'modules' && first !== '' && !library.knows('module', first)) yield lost
  else if (section === 'paths' && first !== '' && !library.knows('path', first)) yield lost
  else if (section === 'rules' && anchor !== undefined && anchor.includes('.') && !library.knows('rule', anchor)) {
    yield tell('broken-anchor', `There is no rule "${anchor}" to link to.`, 'Rule ids stand in content/standards/.')
  }
}

function* checkAnchor(page: Page, target: Page, anchor: string, tell: Tell): Iterable<Problem> {
  if (!outlineOf(target).readable) return
  if (anchorsOf(target).some(({ id }) => id === anchor) || rulesTaught(target).some(({ rule }) => rule === anchor)) return
  const where = page === target ? 'This page' : target.file
  const ids = anchorsOf(target).map(({ id }) => id)
  yield tell(
    'broken-anchor',
    `${where} has no heading "${anchor}".`,
    ids.length > 0 ? `It has ${ids.join(', ')}.` : 'It has no headings with ids.'
  )
}
