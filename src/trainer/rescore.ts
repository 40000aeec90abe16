/**
 * Marks the answers behind a receipt again, with the code that marked them on the learner's device and the questions of
 * this site, and compares with what the receipt says. A question that has another revision here can't be marked again: its
 * key may be another.
 */
import { drawable } from '../quiz/draw.ts'
import { score } from '../quiz/markers.ts'
import { percentOf } from '../quiz/score.ts'
import type { ShownQuestion } from '../quiz/shown.ts'
import { draw } from '../quiz/spread.ts'
import type { Assignment } from '../training/assignment.ts'
import { type Answer, type Attempt, attemptsOf } from '../training/attempt.ts'
import type { CourseModule, CourseRule } from '../training/course.ts'
import { placesOf, resultsOf } from '../training/enrolment.ts'
import type { LogEvent } from '../training/event.ts'
import { type ModuleResult, type Receipt, seedOf, seedsOf } from '../training/receipt.ts'

/** What this site asks. */
export interface Bank {
  readonly modules: readonly CourseModule[]
  readonly rules: readonly Pick<CourseRule, 'id' | 'code'>[]
  /** Of each module, by its id. */
  readonly questions: ReadonlyMap<string, readonly ShownQuestion[]>
}

/** What was found out about one module of a receipt. */
export type Remark =
  /** Its answers earn what the receipt says. */
  | 'same'
  /** They earn something else, or some of them are missing. */
  | 'differs'
  /** A question was changed or withdrawn since. */
  | 'stale'
  /** They earn what it says, and are answers to other questions than its seed draws here. */
  | 'other-draw'

function isSame(claimed: ModuleResult, found: ModuleResult): boolean {
  return claimed.percent === found.percent && claimed.passed === found.passed && claimed.results.join() === found.results.join()
}

/** The attempt with its marks made anew; undefined where a question of it is not the one that is here. */
function markedAgain(attempt: Attempt, questions: ReadonlyMap<string, ShownQuestion>, must: ReadonlySet<string>): Attempt | undefined {
  const answers = new Map<string, readonly Answer[]>()
  let barred = false
  for (const { question: id, revision } of attempt.draw.items) {
    const given = attempt.answers.get(id)?.at(-1)
    const question = questions.get(id)
    // One that was withdrawn before it could be handed in counts for nothing.
    if (!given && question?.revision !== revision) continue
    if (question?.revision !== revision || (given && given.revision !== revision)) return undefined
    const response = given?.response ?? []
    const { earned, possible } = score(question, response)
    if (earned < possible && must.has(question.rules[0]?.id ?? '')) barred = true
    answers.set(id, [{ at: attempt.at, ...given, revision, response, earned, possible }])
  }
  const percent = percentOf([...answers.values()].flat())
  const { at = attempt.at, pass = 0 } = attempt.finished ?? {}
  return { ...attempt, answers, finished: { at, percent, pass, ...(barred && { barred: true }) } }
}

function hasTwice(items: Attempt['draw']['items']): boolean {
  return new Set(items.map(({ question }) => question)).size < items.length
}

/** Whether it asks what its seed draws from the questions that are here. After a change of the bank nobody can tell. */
function isDrawn(
  { draw: { seed, items }, replaced }: Attempt,
  { draw: count }: CourseModule,
  questions: readonly ShownQuestion[]
): boolean {
  if (replaced) return true
  const own = draw(questions.map(drawable), count, seed).items
  return own.map(({ question }) => question).join() === items.map(({ question }) => question).join()
}

/** Whether its seed is one of the attempts that the receipt owns to: nobody may choose a draw among any number of them. */
function isOwnSeed({ draw: { seed } }: Attempt, { best }: ModuleResult, seeds: string, module: string): boolean {
  return Array.from({ length: best }, (_, before) => seedOf(seeds, module, before + 1)).includes(seed)
}

/** A remark on each module of the receipt, in its order. Pure; never throws for events that could be decoded. */
export function rescored(receipt: Receipt, assignment: Assignment, events: readonly LogEvent[], bank: Bank): Remark[] {
  const seeds = seedsOf(receipt.hash, receipt.device, receipt.staff)
  const places = placesOf(assignment, bank.modules, seeds, attemptsOf(events))
  const must = new Set(bank.rules.flatMap(({ id, code }) => (assignment.mustPass.includes(code) ? id : [])))
  return receipt.modules.map((claimed): Remark => {
    const found = places[claimed.place]
    if (found?.type !== 'known') return 'stale'
    const attempt = found.attempts[claimed.best - 1]
    if (!attempt?.finished || hasTwice(attempt.draw.items)) return 'differs'
    const module = bank.modules.find(({ id }) => id === found.module.id)
    const questions = bank.questions.get(found.module.id)
    if (!module || !questions) return 'stale'
    const again = markedAgain(attempt, new Map(questions.map(question => [question.id, question])), must)
    if (!again) return 'stale'
    const [result] = resultsOf([{ ...found, attempts: [again] }])
    if (!result || !isSame(claimed, result)) return 'differs'
    return isOwnSeed(attempt, claimed, seeds, module.id) && isDrawn(attempt, module, questions) ? 'same' : 'other-draw'
  })
}

/** What is told about a receipt whose answers were marked again. */
export const MARKED_AGAIN = ['rescored', 'score-differs', 'not-rescored', 'other-draw', 'answers-altered'] as const
export type MarkedAgain = (typeof MARKED_AGAIN)[number]

export function toldOf(remarks: readonly Remark[]): MarkedAgain[] {
  const told: MarkedAgain[] = []
  if (remarks.includes('differs')) told.push('score-differs')
  if (remarks.includes('other-draw')) told.push('other-draw')
  if (remarks.includes('stale')) told.push('not-rescored')
  return told.length === 0 ? ['rescored'] : told
}

/**
 * What is told of a receipt now. A difference that was found once stays: whoever signed two sets of answers for one receipt
 * gave one that does not fit.
 */
export function retold<T extends string>(before: readonly T[], fresh: readonly MarkedAgain[]): (T | MarkedAgain)[] {
  const isMark = (one: string): one is MarkedAgain => MARKED_AGAIN.some(mark => mark === one)
  const differed = before.some(one => one === 'score-differs') && !fresh.includes('score-differs')
  return [...before.filter(one => !isMark(one)), ...(differed ? (['score-differs'] as const) : []), ...fresh]
}
