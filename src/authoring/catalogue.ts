/**
 * What the site publishes of its content for other tools: ids, titles and how they belong together. Pure.
 *
 * It holds no key, no choice and no text of a question: whoever fetches it can't learn an answer from it.
 */
import { createHash } from 'node:crypto'
import { LANGS, type Lang, type Text } from '../lang/text.ts'
import type { Kind } from '../quiz/question.ts'
import { testedRules, UNTESTED } from '../standards/coverage.ts'
import type { Origin } from '../standards/rule.ts'
import { codeOf } from './codes.ts'
import type { Library } from './library.ts'
import { homes, rulesCited, rulesTaught } from './page.ts'

export interface Catalogue {
  readonly format: 1
  readonly languages: readonly Lang[]
  /** Twelve hex digits that change with any content. */
  readonly revision: string
  readonly rules: readonly {
    readonly id: string
    /** Stands for it in links and QR codes. */
    readonly code: number
    readonly origin: Origin
    readonly name: Text
    /** The page that teaches it first, then those that cite it. */
    readonly pages: readonly string[]
    readonly questions: readonly string[]
  }[]
  readonly pages: readonly {
    readonly id: string
    readonly group: string
    readonly title: Partial<Text>
    readonly revision: number
    readonly updated: string
  }[]
  readonly modules: readonly {
    readonly id: string
    /** Stands for it in links and QR codes. */
    readonly code: number
    readonly title: Text
    readonly pages: readonly string[]
    readonly questions: number
    readonly draw: number
    readonly pass: number
    readonly minutes: number
  }[]
  readonly exams: readonly {
    readonly id: string
    readonly title: Text
    readonly path: string
    /** Questions in one attempt. */
    readonly questions: number
    readonly pass: number
    readonly minutes: number
    readonly attempts: number
  }[]
  readonly paths: readonly { readonly id: string; readonly title: Text; readonly modules: readonly string[] }[]
  readonly questions: readonly {
    readonly id: string
    readonly kind: Kind
    readonly module: string
    readonly rules: readonly string[]
    readonly revision: number
  }[]
}

/** What a reader can see or be asked; a library has more. */
type Contents = Partial<Library> &
  Pick<Library, 'topics' | 'phrases' | 'questions' | 'modules' | 'paths' | 'exams' | 'groups' | 'checklists' | 'forms' | 'pages'>

/** A hash of all that a reader can see or be asked. */
export function revisionOf(library: Contents): string {
  const { topics, phrases, questions, modules, paths, exams, groups, checklists, forms } = library
  const pages = library.pages.map(({ id, lang, front, body }) => ({ id, lang, front, body }))
  const whole = JSON.stringify({ topics, phrases, questions, modules, paths, exams, groups, checklists, forms, pages })
  return createHash('sha256').update(whole).digest('hex').slice(0, 12)
}

export function catalogue(library: Library): Catalogue {
  return {
    format: 1,
    languages: LANGS,
    revision: revisionOf(library),
    rules: rulesOf(library),
    pages: pagesOf(library),
    modules: library.modules.map(({ id, title, pages, draw, pass, minutes }) => {
      const questions = library.questions.filter(question => question.module === id).length
      return { id, code: codeOf(id), title, pages, questions, draw, pass, minutes }
    }),
    exams: library.exams.map(({ id, title, path, picks, pass, minutes, attempts }) => {
      return { id, title, path, questions: picks.reduce((sum, pick) => sum + pick.count, 0), pass, minutes, attempts }
    }),
    paths: library.paths.map(({ id, title, modules }) => ({ id, title, modules })),
    questions: library.questions.map(({ id, kind, module, rules, revision }) => ({ id, kind, module, rules, revision }))
  }
}

function rulesOf(library: Library): Catalogue['rules'] {
  const tested = testedRules(library.questions)
  const home = homes(library)
  const named = new Map<string, Set<string>>()
  for (const page of library.pages) {
    for (const { rule } of [...rulesTaught(page), ...rulesCited(page)]) named.set(rule, (named.get(rule) ?? new Set()).add(page.id))
  }
  return [...library.rules.values()].map(({ id, origin, name }) => {
    const first = home.get(id)?.page
    const pages = [...new Set([...(first === undefined ? [] : [first]), ...(named.get(id) ?? [])])]
    return { id, code: codeOf(id), origin, name, pages, questions: (tested.get(id) ?? UNTESTED).by }
  })
}

/** In the order of the groups, each page once with its title in both languages. */
function pagesOf(library: Library): Catalogue['pages'] {
  return library.groups.flatMap(group =>
    group.pages.flatMap(slug => {
      const id = `${group.id}/${slug}`
      const halves = library.pages.filter(page => page.id === id)
      const [first] = halves
      if (!first) return []
      const title: Partial<Text> = Object.fromEntries(halves.map(half => [half.lang, half.front.title]))
      const updated =
        halves
          .map(half => half.front.updated)
          .sort()
          .at(-1) ?? first.front.updated
      return [{ id, group: group.id, title, revision: Math.max(...halves.map(half => half.front.revision)), updated }]
    })
  )
}
