/**
 * The outline of a page: its headings, components, links and texts in their order, each with its line.
 * Parsed once per page and process. Build time only.
 */
import type { PageText } from './library.ts'
import { type Node, parsePage } from './mdx.ts'
import type { Problem } from './problem.ts'

export interface Heading {
  readonly type: 'heading'
  readonly line: number
  readonly depth: number
  readonly text: string
  /** From `[#id]` at its end. */
  readonly id: string | undefined
}

export interface Property {
  readonly name: string
  /** The text it was given; undefined when it has none or is an expression. */
  readonly value: string | undefined
  readonly line: number
}

export interface Element {
  readonly type: 'element'
  readonly line: number
  /** Empty for a fragment. */
  readonly name: string
  readonly properties: readonly Property[]
  /** Names of the components around it, the outermost first. */
  readonly inside: readonly string[]
  /** True when there is no text and no component in it. */
  readonly empty: boolean
  /** True when it has words of its own that stand in no further component. */
  readonly wordy: boolean
  /** True when it stands among the words of a paragraph. */
  readonly inSentence: boolean
}

/** The words of one paragraph, heading or table. Words in a component inside it are a run of their own. */
export interface Run {
  readonly line: number
  readonly text: string
  readonly inside: readonly string[]
}

export interface Link {
  readonly line: number
  /** Empty for an image whose address stands in a definition, which is a link of its own. */
  readonly url: string
  readonly image: boolean
  /** What stands for the image; undefined for a link. */
  readonly alt?: string
}

/** Something that a page can't have: a brace or an import. */
export interface Code {
  readonly line: number
  readonly what: 'expression' | 'import'
}

export interface Outline {
  /** False when the page could not be parsed; then everything below is empty and `refused` says why. */
  readonly readable: boolean
  readonly refused?: Problem
  readonly parts: readonly (Heading | Element)[]
  readonly runs: readonly Run[]
  readonly links: readonly Link[]
  readonly code: readonly Code[]
}

const lineOf = (node: Node) => node.position?.start.line ?? 1
const isElement = (node: Node) => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'

/** The words of a block, without those inside components. */
function wordsOf(node: Node): string {
  if (isElement(node)) return ''
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value ?? ''
  if (node.type === 'break') return '\n'
  return (node.children ?? []).map(wordsOf).join('')
}

function propertiesOf(node: Node): Property[] {
  return (node.attributes ?? []).map(attribute => ({
    name: attribute.type === 'mdxJsxAttribute' ? (attribute.name ?? '') : '{…}',
    value: typeof attribute.value === 'string' && attribute.type === 'mdxJsxAttribute' ? attribute.value : undefined,
    line: attribute.position?.start.line ?? lineOf(node)
  }))
}

function hasContent(node: Node): boolean {
  return (node.children ?? []).some(
    child => isElement(child) || child.type === 'image' || (child.value ?? '').trim() !== '' || hasContent(child)
  )
}

const BLOCKS = new Set(['paragraph', 'heading', 'code'])

function headingOf(node: Node): Heading {
  const words = wordsOf(node)
  const match = /^(.*?)\s*\[#([^\]]*)\]\s*$/s.exec(words)
  return { type: 'heading', line: lineOf(node), depth: node.depth ?? 0, text: match?.[1] ?? words, id: match?.[2] }
}

function parse(page: PageText): Outline {
  const parsed = parsePage(page)
  const parts: (Heading | Element)[] = []
  const runs: Run[] = []
  const links: Link[] = []
  const code: Code[] = []

  function addRun(node: Node, words: string, inside: readonly string[]) {
    if (words.trim() !== '') runs.push({ line: lineOf(node), text: words, inside })
  }
  function addElement(node: Node, inside: readonly string[], inSentence: boolean) {
    const children = node.children ?? []
    // `<Gap>one line</Gap>` has its words as children; a block of lines has paragraphs.
    const own = children
      .map(child =>
        child.type === 'text' ? (child.value ?? '') : BLOCKS.has(child.type) ? wordsOf(child) : child.type === 'list' ? 'list' : ''
      )
      .join('')
    parts.push({
      type: 'element',
      line: lineOf(node),
      name: node.name ?? '',
      properties: propertiesOf(node),
      inside,
      empty: !hasContent(node),
      wordy: own.trim() !== '',
      inSentence
    })
  }
  function visit(node: Node, inside: readonly string[], inSentence: boolean) {
    if (node.type === 'heading') parts.push(headingOf(node))
    if (isElement(node)) addElement(node, inside, inSentence)
    if (node.type === 'link' || node.type === 'definition') links.push({ line: lineOf(node), url: node.url ?? '', image: false })
    if (node.type === 'image' || node.type === 'imageReference')
      links.push({ line: lineOf(node), url: node.url ?? '', image: true, alt: node.alt ?? '' })
    if (/^mdx(Flow|Text)Expression$/.test(node.type)) code.push({ line: lineOf(node), what: 'expression' })
    if (node.type === 'mdxjsEsm') code.push({ line: lineOf(node), what: 'import' })
    const around = isElement(node) ? [...inside, node.name ?? ''] : inside
    const block = BLOCKS.has(node.type)
    const words = block ? wordsOf(node) : ''
    if (block) addRun(node, words, inside)
    if (node.type === 'mdxJsxTextElement') addRun(node, (node.children ?? []).map(wordsOf).join(''), around)
    for (const child of node.children ?? []) visit(child, around, block ? words.trim() !== '' : inSentence && !isElement(node))
  }

  if (parsed.type === 'refused') return { readable: false, refused: parsed.problem, parts, runs, links, code }
  visit(parsed.root, [], false)
  return { readable: true, parts, runs, links, code }
}

const parsed = new WeakMap<PageText, Outline>()

export function outlineOf(page: PageText): Outline {
  const known = parsed.get(page)
  if (known) return known
  const outline = parse(page)
  parsed.set(page, outline)
  return outline
}

export function elementsOf(outline: Outline, name?: string): Element[] {
  return outline.parts.filter(part => part.type === 'element').filter(part => name === undefined || part.name === name)
}

export function headingsOf(outline: Outline): Heading[] {
  return outline.parts.filter(part => part.type === 'heading')
}

export function propertyOf(element: Element, property: string): string | undefined {
  return element.properties.find(({ name }) => name === property)?.value
}
