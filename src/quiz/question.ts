/** What is asked. How it is asked (tries, hints, when feedback is shown) is the behaviour, see `behaviour.ts`. */
import type { Lang, Text } from '../lang/text.ts'

export const KINDS = ['single', 'multiple', 'replace', 'order', 'match', 'sort', 'mark', 'gap', 'number', 'reply', 'scenario'] as const
export type Kind = (typeof KINDS)[number]

/** 1 a lapse, 2 a customer lost, 3 a tenet broken. */
export type Severity = 1 | 2 | 3

export interface Choice {
  /** Fixed for ever within its question. Answers are kept by this id, never by position. */
  readonly id: string
  readonly key: boolean
  readonly text: Text
  /** Spoken to the person who took this choice: what it does to the customer, and what to do instead. */
  readonly feedback: Text
}

interface Asked {
  /** Unique in the bank, fixed for ever and never reused. */
  readonly id: string
  readonly module: string
  /** Rises when the meaning or the key changes, not for wording. */
  readonly revision: number
  /** The rules it tests; the first is the main one. */
  readonly rules: readonly string[]
  readonly severity: Severity
  /** Who, where, what is at stake. */
  readonly situation: Text
  /** The customer's words, shown as a speech bubble. */
  readonly said?: Text
  /** Help for who is stuck, from a nudge to almost the answer. */
  readonly hints?: readonly Text[]
}

/** One key among the choices. */
export interface SingleQuestion extends Asked {
  readonly kind: 'single'
  readonly ask: Text
  readonly choices: readonly Choice[]
}

/** One or more keys among the choices. */
export interface MultipleQuestion extends Asked {
  readonly kind: 'multiple'
  readonly ask: Text
  readonly choices: readonly Choice[]
}

/** The learner replaces words that must not be said by a reply that may. One key. */
export interface ReplaceQuestion extends Asked {
  readonly kind: 'replace'
  readonly said: Text
  /** What a colleague was about to say, and must not. */
  readonly banned: Text
  readonly choices: readonly Choice[]
}

export interface Step {
  readonly id: string
  readonly text: Text
  /** Why it stands where it stands. */
  readonly feedback: Text
}

/** Steps to be put in order. */
export interface OrderQuestion extends Asked {
  readonly kind: 'order'
  readonly ask: Text
  /** In the right order. */
  readonly items: readonly Step[]
  /** Pairs of ids, the first of which must come before the second whatever else is right: "consent, open the case". */
  readonly musts?: readonly (readonly [string, string])[]
}

export interface Group {
  readonly id: string
  readonly text: Text
}

export interface Placed {
  readonly id: string
  readonly text: Text
  /** Id of the group it belongs to. */
  readonly group: string
  /** Why it belongs there. */
  readonly feedback: Text
}

/** Items to be matched with partners, each partner with one item at most; some partners may be left over. */
export interface MatchQuestion extends Asked {
  readonly kind: 'match'
  readonly ask: Text
  readonly groups: readonly Group[]
  readonly items: readonly Placed[]
}

/** Items to be sorted into groups; each group has at least one. */
export interface SortQuestion extends Asked {
  readonly kind: 'sort'
  readonly ask: Text
  readonly groups: readonly Group[]
  readonly items: readonly Placed[]
}

/** The shortest words of a transcript that can be marked. Told by id, so that a mark means the same in both languages. */
export interface Words {
  readonly id: string
  readonly text: Text
  /** Id of the rule that these words break. */
  readonly breaks?: string
  /** Why they break it; or, where they break none, why they are fine though they may look wrong. */
  readonly feedback?: Text
}

export interface Turn {
  readonly id: string
  /** `note`: what happens, told by nobody. */
  readonly by: 'customer' | 'staff' | 'note'
  /** All of what is said in this turn, in pieces. */
  readonly says: readonly Words[]
}

/** A transcript of a call or a visit: find the words that break a rule, and say which. */
export interface MarkQuestion extends Asked {
  readonly kind: 'mark'
  /** By which a learner picks it from a list. */
  readonly title: Text
  readonly ask: Text
  readonly turns: readonly Turn[]
  /** Ids of the rules to choose from: those that are broken, and some that are not. */
  readonly reasons: readonly string[]
}

