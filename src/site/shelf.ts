/**
 * What the pages of the site look up, in maps made once: no page may do work that grows with the handbook.
 */
import type { Library, Page } from '../authoring/library.ts'
import { homes } from '../authoring/page.ts'
import type { Checklist, Form, Group, Module } from '../authoring/schema.ts'
import type { Lang } from '../lang/text.ts'
import type { Phrase } from '../phrases/phrase.ts'
import type { Question } from '../quiz/question.ts'
import type { Rule, Topic } from '../standards/rule.ts'

/** What of the library stands on the shelf. */
export type Books = Pick<
  Library,
  | 'topics'
  | 'rules'
  | 'phrases'
  | 'questions'
  | 'modules'
  | 'paths'
  | 'exams'
  | 'groups'
  | 'checklists'
  | 'forms'
  | 'synonyms'
  | 'pages'
  | 'ledger'
>

/** A page in its place: its group and its neighbours in the order of the handbook. */
export interface Shelved {
  readonly page: Page
  readonly group: Group
  readonly previous?: Page
  readonly next?: Page
}

export interface Shelf {
  readonly library: Books
  /** `LANG/group/slug`. */
  page(lang: Lang, id: string): Shelved | undefined
  pagesOf(lang: Lang, group: Group): Page[]
  /** In the order in which the handbook teaches them. */
  readonly topics: readonly Topic[]
  rule(id: string): Rule | undefined
  /** Page that teaches a rule. */
  homeOf(rule: string): string | undefined
  questionsOn(rule: string): readonly Question[]
  question(id: string): Question | undefined
  module(id: string): Module | undefined
  /** The first module that asks about a page. */
  moduleOf(page: string): Module | undefined
  questionsIn(module: string): readonly Question[]
  phrase(id: string): Phrase | undefined
  form(id: string): Form | undefined
  checklist(id: string): Checklist | undefined
  /** Whether a checklist calls the rule's step critical. */
  isCritical(rule: string): boolean
}

/** Pages of one language in the order of the handbook; pages that no group lists are left out. */
export function inOrder(library: Books, lang: Lang): { page: Page; group: Group }[] {
  const pages = new Map(library.pages.filter(page => page.lang === lang).map(page => [page.id, page]))
  return library.groups.flatMap(group =>
    group.pages.flatMap(slug => {
      const page = pages.get(`${group.id}/${slug}`)
      return page ? [{ page, group }] : []
    })
  )
}

function shelve(library: Books): Map<string, Shelved> {
  const shelved = new Map<string, Shelved>()
  for (const lang of ['zh', 'en'] as const) {
    const order = inOrder(library, lang)
    order.forEach(({ page, group }, index) => {
      const previous = order[index - 1]?.page
      const next = order[index + 1]?.page
      shelved.set(`${lang}/${page.id}`, { page, group, ...(previous && { previous }), ...(next && { next }) })
    })
  }
  return shelved
}

function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of new Set(keysOf(item))) groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return groups
}

function topicsIn(library: Books, homes: ReadonlyMap<string, { page: string }>): Topic[] {
  const order = library.groups.flatMap(group => group.pages.map(slug => `${group.id}/${slug}`))
  const placeOf = (topic: Topic) => {
    const places = topic.rules.flatMap(rule => homes.get(rule.id)?.page ?? []).map(page => order.indexOf(page))
    return places.length === 0 ? order.length : Math.min(...places)
  }
  return [...library.topics].sort((a, b) => placeOf(a) - placeOf(b))
}

const byId = <T extends { id: string }>(items: readonly T[]) => new Map(items.map(item => [item.id, item]))

export function shelfOf(library: Books): Shelf {
  const shelved = shelve(library)
  const home = homes(library)
  const testing = grouped(library.questions, question => question.rules)
  const asked = grouped(library.questions, question => [question.module])
  const questions = byId(library.questions)
  const modules = byId(library.modules)
  const asking = grouped(library.modules, module => module.pages)
  const phrases = byId(library.phrases)
  const forms = byId(library.forms)
  const checklists = byId(library.checklists)
  const steps = library.checklists.flatMap(checklist => checklist.stages.flatMap(stage => stage.steps))
  const critical = new Set(steps.filter(step => step.critical).map(step => step.rule))
  return {
    library,
    page: (lang, id) => shelved.get(`${lang}/${id}`),
    pagesOf: (lang, group) => group.pages.flatMap(slug => shelved.get(`${lang}/${group.id}/${slug}`)?.page ?? []),
    topics: topicsIn(library, home),
    rule: id => library.rules.get(id),
    homeOf: rule => home.get(rule)?.page,
    questionsOn: rule => testing.get(rule) ?? [],
    question: id => questions.get(id),
    module: id => modules.get(id),
    moduleOf: page => asking.get(page)?.[0],
    questionsIn: module => asked.get(module) ?? [],
    phrase: id => phrases.get(id),
    form: id => forms.get(id),
    checklist: id => checklists.get(id),
    isCritical: rule => critical.has(rule)
  }
}
