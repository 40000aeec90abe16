/**
 * What a team has not understood, from the receipts alone. A receipt says how each question of the best attempt was
 * answered, in the order of the draw; the draw is made again from its seed, with the questions of the same revision.
 */
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

/** One question of one person's best attempt. */
export interface Answered {
  readonly staff: string
  readonly module: string
  readonly question: string
  /** Its main rule. */
  readonly rule: string | undefined
  readonly result: QuestionResult
}

/**
 * Each person's newest results. Receipts of another revision of the handbook are left out: their draws can't be made
 * again. `hash`: the assignment's, as in its receipts.
 */
export function answersIn(
  counted: readonly Counted[],
  { modules }: Assignment,
  hash: string,
  banks: readonly ModuleBank[],
  revision: string
): Answered[] {
  const found = new Map<string, Answered>()
  for (const { receipt } of counted.toSorted((a, b) => a.receipt.counter - b.receipt.counter)) {
    if (receipt.revision !== revision) continue
    const seeds = seedsOf(hash, receipt.device, receipt.staff)
    const staff = sameStaff(receipt.staff)
    for (const { place, best, results } of receipt.modules) {
      const bank = banks.find(({ code }) => code === modules[place])
      if (!bank) continue
      const { items } = draw(bank.questions, bank.count, seedOf(seeds, bank.id, best))
      if (items.length !== results.length) continue
      for (const [index, { question }] of items.entries()) {
        const rule = bank.questions.find(({ id }) => id === question)?.rules[0]
        found.set(`${staff} ${question}`, { staff, module: bank.id, question, rule, result: results[index] ?? 'unanswered' })
      }
    }
  }
  return [...found.values()]
}

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
export function weaknesses(answers: readonly Answered[]): Weakness[] {
  const rules = new Map<string, Answered[]>()
  for (const answer of answers) {
    if (answer.rule === undefined) continue
    const own = rules.get(answer.rule)
    if (own) own.push(answer)
    else rules.set(answer.rule, [answer])
  }
  const share = ({ missed, answers: all }: Weakness) => missed / all
  return [...rules]
    .map(([rule, own]): Weakness => {
      const missed = own.filter(({ result }) => result !== 'right')
      return {
        rule,
        answers: own.length,
        missed: missed.length,
        modules: [...new Set(own.map(({ module }) => module))],
        people: [...new Set(missed.map(({ staff }) => staff))]
      }
    })
    .sort((a, b) => share(b) - share(a) || b.answers - a.answers || (a.rule < b.rule ? -1 : 1))
}
