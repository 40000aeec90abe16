/** Ids that pages, checklists, forms, modules and phrases name: each exists. Those of questions are checked with the questions. */
import { componentOf, MOST_PICKS, picksOf } from '../components.ts'
import type { Library, Page } from '../library.ts'
import { type Element, elementsOf, outlineOf, type Property, propertyOf } from '../outline.ts'
import type { EntryType } from '../places.ts'
import { mistake, type Problem, type ProblemKind, type Spot } from '../problem.ts'

const SHELF = {
  rule: ['unknown-rule', 'Rule ids stand in content/standards/.'],
  phrase: ['unknown-phrase', 'Banned phrases stand in content/phrases.yaml.'],
  form: ['unknown-form', 'Forms stand in content/forms.yaml.'],
  module: ['unknown-module', 'Modules stand in content/modules.yaml.'],
  question: ['unknown-question', 'Questions stand in content/questions/.']
} as const satisfies Partial<Record<EntryType, readonly [ProblemKind, string]>>

function* known(library: Library, type: keyof typeof SHELF, id: string, spot: Spot): Iterable<Problem> {
  const [kind, hint] = SHELF[type]
  if (!library.knows(type, id)) yield mistake(kind, spot, `There is no ${type} "${id}".`, hint)
}

export function* checkReferences(library: Library): Iterable<Problem> {
  for (const page of library.pages) {
    for (const element of elementsOf(outlineOf(page))) {
      for (const property of element.properties) yield* checkProperty(library, page, element, property)
      if (element.name === 'Practice') yield* checkPractice(library, page, element)
    }
  }
  for (const list of library.checklists) {
    for (const [stage, { steps }] of list.stages.entries()) {
      for (const [index, { rule }] of steps.entries()) {
        if (rule) yield* known(library, 'rule', rule, library.spot(`checklist:${list.id}`, ['stages', stage, 'steps', index, 'rule']))
      }
    }
  }
  for (const form of library.forms) yield* known(library, 'rule', form.rule, library.spot(`form:${form.id}`, ['rule']))
  for (const phrase of library.phrases) yield* known(library, 'rule', phrase.id, library.spot(`phrase:${phrase.id}`, ['id']))
  for (const module of new Set(library.questions.map(question => question.module))) {
    yield* known(library, 'module', module, library.spot(`questions:${module}`))
  }
}

function* checkProperty(library: Library, page: Page, element: Element, { name, value, line }: Property): Iterable<Problem> {
  const refersTo = componentOf(element.name)?.properties[name]?.refersTo
  if (!value || !refersTo || refersTo === 'anchor' || refersTo === 'questions') return
  yield* known(library, refersTo, value, { file: page.file, line })
}

function* checkPractice(library: Library, page: Page, element: Element): Iterable<Problem> {
  const picks = picksOf(propertyOf(element, 'pick') ?? '')
  const module = propertyOf(element, 'module')
  const spot = { file: page.file, line: element.line }
  if (picks.length > MOST_PICKS)
    yield mistake(
      'practice-size',
      spot,
      `The practice set picks ${picks.length} questions.`,
      `Two to four are enough after a page; more than ${MOST_PICKS} is a check.`
    )
  for (const [index, id] of picks.entries()) {
    yield* known(library, 'question', id, spot)
    if (picks.indexOf(id) !== index)
      yield mistake('repeated-entry', spot, `The practice set picks "${id}" twice.`, 'Pick each question once.')
    const question = library.questions.find(question => question.id === id)
    if (question && module && question.module !== module) {
      yield mistake(
        'foreign-question',
        spot,
        `Question "${id}" belongs to the module "${question.module}", not to "${module}".`,
        'Pick questions of the module that is named.'
      )
    }
  }
}
