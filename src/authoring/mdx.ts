/**
 * Parses the body of a page to a syntax tree whose lines are those of the file. Build time only.
 * What MDX refuses is told in an author's words; the parser's own are about characters and acorn.
 */
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { COMPONENTS } from './components.ts'
import type { PageText } from './library.ts'
import { mistake, type Problem, type ProblemKind } from './problem.ts'

export interface Attribute {
  readonly type: string
  readonly name?: string | undefined
  /** Null for a property without a value, an object for one in braces. */
  readonly value?: string | null | object | undefined
  readonly position?: { readonly start: { readonly line: number } } | undefined
}

/** A node of the tree, with those fields of Markdown and MDX that the check reads. */
export interface Node {
  readonly type: string
  readonly children?: readonly Node[] | undefined
  readonly value?: string | undefined
  readonly name?: string | null | undefined
  readonly attributes?: readonly Attribute[] | undefined
  readonly url?: string | undefined
  readonly alt?: string | null | undefined
  readonly depth?: number | undefined
  readonly position?: { readonly start: { readonly line: number } } | undefined
}

interface Refusal {
  readonly message: string
  readonly line?: number
  readonly ruleId?: string
  readonly source?: string
}

const parser = unified().use(remarkParse).use(remarkMdx)

/** The line of a tag is only in the message: `(12:1-12:6)`. */
function lineOf(refusal: Refusal, fallback: number): number {
  const open = /\((\d+):\d+-\d+:\d+\)/.exec(refusal.message)
  return Number(open?.[1] ?? refusal.line ?? fallback)
}

function wording(refusal: Refusal, source: string): [ProblemKind, string, string] {
  const { message, ruleId, source: part } = refusal
  const tag = /closing tag for `<(\w[\w.]*)>`/.exec(message)?.[1]
  const capital = tag && Object.keys(COMPONENTS).find(name => name !== tag && name.toLowerCase() === tag.toLowerCase())
  if (capital)
    return ['unknown-component', `There is no component <${tag}>.`, `Did you mean <${capital}>? Their names begin with a capital.`]
  if (tag)
    return [
      'unclosed-component',
      `<${tag}> is not closed where it should be.`,
      `Close it with </${tag}> on the same level: what begins in a list or a paragraph ends in it, and what begins on its own line ends on its own line.`
    ]
  if (ruleId === 'unexpected-closing-slash')
    return ['unclosed-component', 'A closing tag has no opening tag before it.', 'Remove it, or add the opening tag.']
  if (part === 'micromark-extension-mdx-expression')
    return [
      'expression',
      'There is an opening brace that begins no valid expression.',
      'Braces don’t work in a page. Write （） or [] instead.'
    ]
  if (part === 'micromark-extension-mdxjs-esm')
    return [
      'import',
      'A line begins with import or export.',
      'Pages import nothing: their components are handed in. In prose, begin the line with another word.'
    ]
  if (source.includes('<!--') && /`!`/.test(message))
    return ['raw-html', 'There is an HTML comment.', 'Remove it; notes for other authors go into the commit message.']
  const words = message.replace(/ \(note:.*/, '').replace(/, such as a letter, `\$`, or `_`/g, '')
  return [
    'bad-mdx',
    `The page can’t be read here: ${words}.`,
    'Close every tag and every quote. A < that begins no component is written &lt;.'
  ]
}

export type Parsed = { readonly type: 'tree'; readonly root: Node } | { readonly type: 'refused'; readonly problem: Problem }

export function parsePage(page: PageText): Parsed {
  try {
    return { type: 'tree', root: parser.parse('\n'.repeat(page.bodyLine - 1) + page.body) }
  } catch (error) {
    const refusal: Refusal = error instanceof Error ? error : { message: String(error) }
    const line = lineOf(refusal, page.bodyLine)
    const [kind, what, hint] = wording(refusal, page.body)
    return { type: 'refused', problem: mistake(kind, { file: page.file, line }, what, hint) }
  }
}
