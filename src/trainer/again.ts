/** The weak rules once more, for those who missed them: a draft, and whom it is for. */
import { LONGEST } from '../training/assignment.ts'
import { type Draft, EMPTY_DRAFT } from './draft.ts'
import type { Weakness } from './understood.ts'

export interface Again {
  readonly rules: readonly string[]
  readonly modules: readonly string[]
  /** Keys of staff numbers. */
  readonly people: readonly string[]
}

/** `order`: the modules' ids as the handbook has them. */
export function againOf(weak: readonly Weakness[], order: readonly string[]): Again {
  const modules = new Set(weak.flatMap(one => one.modules))
  return {
    rules: weak.map(({ rule }) => rule),
    modules: order.filter(id => modules.has(id)),
    people: [...new Set(weak.flatMap(({ people }) => people))]
  }
}

/** As much of a text as so many bytes of UTF-8 hold. */
export function cut(text: string, bytes: number): string {
  const size = (some: string) => new TextEncoder().encode(some).length
  if (size(text) <= bytes) return text
  let kept = ''
  for (const character of text) {
    if (size(`${kept}${character}…`) > bytes) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** `due`: as a field for date and time has it. The rules must not be answered wrongly: else a pass would say nothing of them. */
export function draftAgain({ rules, modules }: Again, title: string, by: string, due: string): Draft {
  return { ...EMPTY_DRAFT, title: cut(title, LONGEST.title), by, due, modules, mustPass: rules }
}
