/** A line on paper for a number, with its unit. */
import { fill, type Lang } from '../../lang/text.ts'
import type { PaperForm } from '../paper.ts'
import type { ShownOf } from '../shown.ts'
import { NUMBER_WORDS } from './words.ts'
import { unitOf, written } from './written.ts'

export function numberOnPaper(question: ShownOf<'number'>, lang: Lang): PaperForm {
  const texts = NUMBER_WORDS[lang]
  const unit = unitOf(question)
  const short = written(question, question.answer, lang)
  return {
    room: { type: 'lines', lines: 1, label: texts.answer, ...(unit !== undefined && { unit }) },
    reasons: [
      { right: true, label: fill(texts.key, { answer: short }), short, text: question.feedback },
      ...(question.slips ?? []).map(({ answer, feedback }) => ({
        right: false,
        label: fill(texts.slip, { answer: written(question, answer, lang) }),
        text: feedback
      }))
    ]
  }
}
