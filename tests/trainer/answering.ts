/** A learner who answers the handbook's own questions under an assignment, and the bank of the site that marks them. */
import { join } from 'node:path'
import { codeOf } from '../../src/authoring/codes.ts'
import { readLibrary } from '../../src/authoring/library.ts'
import { isChecked } from '../../src/quiz/checked.ts'
import { drawable } from '../../src/quiz/draw.ts'
import { score } from '../../src/quiz/markers.ts'
import { percentOf } from '../../src/quiz/score.ts'
import { type ShownQuestion, shown } from '../../src/quiz/shown.ts'
import { draw } from '../../src/quiz/spread.ts'
import type { Bank } from '../../src/trainer/rescore.ts'
import type { Assignment } from '../../src/training/assignment.ts'
import { attemptsOf } from '../../src/training/attempt.ts'
import { placesOf, resultsOf } from '../../src/training/enrolment.ts'
import type { Happened, LogEvent } from '../../src/training/event.ts'
import { seedOf } from '../../src/training/receipt.ts'
import { DUE, MINUTE } from './handing.ts'

const library = readLibrary(join(import.meta.dirname, '../..'))
const around = { ruleOf: (id: string) => ({ id, name: id, href: '/' }), phrases: library.phrases }

export const MODULES = library.modules.slice(0, 2)
export const CODES = MODULES.map(({ id }) => codeOf(id))

export const BANK: Bank = {
  modules: MODULES.map(({ id, pass, draw }) => ({ id, code: codeOf(id), title: id, minutes: 1, pass, draw, href: '/', seal: [] })),
  rules: [...library.rules.keys()].map(id => ({ id, code: codeOf(id) })),
  questions: new Map(
    MODULES.map(({ id }) => [
      id,
      library.questions.filter(({ module, kind }) => module === id && isChecked(kind)).map(question => shown(question, 'zh', around))
    ])
  )
}

/** Right where it is easily told, else nothing. */
export function rightTo(question: ShownQuestion): string[] {
  if ('choices' in question) return question.choices.filter(({ key }) => key).map(({ id }) => id)
  if (question.kind === 'order') return question.items.map(({ id }) => id)
  if (question.kind === 'match' || question.kind === 'sort') return question.items.map(({ id, group }) => `${id}=${group}`)
  return question.kind === 'number' ? [question.answer] : []
}

let ids = 0
export const stamped = (happened: Happened, at: number): LogEvent => ({
  ...happened,
  v: 1,
  id: `event${ids++}`,
  at,
  zone: 480,
  device: 'browser1'
})

/** One finished attempt at a module; `wrong`: how many of its questions are left without an answer. */
export function attemptAt(module: string, seeds: string, number: number, wrong = 0, bank = BANK): LogEvent[] {
  const questions = bank.questions.get(module) ?? []
  const count = bank.modules.find(({ id }) => id === module)?.draw ?? 0
  const drawn = draw(questions.map(drawable), count, seedOf(seeds, module, number))
  const attempt = `attempt-${module}-${number}`
  const at = DUE - 60 * MINUTE
  const answers = drawn.items.map(({ question: id, revision }, index) => {
    const question = questions.find(one => one.id === id)
    if (!question) throw new Error(id)
    const response = index < wrong ? [] : rightTo(question)
    const { earned, possible } = score(question, response)
    return { type: 'answered', attempt, question: id, revision, try: 1, response, earned, possible } as const
  })
  return [
    stamped({ type: 'started', attempt, behaviour: 'check', module, page: 'check', draw: drawn }, at - 10 * MINUTE),
    ...answers.map(answer => stamped(answer, at)),
    stamped({ type: 'finished', attempt, percent: percentOf(answers), pass: 80 }, at)
  ]
}

export function reported(assignment: Assignment, seeds: string, events: readonly LogEvent[]) {
  return resultsOf(placesOf(assignment, BANK.modules, seeds, attemptsOf(events)))
}
