/** Mistakes in single questions: the rules they name, their keys and the ids of their choices. */
import { choiceSets } from '../../quiz/options.ts'
import type { Question } from '../../quiz/question.ts'
import { idsIn } from '../ids.ts'
import type { Library } from '../library.ts'
import { mistake, type Problem } from '../problem.ts'
import { checkChoices, type Tell } from './choices.ts'
import { checkKind } from './kinds.ts'

export function* checkQuestions(library: Library): Iterable<Problem> {
  for (const question of library.questions) {
    const tell: Tell = (kind, trail, what, hint) => mistake(kind, library.spot(`question:${question.id}`, trail), what, hint)
    yield* checkReferences(question, library, tell)
    yield* checkKeys(question, tell)
    yield* checkIds(question, tell)
    yield* checkKind(question, library, tell)
    yield* checkChoices(question, tell)
  }
}

function* checkReferences(question: Question, library: Library, tell: Tell): Iterable<Problem> {
  for (const [index, rule] of question.rules.entries()) {
    if (!library.knows('rule', rule))
      yield tell(
        'unknown-rule',
        ['rules', index],
        `Question "${question.id}" tests "${rule}", and there is no such rule.`,
        'Rule ids stand in content/standards/.'
      )
    if (question.rules.indexOf(rule) !== index)
      yield tell(
        'repeated-entry',
        ['rules', index],
        `Question "${question.id}" names the rule "${rule}" twice.`,
        'Name each rule once, the main one first.'
      )
  }
  const main = library.rules.get(question.rules[0] ?? '')
  if (main?.origin === 'advice') {
    yield tell(
      'advice-tested',
      ['rules', 0],
      `Question "${question.id}" tests "${main.id}", which is advice, as if it were the standard.`,
      'Put a rule of the standard first, or drop the question.'
    )
  }
}

/** Every set of choices has its key, and as many as its kind allows. */
function* checkKeys(question: Question, tell: Tell): Iterable<Problem> {
  for (const { trail, choices, several } of choiceSets(question)) {
    const keys = choices.filter(choice => choice.key).length
    if (keys === 0) yield tell('no-key', trail, `Question "${question.id}" has no key.`, 'Mark the right choice with `key: true`.')
    if (!several && keys > 1) {
      yield tell(
        'several-keys',
        trail,
        `Question "${question.id}" has ${keys} keys and its kind allows one.`,
        'Keep one `key: true`, or make the kind `multiple`.'
      )
    } else if (keys === choices.length) {
      yield tell(
        'all-keys',
        trail,
        `Every choice of question "${question.id}" is a key.`,
        'Add choices that people really take and that are wrong.'
      )
    }
  }
}

/** Answers are kept by the ids of choices, steps, items, groups, gaps and words, so each stands once. */
function* checkIds(question: Question, tell: Tell): Iterable<Problem> {
  const seen = new Set<string>()
  for (const { id, trail } of idsIn(question)) {
    if (seen.has(id))
      yield tell(
        'duplicate-id',
        [...trail, 'id'],
        `Question "${question.id}" uses the id "${id}" twice.`,
        'Give each choice, step or item a short id of its own. Answers are kept by it.'
      )
    seen.add(id)
  }
}
