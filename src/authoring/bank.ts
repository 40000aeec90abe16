/** The whole bank with its keys, for whoever may see them. The site never publishes it. Pure. */
import { LANGS, type Lang } from '../lang/text.ts'
import type { Phrase } from '../phrases/phrase.ts'
import type { Question } from '../quiz/question.ts'
import type { Rule } from '../standards/rule.ts'
import { revisionOf } from './catalogue.ts'
import type { Library } from './library.ts'
import { type Home, homes } from './page.ts'
import type { Exam, Module, Path } from './schema.ts'

export interface Bank {
  readonly format: 1
  readonly revision: string
  readonly languages: readonly Lang[]
  readonly modules: readonly Module[]
  readonly paths: readonly Path[]
  readonly exams: readonly Exam[]
  readonly rules: readonly (Rule & { readonly home?: Home })[]
  readonly phrases: readonly Phrase[]
  readonly questions: readonly Question[]
}

export function bank(library: Library): Bank {
  const home = homes(library)
  const rules = [...library.rules.values()].map(rule => {
    const at = home.get(rule.id)
    return at ? { ...rule, home: at } : rule
  })
  const { modules, paths, exams, phrases, questions } = library
  return { format: 1, revision: revisionOf(library), languages: LANGS, modules, paths, exams, rules, phrases, questions }
}
