/** Mistakes in the texts of a question's choices and in their feedback, in each language. */
import { LANGS, type Lang, type Text } from '../../lang/text.ts'
import { askOf, choiceSets } from '../../quiz/options.ts'
import type { Choice, Question } from '../../quiz/question.ts'
import type { Problem, ProblemKind } from '../problem.ts'
import type { Trail } from '../read.ts'

const LANGUAGE: Readonly<Record<Lang, string>> = { zh: 'Chinese', en: 'English' }

/** Tells a mistake at a place inside the question. */
export type Tell = (kind: ProblemKind, trail: Trail, what: string, hint: string) => Problem

export function* checkChoices(question: Question, tell: Tell): Iterable<Problem> {
  for (const lang of LANGS) {
    for (const { trail, choices } of choiceSets(question)) {
      yield* checkTexts(question, choices, lang, trail, tell)
      for (const [index, choice] of choices.entries()) yield* checkChoice(question, choice, lang, [...trail, index], tell)
    }
    for (const { id, feedback, trail } of explained(question)) yield* checkFeedback(id, feedback[lang], [...trail, lang], lang, tell)
  }
}

/** Everything in a question that says why, with where it stands. */
function explained(question: Question): { id: string; feedback: Text; trail: Trail }[] {
  const told = (list: readonly { id?: string; feedback?: Text }[], ...trail: Trail) =>
    list.flatMap(({ id = question.id, feedback }, index) => (feedback ? [{ id, feedback, trail: [...trail, index, 'feedback'] }] : []))
  const sets = choiceSets(question).flatMap(({ trail, choices }) => told(choices, ...trail))
  if (question.kind === 'order' || question.kind === 'match' || question.kind === 'sort') return told(question.items, 'items')
  if (question.kind === 'mark') return question.turns.flatMap((turn, index) => told(turn.says, 'turns', index, 'says'))
  if (question.kind === 'gap') return [...sets, ...told(question.gaps, 'gaps')]
  if (question.kind === 'number')
    return [{ id: question.id, feedback: question.feedback, trail: ['feedback'] }, ...told(question.slips ?? [], 'slips')]
  if (question.kind === 'scenario') return question.nodes.flatMap((node, index) => told(node.choices, 'nodes', index, 'choices'))
  return sets
}

/** Wording alone: no case, no spaces, no punctuation. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function* checkTexts(question: Question, choices: readonly Choice[], lang: Lang, trail: Trail, tell: Tell): Iterable<Problem> {
  const first = new Map<string, string>()
  for (const [index, choice] of choices.entries()) {
    const words = bare(choice.text[lang])
    const same = first.get(words)
    if (same !== undefined && same !== choice.id) {
      yield tell(
        'same-choices',
        [...trail, index, 'text', lang],
        `Choices "${same}" and "${choice.id}" of question "${question.id}" have the same ${LANGUAGE[lang]} text.`,
        'A choice that can’t be told from another tests nothing; rewrite one.'
      )
    }
    first.set(words, choice.id)
  }
}

/** The shortest question that a choice can be said to repeat. */
const STEM = 6

/** A choice may quote a word of the situation; it repeats the stem when it is one of its texts, or holds all of what is asked. */
function repeatsStem(question: Question, choice: string, lang: Lang): boolean {
  const ask = askOf(question)?.[lang] ?? ''
  const banned = 'banned' in question ? question.banned[lang] : ''
  const words = bare(choice)
  const said = 'said' in question ? (question.said?.[lang] ?? '') : ''
  const texts = [banned, said, question.situation[lang]].map(bare)
  return texts.includes(words) || (bare(ask).length >= STEM && words.includes(bare(ask)))
}

const ABOVE: Readonly<Record<Lang, RegExp>> = {
  zh: /以上(各项|选项|答案|说法|做法|几项|几种)?(都|皆|全|均)|上述(各项|选项|答案)?(都|皆|全|均)/,
  en: /\b(all|none|both|neither|any|some) of the above\b/i
}

function* checkChoice(question: Question, choice: Choice, lang: Lang, trail: Trail, tell: Tell): Iterable<Problem> {
  const text = choice.text[lang]
  const place = [...trail, 'text', lang]
  if (repeatsStem(question, text, lang)) {
    yield tell(
      'choice-repeats-stem',
      place,
      `Choice "${choice.id}" of question "${question.id}" repeats the question in ${LANGUAGE[lang]}.`,
      'Say only what this choice does; the situation stands above it.'
    )
  }
  if (ABOVE[lang].test(text)) {
    yield tell(
      'above-choice',
      place,
      `Choice "${choice.id}" of question "${question.id}" speaks of the choices above it in ${LANGUAGE[lang]}.`,
      'Choices are shuffled. Write one that stands alone, or use the kind `multiple`.'
    )
  }
}

const VERDICT: Readonly<Record<Lang, RegExp>> = {
  zh: /^(对|错|是|不是|正确|错误|不对|不正确|没错|答对|答错|回答正确|回答错误|很好|选|了|的|这|样|做|答案|回答|啦)+$/,
  en: /^(right|wrong|correct|incorrect|yes|no|not|good|well|done|that|this|thats|is|it|the|answer|choice|true|false|ok|exactly|quite)+$/
}
/** Characters of Chinese, words of English: less can't say why. */
const SHORTEST: Readonly<Record<Lang, number>> = { zh: 10, en: 5 }

function* checkFeedback(id: string, feedback: string, place: Trail, lang: Lang, tell: Tell): Iterable<Problem> {
  const size = lang === 'zh' ? [...bare(feedback)].length : feedback.split(/\s+/).length
  if (VERDICT[lang].test(bare(feedback))) {
    yield tell(
      'verdict-feedback',
      place,
      `The ${LANGUAGE[lang]} feedback of "${id}" says only “${feedback}”.`,
      'Say what this choice does to the customer, why, and what to do instead.'
    )
  } else if (size < SHORTEST[lang]) {
    yield tell(
      'short-feedback',
      place,
      `The ${LANGUAGE[lang]} feedback of "${id}" is too short to say why.`,
      'One to three sentences: what it does to the customer, why, what instead.'
    )
  }
}
