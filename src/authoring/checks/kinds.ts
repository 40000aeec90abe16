/** Mistakes that only one kind of question can have: what its parts say of one another. */
import { LANGS, type Lang } from '../../lang/text.ts'
import { judge } from '../../phrases/judge.ts'
import { isEqual, read } from '../../quiz/number/number.ts'
import type {
  GapQuestion,
  Kind,
  MarkQuestion,
  MatchQuestion,
  NumberQuestion,
  OrderQuestion,
  Question,
  ReplyQuestion,
  ScenarioQuestion,
  SortQuestion
} from '../../quiz/question.ts'
import { search } from '../../quiz/scenario/search.ts'
import type { Library } from '../library.ts'
import type { Problem } from '../problem.ts'
import type { Tell } from './choices.ts'

type Check<Q> = (question: Q, tell: Tell, library: Library) => Iterable<Problem>

export function checkKind(question: Question, library: Library, tell: Tell): Iterable<Problem> {
  const check = CHECKS[question.kind] as Check<Question> | undefined
  return check ? check(question, tell, library) : []
}

function* checkOrder({ id, items, musts = [] }: OrderQuestion, tell: Tell): Iterable<Problem> {
  const place = (step: string) => items.findIndex(item => item.id === step)
  for (const [index, [first, then]] of musts.entries()) {
    if (place(first) < 0 || place(then) <= place(first))
      yield tell(
        'wrong-must',
        ['musts', index],
        `Question "${id}" says that "${first}" must come before "${then}", and its steps don’t.`,
        '`musts` holds pairs of step ids, the earlier one first.'
      )
  }
}

function* checkPlaced({ id, kind, groups, items }: MatchQuestion | SortQuestion, tell: Tell): Iterable<Problem> {
  for (const [index, { id: item, group }] of items.entries()) {
    if (!groups.some(other => other.id === group))
      yield tell(
        'unknown-group',
        ['items', index, 'group'],
        `Item "${item}" of question "${id}" belongs to "${group}", and there is no such group.`,
        `The groups are ${groups.map(other => other.id).join(', ')}.`
      )
    if (kind === 'match' && items.findIndex(other => other.group === group) !== index)
      yield tell(
        'shared-partner',
        ['items', index, 'group'],
        `Two items of question "${id}" have the partner "${group}".`,
        'Each partner is matched once; where several items belong together, the kind is `sort`.'
      )
  }
  for (const [index, group] of groups.entries()) {
    if (kind === 'sort' && !items.some(item => item.group === group.id))
      yield tell(
        'empty-group',
        ['groups', index],
        `Nothing belongs to the group "${group.id}" of question "${id}".`,
        'Add an item for it, or take the group out.'
      )
  }
}

function* checkMark({ id, turns, reasons, rules }: MarkQuestion, tell: Tell, library: Library): Iterable<Problem> {
  for (const [index, rule] of reasons.entries()) {
    if (!library.knows('rule', rule))
      yield tell(
        'unknown-rule',
        ['reasons', index],
        `Question "${id}" offers "${rule}", and there is no such rule.`,
        'Rule ids stand in content/standards/.'
      )
  }
  for (const [turn, { says }] of turns.entries()) {
    for (const [index, words] of says.entries()) {
      const trail = ['turns', turn, 'says', index]
      if (words.breaks !== undefined && !(reasons.includes(words.breaks) && rules.includes(words.breaks)))
        yield tell(
          'unknown-reason',
          [...trail, 'breaks'],
          `The words "${words.id}" of question "${id}" break "${words.breaks}", which it does not offer or does not test.`,
          'A broken rule stands in both `reasons` and `rules`.'
        )
      if (words.breaks !== undefined && !words.feedback)
        yield tell(
          'missing-feedback',
          trail,
          `The words "${words.id}" of question "${id}" don’t say why they break a rule.`,
          'Add `feedback`, in both languages.'
        )
    }
  }
  if (!turns.some(turn => turn.says.some(words => words.breaks !== undefined)))
    yield tell('no-key', ['turns'], `Nothing in the transcript of "${id}" breaks a rule.`, 'Mark the words that do with `breaks: rule.id`.')
}

