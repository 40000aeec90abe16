/**
 * Reads a `_headers` file, the format of Cloudflare Pages and Netlify: a path pattern at the start of a line, below it
 * indented `Name: value` lines, or `! Name` to take back what an earlier pattern set. `#` begins a comment.
 */
import { validateHeaderName, validateHeaderValue } from 'node:http'

/** The rules of the file in their order. A line that no host would understand is an error, with its number. */
export function parseHeaders(text) {
  const rules = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const trimmed = line.trim()
    if (trimmed === '' || trimmed.startsWith('#')) continue
    if (/^\S/.test(line)) rules.push({ matches: pattern(trimmed), changes: [] })
    else if (!rules.at(-1)?.changes.push(change(trimmed, index + 1))) throw new Error(`_headers:${index + 1}  A header before any path.`)
  }
  return rules
}

/** `*` stands for anything, `:name` for one part of the path. */
function pattern(path) {
  const source = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')
  return new RegExp(`^${source.replace(/:[A-Za-z]\w*/g, '[^/]+')}$`)
}

function change(line, number) {
  const [, name = '', value] = /^!\s*(\S+)$/.exec(line) ?? /^([^:\s]+):\s*(.*)$/.exec(line) ?? []
  try {
    validateHeaderName(name)
    if (value !== undefined) validateHeaderValue(name, value)
  } catch {
    throw new Error(`_headers:${number}  Not a header: ${line}`)
  }
  return { name: name.toLowerCase(), value }
}

/** The headers for one path, names in lower case. What two patterns set is joined, as the hosts do. */
export function headersFor(rules, path) {
  const headers = new Map()
  for (const { name, value } of rules.filter(rule => rule.matches.test(path)).flatMap(rule => rule.changes)) {
    if (value === undefined) headers.delete(name)
    else headers.set(name, headers.has(name) ? `${headers.get(name)}, ${value}` : value)
  }
  return headers
}
