/** What stands in the search box: what was found, or where a reader may begin. */
import type { Lang } from '../lang/text.ts'
import { type Child, icon, make, marked } from './dom.island.ts'
import { fileNumberIn } from './fileNumber.ts'
import { keep, shortcuts } from './kept.store.ts'
import { theLookup } from './lookup.store.ts'
import type { Result } from './lookup.ts'
import { type LineKind, pageOf } from './section.ts'
import { isPinned, opened, type Place, toggled } from './shortcuts.ts'
import { SEARCH_WORDS } from './words.ts'

/** Enough to choose from at a glance; the others are one tap away. */
export const FIRST = 3
const ALL = 12
const STAR = 'm12 3 2.8 5.7 6.2.9-4.5 4.4 1 6.2-5.5-2.9-5.5 2.9 1-6.2L3 9.6l6.2-.9z'

export const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'zh'
export const words = SEARCH_WORDS[lang]
const home = `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}${lang}/`
const localeOf = (one: Lang) => (one === 'zh' ? 'zh-CN' : 'en')

/** The page being read, if it is one to come back to. */
function thisPage(): Place | undefined {
  const path = location.pathname.startsWith(home) ? location.pathname.slice(home.length) : ''
  const title = document.querySelector('h1')?.textContent?.trim()
  return /^(handbook\/.+\/.+|tools\/.+|modules\/[^/]+)\/$/.test(path) && title ? { path, title } : undefined
}

function pinOf(place: Place): HTMLButtonElement {
  const button = make('button', { type: 'button', class: 'pin', 'aria-label': words.pin(place.title) }, icon(STAR))
  const show = () => button.setAttribute('aria-pressed', String(isPinned(shortcuts(), place.path)))
  button.onclick = () => {
    keep(toggled(shortcuts(), place))
    show()
  }
  show()
  return button
}

function linkTo(place: Place, anchor: string, ...children: Child[]): HTMLAnchorElement {
  const link = make('a', { href: home + (anchor === '' ? place.path : `${pageOf(place.path)}#${anchor}`) }, ...children)
  link.addEventListener('click', () => keep(opened(shortcuts(), place)))
  return link
}

function list(title: string, places: readonly Place[]): Child[] {
  if (places.length === 0) return []
  // A pin holds in both languages; its title is the one of the page that is there.
  const titleOf = ({ path, title }: Place) => theLookup()?.sections.find(section => section.path === path)?.title ?? title
  const items = places.map(({ path, title }) => {
    const place = { path, title: titleOf({ path, title }) }
    return make('li', {}, linkTo(place, '', make('b', {}, place.title)), pinOf(place))
  })
  return [make('h2', {}, title), make('ul', {}, ...items)]
}

/** The chapters, from the pages that stand in them. */
export function topics(): Child[] {
  const groups = new Map<string, string>()
  for (const { path, group } of theLookup()?.sections ?? []) {
    const id = /^handbook\/([^/]+)\//.exec(path)?.[1]
    if (id && !groups.has(id)) groups.set(id, group)
  }
  const links = [...groups].map(([id, title]) => make('a', { href: `${home}handbook/#${id}` }, title))
  return [make('h2', {}, words.topics), make('p', { class: 'topics' }, ...links, make('a', { href: `${home}handbook/` }, words.contents))]
}

/** Before anything is typed. `again` shows it anew. */
export function start(again: () => void): Child[] {
  const here = thisPage()
  const { pinned, recent } = shortcuts()
  const pin = make('button', { type: 'button', class: 'here' }, words.here)
  pin.onclick = () => {
    if (here) keep(toggled(shortcuts(), here))
    again()
  }
  const others = recent.filter(({ path }) => !isPinned(shortcuts(), path) && path !== here?.path)
  return [
    ...list(words.pinned, pinned),
    ...(here && !isPinned(shortcuts(), here.path) ? [pin] : []),
    ...list(words.recent, others),
    ...topics()
  ]
}

/** What stands above a title: where it is, and whether the sentence below it is the standard, advice, or never to be said. */
function above(place: string, kind?: LineKind): HTMLElement {
  return make('small', {}, place, ...(kind ? [' ', make('i', { class: kind }, words.kinds[kind])] : []))
}

/** What a file number says that was typed, and where the handbook tells how it is made. */
export function fileNumber(query: string): Child[] {
  const number = fileNumberIn(query)
  if (!number) return []
  const { digits, fault } = number
  const path = 'handbook/records/file-numbers/'
  const kind = make('i', { class: fault ? 'dont' : 'say' }, fault ? words.noFileNumber : words.isFileNumber)
  const link = make('a', { href: home + path }, make('small', {}, kind), make('b', {}, digits), make('span', {}, words.fileNumber(number)))
  return [make('ul', {}, make('li', {}, link))]
}

function itemOf({ path, title, name, page, group, answer, lang: spoken }: Result): HTMLLIElement {
  const link = linkTo(
    { path, title: name },
    answer.anchor,
    above(page === '' ? group : `${group} › ${page}`, answer.kind),
    make('b', {}, ...marked(title)),
    make(answer.kind === 'dont' ? 's' : 'span', spoken === lang ? {} : { lang: localeOf(spoken) }, ...marked(answer.pieces))
  )
  return make('li', {}, link, pinOf({ path, title: name }))
}

function items(paths: readonly string[], most: number): HTMLLIElement[] {
  return paths.slice(0, most).flatMap(path => {
    const result = theLookup()?.show(path)
    return result ? [itemOf(result)] : []
  })
}

/** `more` is called by whoever wants the others, too. */
export function results(paths: readonly string[], all: boolean, more: () => void): Child[] {
  const rest = Math.min(paths.length, ALL) - FIRST
  const button = make('button', { type: 'button', class: 'here' }, words.more(rest))
  button.onclick = more
  return [make('ul', {}, ...items(paths, all ? ALL : FIRST)), ...(rest > 0 && !all ? [button] : [])]
}

export function nothing(query: string): Child[] {
  const near = items(theLookup()?.nearest(query) ?? [], FIRST)
  return [
    make('p', { class: 'none' }, make('b', {}, words.none(query)), ` ${words.noneHint}`),
    ...(near.length > 0 ? [make('h2', {}, words.nearest), make('ul', {}, ...near)] : []),
    ...topics()
  ]
}

/** What is searched did not come. `again` asks for it once more. */
export function notice(again: () => void): Child[] {
  const button = make('button', { type: 'button', class: 'here' }, words.again)
  button.onclick = again
  return [
    make('p', { class: 'none' }, words.failed),
    button,
    make('p', { class: 'topics' }, make('a', { href: `${home}handbook/` }, words.contents))
  ]
}
