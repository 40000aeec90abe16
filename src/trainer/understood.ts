/**
 * What a team has not understood, from the receipts alone. A receipt says how each question of the best attempt was
 * answered, in the order of the draw; the draw is made again from its seed, with the questions of the same revision.
 */
import { SOME, type Work } from '../device/work.ts'
import type { Drawable } from '../quiz/draw.ts'
import { draw } from '../quiz/spread.ts'
import type { Assignment, Code } from '../training/assignment.ts'
import { type QuestionResult, sameStaff, seedOf, seedsOf } from '../training/receipt.ts'
import type { Counted } from './verdict.ts'

/** A module's questions as this site draws them. */
export interface ModuleBank {
  readonly id: string
  readonly code: Code
  /** Questions in one check. */
  readonly count: number
  readonly questions: readonly Drawable[]
}

/** A person's best attempt at a module, as one receipt has it. */
export interface ReadAttempt {
  readonly staff: string
  readonly module: string
  /** Epoch milliseconds. */
  readonly ended: number
  /** As they were drawn; their results stand in the same order. */
  readonly questions: readonly Drawable[]
  readonly results: readonly QuestionResult[]
}

/** One question of such an attempt. */
export interface Answered {
  readonly staff: string
  readonly module: string
  readonly question: string
  /** Its main rule. */
  readonly rule: string | undefined
  readonly result: QuestionResult
}

/** Receipts as they were made; of one moment, as the device counted them. */
export function inOrder<T extends Counted>(counted: readonly T[]): T[] {
  return counted.toSorted((a, b) => a.receipt.made - b.receipt.made || a.receipt.counter - b.receipt.counter)
}

/**
 * The attempts that one receipt tells of. None where it was made with another revision of the handbook: its draws can't be
 * made again. `hash`: the assignment's, as in its receipts.
 */
export function attemptsOf(
  { receipt }: Counted,
  { modules }: Assignment,
  hash: string,
  banks: readonly ModuleBank[],
  revision: string
): ReadAttempt[] {
  if (receipt.revision !== revision) return []
  const seeds = seedsOf(hash, receipt.device, receipt.staff)
  const staff = sameStaff(receipt.staff)
  return receipt.modules.flatMap(({ place, best, ended, results }): ReadAttempt[] => {
    const bank = banks.find(({ code }) => code === modules[place])
    if (!bank) return []
    const { items } = draw(bank.questions, bank.count, seedOf(seeds, bank.id, best))
    const questions = items.flatMap(item => bank.questions.find(({ id }) => id === item.question) ?? [])
    return items.length === results.length ? [{ staff, module: bank.id, ended, questions, results }] : []
  })
}

/**
 * Of each person's answers to a question the newest, or the earliest that is known: by when the attempt ended; of those that
 * ended together, by their order in the list.
 */
export function* answersIn(attempts: readonly ReadAttempt[], which: 'newest' | 'earliest'): Work<Answered[]> {
  const own = new Map<string, ReadAttempt[]>()
  for (const [index, one] of attempts.entries()) {
    if (index % SOME === 0) yield
    const key = `${one.module} ${one.staff}`
    const others = own.get(key)
    if (others) others.push(one)
    else own.set(key, [one])
  }
  const answers: Answered[] = []
  let done = 0
  for (const some of own.values()) {
    if (done++ % FEWER === 0) yield
    const sorted = some.length === 1 ? some : some.toSorted((a, b) => a.ended - b.ended)
    // Most have one, and nothing to choose from.
    const seen = some.length === 1 ? undefined : new Set<string>()
    for (const { staff, module, questions, results } of which === 'newest' ? sorted.toReversed() : sorted) {
      for (const [index, { id, rules }] of questions.entries()) {
        if (seen?.has(id)) continue
        seen?.add(id)
        answers.push({ staff, module, question: id, rule: rules[0], result: results[index] ?? 'unanswered' })
      }
    }
  }
  return answers
}

/** People with a dozen answers each, before the page may breathe. */
const FEWER = 50

export interface Weakness {
  readonly rule: string
  /** Answers to questions whose main rule it is. */
  readonly answers: number
  /** Of them not wholly right. */
  readonly missed: number
  readonly modules: readonly string[]
  /** Staff numbers of those who missed it, each once. */
  readonly people: readonly string[]
}

/** Rule by rule, the least understood first; of equals, the one that more people were asked. */
export function* weaknesses(answers: readonly Answered[]): Work<Weakness[]> {
  const rules = new Map<string, { answers: number; missed: number; modules: Set<string>; people: Set<string> }>()
  for (const [index, { rule, staff, module, result }] of answers.entries()) {
    if (index % SOME === 0) yield
    if (rule === undefined) continue
    const own = rules.get(rule) ?? { answers: 0, missed: 0, modules: new Set(), people: new Set() }
    rules.set(rule, own)
    own.answers++
    own.modules.add(module)
    if (result === 'right') continue
    own.missed++
    own.people.add(staff)
  }
  const share = ({ missed, answers: all }: Weakness) => missed / all
  return [...rules]
    .map(([rule, { modules, people, ...own }]): Weakness => ({ rule, ...own, modules: [...modules], people: [...people] }))
    .sort((a, b) => share(b) - share(a) || b.answers - a.answers || (a.rule < b.rule ? -1 : 1))
}
