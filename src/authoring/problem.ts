/** One authoring mistake, as an author is told of it. */

/** Every kind of mistake the check knows. Each has a folder in `tests/authoring/fixtures/` that proves it. */
export const KINDS = [
  // files and their shape
  'bad-yaml',
  'duplicate-key',
  'missing-file',
  'misplaced-file',
  'no-frontmatter',
  'unknown-key',
  'missing-key',
  'missing-language',
  'missing-feedback',
  'empty-text',
  'wrong-shape',
  'bad-id',
  'bad-date',
  'duplicate-id',
  'repeated-entry',
  // what one entry says of another
  'unknown-rule',
  'unknown-module',
  'unknown-path',
  'unknown-page',
  'unknown-question',
  'unknown-form',
  'unknown-checklist',
  'unknown-step',
  'form-field',
  'unknown-phrase',
  'foreign-question',
  // questions
  'unknown-kind',
  'too-few-choices',
  'too-many-choices',
  'no-key',
  'several-keys',
  'all-keys',
  'same-choices',
  'same-code',
  'choice-repeats-stem',
  'above-choice',
  'short-feedback',
  'verdict-feedback',
  'advice-tested',
  // single kinds of question
  'wrong-must',
  'unknown-group',
  'shared-partner',
  'empty-group',
  'unknown-reason',
  'gap-answer',
  'gap-place',
  'bad-answer',
  'model-falls-short',
  'dead-end',
  'unreachable-node',
  'endless-path',
  'no-stakes',
  'unknown-meter',
  // languages
  'no-chinese',
  'chinese-in-english',
  'same-text',
  'half-width',
  // the standard
  'rule-not-taught',
  'rule-taught-twice',
  'rule-taught-elsewhere',
  'rule-untested',
  'rule-tested-once',
  'rule-never-first',
  'gap-not-shown',
  'wrong-figure',
  'phrase-missing',
  'phrase-without-quote',
  'banned-in-key',
  'banned-in-replacement',
  'banned-in-say',
  'banned-in-prose',
  'banned-in-title',
  // pages: the Markdown
  'bad-mdx',
  'unclosed-component',
  'raw-html',
  'import',
  'expression',
  'directive',
  'heading-without-id',
  'heading-level',
  'image-without-alt',
  // pages: components
  'unknown-component',
  'unknown-property',
  'missing-property',
  'bad-property',
  'wrong-parent',
  'wrong-child',
  'empty-component',
  'practice-size',
  // pages: links
  'broken-link',
  'broken-anchor',
  'link-form',
  'link-leaves-language',
  'link-without-language',
  'external-link',
  'unsafe-link',
  // pages: order, dates and the other language
  'page-missing',
  'missing-translation',
  'page-not-in-groups',
  'page-in-two-groups',
  'page-without-module',
  'structure-differs',
  'translation-stale',
  'date-in-future',
  'updated-before-change',
  'changes-order',
  'review-overdue',
  // modules and paths
  'module-without-questions',
  'draw-too-large',
  'path-start',
  'module-in-no-path',
  // search
  'same-synonym',
  // the ledger of keys
  'bad-ledger',
  'not-in-ledger',
  'key-changed',
  'text-changed',
  'revision-lowered',
  'id-vanished',
  'retired-id-used',
  'ledger-outdated'
] as const
export type ProblemKind = (typeof KINDS)[number]

/** Where a mistake stands: path from the project's root, and a line that counts from 1. */
export interface Spot {
  readonly file: string
  readonly line: number
}

export interface Problem extends Spot {
  readonly kind: ProblemKind
  readonly what: string
  readonly hint: string
  /** A warning does not stop the build. */
  readonly warning?: true
}

export function mistake(kind: ProblemKind, { file, line }: Spot, what: string, hint: string): Problem {
  return { file, line, kind, what, hint }
}

export function warning(kind: ProblemKind, spot: Spot, what: string, hint: string): Problem {
  return { ...mistake(kind, spot, what, hint), warning: true }
}

/** `path:line  what is wrong` and, on the next line, what to do. */
export function toLines(problem: Problem): string {
  const mark = problem.warning ? 'Warning: ' : ''
  return `${problem.file}:${problem.line}  ${mark}${problem.what}\n  Hint: ${problem.hint}`
}

/** By file, then line, then wording: the order in which an author reads a run. */
export function inOrder(problems: Iterable<Problem>): Problem[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return [...problems].sort((a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.what, b.what))
}
