/** A learner who has been here before: logs made of the real questions. */
import type { Lang } from '../../src/lang/text.ts'
import { arrange, drawable } from '../../src/quiz/draw.ts'
import { score } from '../../src/quiz/markers.ts'
import { search } from '../../src/quiz/scenario/search.ts'
import { percentOf } from '../../src/quiz/score.ts'
import type { ShownChoice, ShownQuestion } from '../../src/quiz/shown.ts'
import { draw } from '../../src/quiz/spread.ts'
import type { Happened, LogEvent } from '../../src/training/event.ts'
import { bankOf, practiceOf } from './site.ts'

const LANG: Lang = 'zh'
export const PASS = 80

/** The choices of a question that has some. */
export const choicesIn = (question: ShownQuestion): readonly ShownChoice[] => ('choices' in question ? question.choices : [])
export const rightChoices = (question: ShownQuestion) => choicesIn(question).flatMap(({ id, key }) => (key ? id : []))
export const wrongChoices = (question: ShownQuestion) => choicesIn(question).flatMap(({ id, key }) => (key ? [] : id))

/** A response that earns everything. */
export function rightResponse(question: ShownQuestion): readonly string[] {
  switch (question.kind) {
    case 'order':
      return question.items.map(({ id }) => id)
    case 'match':
    case 'sort':
      return question.items.map(({ id, group }) => `${id}=${group}`)
    case 'mark':
      return question.turns.flatMap(turn => turn.says.flatMap(({ id, breaks }) => (breaks ? `${id}=${breaks}` : [])))
    case 'gap':
      return question.gaps.map(({ id, choices, accept }) => `${id}=${choices?.find(({ key }) => key)?.id ?? accept?.[0] ?? ''}`)
    case 'number':
      return [question.answer]
    case 'reply':
      return [question.model]
    case 'scenario':
      return search(question).paths?.best.moves ?? []
    default:
      return rightChoices(question)
  }
}

/** A response that is an answer and does not earn everything. */
export function wrongResponse(question: ShownQuestion): readonly string[] {
  switch (question.kind) {
    case 'order':
      return question.items.map(({ id }) => id).reverse()
    case 'match':
    case 'sort': {
      const other = (group: string) => question.groups.find(({ id }) => id !== group)?.id ?? group
      return question.items.map(({ id, group }) => `${id}=${other(group)}`)
    }
    case 'mark': {
      const fine = question.turns.flatMap(turn => (turn.by === 'customer' ? [] : turn.says)).find(({ breaks }) => breaks === undefined)
      return fine ? [`${fine.id}=${question.reasons?.[0]?.id ?? ''}`] : []
    }
    case 'gap':
      return question.gaps.map(({ id, choices }) => `${id}=${choices?.find(({ key }) => !key)?.id ?? 'x'}`)
    case 'number':
      return [question.slips?.[0]?.answer ?? (question.form === 'date' ? '1999-12-31' : '0')]
    case 'reply':
      return ['…………']
    case 'scenario':
      return search(question).paths?.worst.moves ?? []
    default:
      return wrongChoices(question).slice(0, 1)
  }
}

function asked(bank: readonly ShownQuestion[], ids: readonly string[]): ShownQuestion[] {
  return ids.flatMap(id => bank.filter(question => question.id === id))
}

function answered(attempt: string, question: ShownQuestion, right: boolean): Extract<Happened, { type: 'answered' }> {
  const response = right ? rightResponse(question) : wrongResponse(question)
  const { earned, possible } = score(question, response)
  return { type: 'answered', attempt, question: question.id, revision: question.revision, try: 1, response, earned, possible }
}

/** A check with this many right answers, handed in. */
export function checked(module: string, right: number, count = 10): Happened[] {
  const attempt = `check-${module}`
  const bank = bankOf(LANG, module)
  const drawn = draw(bank.map(drawable), count, module)
  const answers = asked(
    bank,
    drawn.items.map(item => item.question)
  ).map((question, index) => answered(attempt, question, index < right))
  return [
    { type: 'started', attempt, behaviour: 'check', module, page: 'check', draw: drawn },
    ...answers.map(({ question, response }) => ({ type: 'chose', attempt, question, response }) as const),
    ...answers,
    { type: 'finished', attempt, percent: percentOf(answers), pass: PASS }
  ]
}

/** A check with the first `done` questions answered, and not handed in. */
export function underWay(module: string, done: number, count = 10): Happened[] {
  const attempt = `open-${module}`
  const bank = bankOf(LANG, module)
  const drawn = draw(bank.map(drawable), count, module)
  const questions = asked(
    bank,
    drawn.items.slice(0, done).map(item => item.question)
  )
  return [
    { type: 'started', attempt, behaviour: 'check', module, page: 'check', draw: drawn },
    ...questions.map(question => ({ type: 'chose', attempt, question: question.id, response: rightResponse(question) }) as const)
  ]
}

/** A check that has been begun on just these questions, in their order: chance draws none. */
export function begunOn(module: string, questions: readonly ShownQuestion[]): LogEvent[] {
  const draw = arrange(questions.map(drawable), module)
  return logOf({ type: 'started', attempt: `on-${module}`, behaviour: 'check', module, page: 'check', draw })
}

/** A practice set with its first question answered right. */
export function practised(module: string, page: string): Happened[] {
  const attempt = `practice-${module}`
  const bank = practiceOf(LANG, page)
  const [first] = bank
  return [
    { type: 'started', attempt, behaviour: 'practice', module, page, draw: arrange(bank.map(drawable), module) },
    ...(first ? [answered(attempt, first, true)] : [])
  ]
}

export function logOf(...happened: readonly Happened[]): LogEvent[] {
  const start = Date.UTC(2026, 5, 1)
  return happened.map((event, index) => ({ ...event, v: 1, id: `e${index}`, at: start + index * 1000, zone: 480, device: 'device1' }))
}

/** Something of everything: passed, failed, under way and practised. */
export const SEASONED = logOf(
  ...checked('principles', 10),
  ...checked('speech', 4),
  ...practised('records', 'records/file-numbers'),
  ...underWay('visit-arrange', 4)
)
