/** What the worker and the pages know of a version of the handbook that is kept on this device. */
import type { Folded } from './fold.ts'

/**
 * What every page needs whatever its language, the pages of one language, and what only those need who teach and write:
 * it is taken when it is asked for.
 */
export const PARTS = ['shell', 'zh', 'en', 'more'] as const
export type Part = (typeof PARTS)[number]
/** A part that a device may have or not. */
export type Chosen = Exclude<Part, 'shell'>

const MORE =
  /^(zh|en)\/(trainer|bank|class|worksheets|reviews)(\/|$)|^(zh|en)\/(feed\.xml$|modules\/[^/]+\/(class\.json$|questions\/)|exercises\/[^/]+\/text\/)/

/** Whether a file or an address below the base is for the trainer, the author, a class, or a question as plain text. */
export function isMore(path: string): boolean {
  return MORE.test(path)
}

/** One file of a version, as the worker knows it from the build. */
export interface PackFile {
  /** Path below the site's base. */
  readonly path: string
  /** Bytes before the host compresses them. */
  readonly size: number
  /** SHA-256 in base64. */
  readonly hash: string
}
export type Packs = Readonly<Record<Part, PackFile>>

/** The content of a pack. */
export interface Pack extends Folded {
  readonly text: string
}

/** Kept in the cache of a version when all of it is there. A cache without it is a download that was cut off. */
export interface About {
  readonly version: string
  readonly parts: readonly Chosen[]
  /** When it was complete, in milliseconds since 1970. */
  readonly at: number
  /** Bytes of the packs that it was made from, before the host compressed them. */
  readonly bytes: number
}

/** Kept beside the versions. */
export interface State {
  readonly current?: string
  readonly previous?: string
  /** Open pages that were loaded before the current version took over: they go on with the previous one. */
  readonly old: readonly string[]
}

export const NO_STATE: State = { old: [] }

/** What the worker tells all pages while it takes a copy. */
export type Progress =
  | { readonly type: 'taking'; readonly got: number; readonly of: number }
  | { readonly type: 'taken' }
  | { readonly type: 'failed'; readonly why: Failure }
/** No room; the host did not answer, or the connection broke; the host's file is not the one that the build made. */
export type Failure = 'full' | 'unreachable' | 'damaged'

/** What a page may ask the worker: to take over, or to complete its copy with the parts that are wanted. */
export type Order = 'apply' | 'take'

/** Names in the browser's storage; `name` tells this handbook from others on the host. */
export function cacheNames(name: string) {
  const before = `${name}#`
  return {
    state: `${name}offline`,
    of: (version: string) => before + version,
    /** The version of a cache; undefined for one that is not of this handbook. */
    versionOf: (cache: string) => (cache.startsWith(before) ? cache.slice(before.length) : undefined)
  }
}

/** Versions whose caches have no more use. `open` are the ids of the pages that are open. */
export function outdated(kept: readonly string[], { current, previous, old }: State, mine: string, open: readonly string[]): string[] {
  const isNeeded = previous !== undefined && (mine === current || old.some(id => open.includes(id)))
  const needed = new Set([current, mine, ...(isNeeded ? [previous] : [])])
  return kept.filter(version => !needed.has(version))
}

/** The state after version `mine` took over from the pages that are `open`. */
export function takeOver({ current, previous, old }: State, mine: string, open: readonly string[]): State {
  if (current === undefined) return { current: mine, old: [] }
  if (current === mine) return { current: mine, ...(previous !== undefined && { previous }), old: old.filter(id => open.includes(id)) }
  return { current: mine, previous: current, old: open }
}

/** Versions in which a page looks for a file: its own, then the other one that is kept. */
export function lookIn({ previous, old }: State, mine: string, client: string): string[] {
  const versions = [mine, ...(previous !== undefined && previous !== mine ? [previous] : [])]
  return old.includes(client) ? versions.reverse() : versions
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  xml: 'application/atom+xml; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8'
}

const endingOf = (path: string) => /\.(\w+)$/.exec(path)?.[1] ?? ''

export function typeOf(path: string): string {
  return TYPES[endingOf(path)] ?? 'text/plain; charset=utf-8'
}

/** The address of a file below the base: `zh/tools/index.html` is shown at `zh/tools/`. */
export function addressOf(path: string): string {
  return path.replace(/(^|\/)index\.html$/, '$1')
}

/** Whether a page may stand at an address. Where none may, a page is no answer, whatever the host says. */
export function mayBePage(path: string): boolean {
  return /^(html)?$/.test(endingOf(path))
}

/** Headers of the host that keep pages safe. The kept pages have to carry them too. */
export const SAFETY = [
  'content-security-policy',
  'cross-origin-embedder-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options'
]
