/** What the page of a learner's knowledge fetches: the rules, where they stand, and which questions test them. */
import type { AskedNow, RuleNow } from './mastery.ts'
import type { MasteryWords } from './masteryWords.ts'

export interface RuleEntry extends RuleNow {
  readonly name: string
  /** Address of its heading in the handbook. */
  readonly href: string
}

export interface ModuleEntry {
  readonly id: string
  readonly title: string
  readonly href: string
  /** Ids of the rules that its questions test first. */
  readonly rules: readonly string[]
}

export interface RuleBook {
  /** BCP 47 tag, for dates. */
  readonly locale: string
  readonly words: MasteryWords
  /** By topic, in the order in which the handbook teaches them. */
  readonly topics: readonly { readonly id: string; readonly title: string; readonly rules: readonly RuleEntry[] }[]
  readonly modules: readonly ModuleEntry[]
  readonly paths: readonly { readonly id: string; readonly title: string; readonly href: string; readonly modules: readonly string[] }[]
  readonly questions: readonly AskedNow[]
}