export interface Gap {
  /** Stands as `[id]` in the text. */
  readonly id: string
  /** To choose from. A gap has either these or `accept`. */
  readonly choices?: readonly Choice[]
  /** Wordings that are right when typed, compared without case, width, spaces and punctuation. */
  readonly accept?: Readonly<Record<Lang, readonly string[]>>
  /** Why the typed words are needed; shown with the answer. */
  readonly feedback?: Text
}

/** A text with gaps to choose or type the words for. */
export interface GapQuestion extends Asked {
  readonly kind: 'gap'
  readonly ask: Text
  readonly text: Text
  readonly gaps: readonly Gap[]
}

/** How a number is written: a plain one, a per cent, a day as YYYY-MM-DD, or a guest's nine-digit file number. */
export const NUMBER_FORMS = ['number', 'percent', 'date', 'file-number'] as const
export type NumberForm = (typeof NUMBER_FORMS)[number]

/** A number, a day or a file number to be worked out. */
export interface NumberQuestion extends Asked {
  readonly kind: 'number'
  readonly ask: Text
  readonly form: NumberForm
  /** Digits as `form` writes them. */
  readonly answer: string
  /** How far off is still right; numbers and per cents only. */
  readonly tolerance?: number
  readonly unit?: Text
  /** How it is worked out. */
  readonly feedback: Text
  /** Wrong answers that people really give, and what they overlooked. */
  readonly slips?: readonly { readonly answer: string; readonly feedback: Text }[]
}

/** What a reply needs: who will act, what they will do, by when; or that the customer is told they were heard. */
export const NEEDS = ['heard', 'who', 'what', 'when'] as const
export type Need = (typeof NEEDS)[number]

/** The learner writes what they would say. Marked by form, never by meaning, and always beside a model. */
export interface ReplyQuestion extends Asked {
  readonly kind: 'reply'
  /** By which a learner picks it from a list. */
  readonly title: Text
  readonly said: Text
  readonly ask: Text
  readonly needs: readonly Need[]
  readonly model: Text
  /** Why the model is good: what each part of it does. */
  readonly why: Text
}

export interface Meter {
  readonly id: string
  readonly name: Text
  /** 0 to 10. */
  readonly start: number
  /** From here on the end is fair; from there on it is good. */
  readonly fair: number
  readonly good: number
}

export interface Move {
  /** Unique in the scenario. */
  readonly id: string
  readonly text: Text
  /** What comes of it, told as what happens. */
  readonly feedback: Text
  /** What it does to each meter, -5 to 5. */
  readonly effects?: Readonly<Record<string, number>>
  /** Id of the next node, or `end`. A failure ends the scenario. */
  readonly to: string
  /** A critical failure: the scenario ends here and earns nothing. */
  readonly fails?: boolean
  /** Rules that this choice keeps or breaks; named in the debrief. */
  readonly rules?: readonly string[]
}

export interface Node {
  readonly id: string
  /** What happens now. */
  readonly scene: Text
  readonly said?: Text
  readonly choices: readonly Move[]
}

/** How a scenario ended: all meters good, none below fair, some below, or a critical failure. */
export const ENDS = ['good', 'fair', 'poor', 'failed'] as const
export type End = (typeof ENDS)[number]

/** A visit or a call that branches: each choice moves the meters and leads on. The first node is the start. */
export interface ScenarioQuestion extends Asked {
  readonly kind: 'scenario'
  readonly title: Text
  readonly meters: readonly Meter[]
  readonly nodes: readonly Node[]
  readonly ends: Readonly<Record<End, Text>>
}

export type ChoiceQuestion = SingleQuestion | MultipleQuestion | ReplaceQuestion
export type Question =
  | ChoiceQuestion
  | OrderQuestion
  | MatchQuestion
  | SortQuestion
  | MarkQuestion
  | GapQuestion
  | NumberQuestion
  | ReplyQuestion
  | ScenarioQuestion

/**
 * An answer, as strings that mean the same in both languages; each kind's folder says how it writes them. Repeated and
 * unknown ones are passed over. Choices: ids, in any order.
 */
export type Response = readonly string[]

export function hasChoices(question: Question): question is ChoiceQuestion {
  return question.kind === 'single' || question.kind === 'multiple' || question.kind === 'replace'
}
