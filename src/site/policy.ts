/**
 * Allows in a page's security policy only the scripts and styles that stand inline in that page.
 *
 * Astro lists the hashes of the whole site in every page. Files of our own are allowed by `'self'` already, and a
 * hash does not compress: without this, every new script of the site would make every page larger. A script must
 * have been on Astro's list; styles are hashed anew, because a page keeps only those it uses.
 */
import { createHash } from 'node:crypto'

const POLICY = /(<meta http-equiv="content-security-policy" content=")([^"]*)(">)/i
const INLINE = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/gi

function hashesIn(html: string): { script: Set<string>; style: Set<string> } {
  const hashes = { script: new Set<string>(), style: new Set<string>() }
  for (const [, element = '', attributes = '', body = ''] of html.matchAll(INLINE)) {
    if (/\ssrc=/.test(attributes)) continue
    const hash = `'sha256-${createHash('sha256').update(body).digest('base64')}'`
    hashes[element.toLowerCase() === 'style' ? 'style' : 'script'].add(hash)
  }
  return hashes
}

const isHash = (source: string) => source.startsWith("'sha256-")

function tightenDirective(directive: string, needed: { script: Set<string>; style: Set<string> }): string {
  const [name = '', ...sources] = directive.trim().split(/\s+/)
  if (name.startsWith('script-src')) return [name, ...sources.filter(source => !isHash(source) || needed.script.has(source))].join(' ')
  if (name.startsWith('style-src')) return [name, ...sources.filter(source => !isHash(source)), ...needed.style].join(' ')
  return [name, ...sources].join(' ')
}

export function tighten(html: string): string {
  const needed = hashesIn(html)
  return html.replace(POLICY, (_, before: string, policy: string, after: string) => {
    const directives = policy.split(';').filter(directive => directive.trim() !== '')
    return before + directives.map(directive => tightenDirective(directive, needed)).join(';') + after
  })
}
