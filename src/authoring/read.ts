/**
 * Reads YAML and MDX files so that every value knows its line. Build time only.
 * Nothing here throws for what an author wrote: a mistake is a `Problem`.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { z } from 'astro/zod'
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { Problem } from './problem.ts'
import { wording } from './wording.ts'

export type Trail = readonly (string | number)[]

/** A YAML file whose shape was checked, and the way back to its lines. */
export interface Source<T> {
  readonly file: string
  /** The data; undefined when it did not have the right shape. */
  readonly data: T | undefined
  /** What the file holds, whatever its shape; undefined when it is no YAML. */
  readonly raw: unknown
  readonly problems: readonly Problem[]
  /** Line of the value at `trail`, or of the nearest one around it; 1-based. */
  lineOf(trail: Trail): number
}

function lineIn(document: Document, counter: LineCounter, trail: Trail, first: number): number {
  for (let length = trail.length; length > 0; length--) {
    const node = document.getIn(trail.slice(0, length), true)
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line + first - 1
  }
  return first
}

/** Line of the first of these keys in the map at `trail`. */
function keyLineIn(document: Document, counter: LineCounter, trail: Trail, keys: readonly string[], first: number): number {
  const map = trail.length > 0 ? document.getIn(trail, true) : document.contents
  const pair = isMap(map) ? map.items.find(({ key }) => isScalar(key) && keys.includes(String(key.value))) : undefined
  if (pair && isNode(pair.key) && pair.key.range) return counter.linePos(pair.key.range[0]).line + first - 1
  return lineIn(document, counter, trail, first)
}

function notYaml(file: string, line: number, code: string, message: string): Problem {
  if (code === 'DUPLICATE_KEY')
    return {
      file,
      line,
      kind: 'duplicate-key',
      what: 'A key stands twice in one entry.',
      hint: 'Keep one of them; YAML would silently drop the other.'
    }
  const hint = 'Text with a colon, a quote or a bracket goes between double quotes; indentation is two spaces and never a tab.'
  return { file, line, kind: 'bad-yaml', what: `This is not valid YAML: ${message.replace(/\.$/, '')}.`, hint }
}

/** Plain data, or the reason why there is none (an alias that leads to itself, or to too much). */
function toData(document: Document): { raw: unknown; reason?: string } {
  try {
    return { raw: document.toJS() }
  } catch (error) {
    return { raw: undefined, reason: error instanceof Error ? error.message : String(error) }
  }
}

export function parseYaml<T>(file: string, body: string, schema: z.ZodType<T>, firstLine = 1): Source<T> {
  const counter = new LineCounter()
  const document = parseDocument(body, { lineCounter: counter, prettyErrors: false, logLevel: 'error' })
  const lineOf = (trail: Trail) => lineIn(document, counter, trail, firstLine)
  const at = (offset: number) => counter.linePos(offset).line + firstLine - 1
  const errors = document.errors.map(error => notYaml(file, at(error.pos[0]), error.code, error.message))
  if (errors.length > 0) return { file, data: undefined, raw: undefined, problems: errors, lineOf }

  const { raw, reason } = toData(document)
  if (reason !== undefined) return { file, data: undefined, raw, problems: [notYaml(file, firstLine, '', reason)], lineOf }
  const checked = schema.safeParse(raw)
  if (checked.success) return { file, data: checked.data, raw, problems: [], lineOf }
  const { issues } = checked.error
  const problems = issues.map(issue => {
    const trail = issue.path as Trail
    const line = issue.code === 'unrecognized_keys' ? keyLineIn(document, counter, trail, issue.keys, firstLine) : lineOf(trail)
    return { file, line, ...wording(issue, raw, issues) }
  })
  return { file, data: undefined, raw, problems, lineOf }
}

export function readYaml<T>(root: string, file: string, schema: z.ZodType<T>): Source<T> {
  const path = join(root, file)
  if (!existsSync(path)) {
    const missing: Problem = {
      file,
      line: 1,
      kind: 'missing-file',
      what: 'This file is missing.',
      hint: 'Restore it; the handbook can’t be built without it.'
    }
    return { file, data: undefined, raw: undefined, problems: [missing], lineOf: () => 1 }
  }
  return parseYaml(file, readFileSync(path, 'utf8'), schema)
}

/** Files below `folder` that end in `ending`, as paths from `root` with forward slashes, sorted. */
export function filesBelow(root: string, folder: string, ending: string): string[] {
  const start = join(root, folder)
  if (!existsSync(start)) return []
  return readdirSync(start, { recursive: true, encoding: 'utf8' })
    .map(name => join(start, name))
    .filter(path => path.endsWith(ending) && statSync(path, { throwIfNoEntry: false })?.isFile())
    .map(path => relative(root, path).replaceAll('\\', '/'))
    .sort()
}

/** An MDX file cut into its frontmatter and its body. */
export function splitPage(source: string): { front: string; body: string; bodyLine: number } | undefined {
  const match = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(source)
  if (!match) return undefined
  return { front: match[1] ?? '', body: source.slice(match[0].length), bodyLine: match[0].split('\n').length }
}
