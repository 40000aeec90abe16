/** A question as one reader sees it: one language, and links to its rules. This is what a page sends to its island. */
import { type Lang, otherLang } from '../lang/text.ts'
import type { PackPhrase } from '../phrases/find.ts'
import { LASTING } from './markers.ts'
import type { Gap, Kind, Question } from './question.ts'

export interface ShownRule {
  readonly id: string
  readonly name: string
  /** Address of the rule's place in the handbook. */
  readonly href: string
}

/** A value with every text, and every list of texts, in one language. */
export type InLang<T> = T extends { readonly zh: infer Zh; readonly en: unknown }
  ? Zh
  : T extends readonly (infer Item)[]
    ? [Item] extends [string | readonly string[]]
      ? T
      : readonly InLang<Item>[]
    : T extends object
      ? { readonly [key in keyof T]: InLang<T[key]> }
      : T

/** Ids in drawing order, the rules as links; for a reply the banned phrases, for a transcript the rules to choose from. */
interface Added {
  readonly rules: readonly ShownRule[]
  readonly ids: readonly string[]
  readonly reasons?: readonly ShownRule[]
  readonly phrases?: readonly PackPhrase[]
}

export type ShownOf<K extends Kind> = InLang<Omit<Extract<Question, { kind: K }>, 'module' | 'severity' | 'rules' | 'reasons'>> & Added
export type ShownQuestion = { [K in Kind]: ShownOf<K> }[Kind]
export type ShownChoice = ShownOf<'single'>['choices'][number]

/** `value` with all its texts in one language. */
export function inLang<T>(value: T, lang: Lang): InLang<T> {
  if (Array.isArray(value)) return value.map(item => inLang(item, lang)) as InLang<T>
  if (typeof value !== 'object' || value === null) return value as InLang<T>
  if (Object.hasOwn(value, 'zh') && Object.hasOwn(value, 'en')) return (value as unknown as Record<Lang, unknown>)[lang] as InLang<T>
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inLang(inner, lang)])) as InLang<T>
}

/** What may be typed in a gap is right in either language, so that an answer is marked alike on every page. */
function withOther(gap: Gap, other: Lang) {
  return gap.accept ? { ...gap, also: gap.accept[other] } : gap
}

export interface Around {
  ruleOf(id: string): ShownRule
  /** The whole register of banned phrases. */
  readonly phrases: readonly PackPhrase[]
}

export function shown(question: Question, lang: Lang, { ruleOf, phrases }: Around): ShownQuestion {
  const { module: _module, severity: _severity, ...asked } = question
  return {
    ...inLang(asked, lang),
    rules: question.rules.map(ruleOf),
    ids: LASTING[question.kind].ids(question),
    ...(question.kind === 'gap' && {
      gaps: inLang(
        question.gaps.map(gap => withOther(gap, otherLang(lang))),
        lang
      )
    }),
    ...(question.kind === 'mark' && { reasons: question.reasons.map(ruleOf) }),
    ...(question.kind === 'reply' && { phrases: phrases.map(({ id, banned, fine }) => ({ id, banned, ...(fine && { fine }) })) })
  } as unknown as ShownQuestion
}
