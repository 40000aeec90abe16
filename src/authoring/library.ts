/**
 * All of `content/` as typed data, for the check, the site and the commands. Build time only.
 *
 * `readLibrary` never throws for what an author wrote; what could not be read is left out and told in `problems`.
 * `loadLibrary` is for the build, which must not go on with mistakes.
 */
import type { Phrase } from '../phrases/phrase.ts'
import type { Question } from '../quiz/question.ts'
import type { Rule, Topic } from '../standards/rule.ts'
import { readChecklists, readLedger, readList, readQuestions, readTopics } from './entries.ts'
import type { Ledger } from './ledger.ts'
import { type Page, type PageText, readPages } from './pages.ts'
import { type EntryType, type Place, Places } from './places.ts'
import { type Problem, type Spot, toLines } from './problem.ts'
import type { Trail } from './read.ts'
import {
  type Checklist,
  type Exam,
  examEntry,
  examsFile,
  type Form,
  formEntry,
  formsFile,
  type Group,
  groupEntry,
  groupsFile,
  type Module,
  moduleEntry,
  modulesFile,
  type Path,
  pathEntry,
  pathsFile,
  phraseEntry,
  phrasesFile,
  type SynonymEntry,
  synonymEntry,
  synonymsFile
} from './schema.ts'

export type { Page, PageText } from './pages.ts'

export interface Library {
  readonly topics: readonly Topic[]
  readonly rules: ReadonlyMap<string, Rule>
  readonly phrases: readonly Phrase[]
  readonly questions: readonly Question[]
  readonly modules: readonly Module[]
  readonly paths: readonly Path[]
  readonly exams: readonly Exam[]
  readonly groups: readonly Group[]
  readonly checklists: readonly Checklist[]
  readonly forms: readonly Form[]
  readonly synonyms: readonly SynonymEntry[]
  readonly pages: readonly Page[]
  /** Pages that were left out because their frontmatter has mistakes. */
  readonly unreadPages: readonly PageText[]
  /** Undefined when it could not be read. */
  readonly ledger: Ledger | undefined
  readonly problems: readonly Problem[]
  /** Place of an entry: `rule:visit.form-first`, `question:ID`, `module:ID`, `page:zh/visit/after`, ... */
  placeOf(entry: string): Place
  /** The same as `file` and `line`, of a value inside the entry. */
  spot(entry: string, trail?: Trail): Spot
  /** True for an id that stands somewhere, even when its entry has mistakes and was left out. */
  knows(type: EntryType, id: string): boolean
  /** False when entries of this type were left out. */
  complete(type: EntryType): boolean
}

export function readLibrary(root: string): Library {
  const places = new Places()
  const topics = readTopics(root, places)
  const questions = readQuestions(root, places)
  const checklists = readChecklists(root, places)
  const { pages, unread } = readPages(root, places)
  const modules = readList(root, places, 'module', 'content/modules.yaml', modulesFile, moduleEntry)
  const order = new Map(modules.map((module, index) => [module.id, index]))
  questions.sort((a, b) => (order.get(a.module) ?? 99) - (order.get(b.module) ?? 99))

  return {
    topics,
    rules: new Map(topics.flatMap(topic => topic.rules.map(rule => [rule.id, rule]))),
    phrases: readList(root, places, 'phrase', 'content/phrases.yaml', phrasesFile, phraseEntry) as Phrase[],
    questions,
    modules,
    paths: readList(root, places, 'path', 'content/paths.yaml', pathsFile, pathEntry),
    exams: readList(root, places, 'exam', 'content/exams.yaml', examsFile, examEntry),
    groups: readList(root, places, 'group', 'content/groups.yaml', groupsFile, groupEntry),
    forms: readList(root, places, 'form', 'content/forms.yaml', formsFile, formEntry),
    checklists,
    synonyms: readList(root, places, 'synonym', 'content/synonyms.yaml', synonymsFile, synonymEntry),
    pages,
    unreadPages: unread,
    ledger: readLedger(root, places),
    problems: places.problems,
    placeOf: entry => places.placeOf(entry),
    spot: (entry, trail) => places.spot(entry, trail),
    knows: (type, id) => places.knows(type, id),
    complete: type => places.complete(type)
  }
}

let loaded: Library | undefined

/** The library for a build, read once. Throws with all problems when an author made a mistake. */
export function loadLibrary(root = process.cwd()): Library {
  if (loaded) return loaded
  const library = readLibrary(root)
  const errors = library.problems.filter(problem => !problem.warning)
  if (errors.length > 0) throw new Error(`content/ has mistakes:\n${errors.map(toLines).join('\n')}`)
  loaded = library
  return library
}
