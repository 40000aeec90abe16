/**
 * What search looks through: every part of every page, the tools, modules, paths and exams, in one language. Exercises are
 * found through their modules: their titles are those of stories, and would be found for what only happens in them. Build
 * time only.
 */
import { type Node, parsePage } from '../authoring/mdx.ts'
import type { Page } from '../authoring/pages.ts'
import type { Lang } from '../lang/text.ts'
import type { Line, LineKind, Section } from '../search/section.ts'
import { examAddress, moduleAddress, pageAddress, pathAddress } from './address.ts'
import { bareName, quotesOf } from './rule.ts'
import { inOrder, type Shelf } from './shelf.ts'
import { toolPages } from './toolPages.ts'

const KINDS = {
  zh: { module: '模块', path: '岗位路线', exam: '考试' },
  en: { module: 'Module', path: 'Path', exam: 'Exam' }
} as const

/** What stands in these is no rule: readers are told so wherever they meet it. */
const INSIDE: Readonly<Record<string, LineKind>> = { Advice: 'advice', Gap: 'gap' }

/** Pages of this group are about the handbook itself: their headings and summaries are enough to find them. */
const ABOUT = 'about'

const below = (address: string) => address.replace(/^\/\w+\//, '')

interface Part {
  readonly title: string
  readonly anchor: string
  readonly lines: Line[]
}

function wordsOf(node: Node): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value ?? ''
  if (node.type === 'break') return '\n'
  return (node.children ?? []).map(wordsOf).join('')
}

/** Where a link to a rule stood there may be a space or empty parentheses left. */
const tidy = (text: string) =>
  text
    .replace(/（\s*）|\(\s*\)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:?!，。；：])/g, '')
    .trim()

function propertyOf(node: Node, name: string): string {
  const value = node.attributes?.find(attribute => attribute.name === name)?.value
  return typeof value === 'string' ? value : ''
}

/** A table is a paragraph with bars to the parser: one line a row, without the one of hyphens and the heads above it. */
function paragraph(text: string): string[] {
  if (!text.trimStart().startsWith('|')) return [tidy(text)]
  const all = text.split('\n')
  const rows = all.slice(all.findIndex(row => /^[\s|:-]+$/.test(row)) + 1)
  return rows.map(row =>
    tidy(
      row
        .replace(/^\s*\||\|\s*$/g, '')
        .replace(/\s*\|\s*/g, ' · ')
        .replace(/( · )+$/, '')
    )
  )
}

/**
 * Reads a page part by part. Talks are left out, and the reasons and replies that go with what is never said: they play
 * what the lines around them say, with other words each time, and a question would find them for the wrong one.
 */
class Parts {
  readonly #shelf: Shelf
  readonly #lang: Lang
  readonly all: Part[]
  #kind: LineKind | undefined

  constructor(page: Page, shelf: Shelf) {
    this.#shelf = shelf
    this.#lang = page.lang
    this.all = [{ title: page.front.title, anchor: '', lines: [{ text: page.front.summary }] }]
  }

