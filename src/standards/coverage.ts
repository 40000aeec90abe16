/** Which rules are tested, and by which questions. Pure; which page teaches a rule is known at build time only. */

/** What coverage needs to know of a question. */
export interface Testing {
  readonly id: string
  /** The rules it tests; the first is the main one. */
  readonly rules: readonly string[]
}

export interface Tested {
  /** All questions that name the rule. */
  readonly by: readonly string[]
  /** Those of them whose main rule it is. */
  readonly mainlyBy: readonly string[]
}

export const UNTESTED: Tested = { by: [], mainlyBy: [] }

/** A rule that no question names is not in the map. */
export function testedRules(questions: readonly Testing[]): Map<string, Tested> {
  const tested = new Map<string, { by: string[]; mainlyBy: string[] }>()
  for (const { id, rules } of questions) {
    for (const rule of new Set(rules)) {
      const entry = tested.get(rule) ?? { by: [], mainlyBy: [] }
      entry.by.push(id)
      if (rules[0] === rule) entry.mainlyBy.push(id)
      tested.set(rule, entry)
    }
  }
  return tested
}
