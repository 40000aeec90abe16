/** Figures agree with the register wherever the handbook speaks for itself. Distractors may be wrong; keys may not. */
import { LANGS } from '../../lang/text.ts'
import { rightFeedback, rightTexts } from '../../quiz/options.ts'
import type { Question } from '../../quiz/question.ts'
import { slips } from '../figures.ts'
import type { Library, Page } from '../library.ts'
import { elementsOf, outlineOf } from '../outline.ts'
import { rulesCited, rulesTaught } from '../page.ts'
import { mistake, type Problem, type Spot } from '../problem.ts'
import type { Trail } from '../read.ts'
import { isOwnVoice, unquoted } from './phrases.ts'

export function* checkFigures(library: Library): Iterable<Problem> {
  const figures = new Map([...library.rules.values()].map(rule => [rule.id, rule.figures ?? {}]))
  const tell = function* (
    text: string,
    lang: (typeof LANGS)[number],
    named: ReadonlySet<string>,
    spot: (before: string) => Spot
  ): Iterable<Problem> {
    for (const { rule, figure, found, wanted, at } of slips(text, lang, figures, named)) {
      const what =
        wanted === undefined
          ? `This gives “${found}”, and the source has lost the figure (${rule}).`
          : `This says “${found}” where the standard has ${wanted} (${rule}, ${figure}).`
      const hint =
        wanted === undefined ? 'Say that it is lost, and what to do meanwhile.' : 'Figures stand in content/standards/; take it from there.'
      yield mistake('wrong-figure', spot(text.slice(0, at)), what, hint)
    }
  }

  for (const { text, lang, entry, trail, named } of statements(library)) yield* tell(text, lang, named, () => library.spot(entry, trail))
  for (const page of library.pages) {
    const named = new Set([...rulesTaught(page), ...rulesCited(page)].map(({ rule }) => rule))
    for (const { text, spot } of voiceOf(page, library)) yield* tell(text, page.lang, named, spot)
  }
}

interface Statement {
  readonly text: string
  readonly lang: (typeof LANGS)[number]
  readonly entry: string
  readonly trail: Trail
  readonly named: ReadonlySet<string>
}

/** What the YAML files say for the handbook. */
function* statements(library: Library): Iterable<Statement> {
  for (const lang of LANGS) {
    for (const rule of library.rules.values()) {
      const named = new Set([rule.id])
      yield { text: rule.name[lang], lang, entry: `rule:${rule.id}`, trail: ['name', lang], named }
      yield { text: rule.text[lang], lang, entry: `rule:${rule.id}`, trail: ['text', lang], named }
    }
    for (const question of library.questions) yield* keyTexts(question, lang)
    for (const list of library.checklists) {
      for (const [stage, { steps }] of list.stages.entries()) {
        for (const [index, step] of steps.entries()) {
          yield {
            text: step.text[lang],
            lang,
            entry: `checklist:${list.id}`,
            trail: ['stages', stage, 'steps', index, 'text', lang],
            named: new Set(step.rule ? [step.rule] : [])
          }
        }
      }
    }
    for (const form of library.forms)
      yield { text: form.note[lang], lang, entry: `form:${form.id}`, trail: ['note', lang], named: new Set([form.rule]) }
  }
}

function* keyTexts(question: Question, lang: (typeof LANGS)[number]): Iterable<Statement> {
  const named = new Set(question.rules)
  const entry = `question:${question.id}`
  for (const { text, trail } of rightTexts(question)) yield { text: text[lang], lang, entry, trail: [...trail, lang], named }
  // Feedback may quote the mistake that it warns of.
  for (const { feedback, trail } of rightFeedback(question))
    yield { text: unquoted(feedback[lang]), lang, entry, trail: [...trail, lang], named }
}

/** What a page says for the handbook, and what it tells its reader to say. */
function* voiceOf(page: Page, library: Library): Iterable<{ text: string; spot: (before: string) => Spot }> {
  for (const key of ['title', 'summary'] as const) {
    yield { text: page.front[key], spot: () => library.spot(`page:${page.lang}/${page.id}`, [key]) }
  }
  const outline = outlineOf(page)
  for (const run of outline.runs.filter(isOwnVoice)) {
    yield { text: unquoted(run.text), spot: before => ({ file: page.file, line: run.line + before.split('\n').length - 1 }) }
  }
  for (const element of elementsOf(outline, 'SayDontSay')) {
    for (const { name, value, line } of element.properties) {
      if (value && (name === 'say' || name === 'why'))
        yield { text: name === 'say' ? value : unquoted(value), spot: () => ({ file: page.file, line }) }
    }
  }
}
