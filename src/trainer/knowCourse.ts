/** What is loaded when results are looked at: words, and which questions a module's check draws from. It holds no key. */
import type { Code } from '../training/assignment.ts'
import type { CertifyWords } from './certifyWords.ts'
import type { KnowWords } from './knowWords.ts'
import type { ModuleBank } from './understood.ts'

export interface KnownQuestion {
  readonly id: string
  /** Its main rule. */
  readonly rule: string
  /** How it begins. */
  readonly text: string
  /** Where it stands as text. */
  readonly href: string
}

export interface KnownBank {
  readonly id: string
  readonly code: Code
  /** Questions in one check. */
  readonly count: number
  readonly questions: readonly KnownQuestion[]
}

export interface KnowCourse {
  readonly words: KnowWords
  /** Address of the questions with their keys and texts: fetched where answers came with receipts. */
  readonly items: string
  readonly banks: readonly KnownBank[]
  /** `page`: address of the page that shows and checks certificates. */
  readonly certifying: { readonly words: CertifyWords; readonly page: string }
}

/** Which questions were drawn does not depend on their choices: what is shuffled is left out. */
export function bankOf({ id, code, count, questions }: KnownBank): ModuleBank {
  return { id, code, count, questions: questions.map(question => ({ id: question.id, revision: 1, rules: [question.rule], ids: [] })) }
}
