/** What the schema says of a value, in words that an author knows. */
import type { z } from 'astro/zod'
import { KINDS } from '../quiz/question.ts'
import { isNear } from '../search/postings.ts'
import type { ProblemKind } from './problem.ts'

interface Wording {
  readonly kind: ProblemKind
  readonly what: string
  readonly hint: string
}

const LANGUAGE: Readonly<Record<string, string>> = { zh: 'Chinese', en: 'English' }
const COMPARE = 'Compare it with the other entries of this file.'

/** The value at `path` of what the file holds, or undefined. */
export function dig(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined
    here = Reflect.get(here, key)
  }
  return here
}

/** `choices.1.feedback`, led by the id of the entry it belongs to, because authors think in ids and not in numbers. */
function nameOf(path: readonly PropertyKey[], raw: unknown): string {
  for (let length = path.length - 1; length > 0; length--) {
    const id = dig(raw, [...path.slice(0, length), 'id'])
    if (typeof id === 'string') return `\`${path.slice(length).map(String).join('.')}\` of "${id}"`
  }
  return path.length > 0 ? `\`${path.map(String).join('.')}\`` : 'The file'
}

function missing(path: readonly PropertyKey[], name: string, owner: string): Wording {
  const last = String(path.at(-1) ?? '')
  const language = LANGUAGE[last]
  if (language && path.length > 1) {
    const kind = path.at(-2) === 'feedback' ? 'missing-feedback' : 'missing-language'
    return { kind, what: `${owner} has no ${language}.`, hint: `Add \`${last}\`. Both languages are complete, or the entry is not there.` }
  }
  if (last === 'feedback')
    return { kind: 'missing-feedback', what: `${name} is missing.`, hint: 'Every choice has feedback that says why, in both languages.' }
  if (path.length === 0)
    return { kind: 'wrong-shape', what: 'The file is empty.', hint: 'Restore its entries; the other files of this folder show how.' }
  return { kind: 'missing-key', what: `${name} is missing.`, hint: 'Add it; the other entries of this file show how.' }
}

function wrongType(issue: z.core.$ZodIssueInvalidType, name: string, value: unknown): Wording {
  const found = Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : `a ${typeof value}`
  if (issue.expected === 'string' && typeof value !== 'object') {
    return { kind: 'wrong-shape', what: `${name} is ${found} and must be a text.`, hint: 'Put it between double quotes.' }
  }
  const wanted = issue.expected === 'array' ? 'a list' : issue.expected === 'object' ? 'a map of keys and values' : `a ${issue.expected}`
  return { kind: 'wrong-shape', what: `${name} is ${found} and must be ${wanted}.`, hint: COMPARE }
}

/** A key that is missing beside an unknown one that is nearly written like it. */
function meant({ keys, path }: z.core.$ZodIssueUnrecognizedKeys, issues: readonly z.core.$ZodIssue[], raw: unknown): string | undefined {
  const isBeside = (other: readonly PropertyKey[]) => other.length === path.length + 1 && path.every((key, at) => key === other[at])
  const lacking = issues.flatMap(issue => (isBeside(issue.path) && dig(raw, issue.path) === undefined ? String(issue.path.at(-1)) : []))
  return lacking.find(one => keys.some(key => isNear(key, one, one.length > 7 ? 2 : 1)))
}

/** `raw` is the whole file as read, to tell what is missing from what is wrong; `issues`: all that the schema says of it. */
export function wording(issue: z.core.$ZodIssue, raw: unknown, issues: readonly z.core.$ZodIssue[] = [issue]): Wording {
  const path = issue.path
  const value = dig(raw, path)
  const name = nameOf(path, raw)
  if (issue.code === 'unrecognized_keys') {
    const owner =
      path.length === 0
        ? 'The file'
        : nameOf([...path, ''], raw)
            .replace('`` of ', '')
            .replace(/\.`/, '`')
    const better = meant(issue, issues, raw)
    return {
      kind: 'unknown-key',
      what: `${owner} has an unknown key: ${issue.keys.join(', ')}.`,
      hint: better ? `Did you mean \`${better}\`?` : 'Check the spelling, or remove it. docs/AUTHORING.md lists the keys.'
    }
  }
  if (issue.code === 'invalid_union' && path.at(-1) === 'kind' && value !== undefined) {
    return {
      kind: 'unknown-kind',
      what: `There is no kind of question "${String(value)}".`,
      hint: `The kinds are ${KINDS.join(', ')}.`
    }
  }
  if (value === undefined || value === null) return missing(path, name, nameOf(path.slice(0, -1), raw))
  if (issue.code === 'too_small' && issue.origin === 'string') {
    return { kind: 'empty-text', what: `${name} is empty.`, hint: 'Write the text, or remove the key if it is optional.' }
  }
  if (path.at(-1) === 'choices' && issue.code === 'too_small') {
    return {
      kind: 'too-few-choices',
      what: `${name} has fewer than three entries.`,
      hint: 'A question has three or four choices; two are a coin toss.'
    }
  }
  if (path.at(-1) === 'choices' && issue.code === 'too_big') {
    return { kind: 'too-many-choices', what: `${name} has more than six entries.`, hint: 'Keep the three or four that people really say.' }
  }
  if (issue.message.startsWith('a date'))
    return { kind: 'bad-date', what: `${name} is "${String(value)}", and that is no date.`, hint: 'Write a day that exists as YYYY-MM-DD.' }
  if (issue.code === 'invalid_format')
    return {
      kind: 'bad-id',
      what: `${name} is "${String(value)}", and ${issue.message}.`,
      hint: 'Only lower-case letters, digits and hyphens; no spaces.'
    }
  if (issue.code === 'invalid_type') return wrongType(issue, name, value)
  if (path.at(-1) === 'key')
    return {
      kind: 'wrong-shape',
      what: `${name} is "${String(value)}" and can only be true.`,
      hint: 'Write `key: true` at the right choice and nothing at the others.'
    }
  if (issue.code === 'invalid_value')
    return {
      kind: 'wrong-shape',
      what: `${name} is ${JSON.stringify(value)}, and that can’t be.`,
      hint: `It can be ${issue.values.map(String).join(', ')}.`
    }
  return { kind: 'wrong-shape', what: `${name}: ${issue.message}.`, hint: COMPARE }
}