function* checkGap({ id, text, gaps }: GapQuestion, tell: Tell): Iterable<Problem> {
  for (const [index, gap] of gaps.entries()) {
    if ((gap.choices === undefined) === (gap.accept === undefined) || (gap.accept && !gap.feedback))
      yield tell(
        'gap-answer',
        ['gaps', index],
        `The gap "${gap.id}" of question "${id}" needs either choices, or accepted wordings and feedback.`,
        '`choices` to choose from, or `accept` with `feedback` to type.'
      )
  }
  for (const lang of LANGS) {
    const places = [...text[lang].matchAll(/\[([a-z0-9-]+)\]/g)].map(([, place]) => place)
    if (
      [...places].sort().join() !==
      gaps
        .map(gap => gap.id)
        .sort()
        .join()
    )
      yield tell(
        'gap-place',
        ['text', lang],
        `The ${LANGUAGE[lang]} text of question "${id}" has the gaps ${places.join(', ') || 'none'}.`,
        `Each of ${gaps.map(gap => `[${gap.id}]`).join(', ')} stands in it once.`
      )
  }
}

const LANGUAGE: Readonly<Record<Lang, string>> = { zh: 'Chinese', en: 'English' }

function* checkNumber(question: NumberQuestion, tell: Tell): Iterable<Problem> {
  const { id, form, answer, slips = [], tolerance } = question
  const digits = form === 'file-number' ? /^\d{9}$/ : /./
  if (read(answer, form) !== answer || !digits.test(answer) || (tolerance !== undefined && (form === 'date' || form === 'file-number')))
    yield tell(
      'bad-answer',
      ['answer'],
      `The answer of question "${id}" is "${answer}", which is no ${form}.`,
      'A date is YYYY-MM-DD, a file number nine digits in quotes; only numbers have a tolerance.'
    )
  for (const [index, slip] of slips.entries()) {
    if (read(slip.answer, form) === undefined || isEqual(question, slip.answer, answer))
      yield tell(
        'bad-answer',
        ['slips', index],
        `The slip "${slip.answer}" of question "${id}" is right, or no ${form}.`,
        'A slip is a wrong answer that people really give.'
      )
  }
}

function* checkReply({ id, needs, model }: ReplyQuestion, tell: Tell, library: Library): Iterable<Problem> {
  for (const lang of LANGS) {
    const { met, lang: written } = judge(model[lang], library.phrases)
    const missed = needs.filter(need => !met.includes(need))
    if (missed.length > 0 || written !== lang)
      yield tell(
        'model-falls-short',
        ['model', lang],
        `The ${LANGUAGE[lang]} model of question "${id}" does not show ${missed.join(', ') || 'its language'}.`,
        'The same check reads what learners write, so the model has to pass it.'
      )
  }
}

function* checkScenario(question: ScenarioQuestion, tell: Tell): Iterable<Problem> {
  const { id, nodes, meters, rules } = question
  const trailOf = (node: string, ...rest: (string | number)[]) => ['nodes', nodes.findIndex(one => one.id === node), ...rest]
  const { dead, unreachable, loop, paths } = search(question)
  for (const { node, move, to } of dead)
    yield tell(
      'dead-end',
      trailOf(node),
      `The choice "${move}" of scenario "${id}" leads to "${to}", which is not there.`,
      'Write the node, or lead to `end`.'
    )
  for (const node of unreachable)
    yield tell('unreachable-node', trailOf(node), `No path of scenario "${id}" comes to "${node}".`, 'Lead a choice to it, or take it out.')
  if (loop !== undefined)
    yield tell(
      'endless-path',
      trailOf(loop),
      `Scenario "${id}" can go round and come back to "${loop}".`,
      'Time goes on: lead to a later node, where the customer is asked again.'
    )
  if (paths && (paths.best.end !== 'good' || paths.worst.end === 'good'))
    yield tell(
      'no-stakes',
      ['meters'],
      `The best path of scenario "${id}" ends ${paths.best.end}, and the worst ${paths.worst.end}.`,
      'The best must end good and the worst must not: change effects or bands.'
    )
  for (const node of nodes) {
    for (const [index, { id: move, effects = {}, rules: named = [] }] of node.choices.entries()) {
      const meter = Object.keys(effects).find(name => !meters.some(one => one.id === name))
      if (meter !== undefined)
        yield tell(
          'unknown-meter',
          trailOf(node.id, 'choices', index),
          `The choice "${move}" of scenario "${id}" moves "${meter}", and there is no such meter.`,
          `The meters are ${meters.map(one => one.id).join(', ')}.`
        )
      const rule = named.find(name => !rules.includes(name))
      if (rule !== undefined)
        yield tell(
          'unknown-reason',
          trailOf(node.id, 'choices', index),
          `The choice "${move}" of scenario "${id}" names "${rule}", which the scenario does not test.`,
          'Add it to the `rules` of the scenario, or take it out.'
        )
    }
  }
}

const CHECKS: Readonly<Partial<Record<Kind, unknown>>> = {
  order: checkOrder,
  match: checkPlaced,
  sort: checkPlaced,
  mark: checkMark,
  gap: checkGap,
  number: checkNumber,
  reply: checkReply,
  scenario: checkScenario
}
