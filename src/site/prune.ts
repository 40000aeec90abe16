/**
 * Leaves in a page only the styles it can use, so that no page pays for what another one shows.
 *
 * A selector stays when every class, id and element it names occurs in the page or in a script the page may run.
 * What it says about states, attributes and `:not()` is not judged: a rule too many is cheap, one too few is a bug.
 */

type Part =
  | { readonly type: 'rule'; readonly selectors: readonly Selector[]; readonly body: string }
  | { readonly type: 'group'; readonly head: string; readonly parts: readonly Part[] }
  | { readonly type: 'other'; readonly text: string }

interface Selector {
  readonly text: string
  /** `.class`, `#id` or `element`. */
  readonly names: readonly string[]
}

const GROUPS = /^@(media|layer|supports|container)\b/

/** Index of the first of `ends` at or after `from` that stands in no string and in no bracket. */
function find(css: string, ends: string, from: number): number {
  let depth = 0
  for (let index = from; index < css.length; index++) {
    const sign = css.charAt(index)
    if (sign === '"' || sign === "'") {
      index++
      while (index < css.length && css.charAt(index) !== sign) index += css.charAt(index) === '\\' ? 2 : 1
    } else if (depth === 0 && ends.includes(sign)) return index
    else if ('([{'.includes(sign)) depth++
    else if (')]}'.includes(sign)) depth--
  }
  return css.length
}

function split(list: string): string[] {
  const parts: string[] = []
  let from = 0
  while (from <= list.length) {
    const end = find(list, ',', from)
    parts.push(list.slice(from, end).trim())
    from = end + 1
  }
  return parts
}

function namesOf(selector: string): string[] {
  // What stands in brackets is an alternative, an exclusion or an attribute.
  let plain = selector.replace(/\\./g, '_')
  for (let before = ''; before !== plain; ) {
    before = plain
    plain = plain.replace(/\([^()]*\)|\[[^[\]]*\]/g, '')
  }
  plain = plain.replace(/::?[\w-]+/g, '')
  return plain.match(/[.#]?[a-zA-Z_][\w-]*/g) ?? []
}

function parse(css: string): Part[] {
  const parts: Part[] = []
  let from = 0
  while (from < css.length) {
    const open = find(css, '{;', from)
    const head = css.slice(from, open).trim()
    if (css.charAt(open) !== '{') {
      if (head !== '') parts.push({ type: 'other', text: `${head};` })
      from = open + 1
      continue
    }
    const close = find(css, '}', open + 1)
    const body = css.slice(open + 1, close)
    if (GROUPS.test(head)) parts.push({ type: 'group', head, parts: parse(body) })
    else if (head.startsWith('@')) parts.push({ type: 'other', text: `${head}{${body}}` })
    else parts.push({ type: 'rule', selectors: split(head).map(text => ({ text, names: namesOf(text) })), body })
    from = close + 1
  }
  return parts
}

function keep(parts: readonly Part[], isThere: (name: string) => boolean): string {
  return parts
    .map(part => {
      if (part.type === 'other') return part.text
      if (part.type === 'group') {
        const inner = keep(part.parts, isThere)
        return inner === '' ? '' : `${part.head}{${inner}}`
      }
      const kept = part.selectors.filter(selector => selector.names.every(isThere)).map(({ text }) => text)
      return kept.length === 0 ? '' : `${kept.join(',')}{${part.body}}`
    })
    .join('')
}

const ALWAYS = ['html', 'body']

/** Classes, ids and elements of a page. */
function namesIn(html: string): Set<string> {
  const names = new Set<string>(ALWAYS)
  for (const [, name = ''] of html.matchAll(/<([a-z][\w-]*)/gi)) names.add(name.toLowerCase())
  for (const [, value = ''] of html.matchAll(/\sclass="([^"]*)"/g)) for (const one of value.split(/\s+/)) names.add(`.${one}`)
  for (const [, value = ''] of html.matchAll(/\sid="([^"]*)"/g)) names.add(`#${value}`)
  return names
}

/** Every word of a script: any of them may be a class, an id or an element that it makes. */
export function wordsOfScript(script: string): Set<string> {
  return new Set(script.match(/[a-zA-Z_][\w-]*/g) ?? [])
}

const parsed = new Map<string, Part[]>()

/** `scripts` holds the words of the scripts that the page may load; those inside the page are read here. */
export function prune(html: string, scripts: ReadonlySet<string>): string {
  const names = namesIn(html)
  const inline = new Set<string>()
  for (const [, body = ''] of html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g))
    for (const word of wordsOfScript(body)) inline.add(word)
  const isThere = (name: string) => {
    const word = name.replace(/^[.#]/, '')
    return names.has(name) || inline.has(word) || scripts.has(word)
  }
  return html.replace(/(<style\b[^>]*>)([\s\S]*?)(<\/style>)/g, (_, open: string, css: string, close: string) => {
    const parts = parsed.get(css) ?? parse(css)
    parsed.set(css, parts)
    return open + keep(parts, isThere) + close
  })
}
