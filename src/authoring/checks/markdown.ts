/** The Markdown of a page: what MDX allows and the handbook does not, and the ids and levels of its headings. */
import type { Library, Page } from '../library.ts'
import { type Heading, headingsOf, outlineOf } from '../outline.ts'
import { mistake, type Problem } from '../problem.ts'

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/

export function* checkMarkdown(library: Library): Iterable<Problem> {
  for (const page of library.pages) {
    const outline = outlineOf(page)
    if (outline.refused) yield outline.refused
    yield* checkCode(page)
    yield* checkDirectives(page)
    yield* checkHeadings(page, headingsOf(outline))
    yield* checkAnchors(page)
  }
}

function* checkCode(page: Page): Iterable<Problem> {
  for (const { line, what } of outlineOf(page).code) {
    const spot = { file: page.file, line }
    if (what === 'expression')
      yield mistake(
        'expression',
        spot,
        'There is something in braces.',
        'Braces are code in a page and vanish or break the build. Write （） or [] instead.'
      )
    else
      yield mistake(
        'import',
        spot,
        'A line begins with import or export.',
        'Pages import nothing: their components are handed in. In prose, begin the line with another word.'
      )
  }
}

/** `:::note`, `::practice{…}`: other handbooks have them, and here they would show as text. */
function* checkDirectives(page: Page): Iterable<Problem> {
  for (const run of outlineOf(page).runs) {
    for (const [index, words] of run.text.split('\n').entries()) {
      if (/^\s*(:{3,}|::[a-z])/i.test(words)) {
        yield mistake(
          'directive',
          { file: page.file, line: run.line + index },
          'There are no directives with ::.',
          'Use a component, such as <Advice>…</Advice>; docs/AUTHORING.md lists them.'
        )
      }
    }
  }
}

function* checkHeadings(page: Page, headings: readonly Heading[]): Iterable<Problem> {
  let level = 1
  for (const heading of headings) {
    const spot = { file: page.file, line: heading.line }
    if (heading.id === undefined) {
      yield mistake(
        'heading-without-id',
        spot,
        `The heading “${heading.text.trim()}” has no id.`,
        'End it with [#a-short-word], the same in both languages. People link to it.'
      )
    } else if (!ID.test(heading.id)) {
      yield mistake(
        'bad-id',
        spot,
        `The heading id "${heading.id}" is malformed.`,
        'An id is lower-case words joined by hyphens, such as [#prove-fix].'
      )
    }
    if (heading.depth < 2 || heading.depth > 3) {
      yield mistake(
        'heading-level',
        spot,
        `“${heading.text.trim()}” is a heading of level ${heading.depth}.`,
        'The page’s title comes from the frontmatter; headings in the body are ## and ###.'
      )
    } else if (heading.depth > level + 1) {
      yield mistake('heading-level', spot, `“${heading.text.trim()}” is a ### with no ## above it.`, 'Make it ##, or put a ## before it.')
    }
    level = Math.max(heading.depth, 1)
  }
}

/** Headings, steps and rule cards share the page's ids. */
function* checkAnchors(page: Page): Iterable<Problem> {
  const seen = new Map<string, number>()
  for (const { id, line } of anchorsOf(page)) {
    const first = seen.get(id)
    if (first === undefined) seen.set(id, line)
    else
      yield mistake(
        'duplicate-id',
        { file: page.file, line },
        `The id "${id}" stands twice on this page; it is first at line ${first}.`,
        'Headings and steps share one set of ids. Give the newer one another.'
      )
  }
}

export interface Anchor {
  readonly id: string
  readonly line: number
}

/** What a link may point at on a page, apart from its rules. */
export function anchorsOf(page: Page): Anchor[] {
  return outlineOf(page).parts.flatMap(part => {
    const id =
      part.type === 'heading' ? part.id : part.name === 'Step' ? part.properties.find(({ name }) => name === 'id')?.value : undefined
    return id ? [{ id, line: part.line }] : []
  })
}