  #add(text: string, { kind = this.#kind, ...where }: Omit<Line, 'text'> = {}): void {
    if (text !== '') this.all.at(-1)?.lines.push({ text, ...where, ...(kind && { kind }) })
  }

  #addRule(id: string): void {
    const rule = this.#shelf.rule(id)
    if (!rule) return
    const kind = rule.origin
    this.#add(rule.text[this.#lang], { anchor: id, name: bareName(rule, this.#lang), kind })
    for (const { words } of quotesOf(rule, this.#lang)) this.#add(words, { anchor: id, kind })
    if (rule.gap) this.#add(rule.gap[this.#lang], { anchor: id, kind: 'gap' })
  }

  #addPhrases(id: string): void {
    const phrase = this.#shelf.phrase(id)
    if (!phrase) return
    const lang = this.#lang
    this.#add(phrase.banned[lang].join(lang === 'zh' ? '；' : '; '), { kind: 'dont' })
    this.#add(phrase.why[lang])
  }

  #visitInside(node: Node, kind = this.#kind): void {
    const outside = this.#kind
    this.#kind = kind
    for (const child of node.children ?? []) this.visit(child)
    this.#kind = outside
  }

  #visitComponent(node: Node): void {
    const property = (name: string) => propertyOf(node, name)
    if (node.name === 'Rule') this.#addRule(property('id'))
    else if (node.name === 'Phrases') this.#addPhrases(property('id'))
    else if (node.name === 'Step') this.#add(tidy((node.children ?? []).map(wordsOf).join(' ')), { anchor: property('id') })
    else if (node.name === 'SayDontSay') {
      this.#add(property('say'), { kind: 'say' })
      this.#add(property('dont'), { kind: 'dont' })
    } else if (node.name !== 'Talk') this.#visitInside(node, INSIDE[node.name ?? ''])
  }

  visit(node: Node): void {
    const { type, children = [] } = node
    if (type === 'heading') {
      const [, title = '', anchor = ''] = /^(.*?)\s*\[#([^\]]*)\]\s*$/s.exec(wordsOf(node)) ?? []
      this.all.push({ title, anchor, lines: [] })
    } else if (type === 'paragraph' && !children.every(child => child.type.startsWith('mdxJsx')))
      for (const text of paragraph(wordsOf(node))) this.#add(text)
    else if (type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement') this.#visitComponent(node)
    else if (type === 'text') this.#add(tidy(node.value ?? ''))
    else this.#visitInside(node)
  }
}

function partsOf(page: Page, shelf: Shelf): Part[] {
  const parts = new Parts(page, shelf)
  const parsed = parsePage(page)
  if (parsed.type === 'tree') parts.visit(parsed.root)
  return parts.all
}

function sectionsOfPages(shelf: Shelf, lang: Lang): Section[] {
  return inOrder(shelf.library, lang).flatMap(({ page, group }) =>
    partsOf(page, shelf).map(({ title, anchor, lines }) => ({
      path: below(pageAddress(lang, page.id, anchor)),
      title,
      page: anchor === '' ? '' : page.front.title,
      group: group.title[lang],
      lines: group.id === ABOUT && anchor !== '' ? [] : lines
    }))
  )
}

/** A tool, a module, an exam: what it is called, what it is for, what stands in it. */
function sectionsOfTools(shelf: Shelf, lang: Lang): Section[] {
  const { library } = shelf
  const kinds = KINDS[lang]
  const section = (path: string, title: string, group: string, text: string, name?: string): Section => ({
    path,
    title,
    page: '',
    group,
    lines: [{ text: tidy(text), ...(name !== undefined && { name }) }]
  })
  return [
    ...toolPages(shelf, lang).map(({ path, title, kind, summary, words, lines = [] }): Section => {
      const own = section(path, title, kind, summary, words.length > 0 ? words.join(' ') : undefined)
      return { ...own, lines: [...own.lines, ...lines.map(text => ({ text: tidy(text) }))] }
    }),
    ...library.modules.map(({ id, title, summary }) => section(below(moduleAddress(lang, id)), title[lang], kinds.module, summary[lang])),
    ...library.paths.map(({ id, title, summary }) => section(below(pathAddress(lang, id)), title[lang], kinds.path, summary[lang])),
    ...library.exams.map(({ id, title, summary }) => section(below(examAddress(lang, id)), title[lang], kinds.exam, summary[lang]))
  ]
}

export function sectionsOf(shelf: Shelf, lang: Lang): Section[] {
  return [...sectionsOfPages(shelf, lang), ...sectionsOfTools(shelf, lang)].map(({ path, title, page, group, lines }) => ({
    path,
    title,
    page,
    group,
    lines: lines.filter(({ text }) => text !== '')
  }))
}
