/** The built site as files: its pages, and what stands on them. Nothing here needs a browser. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { isLang, type Lang } from '../../src/lang/text.ts'
import type { ShownQuestion } from '../../src/quiz/shown.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where the site was built to. */
export const folder = process.env.DIST ?? join(root, 'dist')

const KINDS = [
  ['door', /^\/$/],
  ['missing', /^\/404\.html$/],
  ['offline', /^\/offline\/$/],
  ['home', /^\/\w+\/$/],
  ['path', /^\/\w+\/paths\/[^/]+\/$/],
  ['check', /^\/\w+\/modules\/[^/]+\/check\/$/],
  ['questions', /^\/\w+\/modules\/[^/]+\/questions\/\d+\/$/],
  ['module', /^\/\w+\/modules\/[^/]+\/$/],
  ['class', /^\/\w+\/class\/[^/]+\/$/],
  ['worksheet', /^\/\w+\/worksheets\/[^/]+\/$/],
  ['contents', /^\/\w+\/handbook\/$/],
  ['handbook', /^\/\w+\/handbook\/[^/]+\/[^/]+\/$/],
  ['rules', /^\/\w+\/rules\/([^/]+\/)?$/],
  ['tool', /^\/\w+\/tools\/(file-numbers|follow-ups|papers|say|visit)\/([^/]+\/)?$/],
  ['sheet', /^\/\w+\/tools\/.+\/$/],
  ['tools', /^\/\w+\/tools\/$/],
  ['news', /^\/\w+\/news\/$/],
  ['review', /^\/\w+\/review\/$/],
  ['statistics', /^\/\w+\/statistics\/$/],
  ['assigned', /^\/\w+\/assigned\/$/],
  ['certificate', /^\/\w+\/certificate\/$/],
  ['trainer', /^\/\w+\/trainer\/$/],
  ['reviews', /^\/\w+\/reviews\/$/],
  ['me', /^\/\w+\/me\/$/]
] as const
export type Kind = (typeof KINDS)[number][0] | 'other'

export interface BuiltPage {
  /** Path of its address, as in `/zh/tools/`. */
  readonly address: string
  readonly html: string
  readonly kind: Kind
  /** Undefined for the two pages that stand between the languages. */
  readonly lang: Lang | undefined
}

export function filesOf(from: string): string[] {
  return readdirSync(from, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(from.length).split(sep).join('/'))
}

function pageOf(file: string, from: string): BuiltPage {
  const address = file.replace(/index\.html$/, '')
  const [, first] = address.split('/')
  const kind = KINDS.find(([, pattern]) => pattern.test(address))?.[0] ?? 'other'
  return { address, kind, lang: isLang(first) ? first : undefined, html: readFileSync(join(from, file), 'utf8') }
}

/** Every page of the site, in a fixed order. */
export function pagesOf(from = folder): BuiltPage[] {
  return filesOf(from)
    .filter(file => file.endsWith('.html'))
    .map(file => pageOf(file, from))
    .sort((a, b) => (a.address < b.address ? -1 : 1))
}

export const hasQuiz = ({ html }: BuiltPage) => /\sdata-island="/.test(html)

/** The text of an attribute or an element, without the escapes of HTML. */
function plain(text: string): string {
  return text
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) => String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}

/** Attributes of every start tag with this name. A number of the tag's place keeps those of one tag together. */
export function tagsOf(html: string, name: string): Readonly<Record<string, string>>[] {
  const bare = html.replace(/<(script|style)\b([^>]*)>[\s\S]*?<\/\1>/g, '<$1$2>')
  return [...bare.matchAll(new RegExp(`<${name}((?:\\s+[^\\s=>]+(?:="[^"]*")?)*)\\s*/?>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries([...attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, plain(value)]))
  )
}

export function textOf(html: string, element: string): string {
  return plain(new RegExp(`<${element}\\b[^>]*>([\\s\\S]*?)</${element}>`).exec(html)?.[1] ?? '').trim()
}

export function idsOf(html: string): string[] {
  return [...html.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, '').matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => plain(id))
}

/** Bytes as a good host sends them. */
export function brotli(content: string | Buffer): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}

/** All questions of a module, as its check loads them. */
export function bankOf(lang: Lang, module: string): ShownQuestion[] {
  return JSON.parse(readFileSync(join(folder, lang, 'modules', module, 'questions.json'), 'utf8'))
}

/** The questions of a handbook page (`group/page`), as its practice set loads them. */
export function practiceOf(lang: Lang, page: string): ShownQuestion[] {
  return JSON.parse(readFileSync(join(folder, lang, 'handbook', page, 'practice.json'), 'utf8')).questions
}
